// Numbers to be read: few digits, a true minus, powers of ten where they are very large or very small.

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** From here on, and below `SMALL`, a number is written with a power of ten. */
const LARGE = 1e5;
const SMALL = 1e-3;

/**
 * Three digits, as on the boards.
 * @param {number} value
 */
export function number(value) {
  return Number.isNaN(value) ? "–" : spelled(value, 3, LARGE);
}

/**
 * Four significant digits, always so many, so that columns stay as wide as they are.
 * @param {number} value
 * @param {string} notNumber  what is said where it is none
 */
export function significant(value, notNumber) {
  return Number.isNaN(value) ? notNumber : spelled(value, 4, 9999.5);
}

/**
 * As many digits as it has, up to `digits`.
 * @param {number} value
 * @param {number} digits
 */
export function brief(value, digits) {
  return spelled(value, digits, LARGE, (/** @type {string} */ padded) => String(Number(padded)));
}

/**
 * @param {number} value
 * @param {number} digits
 * @param {number} large  from here on with a power of ten
 * @param {(padded: string) => string} [trim]
 */
function spelled(value, digits, large, trim = (padded) => padded) {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= SMALL && size < large) return minus(size < 10 ** digits - 0.5 ? trim(value.toPrecision(digits)) : value.toFixed(0));
  const [padded, power] = value.toExponential(digits - 1).split("e");
  return minus(`${trim(padded)}×10${raised(power)}`);
}

/** A power as it stands above the line. @param {string} power */
function raised(power) {
  return [...power.replace("+", "")].map((sign) => (sign === "-" ? "⁻" : SUPERSCRIPTS[Number(sign)])).join("");
}

/** @param {string} words */
function minus(words) {
  return words.replace("-", "−");
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
