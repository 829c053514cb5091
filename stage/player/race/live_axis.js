// A slider whose every value was computed before: while it moves the race is drawn from that, and when it rests the exact
// race is asked for, whose other axes then go through the new value.

import { asset } from "../fetched.js";
import { PendingChange } from "../pending_change.js";
import { Axis } from "./axis.js";
import { Slider } from "./slider.js";

/** @typedef {import("../message.js").Scene} Scene */
/** @typedef {import("./slider.js").AxisHeader} AxisHeader */

/**
 * @typedef {object} Shown  what a slider belongs to
 * @property {Scene} scene
 * @property {import("../message.js").Styles} styles
 * @property {"light" | "dark"} theme
 */

/** When no hand is on anything any more. */
const released = () =>
  new Promise((done) => {
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, done, { once: true, capture: true });
  });

export class LiveAxis {
  /**
   * @param {{onLive: (scene: Scene | undefined) => void, report: (values: Record<string, string>) => void}} listeners
   *   `onLive` hears of the scene of the value under the hand, undefined where that is the race's own
   */
  constructor({ onLive, report }) {
    this.onLive = onLive;
    const tell = (/** @type {string} */ written) => {
      if (this.header) report(Object.fromEntries(this.header.names.map((name) => [name, written])));
    };
    this.slider = new Slider({
      onMove: (stop) => this.#follow(stop),
      onRelease: ({ value }, quiet) => this.resting.change(value, quiet),
      onType: tell, // even what is no number: the page says what is allowed
    });
    this.host = this.slider.host;
    /** Where the slider has come to rest. @type {PendingChange<number>} */
    this.resting = new PendingChange(NaN, (value) => tell(String(value)));
    /** @type {AxisHeader | undefined} */
    this.header = undefined;
    /** @type {Shown | undefined} */
    this.shown = undefined;
    /** What all values do, and of which address. @type {{address: string, axis: Axis} | undefined} */
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
    if (!header || !shown || this.isCurrent || header.off !== null) return;
    try {
      const axis = await Axis.unpack(await asset(header.data, shown.theme));
      if (this.slider.held) await released();
      if (this.header?.data !== header.data) return;
      this.computed = { address: header.data, axis };
      this.#rule();
    } catch (error) {
      console.warn(error); // without it the slider acts when it is let go
    }
  }

  /** Whether what all values do was computed for the rest of the race as it is now. */
  get isCurrent() {
    return this.computed !== undefined && this.computed.address === this.header?.data;
  }

  /** The slider's places, and what each stretch of them does; of the race before, faint, until that of this one is there. */
  #rule() {
    const { header, shown, computed } = this;
    if (!header || !shown) return;
    const values = header.off === null ? computed?.axis.data.values : undefined;
    this.slider.show(header, values ?? [], shown.scene.words, shown.scene.fixed);
    this.colour(this.pointed);
    this.fade(computed !== undefined && !this.isCurrent);
  }

  /** What its values do is out of date, or no longer. @param {boolean} isOld */
  fade(isOld) {
    this.host.classList.toggle("descent-faint", isOld);
  }

  /** Show what the values do for one of those who race: the one that is pointed at, or the first that it changes. @param {string} [key] */
  colour(key) {
    this.pointed = key;
    const { shown, computed, slider, header } = this;
    if (!shown || !header) return;
    const racers = shown.scene.tracks.filter(({ ghost, row }) => !ghost && row !== null);
    const track = racers.find((each) => each.key === (key ?? header.of)) ?? racers[0];
    const regimes = shown.scene.question ? undefined : computed?.axis.data.regimes[track?.row ?? 0];
    const { drawn } = shown.styles;
    const bands = slider.stops.map(({ like }, i) => {
      const { color, name } = drawn[`regime.${regimes?.[like ?? 0]}`] ?? { color: "transparent", name: "" };
      return { from: i - 0.5, to: i + 0.5, color, label: name };
    });
    slider.colour(regimes ? bands : [], regimes ? track.name : "");
  }

  /** @param {import("./slider.js").Stop} stop */
  #follow({ place }) {
    const { shown, computed } = this;
    if (!shown || !computed || !this.isCurrent || shown.scene.question) return;
    this.onLive(place === null ? undefined : computed.axis.sceneAt(shown.scene, place));
  }
}
