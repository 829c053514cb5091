// Pictures of small cells that fill a subplot, for a row of the dials and the playhead's place between two moments.

import { arrayOf } from "../message.js";

/**
 * @typedef {object} Frames
 * @property {string[]} styles  of what a cell can be: code v is styles[v / levels], the stronger the larger v % levels
 * @property {string} codes     the array (rows or 1, moments, height, width), the lowest line of cells first
 * @property {number} levels
 */

/** How strong the strongest level is: what is drawn over it stays what is seen. */
const STRONGEST = 0.5;

export class FramesLayer {
  /**
   * @param {Frames} frames
   * @param {import("./figure_grid.js").GridMessage} message
   * @param {import("../message.js").Styles} styles
   */
  constructor({ codes, styles: names, levels }, message, { drawn }) {
    const { values, shape } = arrayOf(message, codes);
    const [rows, moments, height, width] = shape;
    this.rows = rows;
    this.moments = moments;
    this.values = values;
    this.colors = names.flatMap((name) => {
      const [red, green, blue] = [1, 3, 5].map((i) => parseInt(drawn[name].color.slice(i, i + 2), 16));
      return Array.from({ length: levels }, (_, level) => [red, green, blue, Math.round((255 * STRONGEST * (level + 1)) / levels)]);
    });
    /** Of the moment before the playhead and the one after it. */
    this.prints = [new Print(width, height), new Print(width, height)];
  }

  /**
   * While it plays, one picture passes into the next.
   * @param {import("../panel.js").Panel} panel
   * @param {number} row
   * @param {number} share  of all steps, up to the playhead
   */
  draw({ context, frame }, row, share) {
    const first = (this.rows > 1 ? row : 0) * this.moments;
    const moment = Math.floor(share * (this.moments - 1));
    const beyond = share * (this.moments - 1) - moment;
    context.save();
    for (const [next, strength] of [1 - beyond, beyond].entries()) {
      if (!strength) continue;
      context.globalAlpha = strength;
      const picture = first + moment + next;
      context.drawImage(this.prints[(moment + next) % 2].of(picture, this), frame.left, frame.top, frame.width, frame.height);
      context.globalCompositeOperation = "lighter"; // so that both together are as strong as one
    }
    context.restore();
  }
}

/** A canvas with one picture, its cells as points. */
export class Print {
  /**
   * @param {number} width
   * @param {number} height
   */
  constructor(width, height) {
    this.canvas = document.createElement("canvas");
    Object.assign(this.canvas, { width, height });
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.image = this.context.createImageData(width, height);
    this.printed = -1;
  }

  /**
   * The canvas, with this picture on it.
   * @param {number} picture
   * @param {{values: ArrayLike<number>, colors: number[][]}} film
   */
  of(picture, { values, colors }) {
    if (this.printed === picture) return this.canvas;
    this.printed = picture;
    const { width, height, data } = this.image;
    for (let line = 0; line < height; line++) {
      const below = (picture * height + height - 1 - line) * width;
      for (let cell = 0; cell < width; cell++) data.set(colors[values[below + cell]], 4 * (line * width + cell));
    }
    this.context.putImageData(this.image, 0, 0);
    return this.canvas;
  }
}
