// Streamlit names some of its own controls in English only. On a Korean page they get Korean names; which, the page says.

const NAMED = ["aria-label", "placeholder"];
const OWN = ".descent-stage, .descent-swatches, [data-testid=stMarkdownContainer]";

/** @typedef {{ko: string, en: string}} Words */
/** @type {Words[]} */
const all = JSON.parse(document.getElementById("descent-words")?.textContent ?? "[]");

/**
 * From what stands there to what should stand there, in the language of the page.
 * @param {string} said
 */
function translated(said) {
  const to = document.documentElement.lang === "ko" ? "ko" : "en";
  const from = to === "ko" ? "en" : "ko";
  for (const words of all) {
    const [before, after] = words[from].split("{name}");
    if (after === undefined ? said === before : said.startsWith(before) && said.endsWith(after))
      return words[to].replace("{name}", after === undefined ? "" : said.slice(before.length, said.length - after.length));
  }
  return said;
}

/** @param {Element} element */
function name(element) {
  for (const attribute of NAMED) {
    const said = element.getAttribute(attribute);
    if (said && translated(said) !== said) element.setAttribute(attribute, translated(said));
  }
  for (const child of element.childNodes)
    if (child instanceof Text && translated(child.data.trim()) !== child.data.trim()) child.data = translated(child.data.trim());
}

/**
 * Everything of Streamlit's in a part of the page; the stage and the texts of the pages speak for themselves, but for the
 * links beside their headings.
 * @param {Element} part
 */
function nameAll(part) {
  for (const each of [part, ...part.querySelectorAll("*")])
    if (!each.closest(OWN) || each.closest("[data-testid=stHeaderActionElements]")) name(each);
}

/** What has come since it was last looked at. @type {Set<Element>} */
const come = new Set();

/** After the frame, because no picture should wait for a name. */
function nameCome() {
  const parts = [...come];
  come.clear();
  for (const part of parts) if (part.isConnected) nameAll(part);
}

new MutationObserver((changes) => {
  if (document.documentElement.lang !== "ko") return; // Streamlit's own words are English already
  for (const { type, target, addedNodes } of changes) {
    if (type === "attributes") name(/** @type {Element} */ (target));
    else
      for (const node of addedNodes)
        if (node instanceof Element) {
          if (!come.size) setTimeout(nameCome);
          come.add(node);
        }
  }
}).observe(document.body, { childList: true, subtree: true, attributeFilter: NAMED });

new MutationObserver(() => nameAll(document.body)).observe(document.documentElement, { attributeFilter: ["lang"] });
nameAll(document.body);

export {}; // a module: its names are its own
