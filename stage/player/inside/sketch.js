// An empty picture of our own, without axes: a canvas as sharp as the screen, with a title above it.

import { described } from "../described.js";
import { element } from "../element.js";
import { haloed, setType } from "../ink.js";
import { sized } from "../layers.js";

const SMALLEST = 11;

/** @typedef {Pick<import("../player.js").Pen, "size" | "least">} Type */

export class Sketch {
  /** @param {string} name */
  constructor(name) {
    this.title = element("span", { class: "descent-title" });
    this.canvas = element("canvas", { class: "descent-sketch" });
    this.host = element("figure", { class: "descent-subplot", "data-picture": name }, [element("figcaption", {}, [this.title]), this.canvas]);
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.width = 0;
    this.height = 0;
  }

  /** For those who do not see it. @param {string} name @param {string} sentence  what it shows */
  describe(name, sentence) {
    described(this.canvas, name, sentence);
  }

  /** @param {number} width @param {number} height */
  size(width, height) {
    Object.assign(this, { width, height });
    sized(this.canvas, this.context, width, height);
  }

  /** The size of type where the picture is small: names leave room for what they name. @param {Type} pen */
  type({ size, least }) {
    return Math.max(SMALLEST, least, Math.min(size, this.height / 13));
  }

  clear() {
    this.context.clearRect(0, 0, this.width, this.height);
  }

  get frame() {
    return { left: 0, top: 0, width: this.width, height: this.height };
  }

  /**
   * Words at a place, with a halo so that they can be read over lines.
   * @param {string} words
   * @param {[number, number]} place
   * @param {{color: string, halo: string, size: number, align?: CanvasTextAlign, bold?: boolean}} look
   */
  write(words, place, { color, halo, size, align = "left", bold = false }) {
    const { context } = this;
    setType(context, size, bold ? 600 : 400);
    context.textAlign = align;
    haloed(context, words, place, { color, halo });
    context.textAlign = "left";
  }
}
