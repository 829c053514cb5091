// Says what has come of it to those who do not see it: politely, and only when everything has come to rest.

import { element, write } from "./element.js";

/** Milliseconds of rest before anything is said, so that nobody hears every step of a scrub. */
export const REST = 600;

export class Announcer {
  /** @param {() => string} say  called when all is at rest */
  constructor(say) {
    this.say = say;
    this.host = element("p", { class: "descent-live", role: "status", "aria-live": "polite" });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pending = undefined;
    /** What was last heard about. @type {string | undefined} */
    this.about = undefined;
  }

  /** @param {string | undefined} about  names what rests there now; undefined while it moves */
  update(about) {
    if (about === this.about) return;
    this.about = about;
    clearTimeout(this.pending);
    if (about !== undefined) this.#wait();
  }

  #wait() {
    this.pending = setTimeout(() => {
      if (this.host.parentElement?.querySelector("input:active, .descent-start:active, .descent-probe:active")) this.#wait();
      else write(this.host, this.say());
    }, REST);
  }

  close() {
    clearTimeout(this.pending);
  }
}
