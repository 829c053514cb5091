import { equal } from "node:assert/strict";
import { test } from "node:test";
import { number } from "../../stage/player/scoreboard.js";

/** @type {[number, string][]} */
const NUMBERS = [
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

for (const [value, words] of NUMBERS) test(`${value} on the scoreboard is ${words}`, () => equal(number(value), words));
