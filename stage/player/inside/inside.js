// Inside one update: a formula with the numbers of a step, line by line, beside the arrows and squares that they are. All steps
// were computed in Python; here numbers are only looked up, written and drawn.

import { sentenceOf } from "../described.js";
import { element, icon, label } from "../element.js";
import { lowest } from "../layers.js";
import { Sliders } from "../live/sliders.js";
import { stylesOn, unpack } from "../message.js";
import { significant } from "../numerals.js";
import { PendingChange } from "../pending_change.js";
import { GAP, Player, PROJECTED_TYPE, READABLE, showing } from "../player.js";
import { stepsOf } from "../tables.js";
import { Arrows, longest } from "./arrows.js";
import { beside, Lines } from "./lines.js";
import { PlaceMap } from "./place.js";
import { Rates } from "./rates.js";
import { Squares } from "./squares.js";
import { Values, Workings } from "./workings.js";

/**
 * @typedef {object} Insight  what Python sends
 * @property {string} scene  what is looked into: when it changes, it begins again
 * @property {string} label  what the pictures are, for those who do not see them
 * @property {number} steps
 * @property {boolean} noisy
 * @property {boolean} projector
 * @property {[number, number]} start
 * @property {[[number, number], [number, number]]} domain
 * @property {(import("./workings.js").CardHeader & {lines: string})[]} cards  the one that makes the run, and one that rides along
 * @property {string[]} rates  the styles of the rates' curves
 * @property {[number, number]} ratesSpan  in powers of ten
 * @property {import("../live/slider.js").AxisHeader[]} axes  the sliders under the pictures
 * @property {Record<string, string>} pictures  what each is called
 * @property {string} note  of the rates
 * @property {string} words
 * @property {{map: string, axes: string}} figures  addresses
 * @property {import("../message.js").Drawings} styles
 * @property {Float64Array} path      (steps + 1, 2)
 * @property {Float64Array} gradient  (steps + 1, 2); row t is what step t was given
 * @property {Float64Array} ownRates  (curves, steps + 1)
 *
 * @typedef {{workings: Workings, arrows: Arrows, squares: Squares, values: Values, lines: import("./workings.js").Line[], header: Insight["cards"][number]}} Card
 */

const ICONS = { lineBack: "M12 6 4 16h16z", lineForward: "M12 18 4 8h16z" };
/** Milliseconds of rest before the address says where we are. */
const QUIET = 500;

export default showing(
  (root) => new Inside(root),
  (data) => /** @type {Insight} */ (/** @type {unknown} */ (unpack(data))),
);

/** @extends {Player<Insight>} */
class Inside extends Player {
  /** @param {HTMLElement} root */
  constructor(root) {
    const lines = new Lines();
    super(root, lines);
    this.at = lines;
    this.transport.scrub.min = "1";
    /** @type {Card[]} */
    this.cards = [];
    this.map = new PlaceMap((place) => this.report("start", place));
    this.rates = new Rates((step) => {
      this.at.seek(step);
      this.wake();
    });
    /** @type {Insight | undefined} */
    this.message = undefined;
    this.turns = { lineBack: this.#turner("lineBack", -1), lineForward: this.#turner("lineForward", 1) };
    this.count = element("span", { class: "descent-line-count" });
    const turning = element("div", { class: "descent-turning" }, [this.turns.lineBack, this.count, this.turns.lineForward]);
    this.top = element("div", { class: "descent-top" }, [turning, this.toolbar.host]);
    /** Step and line, as the address says them. @type {PendingChange<[number, number]>} */
    this.stood = new PendingChange(/** @type {[number, number]} */ ([1, 1]), ([step, line]) => this.#rested(step, line));
    /** Of whose values nothing was computed. @type {Sliders<import("../live/live_axis.js").Computed>} */
    this.sliders = new Sliders({ unpack: async (told) => told, onLive: () => {}, report: (values) => this.report("turned", values) });
    this.open([this.top, this.theatre, this.sliders.host, this.bar], {
      ArrowUp: () => this.at.turn(-1),
      ArrowDown: () => this.at.turn(1),
    });
  }

  /** @param {keyof typeof ICONS} name @param {number} by */
  #turner(name, by) {
    const made = element("button", { type: "button", "data-act": name }, [icon(ICONS[name])]);
    made.addEventListener("click", () => {
      this.at.turn(by);
      this.wake();
    });
    return made;
  }

  /** Where we are is not in the message: the address can change without one. */
  onAddress = () => {
    this.#goTo(this.stood.hear(addressed()));
    this.draw();
  };

  forget() {
    this.map.start.forget();
    this.sliders.forget();
  }

  /** @param {[number, number]} place */
  #goTo([step, line]) {
    this.at.goTo(step, line - 1);
    this.stood.value = [this.at.step, this.at.line + 1];
  }

  /** @param {number} step @param {number} line */
  #rested(step, line) {
    this.report("turned", { step: String(step), term: String(line) });
  }

  get standing() {
    return `${super.standing} ${this.at.line}`;
  }

  spoken() {
    const { words, cards, at } = this;
    if (!words || !cards.length) return "";
    const [{ lines, values, header }] = cards;
    const { name, meaning, label: letter } = lines[beside(at.line, at.count, lines.length)];
    const [x, y] = values.vector(name, at.step).map((value) => significant(value, words.notNumber));
    const told = words.toldLine.replace("{step}", String(at.step)).replace("{x}", x).replace("{y}", y).replace("{meaning}", meaning);
    return told.replace("{name}", `${header.name} ${letter || words.stepWord}`);
  }

  tabled() {
    const { message, words, styles } = this;
    if (!message || !words || !styles) return [];
    const { path, rates, ownRates, steps, pictures } = message;
    const across = { across: words.stepWord, places: stepsOf(steps) };
    const way = ["x", "y"].map((name, axis) => ({ name, at: (/** @type {number} */ step) => path[2 * step + axis] }));
    const own = rates.map((style, row) => ({
      name: styles.drawn[style].name,
      at: (/** @type {number} */ step) => ownRates[row * (steps + 1) + step],
    }));
    return [{ name: pictures.map, ...across, columns: way }, ...(own.length ? [{ name: pictures.rates, ...across, columns: own }] : [])];
  }

  /** @param {Insight} message */
  async change(message) {
    const { figures, cards } = message;
    const { theme, texts: said, assets } = await this.fetched(message.words, [figures.map, figures.axes, ...cards.map(({ lines }) => lines)]);
    const [map, axes, ...formulas] = assets;
    this.message = message;
    this.styles = stylesOn(message.styles, theme);
    this.figures = { map, axes };
    this.#arrange(message, formulas);
    this.at.resize(message.steps, Math.max(...this.cards.map(({ lines }) => lines.length)));
    for (const [name, button] of Object.entries(this.turns)) label(button, said.words[name]);
    this.present(message, said.words);
    this.sliders.show(message.axes, { words: said.words, styles: this.styles, theme, fixed: false, asking: false, racers: [] });
    if (this.key !== message.scene) this.#goTo(addressed());
    await this.fit();
    this.changed(message.scene);
  }

  /** It plays by itself from where it was asked for, unless somebody asked for a step or for calm. */
  begin() {
    const asked = new URLSearchParams(location.search).has("step");
    if (!asked && !matchMedia("(prefers-reduced-motion: reduce)").matches) this.at.play();
  }

  /** @param {Insight} message @param {{lines: import("./workings.js").Line[]}[]} formulas */
  #arrange(message, formulas) {
    const before = this.cards;
    this.cards = message.cards.map((header, i) => {
      const { workings, arrows, squares } = before[i] ?? {
        workings: new Workings((line) => this.#choose(i, line)),
        arrows: new Arrows(),
        squares: new Squares(),
      };
      const values = new Values(message, i, header);
      workings.show(header, formulas[i].lines, values, this.words ?? {}, message.noisy);
      arrows.title.textContent = message.pictures.arrows;
      squares.title.textContent = message.pictures.squares;
      return { workings, arrows, squares, values, lines: formulas[i].lines, header };
    });
    this.map.title.textContent = message.pictures.map;
    this.cards.forEach(({ workings, arrows, squares, header }, i) => {
      workings.host.style.gridArea = `card${i}`;
      arrows.host.style.gridArea = `arrows${i}`;
      squares.host.style.gridArea = `squares${i}`;
      squares.host.hidden = !header.divided;
    });
    this.map.host.style.gridArea = "map";
    this.rates.host.style.gridArea = "rates";
    const parts = [
      ...this.cards.flatMap(({ workings, arrows, squares }) => [workings.host, arrows.host, squares.host]),
      this.map.host,
      this.rates.host,
    ];
    if (parts.some((part, i) => this.pictures.children[i] !== part) || this.pictures.children.length !== parts.length)
      this.pictures.replaceChildren(...parts);
  }

  /** A line of a card was chosen; of a shorter formula it stands beside another number. @param {number} card @param {number} line */
  #choose(card, line) {
    const own = this.cards[card].lines.length;
    const all = Array.from({ length: this.at.count }, (_, i) => i);
    this.at.goTo(this.at.step, all.find((i) => beside(i, this.at.count, own) === line) ?? line);
    this.wake();
  }

  async fit() {
    const { message, words, figures, styles } = this;
    const frame = this.frame();
    if (!message || !words || !figures || !styles || !frame) return false;
    const { narrow, fontSize } = frame;
    this.root.classList.toggle("descent-pair", message.cards.length > 1);
    for (const [part, { color }] of Object.entries(styles.drawn)) this.root.style.setProperty(`--part-${part.replace(".", "-")}`, color);
    this.rates.name(message.pictures.rates, message.note, message.rates, styles);
    this.pictures.style.gridTemplateAreas = areas(message, narrow);
    const look = { fontSize, projector: message.projector };
    const low = Math.max(lowest(figures.map, look), lowest(figures.axes, look));
    this.#scale(message, narrow, low);
    const height = this.#height(message, narrow, low);
    for (const { arrows, squares, header } of this.cards) {
      arrows.size(arrows.host.clientWidth, height);
      if (header.divided) squares.size(squares.host.clientWidth, height);
    }
    const below = Math.max(low, this.#below(message, narrow, height));
    const size = (/** @type {HTMLElement} */ host, more = 0) => ({ width: host.clientWidth, height: below + more, fontSize });
    const more = narrow ? 0 : captionOf(this.rates.host) - captionOf(this.map.host); // so that both end where the other does
    await this.map.show(message, figures.map, size(this.map.host, more), words);
    await this.rates.show(message, figures.axes, size(this.rates.host));
    const seen = this.cards.map(({ header }) => header.name);
    const drawn = message.rates.map((style) => styles.drawn[style].name);
    this.map.panel.describe(message.pictures.map, sentenceOf(figures.map, seen, words));
    this.rates.panel.describe(message.pictures.rates, sentenceOf(figures.axes, drawn, words));
    for (const { arrows, squares } of this.cards) {
      arrows.describe(message.pictures.arrows, words.seenArrows);
      squares.describe(message.pictures.squares, words.seenSquares);
    }
    return true;
  }

  /**
   * On a projector formulas are as large as the window has room for: whole lines go before large letters. Where even the
   * smallest that a back row reads are too large, the line that is looked at is not written once more above its numbers,
   * and then not said in words.
   * @param {Insight} message
   * @param {boolean} narrow
   * @param {number} low  how low pictures may get
   */
  #scale({ projector, cards }, narrow, low) {
    const isPair = cards.length > 1;
    this.#write("", isPair);
    if (!projector || narrow) return;
    const pictures = isPair ? captionOf(this.cards[0].arrows.host) + low + GAP : 0;
    const [ample, bare] = [this.room(this.sliders.host, this.bar) - pictures, this.room(this.bar) + GAP];
    const highest = () => Math.max(...this.cards.map(({ workings }) => workings.host.offsetHeight));
    const largest = isPair ? READABLE : PROJECTED_TYPE; // under a pair the arrows stay as far in sight as they can
    for (const { room, from, terse, wordless, dense } of [
      { room: ample, from: PROJECTED_TYPE, terse: isPair },
      { room: ample, from: PROJECTED_TYPE, terse: true },
      { room: bare, from: largest, terse: true },
      { room: bare, from: largest, terse: true, wordless: true },
      { room: bare, from: READABLE, terse: true, wordless: true, dense: true },
    ])
      for (let size = from; size >= READABLE; size--) {
        this.#write(`${size}px`, terse, wordless, dense);
        if (highest() <= room) return;
      }
  }

  /** Formulas of a size, side by side as high as the highest. @param {string} size @param {boolean} terse @param {boolean} [wordless] @param {boolean} [dense] */
  #write(size, terse, wordless = false, dense = false) {
    this.root.classList.toggle("descent-terse", terse);
    this.root.classList.toggle("descent-wordless", wordless);
    this.root.classList.toggle("descent-dense", dense);
    const boxes = this.cards.map(({ workings }) => workings.now);
    for (const { workings } of this.cards) workings.host.style.fontSize = size;
    for (const { style } of boxes) style.minHeight = "";
    const highest = Math.max(...boxes.map(({ offsetHeight }) => offsetHeight));
    for (const { style } of boxes) style.minHeight = `${highest}px`;
  }

  /** How high arrows and squares are. @param {Insight} message @param {boolean} narrow @param {number} low  how low pictures may get */
  #height(message, narrow, low) {
    if (narrow) return 210;
    const room = this.room(this.sliders.host, this.bar);
    const captions = captionOf(this.cards[0].arrows.host);
    if (message.cards.length === 1) return Math.max(low, (room - captions - captionOf(this.rates.host) - GAP) / 2);
    const formulas = Math.max(...this.cards.map(({ workings }) => workings.host.offsetHeight));
    return Math.max(low, room - formulas - captions - GAP);
  }

  /** How high map and rates are. @param {Insight} message @param {boolean} narrow @param {number} height */
  #below(message, narrow, height) {
    return narrow || message.cards.length > 1 ? 240 : height;
  }

  draw() {
    const { message, pen, words, styles, at } = this;
    if (!message || !pen || !styles || !words || !this.cards.length) return;
    const { step } = at;
    const lengths = this.cards.map(({ lines, values }) => longest(lines, values, step));
    const most = { slope: Math.max(...lengths.map(({ slope }) => slope)), movement: Math.max(...lengths.map(({ movement }) => movement)) };
    for (const { workings, arrows, squares, values, lines, header } of this.cards) {
      const own = beside(at.line, at.count, lines.length);
      workings.draw(step, own);
      arrows.draw({ lines, values, step, at: own, longest: most, styles, words, pen, noisy: message.noisy });
      if (header.divided) squares.draw({ divided: header.divided, lines, values, step, at: own, styles, words, pen });
    }
    const { arrows } = this.cards[0];
    const half = arrows.half(most.movement, pen);
    this.map.draw(
      step,
      half,
      this.cards.slice(1).map(({ values }) => values.vector("x", step)),
      styles,
      pen,
    );
    this.rates.draw(step, message.steps, styles, pen);
    this.count.textContent = `${at.line + 1} / ${at.count}`;
    this.root.dataset.line = String(at.line + 1);
    this.root.dataset.drawn = message.scene;
    super.draw();
    const place = /** @type {[number, number]} */ ([step, at.line + 1]);
    if (!at.playing && String(place) !== String(this.stood.value)) this.stood.change(place, QUIET);
  }
}

/**
 * The step and the line that the address says.
 * @returns {[number, number]}
 */
function addressed() {
  const said = new URLSearchParams(location.search);
  const whole = (/** @type {string} */ name) => {
    const number = Number(said.get(name) ?? 1);
    return Number.isInteger(number) ? number : 1;
  };
  return [whole("step"), whole("term")];
}

/** @param {HTMLElement} figure */
function captionOf(figure) {
  return /** @type {HTMLElement} */ (figure.querySelector("figcaption")).offsetHeight;
}

/**
 * What stands where.
 * @param {Insight} message
 * @param {boolean} narrow
 */
function areas({ cards }, narrow) {
  const pictures = cards.map(({ divided }, i) => `arrows${i} ${divided ? "squares" : "arrows"}${i}`);
  if (narrow) return [...cards.flatMap((_, i) => [`card${i} card${i}`, pictures[i]]), "map map", "rates rates"].map((row) => `"${row}"`).join(" ");
  if (cards.length === 1) return `"card0 ${pictures[0]}" "card0 map rates"`;
  return `"card0 card0 card1 card1" "${pictures.join(" ")}" "map map rates rates"`;
}
