// Numbers that are as good as equal.

import { ok } from "node:assert/strict";

/**
 * Within a millionth of what is expected, or within `tolerance`.
 * @param {number} actual
 * @param {number} expected
 * @param {number} [tolerance]
 */
export function near(actual, expected, tolerance = 1e-6 * Math.abs(expected) + 1e-12) {
  ok(Math.abs(actual - expected) <= tolerance, `${actual} is not near ${expected}`);
}
