// The grid: several pictures that share one playhead, and dials that lead from one precomputed run to the next. As on the
// stage, everything was computed in Python: turning a dial only chooses which rows of the arrays are drawn.

import { namesOf } from "../described.js";
import { element } from "../element.js";
import { Fold } from "../fold.js";
import { lowest } from "../layers.js";
import { Sliders } from "../live/sliders.js";
import { stylesOn, unpack } from "../message.js";
import { PendingChange } from "../pending_change.js";
import { GAP, Player, showing } from "../player.js";
import { Board } from "./board.js";
import { Dial } from "./dial.js";
import { tablesOf } from "./grid_tables.js";
import { outcomeOf, resultOf } from "./result.js";
import { Rows } from "./rows.js";
import { Subplot } from "./subplot.js";

/**
 * @typedef {object} Row  pictures abreast
 * @property {(string | string[])[]} subplots  their keys; several in one place stand one under the other
 * @property {number} [share]  of the room that the window leaves
 * @property {number} [tall]   or this many times the size of type
 *
 * @typedef {object} GridMessage  what Python sends
 * @property {string} grid  what is shown: when it changes, the playhead begins again
 * @property {number} steps
 * @property {boolean} fixed  whether nobody listens: it is played, and nothing of it can be set anew
 * @property {boolean} projector
 * @property {string} label  what the pictures are, for those who do not see them
 * @property {import("./subplot.js").SubplotHeader[]} subplots
 * @property {Row[]} rows
 * @property {number} leading  how many rows lead; the others are folded until the viewer asks for them
 * @property {import("./dial.js").DialHeader[]} dials  one position of them all is a row of the arrays, the last dial the fastest
 * @property {string[]} readout  what is said of each row; one entry where it is the same for all
 * @property {import("./board.js").BoardHeader | null} board  the table under the pictures
 * @property {import("../question.js").Question | null} question  what the viewer is asked before it plays
 * @property {boolean} steppable  whether N takes one step of what is shown
 * @property {import("../live/slider.js").AxisHeader[]} axes  sliders whose values were not computed along with it
 * @property {string} rest  with another one, but the same grid, the playhead goes back to the beginning and rests there
 * @property {string | null} probing  address of what the probe shows at a place of the first subplot with a start
 * @property {[number, number] | null} probe  where it is, if it is there
 * @property {string} words
 * @property {string[]} figures  addresses, one for each subplot
 * @property {import("../message.js").Drawings} styles
 * @property {Record<string, {shape: number[], at: number}>} arrays
 */

/** What parts rows, and the pictures of a stack, as the style sheet has it. */
const ROW_GAP = 4;
const STACKED = 4;
/** A map is never taller than this many times its true height. */
const TALLEST = 2;
/** On a phone, after the leading pictures, and after the button that the style sheet puts behind them. */
const LAST = 4;

export default showing(
  (root) => new FigureGrid(root),
  (data) => /** @type {GridMessage} */ (/** @type {unknown} */ (unpack(data))),
);

/** @extends {Player<GridMessage>} */
class FigureGrid extends Player {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, undefined, { probe: () => this.#switchProbe() });
    /** @type {Map<string, Subplot>} */
    this.subplots = new Map();
    /** @type {Dial[]} */
    this.dials = [];
    /** What the subplots and dials were made for. */
    this.arranged = "";
    /** @type {GridMessage | undefined} */
    this.message = undefined;
    /** The row under the mouse. @type {number | undefined} */
    this.hovered = undefined;
    /** What the value under the hand does, until the exact picture has come. @type {{message: GridMessage, row: number} | undefined} */
    this.live = undefined;
    /** @type {Sliders<Rows>} */
    this.sliders = new Sliders({
      unpack: (told) => Rows.unpack(told),
      onLive: (at) => this.#follow(at && this.message && { message: at.data.over(this.message), row: at.place }),
      report: (values) => this.report("turned", values),
    });
    this.fold = new Fold(root, () => this.layOut());
    /** How high the names of the table are, alone. @type {number | undefined} */
    this.names = undefined;
    this.readout = element("p", { class: "descent-readout" });
    /** Where each dial stands. @type {PendingChange<number[]>} */
    this.turned = new PendingChange(/** @type {number[]} */ ([]), (positions) =>
      this.report("turned", Object.fromEntries(this.dials.map((dial, i) => [dial.key, dial.written[positions[i]]]))),
    );
    this.top = element("div", { class: "descent-top" }, [this.readout, this.toolbar.host]);
    this.board = new Board(
      (keys) => this.report("chosen", keys),
      (cell) => this.report("picked", cell),
    );
    this.open([this.top, this.theatre, this.sliders.host, this.bar, this.board.host], { KeyN: () => this.#step(), KeyH: () => this.#switchProbe() });
    this.pictures.classList.add("descent-rows");
  }

  forget() {
    for (const subplot of this.subplots.values()) {
      subplot.start?.forget();
      subplot.probe?.forget();
    }
    this.sliders.forget();
  }

  #switchProbe() {
    const { probing, probe, subplots } = this.message ?? { subplots: [] };
    const start = subplots.find((each) => each.start)?.start;
    if (probing && start) this.report("probed", probe ? null : start);
  }

  #step() {
    if (this.message?.steppable && !this.question.open) this.report("stepped", true);
  }

  /** The row of the arrays that is drawn: under the mouse, or else where the dials stand. */
  get row() {
    return this.hovered ?? this.dials.reduce((row, dial, i) => row * dial.length + (this.turned.value[i] ?? 0), 0);
  }

  /** From now on this is drawn, or the message itself. @param {{message: GridMessage, row: number} | undefined} live */
  #stand(live) {
    this.live = live;
    this.root.classList.toggle("descent-live-value", live !== undefined);
  }

  /** Draw what the value under the hand does; where that is a single moment, it is the first one. @param {{message: GridMessage, row: number} | undefined} live */
  #follow(live) {
    const { message } = this;
    if (!message) return;
    this.#stand(live);
    const shown = live?.message ?? message;
    if (shown.steps < message.steps) this.playhead.seek(0);
    let fits = true;
    for (const header of shown.subplots) fits = (this.subplots.get(header.key)?.take(shown, inRow(header, live?.row)) ?? true) && fits;
    if (fits) this.draw();
    else this.layOut();
  }

  /** @param {number | undefined} row */
  #hover(row) {
    if (this.hovered === row) return;
    this.hovered = row;
    this.playhead.seek(this.playhead.steps);
    this.draw();
  }

  /**
   * A row was chosen on a subplot; where the mouse has shown it already, it is played now.
   * @param {number} row
   * @param {string} key
   */
  #choose(row, key) {
    this.#turnTo(row);
    if (!this.message?.subplots.find((subplot) => subplot.key === key)?.hover) return;
    this.hovered = undefined;
    this.playhead.seek(0);
    this.playhead.play();
    this.wake();
  }

  /**
   * The dials stand where a row is.
   * @param {number} row
   */
  #turnTo(row) {
    let rest = row;
    const fastestFirst = this.dials.toReversed().map(({ length }) => {
      const position = rest % length;
      rest = Math.floor(rest / length);
      return position;
    });
    this.#turn(fastestFirst.reverse());
  }

  /** @param {number[]} positions */
  #turn(positions) {
    if (String(positions) === String(this.turned.value)) return;
    this.turned.change(positions, 200);
    this.playhead.seek(this.playhead.steps);
    this.draw();
  }

  /** The dials stand where the address says: it can change without a message, because the message does not hold it. */
  onAddress = () => {
    this.turned.hear(this.dials.map((dial) => dial.addressed()));
    this.draw();
  };

  /** @param {GridMessage} message */
  async change(message) {
    const { theme, texts, assets } = await this.fetched(message.words, message.figures);
    const styles = stylesOn(message.styles, theme);
    const rests = this.message?.grid === message.grid && this.message.rest !== message.rest;
    this.message = message;
    this.styles = styles;
    this.figures = assets;
    this.called = namesOf(message, styles, texts.words);
    this.playhead.resize(message.steps);
    this.present(message, texts.words);
    this.bar.hidden = message.steps === 0;
    this.board.show(message.board, styles, texts.words, message.fixed);
    this.#arrange(message);
    message.dials.forEach((dial, i) => this.dials[i].show(dial));
    this.turned.hear(this.dials.map((dial) => dial.addressed()));
    this.hovered = undefined;
    const shown = { words: texts.words, styles, theme, fixed: message.fixed, asking: message.question !== null, racers: racersOf(message, styles) };
    if (this.sliders.show(message.axes, shown)) this.#stand(undefined);
    if (rests) this.playhead.seek(0);
    await this.fit();
    this.changed(message.grid);
    this.sliders.fetch();
  }

  /** Make the subplots and dials that are new, and put all where they belong. @param {GridMessage} message */
  #arrange({ subplots, rows, leading, dials, axes }) {
    const under = axes.map((axis) => axis.under);
    const arranged = JSON.stringify([subplots.map(({ key }) => key), rows, leading, dials.map((dial) => [dial.key, dial.under]), under]);
    if (this.arranged === arranged) return;
    this.arranged = arranged;
    this.subplots = new Map(subplots.map(({ key }) => [key, this.#subplot(key)]));
    this.dials = dials.map((_, i) => this.#dial(i));
    dials.forEach(({ under }, i) => this.subplots.get(under)?.host.append(this.dials[i].host));
    const rest = new Set(rows.slice(leading).flatMap((row) => row.subplots.flatMap(keysAt)));
    subplots.forEach(({ key }, i) => {
      // on a phone the dials come second: what they move stands as near to them as can be; what is folded comes last
      const order = (dials.some(({ under }) => under === key) ? 1 : i && 2) + (rest.has(key) ? LAST : 0);
      this.subplots.get(key)?.host.style.setProperty("--narrow-order", String(order));
    });
    this.pictures.replaceChildren(
      ...rows.map((row) =>
        element(
          "div",
          { class: "descent-row" },
          row.subplots.flatMap((place) => this.#placed(place)),
        ),
      ),
    );
  }

  /**
   * What stands in one place of a row: a subplot, or a stack of them.
   * @param {string | string[]} place
   */
  #placed(place) {
    const hosts = keysAt(place).flatMap((key) => this.subplots.get(key)?.host ?? []);
    return Array.isArray(place) ? [element("div", { class: "descent-stack" }, hosts)] : hosts;
  }

  /** @param {number} i */
  #dial(i) {
    return new Dial((position) => this.#turn(this.turned.value.map((each, j) => (i === j ? position : each))));
  }

  /** @param {string} key */
  #subplot(key) {
    return new Subplot({
      onRow: (row) => this.#choose(row, key),
      onHover: (row) => this.#hover(row),
      onStart: (place) => this.report("start", place),
      probing: { onPlace: (place) => this.report("probed", place), onTold: () => this.draw() },
    });
  }

  async fit() {
    const { message, words, figures, styles, called } = this;
    const frame = this.frame({ probed: message?.probing ? message.probe !== null : null });
    if (!message || !words || !figures || !styles || !called || !frame) return false;
    const { fontSize } = frame;
    const shown = this.live?.message ?? message;
    const probed = message.subplots.find(({ start }) => start)?.key;
    this.#place(message);
    message.subplots.forEach((header) => this.subplots.get(header.key)?.name(header, styles));
    const sizes = this.#sizes(message, frame, words);
    await Promise.all(
      shown.subplots.map((header, i) => {
        const size = sizes.get(header.key);
        const name = called.get(header.key) ?? message.label;
        const own = {
          header: inRow(header, this.live?.row),
          name,
          startOf: startOf(message, name),
          isProbed: header.key === probed && message.probe !== null,
          message: shown,
          styles,
          words,
          figure: figures[i],
        };
        return size && this.#isSeen(header.key) && this.#own(header.key).show({ ...own, size: { ...size, fontSize } });
      }),
    );
    message.axes.forEach(({ under }, i) => {
      const subplot = under && this.subplots.get(under);
      if (subplot) this.sliders.axes[i].slider.align(subplot.panel);
    });
    message.dials.forEach(({ under, aligned }, i) => {
      const subplot = this.subplots.get(under);
      if (subplot) this.dials[i].align(subplot.panel, aligned);
    });
    return true;
  }

  /** Whether there is anything to see of a subplot; of one that is turned, where its places are. @param {string} key */
  #isSeen(key) {
    return this.#own(key).host.offsetParent !== null;
  }

  /** The sliders that stand under a picture: there, and their boxes beside its title. @param {GridMessage} message */
  #place({ axes }) {
    axes.forEach(({ under }, i) => {
      const subplot = under && this.subplots.get(under);
      if (subplot) subplot.hold(this.sliders.axes[i].slider);
    });
  }

  /**
   * A size for every subplot that is seen. Where the window is too low for all of them, the table and the later rows fold.
   * @param {GridMessage} message
   * @param {{width: number, fontSize: number, narrow: boolean}} frame
   * @param {Record<string, string>} words
   */
  #sizes(message, frame, words) {
    const headers = new Map(message.subplots.map((header) => [header.key, header]));
    const look = { fontSize: frame.fontSize, projector: message.projector };
    const lows = new Map(message.subplots.map(({ key }, i) => [key, lowest(/** @type {any} */ (this.figures)[i], look)]));
    const wide = this.#widths(message, headers, frame);
    for (const [key, width] of wide) this.#own(key).host.style.width = `${width}px`;
    /** @type {Map<string, {width: number, height: number}>} */
    const sizes = new Map();
    const heights = frame.narrow ? [] : this.#heights(message, lows, frame, words);
    if (frame.narrow) this.#foldAfter(message, message.leading, false, words);
    message.rows.forEach(({ subplots }, i) => {
      for (const place of subplots) {
        const high = frame.narrow ? 0 : Array.isArray(place) ? this.#stacked(place, heights[i], keysAt(subplots[0])[0]) : heights[i];
        for (const key of keysAt(place)) {
          const [width, low] = [wide.get(key) ?? 0, lows.get(key) ?? 0];
          const proportion = headers.get(key)?.proportion;
          const highest = (message.dials.length ? 0.36 : 0.46) * globalThis.innerHeight;
          const down = frame.narrow
            ? Math.max(low, Math.min(highest, width / (proportion ?? 1.9)))
            : Math.max(low, Math.min(high, proportion ? (TALLEST * width) / proportion : Infinity));
          sizes.set(key, { width, height: Math.round(down) });
        }
      }
    });
    return sizes;
  }

  /**
   * @param {GridMessage} message
   * @param {Map<string, import("./subplot.js").SubplotHeader>} headers
   * @param {{width: number, narrow: boolean}} frame
   */
  #widths({ rows }, headers, { width, narrow }) {
    /** @type {Map<string, number>} */
    const wide = new Map();
    for (const { subplots } of rows) {
      const abreast = narrow ? Math.min(2, subplots.length >= 4 ? 2 : 1) : subplots.length;
      const weights = subplots.map((place) => (narrow ? 1 : (headers.get(keysAt(place)[0])?.weight ?? 1)));
      const sum = narrow ? abreast : weights.reduce((a, b) => a + b, 0);
      subplots.forEach((place, i) => {
        for (const key of keysAt(place)) wide.set(key, Math.floor(((width - (abreast - 1) * GAP) * weights[i]) / sum));
      });
    }
    return wide;
  }

  /**
   * How high the pictures of each row are; in a lecture hall what does not fit is folded, elsewhere it is scrolled to.
   * @param {GridMessage} message
   * @param {Map<string, number>} lows  how low each picture may get
   * @param {{fontSize: number}} frame
   * @param {Record<string, string>} words
   */
  #heights(message, lows, { fontSize }, words) {
    const { rows, projector, leading } = message;
    const [whole, names] = this.#boardHeights();
    const around = rows.map(({ subplots }) => Math.max(...subplots.flatMap((place) => (Array.isArray(place) ? [] : [this.#around(place)]))));
    const least = rows.map(({ subplots }) => Math.max(...subplots.map((place) => this.#least(place, lows, keysAt(subplots[0])[0]))));
    const room = this.room(this.sliders.host, this.bar);
    const shared = rows.map(({ share }) => share ?? 0);
    /** How high the rows are of which the first ones are seen. @param {number} seen @param {number} others */
    const among = (seen, others) => {
      const turning = rows.flatMap(({ subplots, share }, i) =>
        share && i >= seen && i < leading && this.#turns(subplots) ? [around[i] + ROW_GAP] : [],
      );
      const used = shared.flatMap((share, i) => (share && i < seen ? [around[i] + ROW_GAP] : [])).concat(turning);
      const left = room - others - used.reduce((a, b) => a + b, 0);
      const sum = shared.slice(0, seen).reduce((a, b) => a + b, 0) || 1;
      return rows.map(({ share, tall }) => (share ? (share / sum) * left : (tall ?? 12) * fontSize));
    };
    const fits = (/** @type {number[]} */ heights, /** @type {number} */ seen) =>
      heights.every((height, i) => i >= seen || !rows[i].share || height >= least[i]);
    const folding = this.fold.button.offsetHeight + ROW_GAP;
    let seen = leading;
    let heights = among(seen, whole + (leading < rows.length ? folding : 0));
    const isLow = projector && !fits(heights, seen) && (seen > 1 || whole > names);
    if (isLow) {
      const others = names + folding;
      for (heights = among(seen, others); seen > 1 && !fits(heights, seen); heights = among(seen, others)) seen--;
    }
    this.#foldAfter(message, seen, isLow, words);
    return heights.map((height, i) => Math.max(height, least[i]));
  }

  /** How high the table is, and how high its names alone. */
  #boardHeights() {
    const { fold, board } = this;
    fold.button.hidden = false;
    if (fold.open) return [board.host.offsetHeight, this.names ?? 0]; // folded, the page would lose its place
    fold.try(true);
    this.names = board.host.offsetHeight;
    fold.try(false);
    return [board.host.offsetHeight, this.names];
  }

  /**
   * @param {GridMessage} message
   * @param {number} seen  how many rows are seen at first
   * @param {boolean} isLow  whether the window is too low for those that lead, and for the table
   * @param {Record<string, string>} words
   */
  #foldAfter({ leading }, seen, isLow, words) {
    const rows = [...this.pictures.querySelectorAll(".descent-row")];
    rows.forEach((row, i) => {
      row.classList.toggle("descent-later", i >= seen);
      row.classList.toggle("descent-rest", i >= leading);
    });
    if (rows[seen - 1].nextSibling !== this.fold.button) rows[seen - 1].after(this.fold.button);
    this.fold.show(isLow || seen < rows.length, words, isLow);
  }

  /** Whether something is turned under one of these, which therefore stays when its picture is folded. @param {Row["subplots"]} subplots */
  #turns(subplots) {
    return subplots.some((place) => keysAt(place).some((key) => this.#own(key).host.querySelector("input") !== null));
  }

  /**
   * How low the picture at the beginning of a row may get, so that none in this place is too low.
   * @param {string | string[]} place
   * @param {Map<string, number>} lows
   * @param {string} beside
   */
  #least(place, lows, beside) {
    const low = keysAt(place).reduce((sum, key) => sum + (lows.get(key) ?? 0), 0);
    return Array.isArray(place) ? low + this.#stackWords(place) - this.#around(beside) : low;
  }

  /** @param {string} key */
  #own(key) {
    return /** @type {Subplot} */ (this.subplots.get(key));
  }

  /** How high a subplot is without its picture: words and what is turned. @param {string} key */
  #around(key) {
    const { host, panel } = this.#own(key);
    return host.offsetHeight - panel.host.offsetHeight;
  }

  /** How high a stack is without its pictures. @param {string[]} keys */
  #stackWords(keys) {
    return keys.reduce((sum, key) => sum + this.#around(key), 0) + (keys.length - 1) * STACKED;
  }

  /**
   * How high each picture of a stack is, so that with their words they end where the subplot beside them does.
   * @param {string[]} keys
   * @param {number} down  the height of that subplot's picture
   * @param {string} beside
   */
  #stacked(keys, down, beside) {
    return (down + this.#around(beside) - this.#stackWords(keys)) / keys.length;
  }

  draw() {
    const { pen, styles } = this;
    const { message, row } = this.live ?? this;
    if (!message || !pen || !styles) return;
    const moment = message.steps ? this.playhead : { position: 0, steps: 0 };
    for (const subplot of this.subplots.values()) subplot.draw(row, moment, pen, this.question.open);
    this.board.update(message.board, message, row, moment.steps ? this.playhead.step : 0);
    this.dials.forEach((dial, i) => dial.turn(this.turned.value[i] ?? 0));
    const told = message.readout[message.readout.length > 1 ? row : 0] ?? "";
    if (this.readout.textContent !== told) this.readout.textContent = told;
    this.root.dataset.row = String(row);
    this.root.dataset.drawn = message.grid;
    super.draw();
  }

  close() {
    for (const { probe } of this.subplots.values()) probe?.close();
    super.close();
  }

  get standing() {
    return this.live || this.hovered !== undefined ? undefined : `${super.standing} ${this.row}`;
  }

  rested() {
    const { message, styles } = this;
    const outcome = message && styles ? outcomeOf(message, { row: this.row, step: this.playhead.step }, styles) : "";
    if (outcome) for (const dial of this.dials) dial.tell(outcome);
    return super.rested();
  }

  spoken() {
    const { message, styles, words, called, row, playhead } = this;
    if (!message || !styles || !words || !called) return "";
    return resultOf(message, { row, step: message.steps ? playhead.step : 0 }, called, styles, words);
  }

  tabled() {
    const { message, figures, styles, words, called, row, playhead } = this;
    if (!message || !figures || !styles || !words || !called) return [];
    return tablesOf(message, figures, { row, share: message.steps ? playhead.step / message.steps : 0 }, called, styles, words);
  }
}

/**
 * What a start belongs to, where there are several.
 * @param {GridMessage} message
 * @param {string} name  of the picture
 */
function startOf({ subplots }, name) {
  return subplots.filter(({ start }) => start).length > 1 ? name : undefined;
}

/**
 * The words of a subplot, with the y axis of a row.
 * @param {import("./subplot.js").SubplotHeader} header
 * @param {number | undefined} row
 */
function inRow(header, row) {
  return { ...header, y: (row === undefined ? undefined : header.yOfRows?.[row]) ?? header.y };
}

/**
 * Whose bands a slider can show: of the first picture's trails, in their order.
 * @param {GridMessage} message
 * @param {import("../message.js").Styles} styles
 */
function racersOf({ subplots }, { drawn }) {
  return subplots[0].trails.map(({ style }, row) => ({ key: style, name: drawn[style].name, row }));
}

/**
 * The subplots that stand in one place of a row.
 * @param {string | string[]} place
 */
function keysAt(place) {
  return Array.isArray(place) ? place : [place];
}
