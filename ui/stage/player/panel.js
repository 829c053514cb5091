// A still Plotly figure with a canvas laid over it. The figure is drawn once; only the canvas moves.

import { plotly } from "./plotly.js";

export class Panel {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.plot = document.createElement("div");
    this.canvas = document.createElement("canvas");
    this.plot.className = "descent-plot";
    this.canvas.className = "descent-ink";
    this.plot.setAttribute("aria-hidden", "true");
    host.replaceChildren(this.plot, this.canvas);
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.frame = { left: 0, top: 0, width: 1, height: 1 };
    this.width = 0;
    this.height = 0;
    this.density = 1;
  }

  /**
   * Draw the figure at this size, and learn where its axes are.
   * @param {{data: object[], layout: Record<string, any>}} figure
   * @param {number} width
   * @param {number} height
   * @param {number} fontSize
   */
  async show(figure, width, height, fontSize) {
    const Plotly = await plotly();
    const layout = { ...figure.layout, width, height, font: { ...figure.layout.font, size: fontSize } };
    await Plotly.react(this.plot, figure.data, layout, { staticPlot: true, responsive: false });
    const { xaxis, yaxis } = /** @type {any} */ (this.plot)._fullLayout;
    this.axes = { x: xaxis, y: yaxis };
    this.frame = { left: xaxis._offset, top: yaxis._offset, width: xaxis._length, height: yaxis._length };
    this.#size(width, height);
  }

  /**
   * Sharp on every screen: as many canvas points as the screen has, up to two a pixel.
   * @param {number} width
   * @param {number} height
   */
  #size(width, height) {
    const density = Math.min(2, globalThis.devicePixelRatio || 1);
    if (this.width !== width || this.height !== height || this.density !== density) {
      Object.assign(this, { width, height, density });
      this.canvas.width = Math.round(width * density);
      this.canvas.height = Math.round(height * density);
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    this.context.setTransform(density, 0, 0, density, 0, 0);
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
