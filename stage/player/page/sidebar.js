// The sidebar and the ways into it. Folded, it leaves two buttons: its own, called what is behind it, and one of ours that
// opens the list of chapters at once. On a phone it lies over the page: it closes when a chapter has been chosen, and where the
// phone lies on its side it is closed from the beginning.

import { element } from "../element.js";

const OVER_THE_PAGE = "(max-width: 768px), (max-height: 480px)"; // shell.css says the same
const LOW = "(max-height: 480px) and (pointer: coarse)";

const OPEN = "[data-testid=stExpandSidebarButton]";
const CLOSE = "[data-testid=stSidebarCollapseButton] button";
const LIST = ".st-key-chapters";
const CHAPTERS = `${LIST} details`;
const HEADING = "[data-testid=stMain] h1";

/** @typedef {{ko: string, en: string}} Words */
/** @type {{contents: Words, settings: Words}} */
const words = JSON.parse(document.getElementById("descent-doors")?.textContent ?? "{}");

/** @param {string} what */
const found = (what) => /** @type {HTMLElement | null} */ (document.querySelector(what));

const contents = element("button", { type: "button", class: "descent-door" });
/** By which a reader finds it, as it finds the list itself where that is in sight. */
const doors = element("nav", {}, [contents]);
contents.addEventListener("click", () => {
  found(OPEN)?.click();
  const chapters = /** @type {HTMLDetailsElement | null} */ (found(CHAPTERS));
  const summary = chapters?.querySelector("summary");
  if (!chapters?.open) summary?.click();
  summary?.focus();
});

/** Where a reader finds the list, also while it is folded. @param {HTMLElement} list @param {string} called */
function landmark(list, called) {
  if (list.role !== "navigation") list.role = "navigation";
  if (list.ariaLabel !== called) list.ariaLabel = called;
}

/** The two buttons stand beside each other, in the page's language, as long as the sidebar is folded. */
function name() {
  const own = found(OPEN);
  const language = document.documentElement.lang === "ko" ? "ko" : "en";
  const list = found(LIST);
  if (own && list?.role) list.role = list.ariaLabel = null;
  else if (list) landmark(list, words.contents[language]);
  document.documentElement.toggleAttribute("data-folded", own !== null);
  if (!own) {
    doors.remove();
    return;
  }
  const settings = words.settings[language];
  if (own.getAttribute("aria-label") !== settings) own.setAttribute("aria-label", settings);
  own.dataset.word = settings;
  if (contents.textContent !== words.contents[language]) {
    contents.textContent = words.contents[language];
    doors.setAttribute("aria-label", words.contents[language]);
  }
  if (own.nextSibling !== doors) own.after(doors);
}

let isNew = true;

/** A window that is low has no room beside the picture. */
function closeInLowWindow() {
  const close = found(CLOSE);
  if (!isNew || !close) return;
  isNew = false;
  if (matchMedia(LOW).matches && !found(OPEN)) close.click();
}

/** The heading that was there when a chapter was chosen, until another one is or something else is done. @type {string | undefined} */
let chosen;

/** Who cannot see that another chapter has come is told by its heading, which has the focus. */
function follow() {
  if (chosen === undefined) return;
  const heading = found(HEADING);
  const said = heading?.textContent ?? "";
  if (!heading || !said || said === chosen) return;
  chosen = undefined;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** Whoever goes on with something else is not called back from it. */
for (const done of ["pointerdown", "keydown"])
  document.addEventListener(
    done,
    () => {
      chosen = undefined;
    },
    true,
  );

document.addEventListener("click", ({ target }) => {
  const link = /** @type {Element} */ (target).closest("[data-testid=stSidebar] a");
  if (!link) return;
  chosen = found(HEADING)?.textContent ?? "";
  if (matchMedia(OVER_THE_PAGE).matches) found(CLOSE)?.click();
});

new MutationObserver(() => {
  name();
  closeInLowWindow();
  follow();
}).observe(document.body, { childList: true, subtree: true, characterData: true });
new MutationObserver(name).observe(document.documentElement, { attributeFilter: ["lang"] });
name();
closeInLowWindow();
