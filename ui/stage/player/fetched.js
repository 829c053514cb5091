// What a player fetches besides its messages: still figures, and the one style sheet.

import { element } from "./element.js";

/** @type {Map<string, Promise<any>>} */
const stills = new Map();

/**
 * A still figure, fetched once: its address names its content.
 * @param {string} address
 */
export function still(address) {
  let figure = stills.get(address);
  if (!figure) {
    figure = fetch(new URL(address, document.baseURI)).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${address}`);
      return answer.json();
    });
    figure.catch(() => stills.delete(address));
    stills.set(address, figure);
    if (stills.size > 32) stills.delete(/** @type {string} */ (stills.keys().next().value));
  }
  return figure;
}

/** @type {Promise<void> | undefined} */
let styles;

/** The stage's style sheet, once in the page and in force before anything is shown. */
export function styled() {
  if (document.querySelector("style[data-descent]")) return Promise.resolve();
  styles ??= new Promise((resolve) => {
    const link = element("link", { rel: "stylesheet", href: new URL("./stage.css", import.meta.url).href });
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });
  return styles;
}

/**
 * Whether the page around an element is light or dark, by the brightness of its ground.
 * @param {HTMLElement} root
 * @returns {"light" | "dark"}
 */
export function themeOf(root) {
  const [red, green, blue] = (getComputedStyle(root).backgroundColor.match(/[\d.]+/g) ?? ["255", "255", "255"]).map(Number);
  return 0.3 * red + 0.6 * green + 0.1 * blue < 128 ? "dark" : "light";
}
