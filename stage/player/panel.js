// A figure with two axes and the canvas over it, which knows where on the axes each of its pixels is.

import { Layers } from "./layers.js";
import { axesOf } from "./plotted.js";
import { onPress } from "./pressed.js";

export class Panel extends Layers {
  /** @param {HTMLElement} host */
  constructor(host) {
    super(host);
    this.frame = { left: 0, top: 0, width: 1, height: 1 };
    /** The figure that stands there now, its size, and what is different at its axes. */
    this.shown = { figure: /** @type {import("./layers.js").Figure | undefined} */ (undefined), size: "", axes: flat({}) };
  }

  /**
   * Draw the figure at this size, unless it stands there already, and learn where its axes are.
   * @param {import("./layers.js").Figure} figure
   * @param {{width: number, height: number, fontSize: number}} size
   * @param {Record<string, object>} [axes]  what is different at them, by their names in the layout
   */
  async show(figure, size, axes = {}) {
    const now = { figure, size: JSON.stringify(size), axes: flat(axes) };
    const stands = this.shown.figure === figure && this.shown.size === now.size;
    const changed = differing(this.shown.axes, now.axes);
    if (stands && changed && !Object.keys(changed).length) return;
    if (stands && changed) await this.relayout(changed);
    else {
      const { data, layout } = figure;
      const others = Object.fromEntries(Object.entries(axes).map(([name, change]) => [name, { ...layout[name], ...change }]));
      await this.react({ data, layout: { ...layout, ...others } }, size, { staticPlot: true });
    }
    this.axes = axesOf(this.plot);
    this.frame = this.axes.frame;
    this.shown = now;
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

  /** Points x, y, x, y, … in pixels of this panel. @param {Float32Array | Float64Array} points */
  laid(points) {
    return this.pixels(
      points.length / 2,
      (i) => points[2 * i],
      (i) => points[2 * i + 1],
    );
  }

  /** One point. @param {[number, number]} place @returns {[number, number]} */
  at(place) {
    const [x, y] = this.laid(Float64Array.of(...place));
    return [x, y];
  }

  /** A height over each step. @param {number} count @param {(step: number) => number} height */
  over(count, height) {
    return this.pixels(count, (i) => i, height);
  }

  /** Pressing or dragging here goes to a place along x. @param {(x: number) => void} go */
  onSeek(go) {
    onPress(this.canvas, (event) => go(this.under(event)[0]));
  }

  /** A line up through the picture. @param {number} share  of the way across @param {string} color */
  upright(share, color) {
    const { left, top, width, height } = this.frame;
    this.context.strokeStyle = color;
    this.context.lineWidth = 1.5;
    this.context.strokeRect(left + width * share, top - 2, 0, height + 4);
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

  /**
   * The place under a point of the screen; undefined outside the axes.
   * @param {{clientX: number, clientY: number}} pointer
   */
  inside(pointer) {
    const box = this.canvas.getBoundingClientRect();
    const { left, top, width, height } = this.frame;
    const [across, down] = [pointer.clientX - box.left - left, pointer.clientY - box.top - top];
    return this.axes && across >= 0 && down >= 0 && across <= width && down <= height ? this.under(pointer) : undefined;
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
 * What is different at the axes, each setting by its whole name.
 * @param {Record<string, object>} axes
 * @returns {Record<string, unknown>}
 */
function flat(axes) {
  const named = Object.entries(axes).flatMap(([axis, change]) => Object.entries(change).map(([key, value]) => [`${axis}.${key}`, value]));
  return Object.fromEntries(named);
}

/**
 * The settings whose values have changed, undefined where there are others than before. Each one that is named costs Plotly
 * an axis drawn anew.
 * @param {Record<string, unknown>} before
 * @param {Record<string, unknown>} now
 */
export function differing(before, now) {
  const names = Object.keys(now);
  if (String(names) !== String(Object.keys(before))) return undefined;
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
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

/** From one label of a loss axis to the next, at least, in heights of its type. */
const LABEL_DISTANCE = 2.8;

/**
 * How many powers of ten apart there is room for the labels of an axis.
 * @param {[number, number]} range  in powers of ten
 * @param {{height: number, fontSize: number}} size
 */
export function decadesApart([low, high], { height, fontSize }) {
  return Math.max(1, Math.ceil((high - low) / Math.max(1, height / (LABEL_DISTANCE * fontSize))));
}
