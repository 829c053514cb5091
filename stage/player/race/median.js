// A line through noise: the median over the last steps, which no single step can bend.

/**
 * Of each value, the median of it and those before it, `over` of them at most; what is no number counts as the largest.
 * @param {ArrayLike<number>} values
 * @param {number} over
 */
export function runningMedian(values, over) {
  const medians = new Float32Array(values.length);
  /** The last values in order. @type {number[]} */
  const sorted = [];
  const known = (/** @type {number} */ i) => (Number.isNaN(values[i]) ? Infinity : values[i]);
  for (let i = 0; i < values.length; i++) {
    if (i >= over) sorted.splice(place(sorted, known(i - over)), 1);
    sorted.splice(place(sorted, known(i)), 0, known(i));
    const middle = (sorted.length - 1) / 2;
    const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
    medians[i] = low === high ? low : (low + high) / 2;
  }
  return medians;
}

/**
 * Where a value stands, or would stand, among these.
 * @param {number[]} sorted
 * @param {number} value
 */
function place(sorted, value) {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
