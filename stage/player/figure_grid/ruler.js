// What stands on a subplot besides the runs: bands along its floor, marks at places of its x axis, and where the dials stand.

import { line, marker, setType, within } from "../ink.js";

/**
 * @typedef {object} Band  a stretch of the x axis
 * @property {number} from
 * @property {number} to
 * @property {string} style  a name among the styles
 * @property {string} label
 *
 * @typedef {object} Mark  a place on the x axis
 * @property {number} at
 * @property {string} label
 */

/** @typedef {import("../panel.js").Panel} Panel */
/** @typedef {import("../message.js").Styles} Styles */
/** @typedef {import("../player.js").Pen} Pen */

/** The height of the bands, in heights of type. */
const TALL = 1.6;

/**
 * A strip along the floor that says in words what its colour means, and a breath of the colour above it.
 * @param {Panel} panel
 * @param {Band[]} bands
 * @param {Styles} styles
 * @param {Pen} pen
 */
export function drawBands(panel, bands, { look, drawn }, { size }) {
  const { context, frame } = panel;
  const floor = frame.top + frame.height;
  context.save();
  setType(context, size, 600);
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { from, to, style, label } of bands) {
    const [left, right] = [across(panel, from), across(panel, to)];
    context.fillStyle = drawn[style].color;
    context.globalAlpha = 0.07;
    context.fillRect(left, frame.top, right - left, frame.height);
    context.globalAlpha = 0.28;
    context.fillRect(left, floor - TALL * size, right - left - 1, TALL * size);
    context.globalAlpha = 1;
    context.fillStyle = look.text;
    if (context.measureText(label).width < right - left - 4) context.fillText(label, (left + right) / 2, floor - (TALL * size) / 2);
  }
  context.restore();
}

/**
 * A dashed line across the picture at each mark, with its name above it, or lower where another name stands there.
 * @param {Panel} panel
 * @param {Mark[]} marks
 * @param {Styles} styles
 * @param {Pen} pen
 */
export function drawMarks(panel, marks, { look }, { size }) {
  const { context, frame } = panel;
  const { left, top, width, height } = frame;
  const lines = [-Infinity, -Infinity, -Infinity];
  context.save();
  setType(context, size, 600);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.fillStyle = look.text;
  for (const { at, label } of marks) {
    const x = across(panel, at);
    if (x < left || x > left + width) continue;
    context.strokeStyle = look.text;
    context.lineWidth = 1.5;
    context.setLineDash([4, 4]);
    context.strokeRect(x, top, 0, height);
    context.setLineDash([]);
    const wide = context.measureText(label).width;
    const from = within(x - wide / 2, left, left + width - wide);
    const line = Math.max(
      0,
      lines.findIndex((taken) => from > taken),
    );
    lines[line] = from + wide + 6;
    const y = top + (line - 0.7) * 1.3 * size;
    context.strokeStyle = look.halo;
    context.lineWidth = 3;
    context.strokeText(label, from, y);
    context.fillText(label, from, y);
  }
  context.restore();
}

/**
 * Where the dials stand: a line across the picture, or a ring around a place.
 * @param {Panel} panel
 * @param {[number, number]} place
 * @param {boolean} acrossPicture
 * @param {Styles} styles
 * @param {Pen} pen
 */
export function drawCursor({ context, frame }, [x, y], acrossPicture, { look }, { width, radius }) {
  const path = new Path2D();
  if (acrossPicture) {
    path.moveTo(x, frame.top);
    path.lineTo(x, frame.top + frame.height);
  } else {
    path.arc(x, y, 1.4 * radius, 0, 2 * Math.PI);
    marker(context, [x, y], { color: look.text, halo: look.halo, marker: "circle", radius: 0.4 * radius });
  }
  line(context, path, { color: look.text, halo: look.halo, dash: "solid", width });
}

/** @param {Panel} panel @param {number} x */
function across(panel, x) {
  return panel.at([x, 0])[0];
}
