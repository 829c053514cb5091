// Space, ← →, Home and End, wherever the focus is, unless it is on something that has its own use for them.

const PRESSED_BY_SPACE = "button, a, summary, [role=button], [role=tab], [role=checkbox]";
const HAVE_THEIR_OWN = "input, textarea, select, [contenteditable], [role=slider], [role=combobox], [role=listbox], [role=option], [role=radio], [role=tab], .katex";

/**
 * @param {import("./playhead.js").Playhead} playhead
 * @param {() => void} onChange
 * @returns {() => void}  to stop listening
 */
export function listenToKeys(playhead, onChange) {
  /** @type {Record<string, () => void>} */
  const acts = {
    " ": () => playhead.toggle(),
    ArrowLeft: () => playhead.seek(playhead.step - 1),
    ArrowRight: () => playhead.seek(playhead.step + 1),
    Home: () => playhead.seek(0),
    End: () => playhead.seek(playhead.steps),
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const act = acts[event.key];
    const target = /** @type {Element | null} */ (event.target);
    if (!act || event.ctrlKey || event.altKey || event.metaKey || target?.closest?.(HAVE_THEIR_OWN)) return;
    if (event.key === " " && target?.closest?.(PRESSED_BY_SPACE)) return;
    event.preventDefault();
    act();
    onChange();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
