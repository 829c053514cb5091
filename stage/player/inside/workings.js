// A rule's formula, line by line: with letters and values for all of them, and the line that is looked at with its numbers.

import { element, write } from "../element.js";
import { significant } from "../numerals.js";

/** Ends the name of what a term was one step earlier. */
const BEFORE = "-1";
const AXES = ["x", "y"];
/** A formula of more lines than this has smaller fractions. */
const LONG = 8;

/**
 * @typedef {object} Line  a term of a formula, as Python writes it
 * @property {string} name
 * @property {"gradient" | "memory" | "square" | "step" | "place"} part  what it brings in: its colour
 * @property {"slope" | "squared" | "ratio" | "movement"} unit
 * @property {string} letters   MathML
 * @property {string} numbers   MathML with empty places; nothing where it is given
 * @property {string[]} made_of  the names in it
 * @property {string} label     its letter alone, for an arrow; nothing where it has none
 * @property {string} meaning
 *
 * @typedef {object} CardHeader
 * @property {string} key
 * @property {string} name
 * @property {Record<string, string>} settings  n and the hyperparameters, as they are shown
 * @property {[string, string] | null} divided  the names of what is divided by a root, and of the root
 */

/** The values of one rule at every step. */
export class Values {
  /**
   * @param {import("./inside.js").Insight} message
   * @param {number} index  of the card
   * @param {CardHeader} card
   */
  constructor(message, index, card) {
    this.message = message;
    this.index = index;
    this.settings = card.settings;
  }

  /** Whether there are numbers under a name. @param {string} name */
  has(name) {
    return name === "gradient" || name === `x${BEFORE}` || this.#array(name) !== undefined;
  }

  /**
   * A component of a term at a step; what ends with −1 is that of the step before.
   * @param {string} name
   * @param {number} step
   * @param {number} axis
   */
  at(name, step, axis) {
    const row = 2 * (name.endsWith(BEFORE) ? step - 1 : step) + axis;
    return this.#array(name)?.[row] ?? NaN;
  }

  /** @param {string} name @param {number} step @returns {[number, number]} */
  vector(name, step) {
    return [this.at(name, step, 0), this.at(name, step, 1)];
  }

  /** @param {string} name @returns {Float64Array | undefined} */
  #array(name) {
    const arrays = /** @type {any} */ (this.message);
    if (name === `x${BEFORE}`) return arrays.path; // all stand where the run is
    if (name === "gradient") return arrays.gradient;
    return arrays[`${this.index}.${name.endsWith(BEFORE) ? name.slice(0, -BEFORE.length) : name}`];
  }
}

export class Workings {
  /** @param {(line: number) => void} onLine  a line was chosen */
  constructor(onLine) {
    this.onLine = onLine;
    this.title = element("p", { class: "descent-title" });
    this.letters = element("div", { class: "descent-letters" });
    this.rows = AXES.map((axis) => {
      const numbers = element("div", { class: "descent-numbers" });
      const value = element("span", { class: "descent-worth" });
      return {
        numbers,
        value,
        host: element("div", { class: "descent-worked" }, [element("span", { class: "descent-component" }, [axis]), numbers, value]),
      };
    });
    /** All of them, one over the other, so that the box is as high as the longest. */
    this.meanings = element("div", { class: "descent-meanings" });
    this.now = element("div", { class: "descent-now" }, [this.letters, ...this.rows.map(({ host }) => host), this.meanings]);
    this.list = element("ol", { class: "descent-lines" });
    this.host = element("section", { class: "descent-workings" }, [this.title, this.now, this.list]);
    /** @type {{button: HTMLButtonElement, values: HTMLElement[]}[]} */
    this.entries = [];
    /** The formula that is written there. @type {Line[] | undefined} */
    this.lines = undefined;
    /** The line of which the numbers' places stand there. @type {Line | undefined} */
    this.line = undefined;
  }

  /**
   * @param {CardHeader} card
   * @param {Line[]} lines
   * @param {Values} values
   * @param {Record<string, string>} words
   * @param {boolean} noisy
   */
  show(card, lines, values, words, noisy) {
    this.values = values;
    this.words = words;
    this.given = noisy ? words.givenNoisy : words.given;
    this.title.textContent = `${card.name} · n = ${card.settings.n}`;
    this.parts = new Map(lines.map(({ name, part }) => [name, part]));
    this.line = undefined;
    if (this.lines === lines) return;
    this.lines = lines;
    this.host.classList.toggle("descent-long", lines.length > LONG);
    this.entries = lines.map((line, i) => {
      const letters = element("span", { class: "descent-letters" });
      letters.innerHTML = line.letters;
      const numbers = AXES.map(() => element("span", { class: "descent-value", "data-part": line.part }));
      const button = element("button", { type: "button" }, [letters, ...numbers]);
      button.addEventListener("click", () => this.onLine(i));
      this.#colour(letters);
      return { button, values: numbers };
    });
    this.meanings.replaceChildren(...lines.map(({ meaning }) => element("p", {}, [meaning])));
    this.list.replaceChildren(...this.entries.map(({ button }) => element("li", {}, [button])));
  }

  /** @param {number} step @param {number} at  the line that is looked at */
  draw(step, at) {
    const { lines, values, words } = this;
    if (!lines || !values || !words) return;
    this.entries.forEach(({ button, values: cells }, i) => {
      button.setAttribute("aria-current", i === at ? "step" : "false");
      button.dataset.reached = String(i <= at);
      cells.forEach((cell, axis) => write(cell, significant(values.at(lines[i].name, step, axis), words.notNumber)));
    });
    const line = lines[at];
    if (this.line !== line) this.#turnTo(line);
    this.rows.forEach(({ numbers, value }, axis) => {
      for (const place of numbers.querySelectorAll("[data-place]")) this.#fill(/** @type {HTMLElement} */ (place), step, axis);
      const worth = significant(values.at(line.name, step, axis), words.notNumber);
      write(value, numbers.childElementCount ? `= ${worth}` : worth);
      this.#shrink(numbers);
    });
  }

  /** @param {Line} line */
  #turnTo(line) {
    this.line = line;
    this.now.dataset.part = line.part;
    this.now.dataset.line = line.name;
    this.letters.innerHTML = line.letters;
    this.#colour(this.letters);
    for (const { numbers, value } of this.rows) {
      numbers.style.fontSize = "";
      if (line.numbers) numbers.innerHTML = line.numbers;
      else numbers.textContent = this.given ?? "";
      value.dataset.part = line.part;
      this.#colour(numbers);
    }
    [...this.meanings.children].forEach((each, i) => each.classList.toggle("descent-hidden", this.lines?.[i] !== line));
  }

  /** Numbers that are too long for their line get smaller, and stay so until another line is looked at. @param {HTMLElement} numbers */
  #shrink(numbers) {
    const { clientWidth, scrollWidth } = numbers;
    if (scrollWidth <= clientWidth || !clientWidth) return;
    numbers.style.fontSize = `${(parseFloat(getComputedStyle(numbers).fontSize) * clientWidth) / scrollWidth}px`;
  }

  /** Every term in the colour of what it brings in. @param {HTMLElement} formula */
  #colour(formula) {
    for (const each of formula.querySelectorAll("[data-place]")) {
      const place = /** @type {HTMLElement} */ (each);
      const name = place.dataset.place ?? "";
      const isBefore = name.endsWith(BEFORE);
      const part = this.parts?.get(isBefore ? name.slice(0, -BEFORE.length) : name);
      if (part) place.dataset.part = isBefore && part === "step" ? "memory" : part; // the last step is remembered
    }
  }

  /**
   * A number in its place: in brackets where a minus would follow another sign.
   * @param {HTMLElement} place
   * @param {number} step
   * @param {number} axis
   */
  #fill(place, step, axis) {
    const { values, words } = this;
    if (!values || !words) return;
    const name = place.dataset.place ?? "";
    const setting = name === "t" ? String(step) : values.settings[name];
    const number = setting ?? significant(values.at(name, step, axis), words.notNumber);
    const before = place.previousElementSibling;
    const follows = before !== null && before.textContent !== "(";
    const shown = number.startsWith("−") && follows ? `(${number})` : number;
    if (place.dataset.shown === shown) return;
    place.dataset.shown = shown;
    const made = document.createElementNS("http://www.w3.org/1998/Math/MathML", "mn");
    made.textContent = shown;
    place.replaceChildren(made);
  }
}
