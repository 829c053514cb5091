// What every value of a slider does to a grid, computed before in Python (stage/figure_grid.py): a row of all arrays for each.

import { bytesOf, inflate, unpack } from "../message.js";

/** @typedef {import("./figure_grid.js").GridMessage} GridMessage */

export class Rows {
  /**
   * @param {string[]} values
   * @param {number[][]} regimes
   * @param {any} grid  the part of a message that is the values' own
   */
  constructor(values, regimes, grid) {
    this.values = values;
    this.regimes = regimes;
    this.grid = grid;
  }

  /** @param {{values: string[], rows: string, regimes: number[][]}} told */
  static async unpack({ values, rows, regimes }) {
    const grid = unpack(bytesOf(rows));
    await inflate(grid);
    return new Rows(values, regimes, grid);
  }

  /**
   * The message as it would be, but for pictures that the values do not change, and for those of many cells: they take too
   * long to compute for every value.
   * @param {GridMessage} message
   * @returns {GridMessage}
   */
  over(message) {
    const { grid } = this;
    const own = new Map(grid.subplots.map((/** @type {any} */ subplot) => [subplot.key, subplot]));
    const subplots = message.subplots.map((subplot) => ({ ...subplot, ...own.get(subplot.key), cells: subplot.cells, frames: subplot.frames }));
    return { ...message, ...grid, subplots, arrays: { ...message.arrays, ...grid.arrays } };
  }
}
