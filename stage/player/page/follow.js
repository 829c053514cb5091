// Lists of links (ui/shell/link_list.py) lead to another page of the app without loading it again: Streamlit is told as if the
// browser's own buttons had gone there, which it follows.

import { toTop } from "../keys.js";

document.addEventListener("click", (event) => {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (target).closest(".descent-links a"));
  if (!link || button || ctrlKey || metaKey || shiftKey || altKey) return; // to another tab or window, or to the disk
  event.preventDefault();
  if (link.href !== location.href) history.pushState(null, "", link.href);
  dispatchEvent(new PopStateEvent("popstate"));
  toTop();
});
