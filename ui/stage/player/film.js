// Pictures of small cells that fill a plate: one for a row of the dials and the moment nearest to the playhead.

import { arrayOf } from "./message.js";

/**
 * @typedef {object} Frames
 * @property {string[]} styles  of what a cell can be: code v is styles[v / levels], the stronger the larger v % levels
 * @property {string} codes     the array (rows or 1, moments, height, width), the lowest line of cells first
 * @property {number} levels
 * @property {boolean} smooth   whether colours run into each other between the middles of the cells
 */

/** How strong the strongest level is: what is drawn over it stays what is seen. */
const STRONGEST = 0.62;

export class Film {
  /**
   * @param {Frames} frames
   * @param {import("./sheet.js").Sheetful} message
   * @param {import("./message.js").Styles} styles
   */
  constructor({ codes, styles: names, levels, smooth }, message, { drawn }) {
    const { values, shape } = arrayOf(message, codes);
    [this.rows, this.moments, this.height, this.width] = shape;
    this.values = values;
    this.smooth = smooth;
    this.colors = names.flatMap((name) => {
      const [red, green, blue] = [1, 3, 5].map((i) => parseInt(drawn[name].color.slice(i, i + 2), 16));
      return Array.from({ length: levels }, (_, level) => [red, green, blue, Math.round((255 * STRONGEST * (level + 1)) / levels)]);
    });
    this.canvas = document.createElement("canvas");
    this.canvas.width = this.width;
    this.canvas.height = this.height;
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.image = this.context.createImageData(this.width, this.height);
    /** Which picture stands on the canvas. */
    this.standing = -1;
  }

  /**
   * @param {import("./panel.js").Panel} panel
   * @param {number} row
   * @param {number} share  of all steps, up to the playhead
   */
  draw({ context, frame }, row, share) {
    const picture = (this.rows > 1 ? row : 0) * this.moments + Math.round(share * (this.moments - 1));
    if (this.standing !== picture) this.#put(picture);
    context.imageSmoothingEnabled = this.smooth;
    context.drawImage(this.canvas, frame.left, frame.top, frame.width, frame.height);
  }

  /** @param {number} picture */
  #put(picture) {
    this.standing = picture;
    const { width, height, image, colors } = this;
    const first = picture * width * height;
    for (let line = 0; line < height; line++) {
      const below = first + (height - 1 - line) * width;
      for (let cell = 0; cell < width; cell++) image.data.set(colors[this.values[below + cell]], 4 * (line * width + cell));
    }
    this.context.putImageData(image, 0, 0);
  }
}
