// The nodes of a graph: their names, and the value and the derivative of each, side by side.

import { element, write } from "./element.js";

/** A derivative of more signs than this leaves no room for its name. */
const LONG = 7;

/** @typedef {[number, string][]} Changes  from which step on what stands there */
/**
 * @typedef {object} Box
 * @property {string} key
 * @property {string} letter
 * @property {"data" | "weight" | "value" | "loss"} kind
 * @property {string} rule  how it is computed; nothing where it is given
 * @property {[number, number]} place  along the way forward and across it, from 0 to 1
 * @property {Changes} values
 * @property {Changes} derivatives
 */

/**
 * What stands there at a step; nothing before the first.
 * @param {Changes} changes
 * @param {number} step
 */
export function standing(changes, step) {
  let words = "";
  for (const [since, next] of changes) if (since <= step) words = next;
  return words;
}

export class Boxes {
  /** @param {(key: string) => void} onChoose  a weight was pressed */
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.host = element("div", { class: "descent-boxes" });
    /** @type {{box: Box, host: HTMLElement, value: HTMLElement, derivative: HTMLElement}[]} */
    this.all = [];
    /** What the boxes were made for. */
    this.made = "";
  }

  /** @param {Box[]} boxes @param {Map<string, string>} names  of the weights, with what pressing them does */
  show(boxes, names) {
    const made = JSON.stringify(boxes.map(({ key, kind, rule }) => [key, kind, rule]));
    if (made !== this.made) this.#make(boxes);
    this.made = made;
    this.all.forEach((each, i) => {
      each.box = boxes[i];
      const name = names.get(boxes[i].key);
      if (name) each.host.setAttribute("aria-label", name);
    });
  }

  /** @param {Box[]} boxes */
  #make(boxes) {
    this.all = boxes.map((box) => {
      const rule = box.rule ? [element("span", { class: "descent-rule" }, [`= ${box.rule}`])] : [];
      const value = element("span", { class: "descent-held" });
      const derivative = element("b");
      const name = element("span", { class: "descent-of" }, [`∂L/∂${box.letter} = `]);
      const lines = [
        element("span", { class: "descent-box-name" }, [element("b", {}, [box.letter]), ...rule]),
        value,
        element("span", { class: "descent-slope" }, box.kind === "data" ? [] : [name, derivative]),
      ];
      const attributes = { class: "descent-box", "data-node": box.key, "data-kind": box.kind };
      const host = box.kind === "weight" ? element("button", { type: "button", ...attributes }, lines) : element("div", attributes, lines);
      host.addEventListener("click", () => box.kind === "weight" && this.onChoose(box.key));
      return { box, host, value, derivative };
    });
    this.host.replaceChildren(...this.all.map(({ host }) => host));
  }

  /**
   * Put every box in its place inside so much room.
   * @param {number} width
   * @param {number} height
   * @param {boolean} upright  whether the way forward leads down
   * @returns {Map<string, import("./wires.js").Frame>}
   */
  place(width, height, upright) {
    const isNarrow = new Set(this.all.map(({ box }) => box.place[1])).size < 3; // the way itself at the left, so that words beside it have room
    /** @type {[string, import("./wires.js").Frame][]} */
    const frames = this.all.map(({ box, host }) => {
      const [halfWidth, halfHeight] = [host.offsetWidth / 2, host.offsetHeight / 2];
      const [across, down] = upright ? [isNarrow ? 1 - box.place[1] : box.place[1], box.place[0]] : box.place;
      const x = halfWidth + across * (width - 2 * halfWidth);
      const y = halfHeight + down * (height - 2 * halfHeight);
      host.style.transform = `translate(${(x - halfWidth).toFixed(1)}px, ${(y - halfHeight).toFixed(1)}px)`;
      return [box.key, { x, y, halfWidth, halfHeight }];
    });
    return new Map(frames);
  }

  /**
   * @param {number} step
   * @param {{at: string, used: string[], phase: string}} moment
   * @param {string} chosen  the weight whose path is lit
   */
  draw(step, { at, used, phase }, chosen) {
    for (const { box, host, value, derivative } of this.all) {
      write(value, standing(box.values, step) || "·");
      const slope = standing(box.derivatives, step);
      write(derivative, slope);
      host.dataset.slope = String(slope !== "");
      host.dataset.long = String(slope.length > LONG);
      host.dataset.now = box.key === at || (phase === "update" && box.kind === "weight") ? phase : "";
      host.dataset.used = String(used.includes(box.key));
      if (box.kind === "weight") host.setAttribute("aria-pressed", String(box.key === chosen));
    }
  }
}
