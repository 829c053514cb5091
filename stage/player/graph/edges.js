// The edges of a graph: where they begin and end between the nodes, and what flows along them.

import { element } from "../element.js";

const SVG = "http://www.w3.org/2000/svg";
/** Pixels between a node and the end of an edge. */
const AIR = 3;
/** The last part of a step, in which what flows is on its way; before that it is read. */
const FLOWING = 0.45;

/** @typedef {{x: number, y: number, halfWidth: number, halfHeight: number}} Frame  a node by its middle */
/** @typedef {{from: [number, number], to: [number, number]}} Span */
/** @typedef {{source: string, target: string, forward: number, backward: number | null, local: string}} DrawnEdge */

/**
 * The straight line from the border of one node to that of another.
 * @param {Frame} source
 * @param {Frame} target
 * @returns {Span}
 */
export function between(source, target) {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const share = (/** @type {Frame} */ { halfWidth, halfHeight }) =>
    Math.min((halfWidth + AIR) / (Math.abs(dx) || 1e-9), (halfHeight + AIR) / (Math.abs(dy) || 1e-9), 0.5);
  const [leaves, arrives] = [share(source), 1 - share(target)];
  return { from: [source.x + dx * leaves, source.y + dy * leaves], to: [source.x + dx * arrives, source.y + dy * arrives] };
}

/**
 * Where the label of an edge stands, so that neither it nor the next one lies on it: under one that falls, above any other.
 * @param {Span} span
 * @returns {"beside" | "above" | "below"}
 */
export function sideOf({ from, to }) {
  const [across, down] = [to[0] - from[0], to[1] - from[1]];
  if (Math.abs(down) > Math.abs(across)) return "beside";
  return down * across > 0 ? "below" : "above";
}

/**
 * What an edge does at a step: nothing yet, a value has flowed or flows now, a derivative has flowed or flows now.
 * @param {DrawnEdge} edge
 * @param {number} step
 */
export function stateOf({ forward, backward }, step) {
  if (backward !== null && step >= backward) return step === backward ? "flows-back" : "back";
  return step < forward ? "idle" : step === forward ? "flows" : "forward";
}

/**
 * How far along an edge the next step's dot has come; nothing while it does not flow.
 * @param {DrawnEdge} edge
 * @param {number} position
 * @returns {number | undefined}  from the source, 0, to the target, 1
 */
export function dotOn({ forward, backward }, position) {
  const next = Math.floor(position) + 1;
  const share = (position - Math.floor(position) - (1 - FLOWING)) / FLOWING;
  if (share <= 0) return undefined;
  return next === forward ? share : next === backward ? 1 - share : undefined;
}

export class Edges {
  constructor() {
    this.drawing = document.createElementNS(SVG, "svg");
    this.drawing.setAttribute("class", "descent-edges");
    this.drawing.setAttribute("aria-hidden", "true");
    this.labels = element("div", { class: "descent-locals" });
    /** @type {{edge: DrawnEdge, band: SVGElement, line: SVGElement, head: SVGElement, dot: SVGElement, label: HTMLElement, span?: Span}[]} */
    this.all = [];
  }

  /** @param {DrawnEdge[]} edges */
  show(edges) {
    if (this.all.length !== edges.length) {
      const make = (/** @type {string} */ kind, /** @type {string} */ name) => {
        const made = document.createElementNS(SVG, kind);
        made.setAttribute("class", name);
        return made;
      };
      this.all = edges.map((edge) => ({
        edge,
        band: make("line", "descent-band"),
        line: make("line", "descent-edge"),
        head: make("path", "descent-arrowhead"),
        dot: make("circle", "descent-dot"),
        label: element("span", { class: "descent-local" }),
      }));
      this.drawing.replaceChildren(...["band", "line", "head", "dot"].flatMap((part) => this.all.map((each) => /** @type {any} */ (each)[part])));
      this.labels.replaceChildren(...this.all.map(({ label }) => label));
    }
    this.all.forEach((each, i) => {
      each.edge = edges[i];
      const { source, target, local } = edges[i];
      each.label.textContent = `×${local}`;
      for (const part of [each.line, each.label]) part.setAttribute("data-edge", `${source} ${target}`);
    });
  }

  /** @param {Map<string, Frame>} frames @param {number} size  of type */
  place(frames, size) {
    for (const each of this.all) {
      const [source, target] = [each.edge.source, each.edge.target].map((key) => /** @type {Frame} */ (frames.get(key)));
      each.span = between(source, target);
      const { from, to } = each.span;
      for (const line of [each.band, each.line]) set(line, { x1: from[0], y1: from[1], x2: to[0], y2: to[1] });
      each.dot.setAttribute("r", String(size / 2.6));
      const side = sideOf(each.span);
      each.label.dataset.side = side;
      each.label.style.left = `${(from[0] + to[0]) / 2}px`;
      const isTight = side === "above" && from[1] === to[1] && each.label.offsetWidth > Math.abs(to[0] - from[0]);
      each.label.style.top = `${(from[1] + to[1]) / 2 - (isTight ? source.halfHeight : 0)}px`; // else it would lie on the nodes
    }
  }

  /**
   * @param {number} position
   * @param {Map<string, number>} lit  edges of the chosen path, each with the number of its way
   * @param {number} size
   */
  draw(position, lit, size) {
    const step = Math.floor(position);
    for (const { edge, band, line, head, dot, label, span } of this.all) {
      if (!span) continue;
      const state = stateOf(edge, step);
      const back = state.endsWith("back");
      const way = lit.get(`${edge.source} ${edge.target}`);
      for (const part of [line, head, label]) part.setAttribute("data-flow", state);
      band.setAttribute("data-way", way === undefined ? "" : String(way));
      head.setAttribute("d", arrowhead(back ? span.to : span.from, back ? span.from : span.to, size * 0.62));
      const along = dotOn(edge, position);
      dot.setAttribute("visibility", along === undefined ? "hidden" : "visible");
      dot.setAttribute("data-part", edge.forward === step + 1 ? "step" : "gradient");
      if (along !== undefined)
        set(dot, { cx: span.from[0] + (span.to[0] - span.from[0]) * along, cy: span.from[1] + (span.to[1] - span.from[1]) * along });
    }
  }
}

/** @param {SVGElement} shape @param {Record<string, number>} places */
function set(shape, places) {
  for (const [name, value] of Object.entries(places)) shape.setAttribute(name, value.toFixed(1));
}

/**
 * A triangle whose tip is at the end of a line.
 * @param {[number, number]} from
 * @param {[number, number]} to
 * @param {number} size
 */
function arrowhead([x0, y0], [x1, y1], size) {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [ux, uy] = [((x1 - x0) / length) * size, ((y1 - y0) / length) * size];
  const wing = (/** @type {number} */ side) => `${(x1 - ux - side * uy * 0.5).toFixed(1)} ${(y1 - uy + side * ux * 0.5).toFixed(1)}`;
  return `M${x1.toFixed(1)} ${y1.toFixed(1)}L${wing(1)}L${wing(-1)}Z`;
}
