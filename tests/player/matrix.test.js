// A matrix says its numbers' sizes by a colour, and how far networks differ.

import assert from "node:assert/strict";
import { test } from "node:test";
import { spreadWords, strength } from "../../stage/player/figure_grid/matrix.js";

const HEADER = { powers: 12, strongest: 0.4 };

test("the further from 1, the stronger, up to a bound", () => {
  assert.equal(strength(1, HEADER), 0);
  assert.equal(strength(1e-6, HEADER), 0.2);
  assert.equal(strength(1e6, HEADER), 0.2);
  assert.equal(strength(0, HEADER), 0.4);
  assert.equal(strength(Infinity, HEADER), 0.4);
  assert.equal(strength(Number.NaN, HEADER), 0);
});

test("a spread is said in multiples of the median", () => {
  assert.equal(spreadWords(2e-13, 1e-13, 9e-13), "×0.5–4.5");
  assert.equal(spreadWords(0, 0, 1), "–");
});
