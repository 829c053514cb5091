// What the map says of the place under the mouse, or of the start while that is moved: how high and how steep it is there.

import { element, write } from "../element.js";
import { addressAt, Newest } from "../newest.js";
import { brief, number } from "../numerals.js";

/** Milliseconds from one place to the next: a class whose mice are all over the map asks a hundred times a second. */
const PAUSE = 120;

/** @typedef {[number, number]} Place */

export class Facts {
  /**
   * @param {HTMLElement} host
   * @param {import("../panel.js").Panel} panel
   */
  constructor(host, panel) {
    this.panel = panel;
    this.said = element("div", { class: "descent-facts", "aria-hidden": "true" });
    this.said.hidden = true;
    host.append(this.said);
    /** Where the facts are; null where nobody can tell. @type {string | null} */
    this.address = null;
    /** @type {Record<string, string>} */
    this.words = {};
    this.wanted = false;
    /** @type {Newest<Place>} */
    this.newest = new Newest(
      (place) => addressAt(this.address ?? "", place),
      (told, place) => this.#say(told, place),
      PAUSE,
    );
    const { canvas } = panel;
    canvas.addEventListener("pointermove", (event) => {
      if (event.pointerType === "mouse") this.at(panel.inside(event));
    });
    canvas.addEventListener("pointerleave", () => this.at(undefined));
  }

  /** @param {string | null} address @param {Record<string, string>} words */
  show(address, words) {
    this.address = address;
    this.words = words;
  }

  /** Say it of this place, or of none. @param {Place | undefined} place */
  at(place) {
    this.wanted = place !== undefined && this.address !== null;
    if (place && this.wanted) this.newest.want(place);
    else {
      this.newest.forget();
      this.said.hidden = true;
    }
  }

  /** @param {{height: number | null, slope: (number | null)[]}} told @param {Place} place */
  #say({ height, slope }, place) {
    if (!this.wanted) return;
    const read = (/** @type {number | null} */ value) => number(value ?? NaN);
    const words = this.words.facts
      .replace("{x}", brief(place[0], 3))
      .replace("{y}", brief(place[1], 3))
      .replace("{height}", read(height))
      .replace("{slope}", slope.map(read).join(", "));
    write(this.said, words);
    this.said.hidden = false;
    const { frame } = this.panel;
    const [x, y] = this.panel.at(place);
    const covers = x < frame.left + this.said.offsetWidth + 24 && y > frame.top + frame.height - this.said.offsetHeight - 24;
    this.said.style.left = `${frame.left + 4}px`;
    this.said.style.top = `${covers ? frame.top + 4 : frame.top + frame.height - this.said.offsetHeight - 4}px`;
  }
}
