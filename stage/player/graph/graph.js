// A computational graph: values flow forward and are stored, derivatives flow back along the edges. All numbers and sentences
// were made in Python; here they are only put where they belong at each step.

import { element } from "../element.js";
import { stylesOn, unpack } from "../message.js";
import { PendingChange } from "../pending_change.js";
import { Player, PROJECTED_TYPE, READABLE, showing } from "../player.js";
import { Cache } from "./cache.js";
import { Edges } from "./edges.js";
import { Nodes } from "./nodes.js";
import { edgesOf, Product } from "./product.js";
import { SteppedPlayhead } from "./stepped_playhead.js";

/**
 * @typedef {object} Drawing  what Python sends
 * @property {string} graph  what is shown: when it changes, it begins again
 * @property {string} label
 * @property {number} steps
 * @property {boolean} projector
 * @property {import("./nodes.js").DrawnNode[]} nodes
 * @property {import("./edges.js").DrawnEdge[]} edges
 * @property {Moment[]} moments  for each step, from 0 on
 * @property {import("./cache.js").Slot[]} slots
 * @property {string[]} counters  what each count of a moment is of
 * @property {string} cache
 * @property {string} unused
 * @property {string} hint
 * @property {import("./product.js").Chosen[]} chosen
 * @property {string} path  the weight whose path is lit, or another word
 * @property {import("../question.js").Question | null} question
 * @property {string} words
 * @property {import("../message.js").Drawings} styles
 *
 * @typedef {{phase: string, at: string, used: string[], formula: string, words: string, plain: string, counts: string[]}} Moment
 */

/** Milliseconds of rest before the address says where we are. */
const QUIET = 500;
/** In lines of type: how far apart nodes are where the graph stands upright. */
const APART = 6.6;
/** How much larger than the rest the type in a graph may get. */
const LARGEST = 1.35;
/** Of nodes over each other, up to so many leave room under them for what is stored. */
const FLAT = 2;

/**
 * @typedef {object} Room  what a graph asks for, in lines of its type
 * @property {[number, number]} node  with its edge, across and down
 * @property {number} lowest          of a row of nodes
 * @property {number} farthest        how far apart rows are, at most
 * @property {number} smallest        how much smaller than the rest its type may get
 */

/** @type {Room} */
const USUAL = { node: [14.5, 6.2], lowest: 6, farthest: 17, smallest: 0.9 };
/** A room's back row reads type, not arrows: those are short. @type {Room} */
const PROJECTED = { node: [12, 4.7], lowest: 4.7, farthest: 7, smallest: READABLE / PROJECTED_TYPE };
const NO_PATH = "none";

export default showing(
  (root) => new Graph(root),
  (data) => /** @type {Drawing} */ (/** @type {unknown} */ (unpack(data))),
);

/** @extends {Player<Drawing>} */
class Graph extends Player {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, new SteppedPlayhead());
    /** What is said now. @type {Moment | undefined} */
    this.shownMoment = undefined;
    this.nodes = new Nodes((key) => this.#choose(key));
    this.edges = new Edges();
    this.cache = new Cache();
    this.product = new Product();
    this.canvas = element("div", { class: "descent-canvas" }, []);
    this.canvas.append(this.edges.drawing, this.nodes.host, this.edges.labels);
    this.pictures.append(this.canvas, this.cache.host);
    this.counters = element("p", { class: "descent-counters" });
    this.formula = element("p", { class: "descent-step-formula" });
    this.sentence = element("p", { class: "descent-sentence" });
    this.moment = element("section", { class: "descent-moment" }, [this.formula, this.sentence]);
    this.top = element("div", { class: "descent-top" }, [this.counters, this.toolbar.host]);
    /** The weight whose path is lit. @type {PendingChange<string>} */
    this.path = new PendingChange(NO_PATH, (path) => this.report("turned", { path }));
    /** Where the viewer stands, as the address says it. @type {PendingChange<number>} */
    this.stood = new PendingChange(0, (step) => this.#rested(step));
    /** @type {Map<string, number>} */
    this.lit = new Map();
    this.below = element("div", { class: "descent-below" }, [this.moment, this.product.host]);
    this.open([this.top, this.theatre, this.below, this.bar]);
  }

  /** Pressed once more, a weight is let go. @param {string} key */
  #choose(key) {
    this.path.change(this.path.value === key ? NO_PATH : key);
    this.#light();
    this.layOut();
  }

  #light() {
    const chosen = this.message?.chosen.find(({ key }) => key === this.path.value);
    this.lit = edgesOf(chosen?.ways ?? []);
    this.product.show(chosen, this.message?.hint ?? "");
  }

  /** @param {number} step */
  #rested(step) {
    this.report("turned", { step: String(step) });
  }

  spoken() {
    const moment = this.message?.moments[this.playhead.step];
    return moment ? `${moment.plain} ${moment.words}`.trim() : "";
  }

  /** @param {Drawing} message */
  async change(message) {
    const { theme, texts } = await this.fetched(message.words, []);
    const styles = stylesOn(message.styles, theme);
    this.message = message;
    for (const [part, { color }] of Object.entries(styles.drawn)) this.root.style.setProperty(`--part-${part}`, color);
    this.playhead.resize(message.steps);
    this.present(message, texts.words);
    this.nodes.show(message.nodes, new Map(message.chosen.map(({ key, label }) => [key, label])));
    this.edges.show(message.edges);
    this.cache.show(message.cache, message.slots, message.unused);
    this.path.hear(message.path);
    this.#light();
    await this.fit();
    if (this.key !== message.graph) this.#forget(message.steps);
    this.changed(message.graph);
  }

  /** Another graph: nothing is to be told of where one stood in the last; that this one plays to its end is not told either. @param {number} end */
  #forget(end) {
    clearTimeout(this.stood.pending);
    this.stood.value = end;
  }

  /** @param {boolean} isAnother */
  begin(isAnother) {
    super.begin(isAnother);
    if (isAnother) this.#standWhereAsked();
  }

  /** Somebody asked for a step: there it stands, and does not play. */
  #standWhereAsked() {
    const said = new URLSearchParams(location.search).get("step");
    if (said === null || !Number.isInteger(Number(said))) return;
    this.stood.value = Number(said);
    this.playhead.seek(Number(said));
  }

  async fit() {
    const { message } = this;
    const frame = this.frame({}, this.root);
    if (!message || !frame) return false;
    const { narrow, fontSize: own } = frame;
    const levels = new Set(message.nodes.map(({ place }) => place[0])).size;
    const rows = highest(message.nodes);
    const asks = message.projector ? PROJECTED : USUAL;
    const flat = message.projector && !narrow && rows <= FLAT;
    this.root.classList.toggle("descent-flat", flat);
    const lowest = (message.projector ? rows : 4) * asks.lowest * own * asks.smallest;
    const room = this.room(this.below, this.bar, ...(flat ? [this.cache.host] : [])) - own;
    const height = narrow ? levels * APART * own : Math.max(lowest, room);
    const size = narrow ? own : own * fitting([this.canvas.clientWidth / own, height / own], [levels, rows], asks);
    const least = narrow ? height : Math.min(height, rows * asks.farthest * size);
    this.canvas.style.fontSize = `${size}px`;
    this.canvas.style.height = `${message.projector ? least : height}px`;
    this.edges.place(this.nodes.place(this.canvas.clientWidth, least, narrow), size);
    this.size = size;
    return true;
  }

  draw() {
    const { message, playhead } = this;
    if (!message) return;
    const { step, position, playing } = playhead;
    const moment = message.moments[step];
    this.nodes.draw(step, moment, this.path.value);
    this.edges.draw(position, this.lit, this.size ?? 12);
    this.cache.draw(step, message.steps);
    this.product.draw(step);
    if (this.shownMoment !== moment) {
      this.shownMoment = moment;
      this.moment.dataset.phase = moment.phase;
      this.formula.innerHTML = moment.formula;
      this.sentence.textContent = moment.words;
      this.counters.replaceChildren(...moment.counts.map((count, i) => counter(message.counters[i], count)));
    }
    this.root.dataset.drawn = message.graph;
    this.root.dataset.path = this.path.value;
    super.draw();
    if (!playing && !this.question.open && step !== this.stood.value) this.stood.change(step, QUIET);
  }

  close() {
    clearTimeout(this.stood.pending);
    super.close();
  }
}

/** How many nodes stand over each other, at most. @param {import("./nodes.js").DrawnNode[]} nodes */
function highest(nodes) {
  const at = (/** @type {number} */ level) => nodes.filter(({ place }) => place[0] === level).length;
  return Math.max(...nodes.map(({ place }) => at(place[0])));
}

/** @param {string} words  with a place for it @param {string} count */
function counter(words, count) {
  const [before, after] = words.split("{now}");
  return element("span", {}, [before, element("b", {}, [count]), after ?? ""]);
}

/**
 * How much larger than the rest the type in a graph may be, so that all of its nodes have room.
 * @param {[number, number]} room    across and down, in lines of type
 * @param {[number, number]} counts  of nodes beside each other and over each other
 * @param {Room} asks
 */
export function fitting([width, height], [levels, rows], { node: [across, down], smallest }) {
  const room = Math.min((width + across / 3) / (levels * across), height / (rows * down));
  return Math.max(smallest, Math.min(LARGEST, room));
}
