// One optimizer's way over a panel, in pixels: the trail behind it and the head in front.

import { line, marker, polyline } from "./ink.js";

/** How strong the pinned race is drawn, behind the one of now. */
const FAINT = 0.4;
/** Pixels of a trail beyond which it is dense. */
const DENSE = 20_000;
/** The longest movement within a panel. */
const FARTHEST = 5000;

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
 * Whether a trail is so long, many times across the panel, that its dashes lie over each other: they and
 * its halo would only cost time.
 * @param {Float32Array} pixels
 * @param {number} count
 */
function isDense(pixels, count) {
  let length = 0;
  for (let i = 1; i < count && length < DENSE; i++) {
    const along = Math.abs(pixels[2 * i] - pixels[2 * i - 2]) + Math.abs(pixels[2 * i + 1] - pixels[2 * i - 1]);
    length += along < FARTHEST ? along : 0; // neither what is nowhere nor what leaves the panel
  }
  return length >= DENSE;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} pixels
 * @param {number} position
 * @param {{color: string, halo: string, dash: string, width: number, strength?: number}} look
 */
export function drawTrail(context, pixels, position, look) {
  const { globalAlpha } = context;
  context.globalAlpha = globalAlpha * (look.strength ?? 1);
  const count = Math.floor(position) + 1;
  const plain = isDense(pixels, count) ? { dash: "solid", halo: "transparent" } : {};
  line(context, polyline(pixels, count, headAt(pixels, position)), { ...look, ...plain });
  context.globalAlpha = globalAlpha;
}

/**
 * The head is drawn whole even at the very edge of the frame, and not at all outside it.
 * @param {{context: CanvasRenderingContext2D, frame: import("./ink.js").Box}} panel
 * @param {Float32Array} pixels
 * @param {number} position
 * @param {{color: string, halo: string, marker: string, radius: number, strength?: number}} look
 */
export function drawHead({ context, frame }, pixels, position, look) {
  const head = headAt(pixels, position);
  if (!head || !isInside(frame, head)) return;
  const { globalAlpha } = context;
  context.globalAlpha = globalAlpha * (look.strength ?? 1);
  marker(context, head, look);
  context.globalAlpha = globalAlpha;
}

/**
 * @param {{left: number, top: number, width: number, height: number}} frame
 * @param {[number, number]} place
 */
function isInside({ left, top, width, height }, [x, y]) {
  return x >= left - 1 && x <= left + width + 1 && y >= top - 1 && y <= top + height + 1;
}

/** @param {import("./message.js").Scene} scene */
export function running(scene) {
  return scene.tracks.flatMap((track) => (track.row === null ? [] : [{ track, row: track.row }]));
}

/**
 * Everyone who runs, and in which ink.
 * @template Pen
 * @param {import("./message.js").Scene} scene
 * @param {Pen} pen
 */
export function inkOf(scene, pen) {
  return running(scene).map(({ track }) => ({
    track,
    look: { color: track.color, halo: scene.look.halo, dash: track.dash, marker: track.marker, strength: track.ghost ? FAINT : 1, ...pen },
  }));
}
