// The product of the derivatives along the chosen path: each factor's number appears when it has become known.

import { element } from "../element.js";

/** @typedef {{letters: string, number: string, step: number}} Factor */
/** @typedef {{nodes: string[], factors: Factor[], product: string, step: number}} Way */
/** @typedef {{key: string, letters: string, label: string, ways: Way[], total: string, step: number}} Chosen */

/**
 * Which edges the ways to a weight take, each with the number of the first way that takes it.
 * @param {Way[]} ways
 * @returns {Map<string, number>}  by "source target"
 */
export function edgesOf(ways) {
  /** @type {Map<string, number>} */
  const edges = new Map();
  ways.forEach(({ nodes }, way) => {
    for (let i = 1; i < nodes.length; i++) {
      const edge = `${nodes[i]} ${nodes[i - 1]}`;
      if (!edges.has(edge)) edges.set(edge, way);
    }
  });
  return edges;
}

export class Product {
  constructor() {
    this.host = element("section", { class: "descent-product" });
    /** @type {{host: HTMLElement, step: number}[]} */
    this.parts = [];
  }

  /** @param {Chosen | undefined} chosen @param {string} hint */
  show(chosen, hint) {
    this.parts = [];
    if (!chosen) {
      this.host.replaceChildren(element("p", { class: "descent-hint" }, [hint]));
      return;
    }
    const rows = chosen.ways.map((way, i) => this.#row(chosen, way, i));
    const total = chosen.ways.length > 1 ? [this.#late("p", [chosen.total], chosen.step)] : [];
    this.host.replaceChildren(...rows, ...total);
  }

  /** @param {Chosen} chosen @param {Way} way @param {number} number */
  #row(chosen, { factors, product, step }, number) {
    const begin = this.#column(number ? "" : chosen.letters, "", "");
    const columns = factors.map((factor, i) => this.#column(factor.letters, factor.number, i ? "·" : number ? "+" : "=", factor.step));
    const end = element("span", { class: "descent-outcome" }, [this.#late("b", [`= ${product}`], step)]);
    return element("div", { class: "descent-way", "data-way": String(number) }, [begin, ...columns, end]);
  }

  /** @param {string} letters @param {string} number @param {string} sign  before it @param {number} [step] */
  #column(letters, number, sign, step = 0) {
    const above = element("span", { class: "descent-letters" });
    above.innerHTML = letters && `<math>${letters}</math>`;
    const below = number ? this.#late("b", [number], step) : element("b");
    return element("span", { class: "descent-factor" }, [element("span", { class: "descent-sign" }, [sign]), above, below]);
  }

  /** What is not seen before its step. @param {"b" | "p"} tag @param {string[]} words @param {number} step */
  #late(tag, words, step) {
    const host = element(tag, {}, words);
    this.parts.push({ host, step });
    return host;
  }

  /** @param {number} step */
  draw(step) {
    for (const part of this.parts) {
      part.host.dataset.known = String(step >= part.step);
      part.host.dataset.now = String(step === part.step);
    }
  }
}
