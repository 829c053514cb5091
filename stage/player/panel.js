// A figure with two axes and the canvas over it, which knows where on the axes each of its pixels is.

import { Layers } from "./layers.js";
import { axesOf } from "./plotted.js";

export class Panel extends Layers {
  /** @param {HTMLElement} host */
  constructor(host) {
    super(host);
    this.frame = { left: 0, top: 0, width: 1, height: 1 };
  }

  /**
   * Draw the figure at this size, and learn where its axes are.
   * @param {import("./layers.js").Figure} figure
   * @param {{width: number, height: number, fontSize: number}} size
   */
  async show(figure, size) {
    await this.react(figure, size, { staticPlot: true });
    this.axes = axesOf(this.plot);
    this.frame = this.axes.frame;
  }

  /**
   * The same points in pixels of this panel.
   * @param {number} count
   * @param {(i: number) => number} x
   * @param {(i: number) => number} y
   */
  pixels(count, x, y) {
    const { left, top, width, height } = this.frame;
    const across = scale(this.axes?.x, left, width);
    const down = scale(this.axes?.y, top + height, -height);
    const pixels = new Float32Array(2 * count);
    for (let i = 0; i < count; i++) {
      pixels[2 * i] = across(x(i));
      pixels[2 * i + 1] = down(y(i));
    }
    return pixels;
  }

  /**
   * The place on the axes under a point of the screen.
   * @param {{clientX: number, clientY: number}} pointer
   * @returns {[number, number]}
   */
  under({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    const { left, top, width, height } = this.frame;
    const [x0, x1] = this.axes?.x.range ?? [0, 1];
    const [y0, y1] = this.axes?.y.range ?? [0, 1];
    const across = (clientX - box.left - left) / width;
    const up = 1 - (clientY - box.top - top) / height;
    return [x0 + across * (x1 - x0), y0 + up * (y1 - y0)];
  }

  /** An empty canvas that draws only inside the frame until `release`. */
  clear() {
    const { left, top, width, height } = this.frame;
    this.context.clearRect(0, 0, this.width, this.height);
    this.context.save();
    this.context.beginPath();
    this.context.rect(left, top, width, height);
    this.context.clip();
  }

  release() {
    this.context.restore();
  }
}

/**
 * From a value on an axis to its pixel. On a logarithmic axis 0 stands at the very edge below.
 * @param {{range: number[], type: string} | undefined} axis
 * @param {number} origin
 * @param {number} length
 */
function scale(axis, origin, length) {
  const [low, high] = axis?.range ?? [0, 1];
  const slope = length / (high - low);
  if (axis?.type !== "log") return (/** @type {number} */ value) => origin + (value - low) * slope;
  return (/** @type {number} */ value) => origin + (value > 0 ? (Math.log10(value) - low) * slope : value === 0 ? 0 : NaN);
}
