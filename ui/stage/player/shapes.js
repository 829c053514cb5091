// What changes its form on a plate: a line, dots, bars or an area, drawn for a row of the dials and a step of the playhead.

import { line, marker, polyline } from "./ink.js";
import { arrayOf } from "./message.js";

/**
 * @typedef {object} Shape
 * @property {string} style   a name among the styles
 * @property {string} array   of its points (rows or 1, steps + 1 or 1, N, 2)
 * @property {"line" | "dots" | "bars" | "area"} kind  bars stand on 0, an area is inside its points
 * @property {number} width   of a bar, as long as on the x axis
 * @property {number[] | null} rows  which row of the points each row of the dials shows, where several show the same one
 */

/** How strong an area is, so that what lies under it is still seen. */
const CLEAR = 0.22;
/** And a bar. */
const FULL = 0.8;

/**
 * The points of a shape between two steps.
 * @param {{values: Float32Array, shape: number[]}} array
 * @param {number} row
 * @param {number} position  of the playhead
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
 * @param {import("./panel.js").Panel} panel
 * @param {Shape} shape
 * @param {import("./sheet.js").Sheetful} message
 * @param {{row: number, position: number, look: {color: string, halo: string, dash: string, marker: string, width: number, radius: number}}} now
 */
export function drawShape(panel, { kind, array, width, rows }, message, { row, position, look }) {
  const form = formAt(arrayOf(message, array), rows?.[row] ?? row, position);
  const count = form.length / 2;
  const { context } = panel;
  if (kind === "bars") {
    drawBars(panel, form, width, look);
    return;
  }
  const pixels = panel.pixels(count, (i) => form[2 * i], (i) => form[2 * i + 1]);
  if (kind === "dots") {
    for (let i = 0; i < count; i++) {
      if (Number.isFinite(pixels[2 * i] + pixels[2 * i + 1])) marker(context, [pixels[2 * i], pixels[2 * i + 1]], { ...look, radius: 0.75 * look.radius });
    }
    return;
  }
  const path = polyline(pixels, count, null);
  if (kind === "area") fill(context, path, look.color, CLEAR);
  else line(context, path, look);
}

/**
 * Each bar in its colour, with an outline in its dash, so that styles differ without colour.
 * @param {import("./panel.js").Panel} panel
 * @param {Float32Array} form
 * @param {number} width
 * @param {{color: string, halo: string, dash: string, width: number}} look
 */
function drawBars(panel, form, width, look) {
  const { context } = panel;
  for (let i = 0; i < form.length / 2; i++) {
    const [x, y] = [form[2 * i], form[2 * i + 1]];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const corners = panel.pixels(2, (end) => x + (end - 0.5) * width, (end) => end * y);
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
