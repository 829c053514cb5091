// What a player fetches besides its messages: assets, and the one style sheet. What could not be fetched is asked for again.

import { element } from "./element.js";

/** @typedef {string | {light: string, dark: string}} Place  where an asset is: an address with a place for the theme, or one for each */

/** Milliseconds after which nobody waits for an answer any more. */
const PATIENCE = 60_000;
/** Milliseconds until the first time that something is asked for again; then twice as long each time, up to the longest. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/** What is said of it where the words of the page's language are not known. */
export const UNFETCHED = "그림을 아직 받지 못해 서버에 다시 요청하고 있습니다. · The picture has not arrived yet; asking the server again.";

/** The server did not give what was asked for; a little later it may. */
export class Unfetched extends Error {}

/** @type {Map<string, Promise<any>>} */
const assets = new Map();

/**
 * An asset, fetched once: its address says what it is.
 * @param {Place} place
 * @param {"light" | "dark"} theme
 */
export function asset(place, theme) {
  const address = typeof place === "string" ? place.replace("{theme}", theme) : place[theme];
  let figure = assets.get(address);
  if (!figure) {
    figure = fetchJson(address);
    figure.catch(() => assets.delete(address));
    assets.set(address, figure);
    if (assets.size > 32) assets.delete(/** @type {string} */ (assets.keys().next().value));
  }
  return figure;
}

/**
 * What the server has at an address. Throws Unfetched where it gives nothing in time.
 * @param {string} address
 * @param {number} [patience]  in milliseconds
 */
export async function fetchJson(address, patience = PATIENCE) {
  try {
    const answer = await fetch(new URL(address, document.baseURI), { signal: AbortSignal.timeout?.(patience) });
    if (answer.ok) return await answer.json();
    throw new Error(`${answer.status} ${await answer.text()}`);
  } catch (error) {
    throw new Unfetched(`${address.slice(0, 200)}: ${error}`);
  }
}

/** Does something again after a while, and as soon as the browser is online again: later and later, until it is done. */
export class Again {
  /** @param {() => void} act */
  constructor(act) {
    this.act = act;
    this.pause = FIRST_PAUSE;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  later() {
    this.#forget();
    this.timer = setTimeout(this.#now, this.pause);
    this.pause = Math.min(2 * this.pause, LONGEST_PAUSE);
    globalThis.addEventListener("online", this.#now);
  }

  done() {
    this.#forget();
    this.pause = FIRST_PAUSE;
  }

  #now = () => {
    this.#forget();
    this.act();
  };

  #forget() {
    clearTimeout(this.timer);
    globalThis.removeEventListener("online", this.#now);
  }
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
