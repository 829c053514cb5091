// Names that are switched on and off, on the scoreboard and on a grid's board. Each answers at once, the pictures with the
// next message.

import { element } from "./element.js";
import { PendingChange } from "./pending_change.js";

/** Milliseconds after the last of several chips until the choice is reported. */
const QUIET = 150;

export class Chips {
  /** @param {(keys: string[]) => void} onChoose  the viewer has chosen what is on */
  constructor(onChoose) {
    /** What is on, as far as the viewer is concerned. @type {PendingChange<string[]>} */
    this.chosen = new PendingChange(/** @type {string[]} */ ([]), onChoose);
  }

  /** What is on, as the server has it. @param {string[]} keys */
  hear(keys) {
    this.chosen.hear(keys);
  }

  /**
   * The chip of one of the keys; the last one that is on stays on.
   * @param {string} key
   * @param {string[]} keys
   * @param {boolean} on
   * @param {(Node | string)[]} sign
   * @param {Record<string, string>} words
   */
  chip(key, keys, on, sign, words) {
    const chip = element("button", { type: "button", class: "descent-chip", "data-toggle": key, "aria-pressed": String(on) }, sign);
    chip.title = on ? words.switchOff : words.switchOn;
    chip.addEventListener("click", () => {
      const before = this.chosen.value;
      const chosen = keys.filter((each) => before.includes(each) !== (each === key));
      if (!chosen.length) return;
      chip.setAttribute("aria-pressed", String(chosen.includes(key)));
      this.chosen.change(chosen, QUIET);
    });
    return chip;
  }
}
