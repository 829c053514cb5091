// PageDown and PageUp go through a teacher's own list, from whatever page: the links of the list lead on, and where one is says
// the address, which knows at once where the last key has led.

import { listenToKeys, pageKeys } from "../keys.js";

const LINKS = ".descent-playlist a";

/** The links as they were last there: between two pages there are none. @type {string[]} */
let known = [];

function addresses() {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(LINKS)]);
  if (links.length) known = links.map(({ href }) => href);
  return known;
}

/** @param {number} by */
function turn(by) {
  const at = Number(new URLSearchParams(location.search).get("at") ?? 0);
  const to = addresses()[at - 1 + by];
  if (to) go(to);
}

/** @param {string} address */
function go(address) {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}

listenToKeys(
  pageKeys(turn),
  () => {},
  () => new URLSearchParams(location.search).has("list") && addresses().length > 0,
);

document.addEventListener("click", (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest(LINKS));
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.href);
});
