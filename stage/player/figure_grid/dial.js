// A dial: a range input over values that were all computed before.

import { element } from "../element.js";
import { layUnder, THUMB } from "../live/slider.js";
import { unmovedByScrolling } from "../pressed.js";

/**
 * @typedef {object} DialHeader
 * @property {string} key      its name in the address
 * @property {string} label
 * @property {string} under    the subplot that it stands under
 * @property {boolean} aligned  whether the x axis of that subplot counts its positions
 * @property {string[]} values   each value in words, as it is shown
 * @property {string[]} written  and as it stands in the address
 * @property {boolean} logarithmic  whether a value between two of them belongs to the one nearer in proportion
 * @property {number} usual    where it stands when the address says nothing
 */

export class Dial {
  /** @param {(position: number) => void} onTurn */
  constructor(onTurn) {
    this.input = element("input", { type: "range", min: "0", step: "1", class: "descent-dial-input" });
    unmovedByScrolling(this.input);
    this.label = element("span");
    this.value = element("span", { class: "descent-dial-value" });
    this.host = element("div", { class: "descent-dial" }, [element("span", { class: "descent-dial-name" }, [this.label, this.value]), this.input]);
    this.input.addEventListener("input", () => onTurn(Number(this.input.value)));
    this.key = "";
    this.usual = 0;
    this.logarithmic = false;
    /** @type {string[]} */
    this.written = [];
    /** @type {string[]} */
    this.values = [];
  }

  get length() {
    return this.values.length;
  }

  /** @param {DialHeader} header */
  show({ key, label, values, written, logarithmic, usual }) {
    this.key = key;
    this.usual = usual;
    this.logarithmic = logarithmic;
    this.values = values;
    this.written = written;
    this.label.textContent = label;
    this.input.max = String(values.length - 1);
    this.input.setAttribute("aria-label", label);
    this.input.dataset.dial = key;
  }

  /** The position that the address says: of the value nearest to what stands there. */
  addressed() {
    const said = new URLSearchParams(location.search).getAll(this.key).map(Number);
    if (said.length !== 1 || !Number.isFinite(said[0])) return this.usual;
    const measure = this.logarithmic ? Math.log : Number;
    const away = this.written.map((value) => Math.abs(measure(Number(value)) - measure(said[0])));
    const nearest = away.indexOf(Math.min(...away));
    return nearest < 0 ? this.usual : nearest;
  }

  /**
   * As long as the frame of the panel above; where its x axis counts the dial's positions, the thumb stands under its place.
   * @param {import("../panel.js").Panel} panel
   * @param {boolean} aligned
   */
  align(panel, aligned) {
    const { left, width } = panel.frame;
    const [first, , last] = aligned ? panel.laid(Float64Array.of(0, 0, this.length - 1, 0)) : [left + THUMB / 2, 0, left + width - THUMB / 2];
    layUnder(this.input, first, last);
  }

  /** @param {number} position */
  turn(position) {
    const value = this.values[position] ?? "";
    if (this.input.value !== String(position)) this.input.value = String(position);
    if (this.value.textContent === value) return;
    this.value.textContent = value;
    this.input.setAttribute("aria-valuetext", value);
  }

  /** What comes of where it stands, now that it rests. @param {string} outcome */
  tell(outcome) {
    const value = this.value.textContent ?? "";
    this.input.setAttribute("aria-valuetext", outcome.includes(value) ? outcome : `${value}: ${outcome}`);
  }
}
