// A box of Streamlit's with a list keeps the focus after something was chosen from it, and would filter by every key. Until it is
// entered or opened again, the keys are the stage's; those by which it is left or opened stay its own.

const BOX = "input[role=combobox]";
const ITS_OWN = ["Tab", "Escape", "Enter", "ArrowUp", "ArrowDown"];

/** From which something was just chosen. @type {Element | null} */
let chosen = null;

document.addEventListener(
  "click",
  ({ target }) => {
    const { activeElement } = document;
    if (/** @type {Element} */ (target).closest("[role=option]") && activeElement?.matches(BOX)) chosen = activeElement;
  },
  true, // before the list is closed
);
for (const entered of ["pointerdown", "focusout"]) {
  document.addEventListener(
    entered,
    ({ target }) => {
      if (target === chosen) chosen = null;
    },
    true,
  );
}
document.addEventListener(
  "keydown",
  (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event;
    const isOpen = /** @type {Element} */ (target).matches(`${BOX}[aria-expanded=true]`);
    if (isOpen && key === "Enter") chosen = /** @type {Element} */ (target);
    if (isOpen || target !== chosen || ITS_OWN.includes(key) || ctrlKey || altKey || metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    document.body.dispatchEvent(new KeyboardEvent("keydown", event));
  },
  true,
);

export {}; // a module: its names are its own
