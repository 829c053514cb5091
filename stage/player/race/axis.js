// What all who race do with every value of a slider, computed before in Python (ui/common/race_axis.py): a scene for each.

import { bytesOf, inflated } from "../message.js";

/**
 * @typedef {object} AxisData
 * @property {string[]} values   as they stand in the address, from the lowest on
 * @property {string[][]} rates   of each who races, its learning rate with each value, as text
 * @property {number} points     of a run
 * @property {string} path       codes (values, racers, 2, points): differences along a run, low bytes first, deflated
 * @property {string} height     codes (values, racers, points), in the same way
 * @property {(number | null)[][]} last   height of each who races, with each value, at the last step, in six digits
 * @property {[number, number]} span  of the heights: powers of ten where they are logarithmic
 * @property {boolean} logarithmic
 * @property {number[][]} verdicts  of each who races, with each value, at the last step
 * @property {number[][]} left      the step at which it left the plot for good, or -1
 * @property {(number | null)[][]} slope     |∇f| at the last step, null where it is no number
 * @property {(number | null)[][]} distance  to the nearest minimum then
 * @property {number[][]} regimes   what the value does
 * @property {(number | null)[][]} limits   the learning rate above which each would not settle; of none where not looked for
 *
 * @typedef {import("../message.js").Scene} Scene
 */

/** The largest code of a number; the next one says that there is none (race_axis.py). */
const LEVELS = 65_534;
/** So many plots beyond each edge a place is told. */
const AROUND = 6;

export class Axis {
  /**
   * @param {AxisData} data
   * @param {Uint16Array} path
   * @param {Uint16Array} height
   */
  constructor(data, path, height) {
    this.data = data;
    this.path = path;
    this.height = height;
  }

  get values() {
    return this.data.values;
  }

  get regimes() {
    return this.data.regimes;
  }

  /** @param {AxisData} data */
  static async unpack(data) {
    const [path, height] = await Promise.all([data.path, data.height].map((packed) => codes(packed, data.points)));
    return new Axis(data, path, height);
  }

  /**
   * The scene as it would be with one of the values. The gradient, the distance and how a run stands are told of the last
   * step alone.
   * @param {Scene} scene
   * @param {number} place  of the value
   * @returns {Scene}
   */
  sceneAt(scene, place) {
    const { data } = this;
    const racers = data.rates.length;
    const { points } = data;
    const path = scene.path.slice();
    const height = scene.height.slice();
    for (let racer = 0; racer < racers; racer++) {
      const run = place * racers + racer;
      for (const [axis, [low, high]] of scene.domain.entries()) {
        const beyond = AROUND * (high - low);
        const from = (2 * run + axis) * points;
        decode(this.path.subarray(from, from + points), [low - beyond, high + beyond], path.subarray(2 * racer * points), axis, 2);
      }
      decode(this.height.subarray(run * points, (run + 1) * points), data.span, height.subarray(racer * points), 0, 1);
    }
    if (data.logarithmic) for (let i = 0; i < racers * points; i++) height[i] = 10 ** height[i];
    const said = Float64Array.from(height);
    const codes = this.height.subarray(place * racers * points, (place + 1) * racers * points);
    for (let i = 0; i < codes.length; i++) if (codes[i] === LEVELS || (codes[i] === 0 && !data.logarithmic)) said[i] = NaN; // beyond what is told
    for (const [racer, each] of data.last.entries()) {
      const last = (racer + 1) * points - 1;
      height[last] = each[place] ?? height[last];
      said[last] = each[place] ?? height[last];
    }
    const [slope, distance] = [data.slope, data.distance].map((told) => {
      const known = new Float64Array(scene.slope.length).fill(NaN);
      told.forEach((each, racer) => {
        known[(racer + 1) * points - 1] = each[place] ?? NaN;
      });
      return known;
    });
    const tracks = scene.tracks.map((track) =>
      track.ghost || track.row === null ? track : { ...track, ...this.#running(track.row, place, scene.steps), limit: this.#limit(track, place) },
    );
    return { ...scene, path, height, said, slope, distance, tracks };
  }

  /** Its own, or that of the race on show where none were looked for. @param {import("../message.js").Track} track @param {number} place */
  #limit({ row, limit }, place) {
    return this.data.limits[row ?? 0]?.[place] ?? limit;
  }

  /**
   * @param {number} racer
   * @param {number} place
   * @param {number} steps
   */
  #running(racer, place, steps) {
    const leftAt = this.data.left[racer][place];
    return {
      rate: this.data.rates[racer][place],
      verdicts: /** @type {[number, number | null][]} */ ([
        [0, null],
        [steps, this.data.verdicts[racer][place]],
      ]),
      leaves: /** @type {[number, number][]} */ (
        leftAt < 0
          ? [[0, -1]]
          : [
              [0, -1],
              [leftAt, leftAt],
            ]
      ), // prettier-ignore
    };
  }
}

/**
 * @param {string} packed
 * @param {number} points
 */
async function codes(packed, points) {
  const planes = await inflated(bytesOf(packed));
  const count = planes.length / 2;
  const found = new Uint16Array(count);
  for (let i = 0; i < count; i++) found[i] = planes[i] + 256 * planes[count + i] + (i % points ? found[i - 1] : 0);
  return found;
}

/**
 * Codes as the numbers that they tell, every `apart` places from `first` on.
 * @param {Uint16Array} codes
 * @param {[number, number]} span
 * @param {import("../message.js").Numbers} into
 * @param {number} first
 * @param {number} apart
 */
function decode(codes, [low, high], into, first, apart) {
  const size = (high - low) / LEVELS;
  for (let i = 0; i < codes.length; i++) into[apart * i + first] = codes[i] > LEVELS ? NaN : low + codes[i] * size;
}
