// A trail laid over the ground of a relief: between two steps it follows hills and valleys, as its shadow would.

/** At most so many places between two steps, and along a whole trail. */
const MOST_BETWEEN = 40;
const MOST = 4000;

/**
 * @typedef {object} Projected
 * @property {Float32Array} places   x, y, z, …; nan where the trail is outside the picture
 * @property {Uint32Array} begins    the number of the place where each step is reached
 */

/**
 * @param {Float32Array} path  x, y, x, y, …
 * @param {import("./ground.js").Ground} ground
 * @param {[[number, number], [number, number]]} domain
 * @returns {Projected}
 */
export function project(path, ground, domain) {
  const points = path.length / 2;
  const counts = spread(path, ground);
  const begins = new Uint32Array(points);
  for (let i = 1; i < points; i++) begins[i] = begins[i - 1] + counts[i];
  const places = new Float32Array(3 * (begins[points - 1] + 1)).fill(NaN);
  /** @param {number} at @param {number} x @param {number} y */
  const put = (at, x, y) => places.set([x, y, ground.height(x, y) + ground.lift], 3 * at);
  put(0, path[0], path[1]);
  for (let i = 1; i < points; i++) {
    const [x0, y0, x1, y1] = path.subarray(2 * i - 2, 2 * i + 2);
    const inside = within(domain, x0, y0, x1, y1);
    if (!inside) continue;
    for (let k = 1; k <= counts[i]; k++) {
      // a trail that leaves is drawn to the very edge, one that comes back from there
      const [before, share, after] = [(k - 1) / counts[i], k / counts[i], (k + 1) / counts[i]];
      const at = share < inside[0] && after > inside[0] ? inside[0] : share > inside[1] && before < inside[1] ? inside[1] : share;
      if (at >= inside[0] && at <= inside[1]) put(begins[i - 1] + k, x0 + at * (x1 - x0), y0 + at * (y1 - y0));
    }
  }
  return { places, begins };
}

/**
 * How many places each step gets: one for each cell it crosses, fewer where that would be too many.
 * @param {Float32Array} path
 * @param {import("./ground.js").Ground} ground
 */
function spread(path, { cellWidth, cellHeight }) {
  const points = path.length / 2;
  const wanted = Array.from({ length: points }, (_, i) => {
    if (i === 0) return 0;
    const cells = Math.max(Math.abs(path[2 * i] - path[2 * i - 2]) / cellWidth, Math.abs(path[2 * i + 1] - path[2 * i - 1]) / cellHeight);
    return cells < MOST_BETWEEN ? Math.max(1, Math.ceil(cells)) : MOST_BETWEEN; // nan and inf, too
  });
  const all = wanted.reduce((sum, each) => sum + each, 0);
  const share = Math.min(1, MOST / Math.max(1, all));
  return wanted.map((each, i) => (i === 0 ? 0 : Math.max(1, Math.floor(each * share))));
}

/**
 * From which share to which a segment is inside the picture, after Liang and Barsky (1984); null where it nowhere is.
 * @param {[[number, number], [number, number]]} domain
 * @param {number} x0
 * @param {number} y0
 * @param {number} x1
 * @param {number} y1
 * @returns {[number, number] | null}
 */
export function within([[left, right], [bottom, top]], x0, y0, x1, y1) {
  if (![x0, y0, x1, y1].every(Number.isFinite)) return null;
  let [from, to] = [0, 1];
  for (const [way, room] of [
    [x0 - x1, x0 - left],
    [x1 - x0, right - x0],
    [y0 - y1, y0 - bottom],
    [y1 - y0, top - y0],
  ]) {
    if (way === 0 && room < 0) return null;
    if (way < 0) from = Math.max(from, room / way);
    if (way > 0) to = Math.min(to, room / way);
  }
  return from <= to ? [from, to] : null;
}
