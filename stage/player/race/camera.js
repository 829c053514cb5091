// From where a relief is looked at: Plotly turns it, this says where on the screen each of its places is.

/** How far the eye is from the middle, in Plotly's measure; without a vanishing point it changes nothing. */
const DISTANCE = 2;
/** How much of the picture a relief fills at most, across and down; the rest is for the words at its axes. */
const FILLED = { across: 0.84, down: 0.86 };
/** The tilt for which a relief is fitted, in degrees; it keeps its size while it is turned. */
const FITTED_FOR = 38;

/** How high above the floor a race can be looked at, in degrees: what the address allows (`CAMERA_SPANS`). */
export const TILTS = Object.freeze([0, 90]);

/** @typedef {[number, number]} Angles  of the eye around the vertical axis and above the floor, in degrees */

/**
 * The eye as Plotly takes it.
 * @param {Angles} angles
 */
export function eyeAt([turn, tilt]) {
  const [around, above] = [radians(turn), radians(tilt)];
  return {
    x: DISTANCE * Math.cos(above) * Math.cos(around),
    y: DISTANCE * Math.cos(above) * Math.sin(around),
    z: DISTANCE * Math.sin(above),
  };
}

/**
 * The angles at which an eye looks, in whole degrees.
 * @param {{x: number, y: number, z: number}} eye
 * @returns {Angles}
 */
export function anglesOf({ x, y, z }) {
  return [Math.round(degrees(Math.atan2(y, x))), Math.round(degrees(Math.atan2(z, Math.hypot(x, y))))];
}

/**
 * The nearest angles that a race can be looked at from: Plotly lets itself be turned below the floor.
 * @param {Angles} angles
 * @returns {Angles}
 */
export function aboveFloor([turn, tilt]) {
  return [turn, Math.min(Math.max(tilt, TILTS[0]), TILTS[1])];
}

/**
 * The sides of the box, grown until it fits its picture; in Plotly's measure a picture is 2 high.
 * @param {{x: number, y: number, z: number}} sides
 * @param {{width: number, height: number}} picture
 */
export function fitted({ x, y, z }, { width, height }) {
  const around = Math.hypot(x, y);
  const down = z * Math.cos(radians(FITTED_FOR)) + around * Math.sin(radians(FITTED_FOR));
  const grow = 2 * Math.min(FILLED.down / down, (FILLED.across * width) / height / around);
  return { x: grow * x, y: grow * y, z: grow * z };
}

/** @param {number} angle */
function radians(angle) {
  return (angle * Math.PI) / 180;
}

/** @param {number} angle */
function degrees(angle) {
  return (angle * 180) / Math.PI;
}

export class Camera {
  /**
   * What a relief looks like now, on a canvas of this size.
   * @param {Omit<import("../plotted.js").View, "eye">} seen
   * @param {number} width
   * @param {number} height
   */
  constructor({ model, view, projection, scale }, width, height) {
    const [sx, sy, sz] = scale;
    const whole = times(projection, times(view, times(model, [sx, 0, 0, 0, 0, sy, 0, 0, 0, 0, sz, 0, 0, 0, 0, 1])));
    /** Rows of what takes (x, y, z, 1) to pixels across and down: there is no vanishing point, so no division either. */
    this.across = [0, 4, 8, 12].map((i) => (whole[i] * width) / 2);
    this.down = [1, 5, 9, 13].map((i) => (-whole[i] * height) / 2);
    this.across[3] += width / 2;
    this.down[3] += height / 2;
    /** The way in which a place moves towards the eye without moving on the screen. */
    this.towardsEye = towards(whole);
    /** Another text for another view. */
    this.key = [...this.across, ...this.down].map((value) => value.toPrecision(7)).join();
  }

  /**
   * Places as pixels.
   * @param {Float32Array} places  x, y, z, x, y, z, …
   * @returns {Float32Array}       x, y, x, y, …
   */
  pixels(places) {
    const { across: a, down: d } = this;
    const pixels = new Float32Array((2 * places.length) / 3);
    for (let i = 0, j = 0; i < places.length; i += 3, j += 2) {
      const [x, y, z] = [places[i], places[i + 1], places[i + 2]];
      pixels[j] = a[0] * x + a[1] * y + a[2] * z + a[3];
      pixels[j + 1] = d[0] * x + d[1] * y + d[2] * z + d[3];
    }
    return pixels;
  }
}

/**
 * The product of two matrices, columns first as in WebGL.
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
function times(a, b) {
  return Array.from({ length: 16 }, (_, i) => {
    const [column, row] = [Math.floor(i / 4), i % 4];
    return [0, 1, 2, 3].reduce((sum, k) => sum + a[4 * k + row] * b[4 * column + k], 0);
  });
}

/**
 * Square to the rows that make the pixels, and with the depth growing smaller.
 * @param {number[]} m
 * @returns {[number, number, number]}
 */
function towards(m) {
  const [a, b, depth] = [0, 1, 2].map((row) => [m[row], m[4 + row], m[8 + row]]);
  const square = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  const away = square[0] * depth[0] + square[1] * depth[1] + square[2] * depth[2] > 0;
  const [x, y, z] = square.map((each) => (away ? -each : each));
  return [x, y, z];
}
