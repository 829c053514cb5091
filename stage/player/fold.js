// What a low window folds away in projector look, so that the leading pictures have room: a button brings it back.

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

  /** Fold or unfold for a moment, to measure. @param {boolean} folded */
  try(folded) {
    this.root.classList.toggle("descent-folded", folded);
  }

  /**
   * @param {boolean} needed  whether the window is too low for everything
   * @param {Record<string, string>} words
   */
  show(needed, words) {
    const folded = needed && !this.open;
    this.try(folded);
    this.button.hidden = !needed;
    this.button.setAttribute("aria-expanded", String(!folded));
    this.button.textContent = folded ? words.unfold : words.fold;
  }
}
