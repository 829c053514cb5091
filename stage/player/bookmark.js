// Where the playhead stands, for a picture that comes back by itself: made again after the page was cut off, or on a page that
// was loaded again. One that the viewer opens again begins at its beginning.

import { isComingBack, isListening } from "./unheard.js";

/** @typedef {import("./playhead.js").Place} Place */

const NAME = "descent-bookmark";

/** What is played now. @type {{key: string, playhead: import("./playhead.js").Playhead} | undefined} */
let marked;

/** What the page before this one has left here. @type {{key: string, place: Place} | undefined} */
let left = taken();

/**
 * From now on this is what is played.
 * @param {string} key  of the picture
 * @param {import("./playhead.js").Playhead} playhead
 */
export function mark(key, playhead) {
  marked = { key, playhead };
}

/**
 * Where a picture that is shown for the first time was before; undefined where it begins.
 * @param {string} key
 * @returns {Place | undefined}
 */
export function placeOf(key) {
  const before = left ?? (marked && isComingBack() ? { key: marked.key, place: marked.playhead.place } : undefined);
  left = undefined;
  return before?.key === key ? before.place : undefined;
}

/**
 * A browser that lets pages keep nothing throws.
 * @returns {{key: string, place: Place} | undefined}
 */
function taken() {
  try {
    const { away, ...bookmark } = JSON.parse(sessionStorage.getItem(NAME) ?? "{}");
    sessionStorage.removeItem(NAME);
    const { wasDiscarded } = /** @type {Document & {wasDiscarded?: boolean}} */ (document); // Chromium's own
    return away || wasDiscarded ? bookmark : undefined;
  } catch (error) {
    console.info("no place is kept in this browser", error);
  }
}

/** The page may be gone after this: cut off and loaded again, or hidden on a phone that drops it. */
function leave() {
  if (!marked) return;
  const { key, playhead } = marked;
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ key, place: playhead.place, away: !isListening() }));
  } catch (error) {
    console.info("no place is kept in this browser", error);
  }
}

addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => document.hidden && leave());
