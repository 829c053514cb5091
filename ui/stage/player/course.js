// One optimizer's way over a panel, in pixels: the trail behind it and the head in front.

import { line, marker, polyline } from "./ink.js";

/**
 * Where the head is between two whole steps.
 * @param {Float32Array} pixels
 * @param {number} position
 * @returns {[number, number] | null}  null when it is nowhere any more
 */
export function headAt(pixels, position) {
  const step = Math.floor(position);
  const share = position - step;
  const [x, y] = [pixels[2 * step], pixels[2 * step + 1]];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const [toX, toY] = [pixels[2 * step + 2], pixels[2 * step + 3]];
  if (share === 0 || !Number.isFinite(toX) || !Number.isFinite(toY)) return [x, y];
  return [x + (toX - x) * share, y + (toY - y) * share];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} pixels
 * @param {number} position
 * @param {{color: string, halo: string, dash: string, width: number}} look
 */
export function drawTrail(context, pixels, position, look) {
  line(context, polyline(pixels, Math.floor(position) + 1, headAt(pixels, position)), look);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} pixels
 * @param {number} position
 * @param {{color: string, halo: string, marker: string, radius: number}} look
 */
export function drawHead(context, pixels, position, look) {
  const head = headAt(pixels, position);
  if (head) marker(context, head, look);
}

/** @param {import("./message.js").Scene} scene */
export function running(scene) {
  return scene.tracks.flatMap((track) => (track.row === null ? [] : [{ track, row: track.row }]));
}
