// Where nothing has the focus, keys scroll the page, as on any other. What scrolls is a part of Streamlit's page, which the
// browser does not know of before it was touched. And Streamlit's own R, which no switch turns off, would run the page again.

import { TAKE_LETTERS } from "../keys.js";

/** How much of the window a page key scrolls. */
const PAGE = 0.875;
/** Pixels. */
const LINE = 40;

/**
 * How far a key scrolls, in pixels; nothing for one that does not.
 * @param {KeyboardEvent} event
 * @param {Element} main
 */
function distance({ code, shiftKey }, { clientHeight, scrollHeight }) {
  const page = PAGE * clientHeight;
  /** @type {Record<string, number>} */
  const distances = { ArrowDown: LINE, ArrowUp: -LINE, PageDown: page, PageUp: -page, Home: -scrollHeight, End: scrollHeight };
  return code === "Space" ? (shiftKey ? -page : page) : distances[code];
}

const isCombined = (/** @type {KeyboardEvent} */ { ctrlKey, altKey, metaKey }) => ctrlKey || altKey || metaKey;

// after everything else on the page has had its use for the key
addEventListener("keydown", (event) => {
  const main = document.querySelector("[data-testid=stMain]");
  if (!main || event.target !== document.body || event.defaultPrevented || isCombined(event)) return;
  const by = distance(event, main);
  if (by === undefined) return;
  event.preventDefault();
  main.scrollBy(0, by);
});

// before Streamlit hears of it
document.body.addEventListener("keydown", (event) => {
  const target = /** @type {Element} */ (event.target);
  if (event.key.toLowerCase() === "r" && !isCombined(event) && !target.closest(TAKE_LETTERS)) event.stopPropagation();
});
