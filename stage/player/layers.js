// A static Plotly figure and a canvas laid over it. The figure is drawn once; only the canvas moves.

import { described } from "./described.js";
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
    const asked = { ...layout, width, height, margin, font: { ...layout.font, size: fontSize } };
    await Plotly.react(this.plot, data, asked, { displayModeBar: false, responsive: false, ...config });
    Object.assign(this, { width, height });
    sized(this.canvas, this.context, width, height);
  }

  /** For those who do not see it. @param {string} name @param {string} sentence  what it shows */
  describe(name, sentence) {
    described(this.canvas, name, sentence);
  }

  /**
   * Other values at the axes of the figure that stands there; a fifth of the time that it takes to draw it anew.
   * @param {Record<string, unknown>} changes  by their whole names in the layout
   */
  async relayout(changes) {
    const Plotly = await plotly();
    await Plotly.relayout(this.plot, changes);
  }
}

/**
 * A canvas of this size, sharp on every screen: as many points as the screen has, up to two a pixel. One that has this size
 * already keeps what is drawn on it.
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasRenderingContext2D} context
 * @param {number} width
 * @param {number} height
 */
export function sized(canvas, context, width, height) {
  const density = Math.min(2, globalThis.devicePixelRatio || 1);
  const points = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== points[0] || canvas.height !== points[1]) {
    [canvas.width, canvas.height] = points;
    delete canvas.dataset.smallestType; // it is empty now
  }
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  context.setTransform(density, 0, 0, density, 0, 0);
}

/** No picture is lower than this. */
export const LOWEST = 140;

/**
 * How low a figure may get where the window is low; a projector's large type stands beside that height, not in it.
 * @param {Figure} figure
 * @param {{fontSize: number, projector: boolean}} look
 */
export function lowest({ layout }, { fontSize, projector }) {
  return projector ? Math.ceil(LOWEST + grown(layout.margin.t + layout.margin.b, fontSize)) : LOWEST;
}

/**
 * What a margin of a figure becomes with type of this size.
 * @param {number} room
 * @param {number} fontSize
 */
export function grown(room, fontSize) {
  return (room * fontSize) / DRAWN_FOR;
}
