// The nodes of a graph: their names, and the value and the derivative of each, side by side.

import { element, write } from "../element.js";

/** A derivative of more signs than this leaves no room for its name. */
const LONG = 7;

/** @typedef {[number, string][]} Changes  from which step on what stands there */
/**
 * @typedef {object} DrawnNode
 * @property {string} key
 * @property {string} letter
 * @property {"data" | "weight" | "value" | "loss"} kind
 * @property {string} rule  how it is computed; nothing where it is given
 * @property {[number, number]} place  along the way forward and across it, from 0 to 1
 * @property {Changes} values
 * @property {Changes} derivatives
 * @property {number | null} changed  the step from which it is marked as changed, if it is
 */

/**
 * What stands there at a step; nothing before the first.
 * @param {Changes} changes
 * @param {number} step
 */
export function wordsAt(changes, step) {
  let words = "";
  for (const [since, next] of changes) if (since <= step) words = next;
  return words;
}

export class Nodes {
  /** @param {(key: string) => void} onChoose  a weight was pressed */
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.host = element("div", { class: "descent-nodes" });
    /** @type {{node: DrawnNode, host: HTMLElement, value: HTMLElement, derivative: HTMLElement}[]} */
    this.all = [];
    /** What the nodes were made for. */
    this.made = "";
  }

  /** @param {DrawnNode[]} nodes @param {Map<string, string>} names  of the weights, with what pressing them does */
  show(nodes, names) {
    const made = JSON.stringify(nodes.map(({ key, kind, rule }) => [key, kind, rule]));
    if (made !== this.made) this.#make(nodes);
    this.made = made;
    this.all.forEach((each, i) => {
      each.node = nodes[i];
      each.host.dataset.changes = String(nodes[i].changed !== null);
      const name = names.get(nodes[i].key);
      if (name) each.host.setAttribute("aria-label", name);
    });
  }

  /** @param {DrawnNode[]} nodes */
  #make(nodes) {
    this.all = nodes.map((node) => {
      const rule = node.rule ? [element("span", { class: "descent-rule" }, [`= ${node.rule}`])] : [];
      const value = element("span", { class: "descent-held" });
      const derivative = element("b");
      const name = element("span", { class: "descent-of" }, [`∂L/∂${node.letter} = `]);
      const lines = [
        element("span", { class: "descent-node-name" }, [element("b", {}, [node.letter]), ...rule]),
        value,
        element("span", { class: "descent-slope" }, node.kind === "data" ? [] : [name, derivative]),
      ];
      const attributes = { class: "descent-node", "data-node": node.key, "data-kind": node.kind };
      const host = node.kind === "weight" ? element("button", { type: "button", ...attributes }, lines) : element("div", attributes, lines);
      host.addEventListener("click", () => node.kind === "weight" && this.onChoose(node.key));
      return { node, host, value, derivative };
    });
    this.host.replaceChildren(...this.all.map(({ host }) => host));
  }

  /**
   * Put every node in its place inside so much room.
   * @param {number} width
   * @param {number} height
   * @param {boolean} upright  whether the way forward leads down
   * @returns {Map<string, import("./edges.js").Frame>}
   */
  place(width, height, upright) {
    const isNarrow = new Set(this.all.map(({ node }) => node.place[1])).size < 3; // the way itself at the left, so that words beside it have room
    /** @type {[string, import("./edges.js").Frame][]} */
    const frames = this.all.map(({ node, host }) => {
      const [halfWidth, halfHeight] = [host.offsetWidth / 2, host.offsetHeight / 2];
      const [across, down] = upright ? [isNarrow ? 1 - node.place[1] : node.place[1], node.place[0]] : node.place;
      const x = halfWidth + across * (width - 2 * halfWidth);
      const y = halfHeight + down * (height - 2 * halfHeight);
      host.style.transform = `translate(${(x - halfWidth).toFixed(1)}px, ${(y - halfHeight).toFixed(1)}px)`;
      return [node.key, { x, y, halfWidth, halfHeight }];
    });
    return new Map(frames);
  }

  /**
   * @param {number} step
   * @param {{at: string, used: string[], phase: string}} moment
   * @param {string} chosen  the weight whose path is lit
   */
  draw(step, { at, used, phase }, chosen) {
    for (const { node, host, value, derivative } of this.all) {
      write(value, wordsAt(node.values, step) || "·");
      const slope = wordsAt(node.derivatives, step);
      write(derivative, slope);
      host.dataset.slope = String(slope !== "");
      host.dataset.long = String(slope.length > LONG);
      host.dataset.now = node.key === at || (phase === "update" && node.kind === "weight") ? phase : "";
      host.dataset.changed = String(node.changed !== null && step >= node.changed);
      host.dataset.used = String(used.includes(node.key));
      if (node.kind === "weight") host.setAttribute("aria-pressed", String(node.key === chosen));
    }
  }
}
