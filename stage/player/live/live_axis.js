// A slider whose every value was computed before: while it moves the picture is drawn from that, and when it rests the exact
// one is asked for, whose other axes then go through the new value. One of which nothing was computed acts when it is let go.

import { asset } from "../fetched.js";
import { PendingChange } from "../pending_change.js";
import { Slider } from "./slider.js";

/** @typedef {import("./slider.js").AxisHeader} AxisHeader */

/**
 * @typedef {object} Computed  what all values do
 * @property {string[]} values   as they stand in the address, from the lowest on
 * @property {number[][]} [regimes]   of each whose bands can be shown, what each value does
 *
 * @typedef {object} Shown  what a slider belongs to
 * @property {Record<string, string>} words
 * @property {import("../message.js").Styles} styles
 * @property {"light" | "dark"} theme
 * @property {boolean} fixed   whether nobody listens
 * @property {boolean} asking  whether something is asked, so that nothing is told
 * @property {{key: string, name: string, row: number}[]} racers  whose bands can be shown
 */

/** When no hand is on anything any more. */
const released = () =>
  new Promise((done) => {
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, done, { once: true, capture: true });
  });

/** @template {Computed} Data */
export class LiveAxis {
  /**
   * @param {{unpack: (told: any) => Promise<Data>, onLive: (place: {data: Data, place: number} | undefined) => void,
   *   report: (values: Record<string, string>) => void}} listeners
   *   `onLive` hears of the value under the hand, undefined where that is the picture's own
   */
  constructor({ unpack, onLive, report }) {
    this.unpack = unpack;
    this.onLive = onLive;
    const tell = (/** @type {string} */ written) => {
      if (this.header) report(Object.fromEntries(this.header.names.map((name) => [name, written])));
    };
    this.slider = new Slider({
      onMove: (stop) => this.#follow(stop),
      onRelease: ({ value }, quiet) => this.resting.change(value, quiet),
      onType: (typed) => {
        this.resting.drop();
        tell(typed); // even what is no number: the page says what is allowed
      },
    });
    this.host = this.slider.host;
    /** Where the slider has come to rest. @type {PendingChange<number>} */
    this.resting = new PendingChange(NaN, (value) => tell(String(value)));
    /** @type {AxisHeader | undefined} */
    this.header = undefined;
    /** @type {Shown | undefined} */
    this.shown = undefined;
    /** What all values do, and of which address. @type {{address: string, data: Data} | undefined} */
    this.computed = undefined;
    /** Whose bands are shown. @type {string | undefined} */
    this.pointed = undefined;
  }

  /**
   * Whether the message is about where the slider stands; else its own has yet to come, and what is drawn stays.
   * @param {AxisHeader} header
   * @param {Shown} shown
   */
  show(header, shown) {
    this.header = header;
    this.shown = shown;
    const isOlder = this.resting.hear(header.value) !== header.value;
    if (this.slider.held || isOlder) return false;
    this.#rule();
    return true;
  }

  /** Ask for what all values do, unless that is known. The picture comes first, and does not wait for it. */
  async fetch() {
    const { header, shown } = this;
    if (!header || !shown || this.isCurrent || header.data === null || header.off !== null) return;
    try {
      const data = await this.unpack(await asset(header.data, shown.theme));
      if (this.slider.held) await released();
      if (this.header?.data !== header.data) return;
      this.computed = { address: header.data, data };
      if (this.resting.hear(header.value) === header.value) this.#rule(); // else where it stands now is on its way back
    } catch (error) {
      console.warn(error); // without it the slider acts when it is let go
    }
  }

  /** Whether what all values do was computed for the rest of the picture as it is now. */
  get isCurrent() {
    return this.computed !== undefined && this.computed.address === this.header?.data;
  }

  /** The slider's places, and what each stretch of them does; of the picture before, faint, until that of this one is there. */
  #rule() {
    const { header, shown, computed } = this;
    if (!header || !shown) return;
    const values = header.off === null ? (computed?.data.values ?? header.places) : [];
    this.slider.show(header, values, shown.words, shown.fixed);
    this.colour(this.pointed);
    this.fade(computed !== undefined && !this.isCurrent);
  }

  /** What its values do is out of date, or no longer. @param {boolean} isOld */
  fade(isOld) {
    this.slider.fade(isOld);
  }

  /** Show what the values do for one of those who race: the one that is pointed at, or the first that it changes. @param {string} [key] */
  colour(key) {
    this.pointed = key;
    const { shown, computed, slider, header } = this;
    if (!shown || !header) return;
    const { racers } = shown;
    const racer = racers.find((each) => each.key === (key ?? header.of)) ?? racers[0];
    const regimes = shown.asking || !racer ? undefined : computed?.data.regimes?.[racer.row];
    const { drawn } = shown.styles;
    const bands = slider.stops.map(({ like }, i) => {
      const { color, name } = drawn[`regime.${regimes?.[like ?? 0]}`] ?? { color: "transparent", name: "" };
      return { from: i - 0.5, to: i + 0.5, color, label: name };
    });
    slider.colour(regimes ? bands : [], regimes ? racer.name : "");
  }

  /** @param {import("./slider.js").Stop} stop */
  #follow({ place }) {
    const { shown, computed } = this;
    if (!shown || !computed || !this.isCurrent || shown.asking) return;
    this.onLive(place === null ? undefined : { data: computed.data, place });
  }
}
