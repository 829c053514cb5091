// In a list of links that is longer than the sidebar, the one that leads to what is shown comes into sight: when the page
// opens, and whenever another one is shown. Where the viewer has scrolled meanwhile it stays. So does a slide of the lecture.

/** A teacher's own list comes first, where there is one. */
const CURRENT = ".descent-playlist a[aria-current], .st-key-scenes_list a[aria-current]";

/** The words of what was last brought into sight; its address changes with every look at it. */
let shown = "";

const SLIDE = ".descent-handout [aria-current]";

/** The slide that was last brought into sight. */
let slide = "";

/** @param {Element} element */
function scroller(element) {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (around.scrollHeight > around.clientHeight && /auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
}

/** Only the list's own scroller moves: `scrollIntoView` would move the page, too. */
function bringIntoSight() {
  const link = document.querySelector(CURRENT);
  const words = link ? `${link.closest("li") ? "entry" : "scene"} ${link.textContent}` : "";
  if (words === shown) return;
  shown = words;
  const around = link && scroller(link);
  if (!around) return;
  const [line, window] = [link.getBoundingClientRect(), around.getBoundingClientRect()];
  if (line.top < window.top || line.bottom > window.bottom) around.scrollTop += (line.top + line.bottom - window.top - window.bottom) / 2;
}

/** The slide that the address names comes to the top of the page. */
function bringSlideIntoSight() {
  const marked = document.querySelector(SLIDE);
  if (marked?.id === slide) return;
  slide = marked?.id ?? "";
  marked?.scrollIntoView();
}

function look() {
  bringIntoSight();
  bringSlideIntoSight();
}

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
look();

export {}; // a module: its names are its own
