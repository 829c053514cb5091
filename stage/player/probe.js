// The probe on a map: at its place the gradient as an arrow, both curvatures as signs and small parabolas, and the word for
// such a place. All of it is worked out by the server, for this very place.

import { Announcer } from "./announcer.js";
import { element, write } from "./element.js";
import { arrow, crossing, line, marker, sign, within } from "./ink.js";
import { addressAt, Newest } from "./newest.js";
import { brief, number } from "./numerals.js";
import { Start } from "./start.js";

/** Milliseconds from one place to the next: a class whose mice are all over the map asks a hundred times a second. */
const PAUSE = 80;
/** The longest arrow, and half of a line along which it curves, in heights of type; both as a share of a small map at most. */
const LONGEST = 5.5;
const HALF = 3.4;
const SHARE = 0.4;
/** Half the width of a parabola, and how deep the one of the larger curvature is; none is shallower than this share of it. */
const PARABOLA = 0.75;
const DEPTH = 1.1;
const SHALLOW = 0.3;

/** @typedef {[number, number]} Place */
/**
 * @typedef {object} Told  what the server says of a place
 * @property {Place} place  this one, or the minimum or saddle point that is close
 * @property {number | null} height
 * @property {(number | null)[]} slope
 * @property {number} strength  how long the arrow is, from 0 to 1
 * @property {(number | null)[]} curvatures  the larger first
 * @property {Place[]} directions  of each
 * @property {string} word  the name of the word for such a place
 */

export class Probe {
  /**
   * @param {HTMLElement} host
   * @param {import("./panel.js").Panel} panel
   * @param {{onPlace: (place: Place) => void, onTold: () => void}} listeners
   */
  constructor(host, panel, { onPlace, onTold }) {
    this.panel = panel;
    this.on = false;
    /** Where it is asked about. */
    this.address = "";
    /** @type {Record<string, string>} */
    this.words = {};
    /** @type {Told | undefined} */
    this.told = undefined;
    const placed = (/** @type {Place} */ place) => {
      this.#at(place);
      onPlace(place);
    };
    this.handle = new Start(host, panel, placed, (place) => this.#at(place), "probe");
    this.handle.handle.hidden = true;
    this.said = element("div", { class: "descent-probed", "aria-hidden": "true" });
    this.said.hidden = true;
    host.append(this.said);
    this.announcer = new Announcer(() => (this.told ? saying(this.told, this.words) : ""));
    /** @type {Newest<Place>} */
    this.newest = new Newest(
      (place) => addressAt(this.address, place),
      (told) => {
        this.told = told;
        onTold();
      },
      PAUSE,
    );
    const { canvas } = panel;
    canvas.addEventListener("pointermove", (event) => {
      if (this.on && event.pointerType === "mouse") this.#at(panel.inside(event) ?? this.handle.place.value);
    });
    canvas.addEventListener("pointerleave", () => {
      if (this.on) this.#at(this.handle.place.value);
    });
  }

  /**
   * @param {{probe: Place | null, probing: string | null, domain: [Place, Place], words: Record<string, string>, fixed: boolean}} told
   *   where it is, if it is there, and the address at which any place is asked about
   */
  show({ probe, probing, domain, words, fixed }) {
    this.on = probe !== null && probing !== null;
    this.words = words;
    this.handle.handle.hidden = this.said.hidden = !this.on;
    this.handle.called = this.on;
    if (!this.on || !probe) return this.#end();
    if (this.address !== probing) this.told = undefined;
    this.address = probing ?? "";
    this.panel.host.append(this.announcer.host);
    this.handle.show({ start: probe, domain, words, fixed });
    this.#at(this.handle.place.value);
  }

  #end() {
    this.told = undefined;
    this.newest.forget();
    this.announcer.host.remove();
    this.announcer.update(undefined);
  }

  forget() {
    this.handle.forget();
  }

  close() {
    this.announcer.close();
  }

  /** It is over this place. @param {Place} place */
  #at(place) {
    if (this.on) this.newest.want(place);
  }

  /**
   * @param {import("./message.js").Look} look
   * @param {{width: number, size: number}} pen
   */
  draw(look, pen) {
    const { told, panel } = this;
    if (!this.on || !told) return;
    const ink = { color: look.text, halo: look.halo, ...pen };
    const at = panel.at(told.place);
    for (const [i, direction] of told.directions.entries()) this.#curve(at, direction, told, i, ink);
    this.#slope(at, told, ink);
    marker(panel.context, at, { color: look.text, halo: look.halo, marker: "diamond", radius: 0.32 * pen.size });
    this.#say(told);
  }

  /** The way on the screen of a direction on the map, one pixel long. @param {Place} place @param {number[]} direction */
  #way([x, y], [dx, dy]) {
    const [[x0, y0], [x1, y1]] = [this.panel.at([x, y]), this.panel.at([x + dx, y + dy])];
    const length = Math.hypot(x1 - x0, y1 - y0);
    return /** @type {Place} */ ([(x1 - x0) / length, (y1 - y0) / length]);
  }

  /** A height of type, on a small map less. @param {number} size */
  #scale(size) {
    const { width, height } = this.panel.frame;
    return Math.min(size, (SHARE * Math.min(width, height)) / LONGEST);
  }

  /**
   * A line along which it curves, with a parabola and a sign at its end.
   * @param {Place} at
   * @param {Place} direction
   * @param {Told} told
   * @param {number} i
   * @param {{color: string, halo: string, width: number, size: number}} ink
   */
  #curve([x, y], direction, { place, curvatures }, i, { color, halo, width, size }) {
    const value = curvatures[i];
    if (value === null) return;
    const { context, frame } = this.panel;
    const [dx, dy] = this.#way(place, direction);
    const half = HALF * this.#scale(size);
    const along = new Path2D();
    for (const end of [-half, half]) along.lineTo(...crossing(frame, [x, y], [x + end * dx, y + end * dy]));
    line(context, along, { color, halo, dash: "dot", width: Math.max(1.5, width / 2) });
    const room = 1.2 * size;
    const side = atEdge(frame, [x + 1.3 * half * dx, y + 1.3 * half * dy], room) ? -1 : 1;
    const far = side * (half + room);
    const centre = /** @type {Place} */ ([
      within(x + far * dx, frame.left + room, frame.left + frame.width - room),
      within(y + far * dy, frame.top + room, frame.top + frame.height - room),
    ]);
    line(context, parabola(centre, bend(curvatures, i), size), { color, halo, dash: "solid", width });
    sign(context, [centre[0] + 1.25 * size, centre[1]], { label: signOf(value), color, halo, size: 1.5 * size });
  }

  /** @param {Place} at @param {Told} told @param {{color: string, halo: string, width: number, size: number}} ink */
  #slope([x, y], { place, slope, strength }, { color, halo, width, size }) {
    const [dx, dy] = slope;
    if (dx === null || dy === null || strength === 0) return;
    const { context, frame } = this.panel;
    const [across, down] = this.#way(place, [dx, dy]);
    const longest = LONGEST * this.#scale(size) * strength;
    const tip = crossing(frame, [x, y], [x + longest * across, y + longest * down]);
    const back = Math.min(Math.hypot(tip[0] - x, tip[1] - y), 0.6 * size);
    const shaft = new Path2D();
    shaft.moveTo(x, y);
    shaft.lineTo(tip[0] - back * across, tip[1] - back * down);
    line(context, shaft, { color, halo, dash: "solid", width: 1.4 * width });
    arrow(context, tip, Math.atan2(down, across), { color, halo, size: 0.9 * size });
    const name = /** @type {Place} */ ([
      within(tip[0] + 1.1 * size * across, frame.left + size, frame.left + frame.width - size),
      within(tip[1] + 1.1 * size * down, frame.top + 0.7 * size, frame.top + frame.height - 0.7 * size),
    ]);
    sign(context, name, { label: "∇f", color, halo, size: 1.1 * size });
  }

  /** In words, at the end of the map that it does not cover. @param {Told} told */
  #say(told) {
    const { frame } = this.panel;
    write(this.said, saying(told, this.words));
    this.said.style.maxWidth = `${frame.width - 8}px`;
    const [, y] = this.panel.at(told.place);
    const isLow = y > frame.top + frame.height / 2;
    this.said.style.left = `${frame.left + 4}px`;
    this.said.style.top = `${isLow ? frame.top + 4 : frame.top + frame.height - this.said.offsetHeight - 4}px`;
    this.announcer.update(String(told.place));
  }
}

/**
 * What is said of a place.
 * @param {Told} told
 * @param {Record<string, string>} words
 */
export function saying({ place, slope, curvatures, word }, words) {
  const read = (/** @type {number | null} */ value) => number(value ?? NaN);
  const [larger, smaller] = curvatures.map(read);
  return words.probed
    .replace("{x}", brief(place[0], 3))
    .replace("{y}", brief(place[1], 3))
    .replace("{slope}", slope.map(read).join(", "))
    .replace("{larger}", larger)
    .replace("{smaller}", smaller)
    .replace("{word}", words[word]);
}

/** @param {number} value */
export function signOf(value) {
  return value > 0 ? "+" : value < 0 ? "−" : "0";
}

/**
 * How deep the parabola of a curvature is beside that of the larger one in size: from −1 to 1, and 0 where it is straight.
 * @param {(number | null)[]} curvatures
 * @param {number} i
 */
export function bend(curvatures, i) {
  const value = curvatures[i] ?? 0;
  const largest = Math.max(...curvatures.map((each) => Math.abs(each ?? 0)));
  return value === 0 ? 0 : Math.sign(value) * Math.max(SHALLOW, Math.abs(value) / largest);
}

/**
 * Open upwards where it curves up.
 * @param {Place} centre
 * @param {number} depth  from −1 to 1
 * @param {number} size
 */
function parabola([x, y], depth, size) {
  const path = new Path2D();
  for (let i = -6; i <= 6; i++) path.lineTo(x + (i / 6) * PARABOLA * size, y - depth * DEPTH * size * ((i / 6) ** 2 - 0.5));
  return path;
}

/** @param {import("./ink.js").Box} frame @param {Place} place @param {number} room */
function atEdge({ left, top, width, height }, [x, y], room) {
  return x < left + room || y < top + room || x > left + width - room || y > top + height - room;
}
