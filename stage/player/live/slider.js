// A slider under the picture. It stands at the value of the race, and at every value that was computed beforehand.

import { element, write } from "../element.js";
import { unmovedByScrolling } from "../pressed.js";

/**
 * @typedef {object} AxisHeader
 * @property {string} key    what is set
 * @property {string[]} names  its names in the address
 * @property {string} word   the name of its word
 * @property {boolean} logarithmic
 * @property {number} value  where it stands
 * @property {{at: number, label: string}[]} marks
 * @property {string} of     the key of the first of those who race that it changes
 * @property {string | null} data   address of what all its values do; null where that was not computed
 * @property {string[]} places  then, where it can stand, from the lowest on
 * @property {string | null} under  the picture under whose x axis it stands
 * @property {string | null} off  the name of the word that says why it cannot be moved
 *
 * @typedef {{written: string, value: number, place: number | null, like: number | null}} Stop  a place of the thumb; `place` is
 *   that of the value among those of the axis, null for the value that the race has; `like` that of it or the next below
 *
 * @typedef {{from: number, to: number, color: string, label: string}} Band  a stretch of places, and what its values do
 */

/** The width of the thumb, which the style sheet sets. */
export const THUMB = 24;
/** How far PageUp and PageDown go. */
const COARSE = 6;
/** Milliseconds in which no further key moves it: then it rests. */
const QUIET = 200;

export class Slider {
  /**
   * @param {{onMove: (stop: Stop) => void, onRelease: (stop: Stop, quiet: number) => void, onType: (typed: string) => void}} listeners
   *   `onMove` hears of every place while the hand moves, `onRelease` where it comes to rest, for which so many milliseconds
   *   should bring no further change, and `onType` what is typed into the box
   */
  constructor({ onMove, onRelease, onType }) {
    this.input = element("input", { type: "range", min: "0", step: "1", class: "descent-axis-input" });
    unmovedByScrolling(this.input);
    this.box = element("input", { type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", class: "descent-axis-box" });
    this.label = element("span");
    /** Whose bands the ruler shows. */
    this.whose = element("span");
    /** What the value under the thumb does. */
    this.does = element("span", { class: "descent-axis-does" });
    this.name = element("span", { class: "descent-axis-name" }, [this.label, element("small", {}, [this.whose, this.does])]);
    this.ruler = element("div", { class: "descent-axis-ruler", "aria-hidden": "true" });
    this.track = element("div", { class: "descent-axis-track" }, [this.ruler, this.input]);
    this.reason = element("p", { class: "descent-axis-reason" });
    this.host = element("div", { class: "descent-axis" }, [this.name, this.track, this.box, this.reason]);
    /** @type {Stop[]} */
    this.stops = [];
    /** @type {Band[]} */
    this.bands = [];
    this.logarithmic = true;
    this.input.addEventListener("input", () => this.#moved(onMove));
    /** Whether keys move it, of which more may follow. */
    this.byKeys = false;
    /** Whether the box holds what has not been entered yet. */
    this.typing = false;
    this.input.addEventListener("pointerdown", () => (this.byKeys = false));
    this.input.addEventListener("change", () => onRelease(this.stop, this.byKeys ? QUIET : 0));
    this.input.addEventListener("keydown", (event) => this.#coarse(event, onMove, onRelease));
    this.box.addEventListener("input", () => (this.typing = true));
    this.box.addEventListener("change", () => {
      this.typing = false;
      const typed = this.box.value.trim();
      onType(typed);
      if (!typed || !Number.isFinite(Number(typed))) this.#say(); // what stands may be what stood before, and then nobody tells it again
    });
  }

  get stop() {
    return this.stops[Number(this.input.value)];
  }

  /** Whether a hand is on it. */
  get held() {
    return this.input.matches(":active");
  }

  /** @param {(stop: Stop) => void} onMove */
  #moved(onMove) {
    this.#say();
    onMove(this.stop);
  }

  /**
   * The browser's own page keys jump by a tenth, which is too far to see what changes.
   * @param {KeyboardEvent} event
   * @param {(stop: Stop) => void} onMove
   * @param {(stop: Stop, quiet: number) => void} onRelease
   */
  #coarse(event, onMove, onRelease) {
    this.byKeys = true;
    const by = { PageUp: COARSE, PageDown: -COARSE }[event.key];
    if (document.querySelector(".descent-pager, .descent-playlist a")) return; // there they turn the scenes, or the list
    if (!by || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.input.value = String(Number(this.input.value) + by);
    this.#moved(onMove);
    onRelease(this.stop, QUIET);
  }

  /**
   * As long as the x axis of the picture above, whose values it has, so that the thumb stands under its own.
   * @param {import("../panel.js").Panel} panel
   */
  align({ frame: { left, width } }) {
    layUnder(this.input, left, left + width);
  }

  /** What its values do is out of date, or no longer. @param {boolean} isOld */
  fade(isOld) {
    for (const part of [this.host, this.track]) part.classList.toggle("descent-faint", isOld);
  }

  /**
   * @param {AxisHeader} header
   * @param {string[]} values  of the axis, as far as they are known
   * @param {Record<string, string>} words
   * @param {boolean} [fixed]  whether it stands at computed values alone
   */
  show({ key, word, value, marks, off, logarithmic }, values, words, fixed = false) {
    this.stops = stopsOf(value, values);
    this.logarithmic = logarithmic;
    this.input.max = String(this.stops.length - 1);
    this.standBack();
    this.input.dataset.axis = key;
    this.input.setAttribute("aria-label", words[word]);
    this.box.setAttribute("aria-label", words[`${word}Exact`]);
    this.input.disabled = off !== null;
    this.box.disabled = off !== null || fixed;
    write(this.label, words[word]);
    write(this.reason, off === null ? "" : words[off]);
    this.reason.hidden = off === null;
    this.track.classList.toggle("descent-unmarked", !marks.length); // then it needs less height
    this.#rule(marks);
  }

  /** Stand at the value of the race. */
  standBack() {
    this.input.value = String(this.stops.findIndex(({ place }) => place === null));
    this.#say();
  }

  /**
   * What each stretch of values does, and for whom.
   * @param {Band[]} bands
   * @param {string} whose
   */
  colour(bands, whose) {
    this.bands = bands;
    write(this.whose, whose);
    const parts = bands.flatMap(({ from, to, color }) => [`${color} ${this.#share(from)}`, `${color} ${this.#share(to)}`]);
    this.ruler.style.setProperty("--bands", parts.length ? `linear-gradient(to right, ${parts.join(", ")})` : "none");
    this.#say();
  }

  /** Ticks at round numbers, and marks with names above. @param {{at: number, label: string}[]} marks */
  #rule(marks) {
    const [low, high] = [this.stops[0].value, this.stops[this.stops.length - 1].value];
    const ticks = this.logarithmic ? powersOfTen(low, high) : tenths(low, high);
    const inside = marks.filter(({ at }) => at >= low && at <= high);
    const named = (/** @type {{at: number, label: string}} */ { at, label }, /** @type {string} */ kind) => {
      const made = element("span", { class: kind }, [label]);
      made.style.left = this.#share(placeOf(at, this.stops, this.logarithmic));
      return made;
    };
    this.ruler.replaceChildren(
      ...ticks.map((tick) => named(tick, "descent-axis-tick")),
      ...inside.map((mark, i) => named(mark, `descent-axis-mark${i < inside.length - 1 ? " descent-before" : ""}`)),
    );
  }

  /** Where the middle of the thumb is, as a share of the whole. @param {number} place */
  #share(place) {
    const share = place / Math.max(1, this.stops.length - 1);
    return `calc(${THUMB / 2}px + ${share} * (100% - ${THUMB}px))`;
  }

  #say() {
    const { stop } = this;
    if (!stop) return;
    const at = Number(this.input.value);
    const does = this.bands.find(({ from, to }) => at >= from && at <= to)?.label;
    const said = does ? `${stop.written}: ${does}` : stop.written;
    this.input.setAttribute("aria-valuetext", said);
    write(this.does, does ? `: ${does}` : "");
    if (!this.typing) this.box.value = stop.written;
  }
}

/**
 * Lay a range input so that its thumb goes from one pixel to another.
 * @param {HTMLInputElement} input
 * @param {number} left
 * @param {number} right
 */
export function layUnder(input, left, right) {
  input.style.marginLeft = `${left - THUMB / 2}px`;
  input.style.width = `${right - left + THUMB}px`;
}

/**
 * Where the thumb can stand: at each value of the axis, and at that of the race, which takes the place of one that is the same.
 * @param {number} value
 * @param {string[]} values
 * @returns {Stop[]}
 */
export function stopsOf(value, values) {
  /** @type {Stop[]} */
  const all = values.map((written, place) => ({ written, value: Number(written), place, like: place }));
  const below = all.findLast((each) => each.value <= value) ?? all[0];
  const own = { written: String(value), value, place: null, like: below?.like ?? null };
  return [...all.filter((each) => each.value !== value), own].sort((a, b) => a.value - b.value);
}

/**
 * Where a value is among the stops, between two of them in proportion or evenly.
 * @param {number} value
 * @param {Stop[]} stops
 * @param {boolean} logarithmic
 */
export function placeOf(value, stops, logarithmic) {
  const after = stops.findIndex((stop) => stop.value >= value);
  if (after <= 0) return after < 0 ? stops.length - 1 : 0;
  const [low, high] = [stops[after - 1].value, stops[after].value];
  const share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return after - 1 + share;
}

/** @param {number} low @param {number} high */
function powersOfTen(low, high) {
  const powers = [];
  for (let power = Math.ceil(Math.log10(low)); power <= Math.log10(high); power++) powers.push(Number(`1e${power}`));
  return powers.map((at) => ({ at, label: String(at) }));
}

/** @param {number} low @param {number} high */
function tenths(low, high) {
  return Array.from({ length: 11 }, (_, i) => i / 10)
    .filter((at) => at >= low && at <= high)
    .map((at) => ({ at, label: String(at) }));
}
