// A still figure alone: in the page's look, as wide and as high as its place.

import { Layers } from "./layers.js";
import { still, styled, themeOf } from "./fetched.js";

/** @typedef {{words: string, light: string, dark: string}} Data  what it shows in words, and where it is */

/** @type {WeakMap<Element, {layers: Layers, resized: ResizeObserver, draw: () => void, data?: Data}>} */
const places = new WeakMap();

/**
 * Streamlit calls this at the first showing, with every new figure, and when the page turns light or dark.
 * @param {{data: Data, parentElement: HTMLElement}} component
 */
export default async function show({ data, parentElement }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".descent-figure"));
  await styled();
  const place = places.get(root) ?? opened(root);
  place.data = data;
  root.setAttribute("role", "img");
  root.setAttribute("aria-label", data.words);
  place.draw();
  return () => {
    place.resized.disconnect();
    places.delete(root);
  };
}

/** @param {HTMLElement} root */
function opened(root) {
  const layers = new Layers(root);
  let drawn = Promise.resolve();
  /** One after the other, and always what was told last. */
  const draw = () => {
    drawn = drawn.then(() => fit(root, layers, place.data)).catch((error) => console.error(error));
  };
  /** @type {{layers: Layers, resized: ResizeObserver, draw: () => void, data?: Data}} */
  const place = { layers, resized: new ResizeObserver(draw), draw };
  place.resized.observe(root);
  places.set(root, place);
  return place;
}

/**
 * @param {HTMLElement} root
 * @param {Layers} layers
 * @param {Data | undefined} data
 */
async function fit(root, layers, data) {
  const { clientWidth: width, clientHeight: height } = root;
  if (!data || !width) return;
  const address = data[themeOf(root)];
  const fontSize = Math.round(parseFloat(getComputedStyle(root).fontSize));
  await layers.react(await still(address), { width, height, fontSize }, { staticPlot: true });
  root.dataset.shown = address;
}
