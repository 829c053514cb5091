import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { bend, saying, signOf } from "../../stage/player/probe.js";

const WORDS = { probed: "({x}, {y}): ∇f = ({slope}), {larger} and {smaller} → {word}", legendSaddle: "saddle point", probeUnknown: "none" };

test("a place is said with its gradient, its curvatures and its word", () => {
  const told = { height: 0, strength: 0, directions: [], place: /** @type {[number, number]} */ ([0, -0.5]) };
  equal(
    saying({ ...told, slope: [0, 2], curvatures: [2, -2], word: "legendSaddle" }, WORDS),
    "(0, −0.5): ∇f = (0, 2.00), 2.00 and −2.00 → saddle point",
  );
  equal(saying({ ...told, slope: [null, 1], curvatures: [null, null], word: "probeUnknown" }, WORDS), "(0, −0.5): ∇f = (–, 1.00), – and – → none");
});

test("a curvature has a sign, and none where it is straight", () => deepEqual([3, -1e-9, 0].map(signOf), ["+", "−", "0"]));

test("a parabola is as deep as its curvature beside the larger one, seen even where it is small, and straight where it is 0", () => {
  const all = (/** @type {(number | null)[]} */ curvatures) => curvatures.map((_, i) => bend(curvatures, i));
  deepEqual(all([4, -2]), [1, -0.5]);
  deepEqual(all([1, -100]), [0.3, -1]);
  deepEqual(all([5, 0]), [1, 0]);
  deepEqual(all([0, 0]), [0, 0]);
});
