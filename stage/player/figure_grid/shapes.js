// What changes its form on a subplot: a line, dots, bars or an area, drawn for a row of the dials and a step of the playhead.

import { line, marker, polyline } from "../ink.js";
import { arrayOf } from "../message.js";

/**
 * @typedef {object} Shape
 * @property {string} style   a name among the styles
 * @property {string} array   of its points (rows or 1, moments, N, 2), the moments evenly over the steps
 * @property {"line" | "dots" | "bars" | "area"} kind  bars stand on 0, an area is inside its points
 * @property {number} width   of a bar, as long as on the x axis; of dots, as a share of a head
 * @property {number[] | null} rows  which row of the points each row of the dials shows, where several show the same one
 * @property {boolean} above  whether it is drawn over the trails; dots always are
 * @property {boolean} thin   whether a line is half as thick as a trail
 */

/** How strong an area is, so that what lies under it is still seen. */
const CLEAR = 0.22;
/** And a bar. */
const FULL = 0.8;

/**
 * The points of a shape between two moments.
 * @param {{values: Float32Array, shape: number[]}} array
 * @param {number} row
 * @param {number} position  of the playhead, in moments
 */
export function formAt({ values, shape: [rows, moments, count] }, row, position) {
  const size = 2 * count;
  const at = (/** @type {number} */ moment) => ((rows > 1 ? row : 0) * moments + moment) * size;
  const moment = moments > 1 ? Math.min(Math.floor(position), moments - 1) : 0;
  const share = moments > 1 && moment < moments - 1 ? position - moment : 0;
  const now = values.subarray(at(moment), at(moment) + size);
  if (!share) return now;
  const next = at(moment + 1);
  return now.map((value, i) => value + (values[next + i] - value) * share);
}

/**
 * @param {import("../panel.js").Panel} panel
 * @param {Shape} shape
 * @param {import("./figure_grid.js").GridMessage} message
 * @param {{row: number, share: number, look: {color: string, halo: string, dash: string, marker: string, width: number, radius: number}}} now
 */
export function drawShape(panel, shape, message, { row, share, look }) {
  const { kind, array, width, rows } = shape;
  const points = arrayOf(message, array);
  const form = formAt(points, rows?.[row] ?? row, share * (points.shape[1] - 1));
  const count = form.length / 2;
  const { context } = panel;
  if (kind === "bars") {
    drawBars(panel, form, width, look);
    return;
  }
  const pixels = panel.laid(form);
  if (kind === "dots") {
    const dots = (/** @type {CanvasRenderingContext2D} */ on) => drawDots(on, pixels, { ...look, radius: width * look.radius });
    if (points.shape[0] * points.shape[1] > 1) dots(context);
    else stamp(panel, shape, JSON.stringify([look, width]), dots);
    return;
  }
  const path = polyline(pixels, count, null);
  if (kind === "area") fill(context, path, look.color, CLEAR);
  else line(context, path, shape.thin ? { ...look, width: look.width / 2 } : look);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} pixels
 * @param {{color: string, halo: string, marker: string, radius: number}} look
 */
function drawDots(context, pixels, look) {
  for (let i = 0; i < pixels.length; i += 2) {
    if (Number.isFinite(pixels[i] + pixels[i + 1])) marker(context, [pixels[i], pixels[i + 1]], look);
  }
}

/** What never changes, drawn once. @type {WeakMap<Shape, {made: string, canvas: HTMLCanvasElement}>} */
const stamps = new WeakMap();

/**
 * Put on the panel what was drawn on a canvas like its own; hundreds of dots would take longer than a frame has.
 * @param {import("../panel.js").Panel} panel
 * @param {Shape} shape
 * @param {string} how
 * @param {(context: CanvasRenderingContext2D) => void} draw
 */
function stamp({ canvas, context, frame }, shape, how, draw) {
  const made = JSON.stringify([canvas.width, canvas.height, frame, how]);
  let known = stamps.get(shape);
  if (known?.made !== made) {
    known = { made, canvas: document.createElement("canvas") };
    known.canvas.width = canvas.width;
    known.canvas.height = canvas.height;
    const own = /** @type {CanvasRenderingContext2D} */ (known.canvas.getContext("2d"));
    own.setTransform(context.getTransform());
    draw(own);
    stamps.set(shape, known);
  }
  context.save();
  context.resetTransform();
  context.drawImage(known.canvas, 0, 0);
  context.restore();
}

/**
 * Each bar in its colour, with an outline in its dash, so that styles differ without colour.
 * @param {import("../panel.js").Panel} panel
 * @param {Float32Array} form
 * @param {number} width
 * @param {{color: string, halo: string, dash: string, width: number}} look
 */
function drawBars(panel, form, width, look) {
  const { context } = panel;
  for (let i = 0; i < form.length / 2; i++) {
    const [x, y] = [form[2 * i], form[2 * i + 1]];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const corners = panel.pixels(
      2,
      (end) => x + (end - 0.5) * width,
      (end) => end * y,
    );
    const path = new Path2D();
    path.rect(corners[0], corners[1], corners[2] - corners[0], corners[3] - corners[1]);
    fill(context, path, look.color, FULL);
    line(context, path, { ...look, width: look.width / 2 });
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {string} color
 * @param {number} strength
 */
function fill(context, path, color, strength) {
  const { globalAlpha } = context;
  context.globalAlpha = globalAlpha * strength;
  context.fillStyle = color;
  context.fill(path);
  context.globalAlpha = globalAlpha;
}
