import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { frequencyOf, loudnessOf } from "../../stage/player/race/sound.js";
import { near } from "./near.js";

test("a note is as high as the curve stands: equal ratios of loss are equal intervals", () => {
  const notes = [1e-4, 1e-2, 1, 100].map((loss) => frequencyOf(loss, [-4, 2], true) ?? 0);
  near(notes[1] / notes[0], notes[2] / notes[1]);
  near(notes[3] / notes[2], notes[1] / notes[0]);
  ok(notes[1] > notes[0]);
});

test("on a linear axis, equal differences are", () => {
  const notes = [-1, 0, 1].map((loss) => frequencyOf(loss, [-1, 1], false) ?? 0);
  near(notes[1] / notes[0], notes[2] / notes[1]);
});

test("what is off the axis sounds as its end, and no loss has no note", () => {
  equal(frequencyOf(0, [-4, 2], true), frequencyOf(1e-4, [-4, 2], true));
  equal(frequencyOf(Number.POSITIVE_INFINITY, [-4, 2], true), frequencyOf(100, [-4, 2], true));
  equal(frequencyOf(Number.NaN, [-4, 2], true), undefined);
});

test("four are each half as loud as one", () => {
  equal(loudnessOf(4), loudnessOf(1) / 2);
});
