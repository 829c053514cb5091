// What an area of a picture means: a patch of its colour, hatched as it is, with words beside it.

import { element } from "../element.js";

/**
 * @typedef {object} Area
 * @property {string[]} styles  names among the styles, whose colours the patch has
 * @property {string} label
 * @property {"" | "stripes" | "dots"} hatch
 */

/**
 * @param {Area} area
 * @param {Record<string, {color: string}>} drawn
 */
export function patch({ styles, label, hatch }, drawn) {
  const sign = element("span", { class: "descent-patch", "aria-hidden": "true", "data-hatch": hatch });
  const stops = styles.map((style, i) => `${drawn[style].color} ${(100 * i) / styles.length}% ${(100 * (i + 1)) / styles.length}%`);
  sign.style.setProperty("--colours", `linear-gradient(90deg, ${stops.join(", ")})`);
  return element("span", { class: "descent-area" }, [sign, label]);
}
