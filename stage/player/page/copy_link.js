// The buttons of ui/shell/copy_link.py: the address that stands there now goes into the clipboard, or into a field from which
// it can be copied by hand where the browser gives a page no clipboard (without HTTPS, or without leave).

import { element } from "../element.js";

/**
 * An address under which the same is asked, and nothing has been answered.
 * @param {string} href
 * @param {string} ask  what is to be asked; empty where the page asks by itself
 */
export function unanswered(href, ask) {
  const address = new URL(href);
  address.searchParams.delete("answer");
  if (ask) address.searchParams.set("ask", ask);
  else address.searchParams.delete("ask");
  return address.href;
}

/** @param {HTMLElement} button */
async function copy(button) {
  const host = /** @type {HTMLElement} */ (button.closest(".descent-copy"));
  const status = /** @type {HTMLElement} */ (host.querySelector("[role=status]"));
  const address = button.dataset.copy === "question" ? unanswered(location.href, button.dataset.ask ?? "") : location.href;
  host.querySelector("input")?.remove();
  status.textContent = ""; // said again where it was said before
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = host.dataset.copied ?? "";
  } catch (error) {
    console.warn(error); // there is no clipboard, or no leave to use it
    const field = element("input", { readonly: "", "aria-label": host.dataset.address ?? "" });
    field.value = address;
    host.append(field);
    field.select();
    status.textContent = host.dataset.byHand ?? "";
  }
}

globalThis.document?.addEventListener("click", ({ target }) => {
  const button = /** @type {Element} */ (target).closest?.(".descent-copy [data-copy]");
  if (button instanceof HTMLElement) copy(button);
});
