// While the page is loading: the words that it begins with (ui/shell/document.py), and no icons.
// The words go when there is something else to see. While a picture is on its way, its place says so (ui/shell/loading.css), and
// those who hear the page still has them.

const COMING = ".descent-stage, .descent-swatches";
const STANDS = ".descent-ready, .descent-swatches table, .descent-handout section, .descent-alert, [data-testid=stException]";
const SEEN = `${COMING}, ${STANDS}, [data-testid=stProgress], [data-testid=stAlert], .st-key-start, .st-key-guide, .st-key-handout_page`;
/** Streamlit's page when its script has come to its end; before the script begins there is nothing in it. */
const AT_REST = "[data-test-script-state=notRunning] [data-testid=stMain] [data-testid=stElementContainer]";
/** Streamlit's place for what it still fetches the means to show. */
const FETCHING = "[data-testid=stSkeleton]";
/** Milliseconds after which no picture will come any more to a page that is at rest. */
const REST = 1000;

/** When the first picture stands, or it is clear that none will come. @type {Promise<void>} */
const loaded = new Promise((resolve) => {
  const words = document.getElementById("descent-loading");
  const changes = new MutationObserver(look);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;

  function look() {
    words?.classList.toggle("descent-heard", document.querySelector(SEEN) !== null);
    clearTimeout(resting);
    if (document.querySelector(STANDS)) end();
    else if (document.querySelector(AT_REST) && !document.querySelector(`${COMING}, ${FETCHING}`)) resting = setTimeout(end, REST);
  }

  function end() {
    changes.disconnect();
    words?.remove();
    resolve();
  }

  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ["class", "data-test-script-state"] });
});

// Streamlit's icons are letters of a typeface of 375 kB, and it asks for it before everything else. It has to wait until the
// page is loaded; until it is there, icons keep their places (ui/shell/loading.css), because they would be words like "expand_more".
const ICONS = "Material Symbols Rounded";
const load = document.fonts.load.bind(document.fonts);

/** @param {string} font @param {string} [text] */
document.fonts.load = async (font, text) => {
  if (font.includes(ICONS)) await loaded;
  return load(font, text);
};

document.documentElement.setAttribute("data-loading", "");
document.fonts
  .load(`1em "${ICONS}"`)
  .catch((error) => console.info("icons stay words", error))
  .finally(() => document.documentElement.removeAttribute("data-loading"));
