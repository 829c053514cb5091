// The sliders of a picture. They form a cross through the present point: while one of them moves, the others stand where they are.

import { element } from "../element.js";
import { LiveAxis } from "./live_axis.js";

/** @template {import("./live_axis.js").Computed} Data */
export class Sliders {
  /**
   * @param {{unpack: (told: any) => Promise<Data>, onLive: (place: {data: Data, place: number} | undefined) => void,
   *   report: (values: Record<string, string>) => void}} listeners  see LiveAxis
   */
  constructor({ unpack, onLive, report }) {
    this.listeners = { unpack, onLive, report };
    /** @type {LiveAxis<Data>[]} */
    this.axes = [];
    this.host = element("div", { class: "descent-axes" });
    /** Whether nobody listens. */
    this.fixed = false;
  }

  /** How many there are. */
  get count() {
    return this.axes.length;
  }

  /**
   * Whether the message is about where all of them stand.
   * @param {import("./slider.js").AxisHeader[]} headers
   * @param {import("./live_axis.js").Shown} shown
   */
  show(headers, shown) {
    this.fixed = shown.fixed;
    this.axes.length = Math.min(this.axes.length, headers.length);
    while (this.axes.length < headers.length) this.axes.push(this.#axis());
    const loose = this.axes.filter((_, i) => !headers[i].under).map(({ host }) => host);
    if (loose.some((host, i) => this.host.children[i] !== host) || loose.length !== this.host.childElementCount) this.host.replaceChildren(...loose); // else one of them may have the focus
    this.host.hidden = !loose.length;
    const stands = headers.map((header, i) => this.axes[i].show(header, shown));
    return stands.every(Boolean);
  }

  #axis() {
    const { unpack, onLive, report } = this.listeners;
    /** @type {LiveAxis<Data>} */
    const axis = new LiveAxis({
      unpack,
      onLive: (place) => {
        for (const other of this.axes.filter((each) => each !== axis)) {
          other.fade(place !== undefined);
          if (this.fixed) other.slider.standBack(); // no server goes on from there
        }
        onLive(place);
      },
      report: (values) => {
        if (!this.fixed) report(values);
      },
    });
    return axis;
  }

  /** Where they came to rest was of another picture. */
  forget() {
    for (const axis of this.axes) axis.resting.drop();
  }

  /** Ask for what all values do, once the picture has been painted, whose frames it would take. */
  fetch() {
    requestAnimationFrame(() => requestAnimationFrame(() => this.axes.forEach((axis) => axis.fetch())));
  }

  /** They show what their values do for this one of those who race. @param {string | undefined} key */
  point(key) {
    for (const axis of this.axes) axis.colour(key);
  }
}
