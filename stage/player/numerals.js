// Numbers to be read: few digits, a true minus, powers of ten where they are needed.

import { minus, raised } from "./scoreboard.js";

const DIGITS = 4;

/**
 * Four significant digits, always so many, so that columns stay as wide as they are.
 * @param {number} value
 * @param {string} notNumber  what is said where it is none
 */
export function significant(value, notNumber) {
  if (Number.isNaN(value)) return notNumber;
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 9999.5) return minus(value.toPrecision(DIGITS));
  const [digits, power] = value.toExponential(DIGITS - 1).split("e");
  return minus(`${digits}×10${raised(power)}`);
}

/**
 * The largest of 1, 2 and 5 times a power of ten that is not above a value.
 * @param {number} value  positive
 */
export function roundBelow(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const share = value / power;
  return (share >= 5 ? 5 : share >= 2 ? 2 : 1) * power;
}
