import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { between, dotOn, sideOf, stateOf } from "../../stage/player/graph/edges.js";

const EDGE = { source: "a", target: "b", forward: 2, backward: 5, local: "" };

test("an edge ends at its nodes", () => {
  const box = (/** @type {number} */ x, /** @type {number} */ y) => ({ x, y, halfWidth: 10, halfHeight: 5 });
  deepEqual(between(box(0, 0), box(100, 0)), { from: [13, 0], to: [87, 0] });
  deepEqual(between(box(0, 0), box(0, 50)), { from: [0, 8], to: [0, 42] });
});

test("a label stands off its edge, and that of one that falls off that of one that rises from the same node", () => {
  const side = (/** @type {[number, number]} */ to) => sideOf({ from: [0, 0], to });
  deepEqual([side([50, 0]), side([50, -30]), side([50, 30]), side([-50, -30]), side([10, 30])], ["above", "above", "below", "below", "beside"]);
});

test("an edge flows forward and back", () => {
  deepEqual(
    [1, 2, 3, 5, 6].map((step) => stateOf(EDGE, step)),
    ["idle", "flows", "forward", "flows-back", "back"],
  );
  const [before, arriving, returned, idle] = [1.2, 1.99, 4.99, 3.99].map((position) => dotOn(EDGE, position));
  equal(before, undefined);
  ok(Number(arriving) > 0.9);
  ok(Number(returned) < 0.1);
  equal(idle, undefined);
});
