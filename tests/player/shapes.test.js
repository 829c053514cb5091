import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { formAt } from "../../stage/player/figure_grid/shapes.js";

/**
 * One point for each row and moment: 0, 1; 2, 3; …
 * @param {number} rows
 * @param {number} moments
 * @param {number} row
 * @param {number} position
 */
function form(rows, moments, row, position) {
  const values = Float32Array.from({ length: rows * moments * 2 }, (_, i) => i);
  return [...formAt({ values, shape: [rows, moments, 1, 2] }, row, position)];
}

test("a shape has the form of its row", () => {
  deepEqual(form(3, 4, 0, 0), [0, 1]);
  deepEqual(form(3, 4, 2, 1), [18, 19]);
  deepEqual(form(3, 4, 1, 3), [14, 15]);
});

test("a shape is between two steps while it plays", () => deepEqual(form(3, 4, 1, 2.5), [13, 14]));

test("a shape may be the same for every row, or at every step", () => {
  deepEqual(form(1, 4, 2, 1), [2, 3]);
  deepEqual(form(3, 1, 2, 2.5), [4, 5]);
});
