// A static Plotly figure and a canvas laid over it. The figure is drawn once; only the canvas moves.

import { plotly } from "./plotly.js";

/** The size of type for which a figure's margins are made. */
const DRAWN_FOR = 12;

/** @typedef {{data: object[], layout: Record<string, any>}} Figure */

export class Layers {
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
    this.width = 0;
    this.height = 0;
    this.density = 1;
  }

  /**
   * Draw the figure at this size; its margins grow with its type.
   * @param {Figure} figure
   * @param {{width: number, height: number, fontSize: number}} size
   * @param {object} config
   */
  async react({ data, layout }, { width, height, fontSize }, config) {
    const Plotly = await plotly();
    const margin = Object.fromEntries(Object.entries(layout.margin).map(([side, room]) => [side, grown(room, fontSize)]));
    const sized = { ...layout, width, height, margin, font: { ...layout.font, size: fontSize } };
    await Plotly.react(this.plot, data, sized, { displayModeBar: false, responsive: false, ...config });
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
}

/**
 * What a margin of a figure becomes with type of this size.
 * @param {number} room
 * @param {number} fontSize
 */
export function grown(room, fontSize) {
  return (room * fontSize) / DRAWN_FOR;
}
