// The keyboard reaches every formula, and every table, that is too wide for its place and scrolls there: without this only a mouse could read it.

const SCROLLS = ".katex, [data-testid=stMain] [data-testid=stMarkdownContainer]:has(> table), .descent-handout math";

/** Let Tab stop at what scrolls, and at nothing that does not (any more). */
function mark() {
  for (const each of document.querySelectorAll(SCROLLS)) {
    const scrolls = each.scrollWidth > each.clientWidth + 1;
    if (scrolls) each.setAttribute("tabindex", "0");
    else each.removeAttribute("tabindex");
  }
}

/** @type {number | undefined} */
let waiting;

/** After the last of many changes: looking makes the browser lay out the page. */
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(mark, 100);
}

// Streamlit makes and moves formulas at any time. While a race plays, only texts change, and those do not count.
new MutationObserver((changes) => {
  if (changes.some(({ addedNodes }) => [...addedNodes].some((node) => node instanceof Element))) soon();
}).observe(document.body, { childList: true, subtree: true });
addEventListener("resize", soon);
document.fonts.addEventListener("loadingdone", soon);
soon();

export {}; // a module: its names are its own
