// What is divided by the root, for each variable: a bar along the side of the square whose area is the second moment.

import { significant } from "../numerals.js";
import { Sketch } from "./sketch.js";

const AXES = ["x", "y"];

export class Squares extends Sketch {
  constructor() {
    super("squares");
  }

  /**
   * @param {object} shown
   * @param {[string, string]} shown.divided  the names of what is divided, and of the root
   * @param {import("./workings.js").Line[]} shown.lines
   * @param {import("./workings.js").Values} shown.values
   * @param {number} shown.step
   * @param {number} shown.at  the line that is looked at
   * @param {import("../message.js").Styles} shown.styles
   * @param {Record<string, string>} shown.words
   * @param {import("../player.js").Pen} shown.pen
   */
  draw({ divided, lines, values, step, at, styles, words, pen: asked }) {
    this.clear();
    const pen = { ...asked, size: this.type(asked) };
    const [numerator, root] = divided.map((name) => lines.findIndex((each) => each.name === name));
    const { faint, text, halo } = styles.look;
    const half = this.width / 2;
    this.context.strokeStyle = faint;
    this.context.lineWidth = 1;
    this.context.strokeRect(0.5, 0.5, this.width - 1, this.height - 1);
    AXES.forEach((axis, i) => {
      const row = 1.25 * pen.size;
      const left = i * half + 8;
      const box = Math.max(10, Math.min(half - 16, this.height - 5.4 * row));
      const size = { side: values.at(divided[1], step, i), bar: values.at(divided[0], step, i) };
      const most = Math.max(Math.abs(size.bar), size.side);
      const scale = most > 0 && Number.isFinite(most) ? box / most : 0;
      const said = (/** @type {string} */ name) => significant(values.at(name, step, i), words.notNumber);
      const ink = (/** @type {boolean} */ reached) => (reached ? 1 : 0.25);
      const bottom = row * 1.4 + box;
      const look = { halo, size: Math.max(pen.least, 0.95 * pen.size) };
      this.write(axis, [left, 0.8 * row], { ...look, color: text, bold: true });
      this.#square([left, bottom], size.side * scale, styles, ink(at >= root));
      this.#bar([left, bottom + 4], Math.abs(size.bar) * scale, styles.drawn[lines[numerator].part], halo, ink(at >= numerator));
      const lined = [
        { label: lines[numerator].label, name: divided[0], part: lines[numerator].part, from: numerator },
        { label: "÷ √", name: divided[1], part: "square", from: root },
        { label: "=", name: "share", part: "step", from: root + 1 },
      ];
      lined.forEach(({ label, name, part, from }, k) => {
        if (at >= from)
          this.write(`${label} ${said(name)}`, [left, bottom + 12 + (k + 0.7) * row], { ...look, color: styles.drawn[part].color, bold: k === 2 });
      });
    });
  }

  /**
   * @param {[number, number]} corner  below on the left
   * @param {number} side  in pixels
   * @param {import("../message.js").Styles} styles
   * @param {number} ink
   */
  #square([x, y], side, { drawn }, ink) {
    if (!(side > 0)) return;
    const { context } = this;
    context.save();
    context.strokeStyle = context.fillStyle = drawn.square.color;
    context.globalAlpha = 0.22 * ink;
    context.fillRect(x, y - side, side, side);
    context.globalAlpha = ink;
    context.lineWidth = 2;
    context.strokeRect(x, y - side, side, side);
    context.restore();
  }

  /**
   * @param {[number, number]} begin
   * @param {number} length  in pixels
   * @param {import("../message.js").Drawn} style
   * @param {string} halo
   * @param {number} ink
   */
  #bar([x, y], length, { color }, halo, ink) {
    if (!(length >= 0)) return;
    const { context } = this;
    context.save();
    context.globalAlpha = ink;
    context.fillStyle = halo;
    context.fillRect(x - 1, y - 1, length + 2, 8);
    context.fillStyle = color;
    context.fillRect(x, y, Math.max(1, length), 6);
    context.restore();
  }
}
