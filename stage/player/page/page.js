// The page around everything, ready before Streamlit's own module runs: where the app is, light or dark, and the language.
// Streamlit has no call to switch its theme while it runs, but it follows the system's scheme live. So the viewer's choice,
// `theme` in the address, is told to it as if it were the system's.

import "./connection.js"; // hears Streamlit from its first word
import "./loading.js";

/** @typedef {"light" | "dark"} Scheme */

/** A question that is only about the scheme; whatever asks for more than that gets the system's own answer. */
const ABOUT_SCHEME = /^\s*\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)\s*$/i;
const LANGUAGES = ["ko", "en"];

const system = matchMedia("(prefers-color-scheme: dark)");

/**
 * The one value of a name in the address; a name that stands there twice says nothing (address/address.py).
 * @param {string} name
 * @param {string[]} allowed
 */
function addressed(name, allowed) {
  const values = new URLSearchParams(location.search).getAll(name);
  return values.length === 1 && allowed.includes(values[0]) ? values[0] : undefined;
}

const chosen = () => /** @type {Scheme | undefined} */ (addressed("theme", ["light", "dark"]));

/** @returns {Scheme} */
const shown = () => chosen() ?? (system.matches ? "dark" : "light");

/** Stands for a MediaQueryList about the scheme. */
class SchemeQuery extends EventTarget {
  /**
   * @param {string} media
   * @param {string} scheme  what it asks for
   */
  constructor(media, scheme) {
    super();
    this.media = media;
    this.scheme = scheme.toLowerCase();
    /** @type {((event: Event) => void) | null} */
    this.onchange = null;
    this.addEventListener("change", (event) => this.onchange?.(event));
  }

  get matches() {
    return shown() === this.scheme;
  }

  /** @param {EventListener} listener */
  addListener(listener) {
    this.addEventListener("change", listener);
  }

  /** @param {EventListener} listener */
  removeListener(listener) {
    this.removeEventListener("change", listener);
  }
}

/** One for each way to ask, however often it is asked. @type {Map<string, SchemeQuery>} */
const queries = new Map();
const matchMediaItself = globalThis.matchMedia.bind(globalThis);

globalThis.matchMedia = (/** @type {string} */ media) => {
  const asked = ABOUT_SCHEME.exec(media)?.[1];
  if (!asked) return matchMediaItself(media);
  const query = queries.get(asked) ?? new SchemeQuery(`(prefers-color-scheme: ${asked.toLowerCase()})`, asked);
  queries.set(asked, query);
  return /** @type {MediaQueryList} */ (/** @type {unknown} */ (query));
};

/** In the frame of another page, as Streamlit reads it: for as long as the page is open. */
const isEmbedded = [...new URLSearchParams(location.search)].some((pair) => pair.join("=").toLowerCase() === "embed=true");
document.documentElement.toggleAttribute("data-embedded", isEmbedded);

/** @type {Scheme | undefined} */
let before;

/**
 * Do what the address and the system say now. The address changes with every slider: what the root has already is not
 * set again, or the browser would look through the whole page for what follows from it.
 */
function follow() {
  const root = document.documentElement;
  const lang = addressed("lang", LANGUAGES) ?? (navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en");
  const scheme = chosen() ?? "light dark";
  if (root.lang !== lang) root.lang = lang;
  if (root.style.colorScheme !== scheme) root.style.colorScheme = scheme;
  root.toggleAttribute("data-projector", addressed("projector", ["on"]) !== undefined);
  followScheme();
}

function followScheme() {
  const scheme = shown();
  if (before !== undefined && before !== scheme)
    for (const query of queries.values()) query.dispatchEvent(new MediaQueryListEvent("change", { media: query.media, matches: query.matches }));
  before = scheme;
}

/** Streamlit changes the address through these two, which tell nobody. */
for (const name of /** @type {const} */ (["pushState", "replaceState"])) {
  const itself = history[name].bind(history);
  history[name] = (...what) => {
    itself(...what);
    follow();
  };
}
addEventListener("popstate", follow);
system.addEventListener("change", follow);
follow();

/**
 * What some other app at this address once chose in Streamlit's own menu, which we do not show, would stand above ours.
 * A browser that lets pages keep nothing throws, and has nothing to forget.
 */
function forgetOthersTheme() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(`stActiveTheme-${location.pathname}`)) localStorage.removeItem(key);
  } catch (error) {
    console.info("nothing is kept in this browser", error);
  }
}
forgetOthersTheme();

// Every page stands right under the app, so Streamlit need not guess where its server is by asking. It is asked things
// by this page alone, also inside the frame of another (connection.js), which says in the page's language what errors there are.
Object.assign(globalThis, {
  __streamlit: {
    BACKEND_BASE_URL: new URL("./", document.baseURI).href,
    HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false, blockErrorDialogs: true },
  },
});

// These have time until there is something to see.
import("./boxes.js");
import("./copy_link.js");
import("./current_link.js");
import("./dropdowns.js");
import("./follow.js");
import("./labels.js");
import("./links.js");
import("./playlist.js");
import("./scrollable_formulas.js");
import("./scrolling.js");
import("./sidebar.js");
