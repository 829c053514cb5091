// The table of a grid: a row for each entry, its numbers at the playhead's step, for the row of the dials.

import { Chips } from "../chips.js";
import { element, write } from "../element.js";
import { arrayOf } from "../message.js";
import { number } from "../numerals.js";
import { swatch } from "../swatch.js";

/**
 * @typedef {object} Entry
 * @property {string} style    a name among the styles; its name stands in the first column
 * @property {string[]} fixed  words that do not change with the step
 * @property {boolean} on      whether it is shown at all, or could be chosen
 *
 * @typedef {object} BoardHeader
 * @property {string[]} heads  of the columns: the entries, what is fixed, the numbers, and the saying where there is one
 * @property {Entry[]} entries
 * @property {string} array    of the numbers (rows or 1, steps + 1 or 1, entries, columns)
 * @property {string | null} verdicts  the array (rows or 1, steps + 1, entries) of the numbers of the sayings
 * @property {string[]} sayings
 * @property {boolean} choosable  whether entries can be switched on and off
 */

export class Board {
  /** @param {(keys: string[]) => void} onChoose  the viewer has chosen which entries are shown */
  constructor(onChoose) {
    this.host = element("div", { class: "descent-board" });
    this.host.hidden = true;
    this.chips = new Chips(onChoose);
    /** The cells of the numbers, and of the sayings at the end. @type {HTMLElement[][]} */
    this.cells = [];
    /** What the table was made for. */
    this.shown = "";
  }

  /**
   * @param {BoardHeader | null} header
   * @param {import("../message.js").Styles} styles
   * @param {Record<string, string>} words
   */
  show(header, { drawn, look }, words) {
    this.host.hidden = header === null;
    if (!header) return;
    const { heads, entries, choosable } = header;
    this.chips.hear(entries.filter(({ on }) => on).map(({ style }) => style));
    const shown = JSON.stringify([heads, entries, choosable, entries.map(({ style }) => drawn[style]), words]);
    if (this.shown === shown) return;
    this.shown = shown;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.toggle;
    this.cells = [];
    const rows = entries.map((entry) => {
      const sign = [swatch(drawn[entry.style], look.halo), drawn[entry.style].name];
      const name = choosable
        ? this.chips.chip(
            entry.style,
            entries.map(({ style }) => style),
            entry.on,
            sign,
            words,
          )
        : element("span", { class: "descent-chip descent-fixed" }, sign);
      const fixed = heads.slice(1, 1 + entry.fixed.length).map((_, i) => element("td", {}, [entry.on ? entry.fixed[i] : "–"]));
      const cells = heads.slice(1 + entry.fixed.length).map(() => element("td", entry.on ? {} : { class: "descent-off" }, entry.on ? [] : ["–"]));
      this.cells.push(cells);
      return element("tr", { "data-entry": entry.style }, [element("th", { scope: "row" }, [name]), ...fixed, ...cells]);
    });
    this.host.replaceChildren(
      element("table", { class: "descent-entries" }, [
        element("thead", {}, [
          element(
            "tr",
            {},
            heads.map((head) => element("th", { scope: "col" }, [head])),
          ),
        ]),
        element("tbody", {}, rows),
      ]),
    );
    this.host.dataset.sayings = String(header.sayings.length > 0);
    if (focused) /** @type {HTMLElement | null} */ (this.host.querySelector(`[data-toggle="${focused}"]`))?.focus();
  }

  /**
   * @param {BoardHeader | null} header
   * @param {import("./figure_grid.js").GridMessage} message
   * @param {number} row
   * @param {number} step
   */
  update(header, message, row, step) {
    if (!header) return;
    header.entries.forEach(({ on }, i) => {
      if (!on) return;
      const cells = this.cells[i];
      const { values, saying } = boardRow(header, message, row, step, i);
      values.forEach((value, column) => write(cells[column], number(value)));
      if (header.verdicts !== null) write(cells[values.length], saying);
    });
  }
}

/**
 * The numbers of an entry, and what is said of it.
 * @param {BoardHeader} header
 * @param {import("./figure_grid.js").GridMessage} message
 * @param {number} row
 * @param {number} step
 * @param {number} i  of the entry
 */
export function boardRow(header, message, row, step, i) {
  const numbers = arrayOf(message, header.array);
  const [, , count, columns] = numbers.shape;
  const first = (place(numbers.shape, row, step) * count + i) * columns;
  const values = [...numbers.values.subarray(first, first + columns)];
  if (header.verdicts === null) return { values, saying: "" };
  const verdicts = arrayOf(message, header.verdicts);
  return { values, saying: header.sayings[verdicts.values[place(verdicts.shape, row, step) * count + i]] ?? "" };
}

/**
 * Which block of an array with rows and steps belongs to these.
 * @param {number[]} shape
 * @param {number} row
 * @param {number} step
 */
function place([rows, moments], row, step) {
  return (rows > 1 ? row : 0) * moments + Math.min(step, moments - 1);
}
