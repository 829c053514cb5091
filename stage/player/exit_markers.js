// Where a run has left the picture: an arrow at the edge, and the step at which it left.

import { arrow, crossing, edgeLabel } from "./ink.js";
import { inForce } from "./message.js";
import { headAt } from "./trajectory.js";

/** @typedef {{place: [number, number], angle: number}} WayOut  where on the edge, in pixels, and which way */

/**
 * @typedef {object} Leaver
 * @property {[number, number][]} leaves  [step from which on, step at which it left the picture, or -1 inside]
 * @property {{color: string, halo: string, size: number}} look
 * @property {(leftAt: number) => WayOut | null} edge
 */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("./ink.js").Box} frame
 * @param {Record<string, string>} words
 * @param {number} position
 * @param {Leaver[]} runners
 */
export function exitMarkers(context, frame, words, position, runners) {
  /** @type {import("./ink.js").Box[]} */
  const taken = [];
  for (const { leaves, look, edge } of runners) {
    const leftAt = inForce(leaves, Math.floor(position));
    const way = leftAt > 0 ? edge(leftAt) : null;
    if (!way) continue;
    arrow(context, way.place, way.angle, look);
    edgeLabel(context, frame, way.place, taken, { ...look, label: words.leftAt.replace("{step}", String(leftAt)) });
  }
}

/**
 * Where the step that left crosses the frame, and which way.
 * @param {import("./ink.js").Box} frame
 * @param {Float32Array} pixels
 * @param {number} leftAt
 * @returns {WayOut | null}
 */
export function wayOut(frame, pixels, leftAt) {
  const from = headAt(pixels, leftAt - 1);
  if (!from) return null;
  const to = headAt(pixels, leftAt) ?? from;
  return { place: crossing(frame, from, to), angle: Math.atan2(to[1] - from[1], to[0] - from[0]) };
}
