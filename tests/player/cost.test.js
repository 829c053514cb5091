// What was spent: by whom, until when, and how far an axis of it reaches.

import assert from "node:assert/strict";
import { test } from "node:test";
import { costAt, mostSpent, stepAtCost } from "../../stage/player/race/cost.js";

/** Two who race for three steps: one spends 2 a step, the other 7 at once and rests. */
const SPENDING = { steps: 3, cost: Float32Array.of(0, 2, 4, 6, 0, 7, 7, 7) };

test("each has its own row", () => {
  assert.equal(costAt(SPENDING, 0, 3), 6);
  assert.equal(costAt(SPENDING, 1, 1), 7);
});

test("the axis reaches as far as anyone has spent, and is never of no length", () => {
  assert.equal(mostSpent(SPENDING), 7);
  assert.equal(mostSpent({ steps: 0, cost: Float32Array.of(0, 0) }), 1);
});

test("a place on the axis is the first step at which someone has spent so much", () => {
  assert.equal(stepAtCost(SPENDING, 0), 0);
  assert.equal(stepAtCost(SPENDING, 3), 1);
  assert.equal(stepAtCost({ steps: 3, cost: Float32Array.of(0, 2, 4, 6) }, 3), 2);
  assert.equal(stepAtCost(SPENDING, 100), 3);
});
