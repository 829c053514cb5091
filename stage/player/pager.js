// PageDown and PageUp, which a presenter's remote sends, turn from scene to scene. Apart from the pictures: the next scene
// may need another player, and what is pressed while one makes room for the other must not be lost.

import { within } from "./ink.js";
import { listenToKeys, pageKeys } from "./keys.js";
import { PendingChange } from "./pending_change.js";
import { tell } from "./unheard.js";

/** @typedef {{number: number, count: number}} Data  which scene is shown, from 0, and how many there are */

/** @type {WeakMap<Element, Pager>} */
const pagers = new WeakMap();

/**
 * Streamlit calls this at the first showing and with every scene.
 * @param {{data: Data, parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void}} component
 */
export default function show({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".descent-pager"));
  const pager = pagers.get(root) ?? new Pager();
  pagers.set(root, pager);
  pager.report = (name, value) => tell("pager", setTriggerValue, name, value);
  pager.receive(data);
  return () => {
    pager.stop();
    pagers.delete(root);
  };
}

class Pager {
  constructor() {
    this.count = 0;
    /** @type {(name: string, value: unknown) => void} */
    this.report = () => {};
    /** The number of the scene that was turned to last. @type {PendingChange<number>} */
    this.number = new PendingChange(0, (number) => this.report("turned", number));
    this.stop = listenToKeys(
      pageKeys((by) => this.turn(by)),
      () => {},
      () => !document.querySelector(".descent-playlist a"), // which the keys go through instead (page/playlist.js)
    );
  }

  /** @param {Data} data */
  receive({ number, count }) {
    this.number.hear(number);
    this.count = count;
  }

  /** The first and the last are the ends. @param {number} by */
  turn(by) {
    const to = within(this.number.value + by, 0, this.count - 1);
    if (to !== this.number.value) this.number.change(to);
  }
}
