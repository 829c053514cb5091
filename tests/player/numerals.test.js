import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { roundBelow, significant } from "../../stage/player/numerals.js";

/** @type {[number, string][]} */
const NUMBERS = [
  [0, "0"],
  [-0, "0"],
  [1, "1.000"],
  [-1.5, "−1.500"],
  [0.001, "0.001000"],
  [0.0009999, "9.999×10⁻⁴"],
  [9999.4, "9999"],
  [-9999.5, "−1.000×10⁴"],
  [1e-12, "1.000×10⁻¹²"],
  [Infinity, "∞"],
  [-Infinity, "−∞"],
  [NaN, "none"],
];

for (const [value, words] of NUMBERS) test(`${value} with four digits is ${words}`, () => equal(significant(value, "none"), words));

test("a length is rounded down to 1, 2 or 5 times a power of ten", () => {
  deepEqual([1, 1.99, 2, 4.9, 5, 9.9, 37, 740].map(roundBelow), [1, 1, 2, 2, 5, 5, 20, 500]);
});
