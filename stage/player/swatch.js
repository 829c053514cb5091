// A piece of line with its marker, as an optimizer is drawn.

import { element } from "./element.js";
import { line, marker, polyline } from "./ink.js";

/**
 * A piece of the optimizer's line with its marker, as on the map.
 * @param {import("./message.js").Drawn} track
 * @param {string} halo
 */
export function swatch({ color, dash, marker: shape }, halo) {
  const canvas = element("canvas", { width: "68", height: "32", class: "descent-swatch", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  context.scale(2, 2);
  line(context, polyline(Float32Array.of(1, 8, 33, 8), 2, null), { color, halo, dash, width: 2.5 });
  marker(context, [17, 8], { color, halo, marker: shape, radius: 5 });
  return canvas;
}
