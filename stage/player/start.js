// The start on a map, or its probe: a button that is dragged, moved by the arrow keys, or sent somewhere by a click on the map.

import { element } from "./element.js";
import { within } from "./ink.js";
import { brief } from "./numerals.js";
import { PendingChange } from "./pending_change.js";

/** A key press moves the start by this share of the picture. */
const NUDGE = 0.02;
/** Milliseconds after the last key press of several until the new start is reported. */
const QUIET = 250;

/** @typedef {[number, number]} Place */

export class Start {
  /**
   * @param {HTMLElement} host
   * @param {import("./panel.js").Panel} panel
   * @param {(place: Place) => void} onStart  the viewer has placed the start
   * @param {(place: Place) => void} [onDrag]  the viewer drags it over this place
   * @param {"start" | "probe"} kind  what it is
   */
  constructor(host, panel, onStart, onDrag = () => {}, kind = "start") {
    this.panel = panel;
    this.onDrag = onDrag;
    /** @type {HTMLElement} */
    this.handle = element("button", { type: "button", class: `descent-${kind}` });
    this.kind = kind;
    /** Whether a click on the map sends it there. */
    this.called = true;
    /** Whether the start can't be moved. */
    this.fixed = false;
    host.append(this.handle);
    /** @type {PendingChange<Place>} */
    this.place = new PendingChange(/** @type {Place} */ ([0, 0]), onStart);
    /** @type {[Place, Place] | undefined} */
    this.domain = undefined;
    this.dragging = false;
    /** Where the handle has been dragged to. @type {Place | undefined} */
    this.dragged = undefined;
    this.#listen();
  }

  /**
   * The server says where the start is and where it may be.
   * @param {{start: Place, domain: [Place, Place], words: Record<string, string>, fixed: boolean, of?: string}} told
   *   `of` says what it is the start of, where there are several
   */
  show({ start, domain, words, fixed, of }) {
    this.domain = domain;
    if (fixed) this.#fix();
    if (!this.dragging) this.#show(this.place.hear(start));
    const label = words[fixed ? "startFixed" : `${this.kind}Label`].replace("{x}", brief(start[0], 4)).replace("{y}", brief(start[1], 4));
    this.handle.setAttribute("aria-label", of ? `${of}: ${label}` : label);
    this.handle.title = fixed ? label : words[`${this.kind}Hint`];
  }

  /** Where it was placed and is on its way to the server was on another surface. */
  forget() {
    this.place.drop();
  }

  /** Where nobody listens, the start is a sign on the map and no button. */
  #fix() {
    if (this.fixed) return;
    this.fixed = true;
    const sign = element("span", { class: "descent-start descent-fixed", role: "img" });
    this.handle.replaceWith(sign);
    this.handle = sign;
    this.panel.canvas.classList.add("descent-fixed");
  }

  /** @param {Place} place */
  #show(place) {
    const [x, y] = this.panel.at(place);
    this.handle.style.transform = `translate(${x}px, ${y}px)`;
  }

  #listen() {
    const { canvas } = this.panel;
    canvas.addEventListener("click", (event) => {
      if (this.called) this.#change(this.#inside(this.panel.under(event)));
    });
    this.handle.addEventListener("pointerdown", (event) => {
      this.handle.setPointerCapture(event.pointerId);
      this.dragging = true;
    });
    this.handle.addEventListener("pointermove", (event) => {
      if (!this.dragging) return;
      this.dragged = this.#inside(this.panel.under(event));
      this.#show(this.dragged);
      this.onDrag(this.dragged);
    });
    for (const end of ["pointerup", "pointercancel"])
      this.handle.addEventListener(end, () => {
        if (this.dragged) this.#change(this.dragged);
        this.dragging = false;
        this.dragged = undefined;
      });
    this.handle.addEventListener("keydown", (event) => {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }[event.key];
      if (!way || !this.domain) return;
      event.preventDefault();
      event.stopPropagation(); // here the arrows move the start, not the playhead
      const [dx, dy] = this.domain.map(([low, high], axis) => way[axis] * NUDGE * (high - low));
      this.#change(this.#inside([this.place.value[0] + dx, this.place.value[1] + dy]), QUIET);
    });
  }

  /**
   * @param {Place} place
   * @param {number} [quiet]
   */
  #change(place, quiet) {
    if (this.fixed) return;
    this.#show(place);
    this.place.change(place, quiet);
  }

  /**
   * Inside the picture, and no more exact than it can be pointed at.
   * @param {Place} place
   * @returns {Place}
   */
  #inside(place) {
    const [x, y] = (this.domain ?? []).map(([low, high], axis) => {
      const grain = 10 ** Math.floor(Math.log10((high - low) / 500));
      return within(Number((Math.round(place[axis] / grain) * grain).toPrecision(6)), low, high);
    });
    return [x, y];
  }
}
