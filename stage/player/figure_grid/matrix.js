// A board whose numbers are a matrix of shares: each with its spread, in a colour of its size, and open to be chosen.

import { element, write } from "../element.js";
import { brief } from "../numerals.js";

/** Digits of a number, and of the ends of its spread. */
const DIGITS = 2;

/**
 * @typedef {object} MatrixHeader
 * @property {string} spread  the array (rows or 1, steps + 1 or 1, entries, columns, 2) of the smallest and the largest
 * @property {string} less    the style in whose colour a number below 1 stands, and `more` one above it
 * @property {string} more
 * @property {number} powers  of ten away from 1 a colour is the strongest
 * @property {number} strongest  how much of its colour a cell then has
 * @property {{entry: number, column: number, words: string}} marked  the cell with the star
 * @property {string} pick    what comes of choosing a cell; empty where none can be chosen
 */

export class MatrixCell {
  /**
   * @param {MatrixHeader} header
   * @param {{entry: number, column: number, name: string}} place  and what it is called, away from its table
   * @param {import("../message.js").Styles} styles
   * @param {(() => void) | undefined} onPick  none where it cannot be chosen
   */
  constructor(header, { entry, column, name }, { drawn }, onPick) {
    this.header = header;
    this.name = name;
    this.colors = { less: drawn[header.less].color, more: drawn[header.more].color };
    this.value = element("span", { class: "descent-median" });
    this.spread = element("span", { class: "descent-spread" });
    const { marked } = header;
    const sign = element("span", { class: "descent-marked", role: "img", "aria-label": marked.words, title: marked.words }, ["◆"]);
    const inside = [...(marked.entry === entry && marked.column === column ? [sign] : []), this.value, " ", this.spread];
    this.host = element("td", { class: "descent-cell" });
    this.button = onPick && element("button", { type: "button", title: header.pick, "data-cell": `${entry} ${column}` }, inside);
    if (onPick) this.button?.addEventListener("click", onPick);
    this.host.append(...(this.button ? [this.button] : inside));
  }

  /**
   * @param {number} value
   * @param {[number, number]} spread
   */
  show(value, [low, high]) {
    write(this.value, Number.isNaN(value) ? "–" : brief(value, DIGITS));
    write(this.spread, spreadWords(value, low, high));
    this.button?.setAttribute("aria-label", `${this.name}: ${this.value.textContent} ${this.spread.textContent}`);
    const share = strength(value, this.header);
    this.host.style.setProperty("--colour", value > 1 ? this.colors.more : this.colors.less);
    this.host.style.setProperty("--strength", `${(100 * share).toFixed(1)}%`);
  }
}

/**
 * Between which multiples of the median all of them are; – where it is 0 or none.
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export function spreadWords(value, low, high) {
  const ends = [low / value, high / value];
  return ends.every(Number.isFinite) ? `×${ends.map((end) => brief(end, DIGITS)).join("–")}` : "–";
}

/**
 * How much of its colour a number has; where it is no number, nothing.
 * @param {number} value
 * @param {{powers: number, strongest: number}} header
 */
export function strength(value, { powers, strongest }) {
  return Number.isNaN(value) ? 0 : strongest * Math.min(1, Math.abs(Math.log10(value)) / powers);
}
