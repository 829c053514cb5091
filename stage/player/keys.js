// Keys that work wherever the focus is, unless it is on something that has its own use for them. Those by which a page is
// scrolled, and all of them where the viewer has switched shortcuts off, are the stage's only while it has the focus.

/** By which a page is scrolled. */
const SCROLL = ["Space", "Home", "End"];

const PRESSED_BY_SPACE = "button, a, summary, [role=button], [role=tab], [role=checkbox]";
/** Where letters are written or chosen by; a slider or a button has no use for them. */
export const TAKE_LETTERS =
  "input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=option]";
/** Where pages are turned. Not under the pictures: a remote must still turn the page after something was dragged there. */
const TAKE_PAGES =
  "input[type=range]:not(.descent-scrub, .descent-axis-input), textarea, select, [contenteditable], [role=slider], [role=combobox], [role=listbox], [role=option]";
const HAVE_THEIR_OWN =
  "input, textarea, select, [contenteditable], [role=slider], [role=combobox], [role=listbox], [role=option], [role=radio], [role=tab], .katex";

/** @typedef {Record<string, () => void>} Acts  by the key's place on the keyboard: a Korean keyboard writes no F */

let touched = false;

/**
 * The stage has the focus from when it is entered or touched until something else is: what has the focus in it may be drawn
 * anew, and scenes that are turned change one stage for another.
 * @param {Event} event
 */
function follow({ target }) {
  touched = /** @type {Element | null} */ (target)?.closest?.(".descent-stage") != null;
}
for (const touch of ["focusin", "pointerdown"]) globalThis.document?.addEventListener(touch, follow, true);

/** In full screen there is nothing else. */
const hasFocus = () => touched || document.fullscreenElement !== null;

/** The address may say so (address/shortcuts.py); a name that stands there twice says nothing. */
const areSwitchedOff = () => String(new URLSearchParams(location.search).getAll("shortcuts")) === "off";

/**
 * Space, ← →, Home and End.
 * @param {import("./playhead.js").Playhead} playhead
 * @returns {Acts}
 */
export function playingKeys(playhead) {
  return {
    Space: () => playhead.toggle(),
    ArrowLeft: () => playhead.seek(playhead.step - 1),
    ArrowRight: () => playhead.seek(playhead.step + 1),
    Home: () => playhead.seek(0),
    End: () => playhead.seek(playhead.steps),
  };
}

/**
 * PageDown and PageUp, which a presenter's remote sends. A key that is held turns one page, and every page begins at its top.
 * @param {(by: number) => void} turn
 * @returns {Acts}
 */
export function pageKeys(turn) {
  const turned = (/** @type {number} */ by) => {
    toTop();
    turn(by);
  };
  return { PageDown: () => turned(1), PageUp: () => turned(-1) };
}

/** Where the viewer has scrolled, what comes next would begin in its middle. */
export function toTop() {
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
}

/**
 * What has its own use for a key.
 * @param {string} code
 */
function owners(code) {
  if (code.startsWith("Page")) return TAKE_PAGES;
  return code.startsWith("Key") ? TAKE_LETTERS : HAVE_THEIR_OWN;
}

/**
 * The digits, which answer what is asked.
 * @param {import("./question.js").QuestionCard} question
 * @returns {Acts}
 */
export function answeringKeys(question) {
  return Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`Digit${i + 1}`, () => question.giveNumber(i)]));
}

/**
 * @param {Acts} acts
 * @param {() => void} onChange
 * @param {() => boolean} [applies]  whether the keys do anything now
 * @returns {() => void}  to stop listening
 */
export function listenToKeys(acts, onChange, applies = () => true) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const act = acts[event.code];
    const target = /** @type {Element | null} */ (event.target);
    const elsewhere = owners(event.code);
    if (!act || !applies() || event.ctrlKey || event.altKey || event.metaKey || target?.closest?.(elsewhere)) return;
    if (event.code === "Space" && target?.closest?.(PRESSED_BY_SPACE)) return;
    if ((SCROLL.includes(event.code) || areSwitchedOff()) && !hasFocus()) return;
    event.preventDefault();
    if (event.repeat && elsewhere === TAKE_PAGES) return;
    act();
    onChange();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
