// The numbers behind the pictures as tables, for those who would rather read them: folded, and made when somebody looks.

import { element } from "./element.js";
import { number } from "./numerals.js";

/** So many rows of a long run are enough to follow it: its first, its last, and those evenly between. */
const MOST_ROWS = 21;
/** On an axis of powers of ten the smallest number that four bytes hold stands for what is not above 0. */
const NOT_ABOVE = 2 ** -126;

/**
 * @typedef {object} Table  the numbers of one picture
 * @property {string} name
 * @property {string} across  what its first column is
 * @property {string[]} places  what stands there in each row
 * @property {{name: string, at: (place: number) => number}[]} columns
 */

export class Tables {
  /** @param {() => Table[]} read  what there is to read now */
  constructor(read) {
    this.read = read;
    this.summary = element("summary");
    this.place = element("div", { class: "descent-tables-place" });
    this.host = element("details", { class: "descent-tables" }, [this.summary, this.place]);
    this.host.addEventListener("toggle", () => this.update());
    /** What stands there. */
    this.made = "";
  }

  /** @param {string} words */
  name(words) {
    this.summary.textContent = words;
  }

  /** The pictures show something else now. */
  update() {
    const all = this.host.open ? this.read().map(written) : [];
    const made = JSON.stringify(all);
    if (this.made === made) return; // whoever reads there stays where they are
    this.made = made;
    this.place.replaceChildren(...all.map(drawn));
  }
}

/**
 * A table in words.
 * @param {Table} table
 */
export function written({ name, across, places, columns }) {
  const filled = places.flatMap((_, place) => (columns.some(({ at }) => !Number.isNaN(at(place))) ? [place] : []));
  return {
    name,
    heads: [across, ...columns.map((column) => column.name)],
    rows: sampled(filled.length).map((i) => [places[filled[i]], ...columns.map(({ at }) => spelled(at(filled[i])))]),
  };
}

/** @param {ReturnType<typeof written>} table */
function drawn({ name, heads, rows: lines }) {
  const head = heads.map((words) => element("th", { scope: "col" }, [words]));
  const rows = lines.map(([place, ...numbers]) =>
    element("tr", {}, [element("th", { scope: "row" }, [place]), ...numbers.map((each) => element("td", {}, [each]))]),
  );
  const table = element("table", {}, [element("caption", {}, [name]), element("thead", {}, [element("tr", {}, head)]), element("tbody", {}, rows)]);
  return element("div", { class: "descent-table", tabindex: "0", role: "group", "aria-label": name }, [table]);
}

/** @param {number} value */
function spelled(value) {
  return value === NOT_ABOVE ? "≤ 0" : number(value);
}

/**
 * Which of so many rows are written.
 * @param {number} count
 */
export function sampled(count) {
  const rows = Math.min(count, MOST_ROWS);
  return Array.from({ length: rows }, (_, i) => Math.round((i * (count - 1)) / Math.max(1, rows - 1)));
}

/** The steps of a run. @param {number} steps */
export function stepsOf(steps) {
  return Array.from({ length: steps + 1 }, (_, step) => String(step));
}
