// What is folded away so that the leading pictures have room: a button brings it back.

import { element } from "./element.js";

export class Fold {
  /**
   * @param {HTMLElement} root  of the player
   * @param {() => void} onTurn
   */
  constructor(root, onTurn) {
    this.root = root;
    /** Whether the viewer wants to see the rest all the same. */
    this.open = false;
    this.button = element("button", { type: "button", class: "descent-fold" });
    this.button.hidden = true;
    this.button.addEventListener("click", () => {
      this.open = !this.open;
      onTurn();
    });
  }

  /**
   * Fold or unfold for a moment, to measure.
   * @param {boolean} folded
   * @param {boolean} table  whether of the table only the names stay
   */
  try(folded, table = folded) {
    this.root.classList.toggle("descent-folded", folded);
    this.root.classList.toggle("descent-brief", table);
  }

  /**
   * @param {boolean} needed  whether there is anything to fold
   * @param {Record<string, string>} words
   * @param {boolean} table  whether the table is folded, too
   */
  show(needed, words, table = needed) {
    const folded = needed && !this.open;
    this.try(folded, folded && table);
    this.button.hidden = !needed;
    this.button.setAttribute("aria-expanded", String(!folded));
    this.button.textContent = folded ? words.unfold : words.fold;
  }
}
