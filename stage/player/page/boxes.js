// What Streamlit's boxes leave out for those who hear the page. A box for a number counts in steps from the lowest value, and the
// browser calls every number between two of them wrong. And the buttons of all boxes are called alike.

const COUNTING = "[data-testid=stNumberInputField]:not([step=any])";
const BUTTONS = ":is([data-testid=stSelectbox], [data-testid=stNumberInput]) button[aria-label]:not([aria-labelledby])";
const LABEL = "[data-testid=stWidgetLabel]";
/** Milliseconds in which all that has come is looked at together. */
const TOGETHER = 100;

let count = 0;

/** @param {Element} part */
function identified(part) {
  part.id ||= `descent-box-${++count}`;
  return part.id;
}

/** Any number may stand there: how far the buttons beside it go is known to Streamlit itself. */
function free() {
  for (const box of document.querySelectorAll(COUNTING)) box.setAttribute("step", "any");
}

/** A button is called what its box is called, and then what it does. */
function name() {
  for (const button of document.querySelectorAll(BUTTONS)) {
    const label = button.closest("[data-testid=stSelectbox], [data-testid=stNumberInput]")?.querySelector(LABEL);
    if (label && !label.contains(button)) button.setAttribute("aria-labelledby", `${identified(label)} ${identified(button)}`);
  }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let awaited;

function look() {
  awaited = undefined;
  free();
  name();
}

new MutationObserver(() => (awaited ??= setTimeout(look, TOGETHER))).observe(document.body, { childList: true, subtree: true });
look();

export {}; // a module: its names are its own
