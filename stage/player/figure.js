// A static figure alone: in the page's look, as wide and as high as its place.

import { element } from "./element.js";
import { Again, asset, styled, themeOf, UNFETCHED, Unfetched } from "./fetched.js";
import { Layers } from "./layers.js";

/** @typedef {{words: string, figure: string}} Data  what it shows in words, and where it is */

/** @type {WeakMap<Element, {layers: Layers, resized: ResizeObserver, again: Again, draw: () => void, data?: Data}>} */
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
    place.again.done();
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
    drawn = drawn
      .then(() => fit(root, layers, place.data))
      .then(
        () => {
          alert.remove();
          again.done();
        },
        (error) => {
          console.error(error);
          if (!(error instanceof Unfetched)) return;
          if (!alert.isConnected) root.before(alert);
          again.later();
        },
      );
  };
  const alert = element("p", { role: "alert", class: "descent-alert" }, [UNFETCHED]);
  const again = new Again(draw);
  /** @type {{layers: Layers, resized: ResizeObserver, again: Again, draw: () => void, data?: Data}} */
  const place = { layers, resized: new ResizeObserver(draw), again, draw };
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
  const theme = themeOf(root);
  const fontSize = Math.round(parseFloat(getComputedStyle(root).fontSize));
  await layers.react(await asset(data.figure, theme), { width, height, fontSize }, { staticPlot: true });
  root.dataset.shown = data.figure.replace("{theme}", theme);
}
