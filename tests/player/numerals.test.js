import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { brief, number, roundBelow, significant } from "../../stage/player/numerals.js";

/** @type {[number, string][]} */
const OF_FOUR_DIGITS = [
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

for (const [value, words] of OF_FOUR_DIGITS) test(`${value} with four digits is ${words}`, () => equal(significant(value, "none"), words));

test("a length is rounded down to 1, 2 or 5 times a power of ten", () => {
  deepEqual([1, 1.99, 2, 4.9, 5, 9.9, 37, 740].map(roundBelow), [1, 1, 2, 2, 5, 5, 20, 500]);
});

/** @type {[number, string][]} */
const ON_BOARDS = [
  [0, "0"],
  [-0, "0"],
  [1, "1.00"],
  [-1.5, "−1.50"],
  [0.12345, "0.123"],
  [0.001, "0.00100"],
  [0.000999, "9.99×10⁻⁴"],
  [999.9, "1000"],
  [12345.6, "12346"],
  [-12345.6, "−12346"],
  [123456, "1.23×10⁵"],
  [-1e-8, "−1.00×10⁻⁸"],
  [1.58e-8, "1.58×10⁻⁸"],
  [3.4e38, "3.40×10³⁸"],
  [Infinity, "∞"],
  [-Infinity, "−∞"],
  [NaN, "–"],
];

for (const [value, words] of ON_BOARDS) test(`${value} on a board is ${words}`, () => equal(number(value), words));

/** @type {[number, number, string][]} */
const BRIEF = [
  [-7, 4, "−7"],
  [0.25, 4, "0.25"],
  [1.23456, 4, "1.235"],
  [12345.6, 4, "12346"],
  [2e-7, 4, "2×10⁻⁷"],
  [0.5, 1, "0.5"],
  [0.0002, 1, "2×10⁻⁴"],
  [500, 1, "500"],
  [1e6, 1, "1×10⁶"],
];

for (const [value, digits, words] of BRIEF) test(`${value} in ${digits} digits at most is ${words}`, () => equal(brief(value, digits), words));
