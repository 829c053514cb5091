// The table of a grid: a row for each entry, its numbers at the playhead's step, for the row of the dials.

import { Chips } from "../chips.js";
import { element, write } from "../element.js";
import { arrayOf } from "../message.js";
import { number } from "../numerals.js";
import { swatch } from "../swatch.js";
import { MatrixCell } from "./matrix.js";

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
 * @property {import("./matrix.js").MatrixHeader | null} matrix  how the numbers are shown, where each is the median of many
 */

export class Board {
  /**
   * @param {(keys: string[]) => void} onChoose  the viewer has chosen which entries are shown
   * @param {(cell: [string, number]) => void} onPick  the viewer has chosen a number of a matrix: its entry and column
   */
  constructor(onChoose, onPick) {
    this.host = element("div", { class: "descent-board" });
    this.host.hidden = true;
    this.chips = new Chips(onChoose);
    this.onPick = onPick;
    /** The cells of the numbers, and of the sayings at the end. @type {HTMLElement[][]} */
    this.cells = [];
    /** Those of a matrix. @type {MatrixCell[][]} */
    this.matrix = [];
    /** What the table was made for. */
    this.shown = "";
  }

  /**
   * @param {BoardHeader | null} header
   * @param {import("../message.js").Styles} styles
   * @param {Record<string, string>} words
   * @param {boolean} alone  whether nobody listens
   */
  show(header, styles, words, alone) {
    this.host.hidden = header === null;
    if (!header) return;
    const { drawn, look } = styles;
    const { heads, entries, matrix } = header;
    const choosable = header.choosable && !alone;
    this.chips.hear(entries.filter(({ on }) => on).map(({ style }) => style));
    const shown = JSON.stringify([heads, entries, choosable, entries.map(({ style }) => drawn[style]), words, matrix]);
    if (this.shown === shown) return;
    this.shown = shown;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.toggle;
    this.cells = [];
    const picking = (/** @type {string} */ style, /** @type {number} */ column) =>
      alone || !matrix?.pick ? undefined : () => this.onPick([style, column]);
    this.matrix = entries.map(({ style }, entry) =>
      heads.slice(1).flatMap((head, column) => {
        const place = { entry, column, name: `${drawn[style].name}, ${head}` };
        return matrix ? [new MatrixCell(matrix, place, styles, picking(style, column))] : [];
      }),
    );
    const rows = entries.map((entry, i) => {
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
      const plain = () => element("td", entry.on ? {} : { class: "descent-off" }, entry.on ? [] : ["–"]);
      const cells = matrix ? this.matrix[i].map(({ host }) => host) : heads.slice(1 + entry.fixed.length).map(plain);
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
      values.forEach((value, column) => {
        if (header.matrix) this.matrix[i][column].show(value, spreadAt(header.matrix.spread, message, row, step, [i, column]));
        else write(cells[column], number(value));
      });
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
 * The smallest and the largest of which a number is the median.
 * @param {string} array
 * @param {import("./figure_grid.js").GridMessage} message
 * @param {number} row
 * @param {number} step
 * @param {[number, number]} cell
 * @returns {[number, number]}
 */
function spreadAt(array, message, row, step, [entry, column]) {
  const { values, shape } = arrayOf(message, array);
  const first = 2 * ((place(shape, row, step) * shape[2] + entry) * shape[3] + column);
  return [values[first], values[first + 1]];
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
