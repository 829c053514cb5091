// A figure whose image is painted here: cells in the colours of the figure's palette, which come with the message.

import { arrayOf } from "../message.js";
import { Print } from "./frames.js";

/** @typedef {import("../layers.js").Figure} Figure */

export class Cells {
  constructor() {
    /** What was painted last. @type {{figure: Figure, codes: ArrayLike<number>, painted: Figure} | undefined} */
    this.last = undefined;
  }

  /**
   * The figure with its image; the same object again for the same figure and cells, so that nobody draws it again.
   * @param {Figure} figure
   * @param {import("./figure_grid.js").GridMessage} message
   * @param {string} name  of the array (height, width): the number of each cell's colour, the lowest line first
   * @returns {Figure}
   */
  in(figure, message, name) {
    const { values: codes, shape } = arrayOf(message, name);
    if (this.last?.figure === figure && isSame(this.last.codes, codes)) return this.last.painted;
    const [height, width] = shape;
    const colors = figure.layout.meta.palette.map((/** @type {number[]} */ color) => [...color, 255]);
    const source = new Print(width, height).of(0, { values: codes, colors }).toDataURL();
    const painted = { data: figure.data, layout: { ...figure.layout, images: [{ ...figure.layout.images[0], source }] } };
    this.last = { figure, codes, painted };
    return painted;
  }
}

/** @param {ArrayLike<number>} one @param {ArrayLike<number>} other */
function isSame(one, other) {
  return one.length === other.length && Array.prototype.every.call(one, (code, i) => code === other[i]);
}
