// What a picture is called, and one sentence of what it shows: for those who do not see it.

/** @typedef {import("./figure_grid/subplot.js").SubplotHeader} SubplotHeader */

/** Letters that Plotly sets higher, lower or thicker. */
const TAGS = /<[^>]*>/g;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {string} name
 * @param {string} sentence
 */
export function described(canvas, name, sentence) {
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", name);
  canvas.setAttribute("aria-description", sentence);
}

/**
 * What each of several pictures is called: by its title, by who is in it, or by what all of them are. Those that would be
 * called alike are numbered.
 * @param {{subplots: SubplotHeader[], label: string}} message
 * @param {import("./message.js").Styles} styles
 * @param {Record<string, string>} words
 * @returns {Map<string, string>}
 */
export function namesOf({ subplots, label }, { drawn }, { mapShort }) {
  const own = subplots.map(({ title, legend, proportion }) => {
    const who = legend.map((style) => drawn[style].name).join(", ");
    return title || (who && proportion ? `${mapShort}: ${who}` : who) || label;
  });
  const alike = (/** @type {number} */ i) => own.filter((name) => name === own[i]).length > 1;
  const number = (/** @type {number} */ i) => own.slice(0, i + 1).filter((name) => name === own[i]).length;
  return new Map(subplots.map(({ key }, i) => [key, alike(i) ? `${own[i]} (${number(i)})` : own[i]]));
}

/**
 * Who is seen in a picture, by name, each once; where nobody has a name, what the picture is called.
 * @param {SubplotHeader} header
 * @param {import("./message.js").Styles} styles
 * @param {string} name
 */
export function seenIn({ trails, curves, shapes, areas, legend }, { drawn }, name) {
  const styles = [...legend, ...[...trails, ...curves, ...shapes].map(({ style }) => style)];
  const names = [...styles.map((style) => drawn[style].name), ...areas.map(({ label }) => label)];
  const seen = new Set(names.filter(Boolean));
  return seen.size ? [...seen] : [name];
}

/**
 * What stands at an axis, in plain letters; nothing where nothing does.
 * @param {{title?: {text?: string}} | undefined} axis
 */
export function titleOf(axis) {
  return String(axis?.title?.text ?? "").replace(TAGS, "");
}

/**
 * One sentence: over what it is drawn, and what is seen there.
 * @param {import("./layers.js").Figure} figure
 * @param {string[]} seen
 * @param {Record<string, string>} words
 */
export function sentenceOf({ layout }, seen, words) {
  const [x, y] = [titleOf(layout.xaxis), titleOf(layout.yaxis)];
  const what = seen.join(", ");
  if (x && y) return words.seenOver.replace("{x}", x).replace("{y}", y).replace("{what}", what);
  return (x ? words.seenAlong.replace("{x}", x) : words.seen).replace("{what}", what);
}
