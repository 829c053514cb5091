// The name of an arrow beyond its tip, set as a formula sets it: letters slanted, signs upright.

import { haloed, within } from "../ink.js";

const LETTER = /[a-zα-ω]/;

/**
 * The parts of a name that are set alike.
 * @param {string} label
 */
export function setting(label) {
  /** @type {{signs: string, slanted: boolean}[]} */
  const parts = [];
  for (const sign of label) {
    const slanted = LETTER.test(sign);
    const last = parts.at(-1);
    if (last?.slanted === slanted) last.signs += sign;
    else parts.push({ signs: sign, slanted });
  }
  return parts;
}

/**
 * @param {import("../panel.js").Panel} panel
 * @param {Float32Array} pixels  of the arrow; the second point is its tip
 * @param {string} label
 * @param {{color: string, halo: string, size: number}} look
 */
export function labelArrow({ context, frame }, pixels, label, { color, halo, size }) {
  const [fromX, fromY, x, y] = pixels;
  if (!label || !Number.isFinite(x + y)) return;
  const tall = 1.25 * size;
  const parts = setting(label).map(({ signs, slanted }) => {
    const font = `${slanted ? "italic " : ""}600 ${tall}px serif`;
    context.font = font;
    return { signs, font, wide: context.measureText(signs).width };
  });
  const wide = parts.reduce((sum, part) => sum + part.wide, 0);
  const angle = Math.atan2(y - fromY, x - fromX);
  const [across, down] = [x + (wide / 2 + 0.5 * size) * Math.cos(angle), y + tall * Math.sin(angle)];
  let left = within(across - wide / 2, frame.left + 2, frame.left + frame.width - wide - 2);
  const middle = within(down, frame.top + tall / 2, frame.top + frame.height - tall / 2);
  for (const part of parts) {
    context.font = part.font;
    haloed(context, part.signs, [left, middle], { color, halo });
    left += part.wide;
  }
}
