// What the way forward leaves behind for the way back: a place for each number, and whether it is taken.

import { element } from "../element.js";

/** @typedef {{key: string, letter: string, value: string, step: number, uses: number[]}} Slot */

export class Cache {
  constructor() {
    this.title = element("p", { class: "descent-title" });
    this.list = element("ul");
    this.host = element("section", { class: "descent-cache" }, [this.title, this.list]);
    /** @type {{slot: Slot, host: HTMLElement, value: HTMLElement, uses: HTMLElement}[]} */
    this.all = [];
  }

  /** @param {string} title @param {Slot[]} slots @param {string} unused  said of what was stored and not needed */
  show(title, slots, unused) {
    this.title.textContent = title;
    this.unused = unused;
    this.all = slots.map((slot) => {
      const [value, uses] = [element("b"), element("span", { class: "descent-uses" })];
      return { slot, value, uses, host: element("li", { "data-slot": slot.key }, [`${slot.letter} = `, value, uses]) };
    });
    this.list.replaceChildren(...this.all.map(({ host }) => host));
  }

  /** @param {number} step @param {number} steps  the last one */
  draw(step, steps) {
    for (const { slot, host, value, uses } of this.all) {
      const filled = step >= slot.step;
      const taken = slot.uses.filter((use) => use <= step).length;
      value.textContent = filled ? slot.value : "";
      host.dataset.filled = String(filled);
      host.dataset.used = String(slot.uses.includes(step));
      uses.textContent = taken ? "↩".repeat(taken) : step >= steps && !slot.uses.length ? (this.unused ?? "") : "";
    }
  }
}
