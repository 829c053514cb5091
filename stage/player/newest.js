// Questions to the server while a hand moves: one at a time, and of those that come meanwhile only the newest.

import { fetchJson } from "./fetched.js";

/** Milliseconds after which nobody waits for an answer any more: the hand is elsewhere. */
const PATIENCE = 5000;

/** @template Wish */
export class Newest {
  /**
   * @param {(wish: Wish) => string} address  where the answer to a wish is
   * @param {(answer: any, wish: Wish) => void} show
   * @param {number} pause  milliseconds from an answer to the next question, at least
   */
  constructor(address, show, pause) {
    this.address = address;
    this.show = show;
    this.pause = pause;
    /** @type {Wish | undefined} */
    this.wish = undefined;
    this.asking = false;
  }

  /** Ask for this, now or when the answer before it has come. @param {Wish} wish */
  async want(wish) {
    this.wish = wish;
    if (this.asking) return;
    this.asking = true;
    while (this.wish !== undefined) {
      const asked = this.wish;
      this.wish = undefined;
      await this.#answer(asked);
      await new Promise((done) => setTimeout(done, this.pause));
    }
    this.asking = false;
  }

  /** Nothing is wanted any more. */
  forget() {
    this.wish = undefined;
  }

  /** @param {Wish} asked */
  async #answer(asked) {
    try {
      this.show(await fetchJson(this.address(asked), PATIENCE), asked);
    } catch (error) {
      console.info("a place is not told", error); // the next one may be
    }
  }
}

/**
 * The address of what is at a place.
 * @param {string} address  of what is at any
 * @param {[number, number]} place
 */
export function addressAt(address, [x, y]) {
  const [path, query] = address.split("?");
  const names = new URLSearchParams(query);
  names.set("x", String(x));
  names.set("y", String(y));
  return `${path}?${names}`;
}
