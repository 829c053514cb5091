// Where a run has left the picture: an arrow at the edge, and the step at which it left.

import { arrow, edgeLabel } from "./ink.js";
import { inForce } from "./message.js";

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
