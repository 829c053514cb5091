// One picture of a grid: a static figure, and over it what moves with the playhead and what follows the dials.

import { seenIn, sentenceOf } from "../described.js";
import { element } from "../element.js";
import { exitMarkers, wayOut } from "../exit_markers.js";
import { line, marker, polyline } from "../ink.js";
import { arrayOf } from "../message.js";
import { number } from "../numerals.js";
import { Panel } from "../panel.js";
import { onPress } from "../pressed.js";
import { Probe } from "../probe.js";
import { Start } from "../start.js";
import { swatch } from "../swatch.js";
import { drawHead, drawTrail } from "../trajectory.js";
import { patch } from "./areas.js";
import { labelArrow } from "./arrow_labels.js";
import { Cells } from "./cells.js";
import { FramesLayer } from "./frames.js";
import { numberAt } from "./result.js";
import { drawBands, drawCursor, drawMarks } from "./ruler.js";
import { drawShape } from "./shapes.js";

/**
 * @typedef {object} Trail  a run; the playhead moves along it
 * @property {string} style   how it is drawn: a name among the styles
 * @property {string} array   of its points (rows, steps + 1, 2), or of heights over the step (rows, steps + 1)
 * @property {number[] | null} left  the step at which each row has left the picture, or -1; null where no arrow is wanted
 *
 * @typedef {object} Curve  drawn as a whole
 * @property {string} style
 * @property {string} array  of its points (N, 2)
 * @property {number | null} best  the point that is marked
 * @property {"flag" | "star"} mark  with which sign
 * @property {string} label  of an arrow, beyond its tip
 * @property {boolean} tells  whether it tells what is asked, and waits for the answer
 *
 * @typedef {object} SubplotHeader
 * @property {string} key
 * @property {string} title
 * @property {string} note  beside the title
 * @property {string[]} legend  the styles whose names stand beside the title
 * @property {import("./areas.js").Area[]} areas  what the areas of the figure mean
 * @property {string | null} number  the array (rows or 1, steps + 1) of a number in large type behind the title
 * @property {number} weight  its share of the row's width
 * @property {number | null} proportion  the picture's true width over its height
 * @property {[number, number] | null} x  the ends of the axes, where the figure does not say them
 * @property {[number, number] | null} y
 * @property {[number, number][] | null} yOfRows  the ends of the y axis for each row, where they differ
 * @property {Trail[]} trails
 * @property {Curve[]} curves
 * @property {import("./frames.js").Frames | null} frames  pictures under everything else
 * @property {string | null} cells  the array (height, width) of the colours that fill the figure's image
 * @property {import("./shapes.js").Shape[]} shapes  what changes its form with the dials or the playhead
 * @property {import("./ruler.js").Band[]} bands
 * @property {import("./ruler.js").Mark[]} marks
 * @property {{array: string, across: boolean} | null} cursor  where each row of the arrays is on this subplot (rows, 2)
 * @property {boolean} telling  whether what is drawn tells the answer to what is asked, and waits for it
 * @property {boolean} hover  whether a mouse over the subplot shows the row under it, until it leaves
 * @property {[number, number] | null} start  that can be moved
 * @property {[[number, number], [number, number]] | null} domain  where the start may be
 */

/**
 * @typedef {object} Shown  everything a subplot needs to know of the message
 * @property {SubplotHeader} header
 * @property {string} name  what it is called
 * @property {boolean} isProbed  whether the probe of the message is here
 * @property {string} [startOf]  and where several have a start, what this one's belongs to
 * @property {import("./figure_grid.js").GridMessage} message
 * @property {import("../message.js").Styles} styles
 * @property {Record<string, string>} words
 * @property {import("../layers.js").Figure} figure
 * @property {{width: number, height: number, fontSize: number}} size
 */

export class Subplot {
  /**
   * @param {{onRow: (row: number) => void, onHover: (row: number | undefined) => void, onStart: (place: [number, number]) => void, probing: ConstructorParameters<typeof Probe>[2]}} listeners
   *   `onRow` hears the row whose place on this subplot was chosen, `onHover` the one that the mouse is over
   */
  constructor({ onRow, onHover, onStart, probing }) {
    this.title = element("span", { class: "descent-title" });
    this.note = element("span", { class: "descent-note" });
    this.number = element("span", { class: "descent-number" });
    this.legend = element("span", { class: "descent-names" });
    this.areas = element("span", { class: "descent-names descent-areas" });
    const picture = element("div", { class: "descent-picture" });
    this.host = element("figure", { class: "descent-subplot" }, [
      element("figcaption", {}, [this.title, this.number, this.legend, this.note, this.areas]),
      picture,
    ]);
    this.panel = new Panel(picture);
    this.onStart = onStart;
    this.probing = probing;
    /** @type {Probe | undefined} */
    this.probe = undefined;
    /** @type {Start | undefined} */
    this.start = undefined;
    /** @type {Shown | undefined} */
    this.shown = undefined;
    /** The words above the picture, and their signs. */
    this.named = "";
    /** @type {FramesLayer | null} */
    this.film = null;
    this.cells = new Cells();
    /** The row of which there are pixels. */
    this.row = -1;
    /** @type {Float32Array[]} */
    this.trajectories = [];
    this.#listen(onRow, onHover);
  }

  /**
   * The words above the picture, before anybody knows how much room it has.
   * @param {SubplotHeader} header
   * @param {import("../message.js").Styles} styles
   */
  name({ title, note, legend, areas }, { drawn, look }) {
    const named = JSON.stringify([title, note, legend.map((style) => drawn[style]), areas, drawn, look]);
    if (this.named === named) return;
    this.named = named;
    this.title.textContent = title;
    this.note.textContent = note;
    this.legend.replaceChildren(
      ...legend.map((style) => element("span", { class: "descent-name" }, [swatch(drawn[style], look.halo), drawn[style].name])),
    );
    this.areas.replaceChildren(...areas.map((area) => patch(area, drawn)));
  }

  /** @param {Shown} shown */
  async show(shown) {
    const { header, message, size } = shown;
    const figure = header.cells === null ? shown.figure : this.cells.in(shown.figure, message, header.cells);
    const { host } = this.panel;
    this.host.style.width = `${size.width}px`;
    host.style.height = `${size.height}px`;
    await this.panel.show(figure, size, ranges(header));
    this.panel.describe(shown.name, sentenceOf(figure, seenIn(header, shown.styles, shown.name), shown.words));
    this.shown = shown;
    this.row = -1;
    host.classList.toggle("descent-pick", header.cursor !== null);
    host.classList.toggle("descent-telling", header.telling);
    host.classList.toggle("descent-celled", header.cells !== null);
    if (header.start && header.domain) {
      this.start ??= new Start(host, this.panel, this.onStart);
      this.start.show({ start: header.start, domain: header.domain, words: shown.words, of: shown.startOf, fixed: message.fixed });
      this.#showProbe(header.domain, shown);
    }
    const { cursor } = header;
    this.places = cursor && this.panel.laid(arrayOf(message, cursor.array).values);
    this.film = header.frames && new FramesLayer(header.frames, message, shown.styles);
    this.curves = header.curves.map(({ array }) => this.panel.laid(arrayOf(message, array).values));
  }

  /** @param {[[number, number], [number, number]]} domain @param {Shown} shown */
  #showProbe(domain, { isProbed, message, words }) {
    if (!this.start || !(isProbed || this.probe)) return;
    this.probe ??= new Probe(this.panel.host, this.panel, this.probing);
    this.probe.show({ probe: isProbed ? message.probe : null, probing: message.probing, domain, words, fixed: message.fixed });
    this.start.called = !this.probe.on;
  }

  /**
   * A slider stands under the picture, and its box beside the title.
   * @param {import("../live/slider.js").Slider} slider
   */
  hold({ track, box }) {
    if (track.parentElement === this.host) return;
    this.legend.after(box);
    this.host.append(track);
  }

  /**
   * Draw this instead, in the same place; whether the axes are the same, too.
   * @param {import("./figure_grid.js").GridMessage} message
   * @param {SubplotHeader} header
   */
  take(message, header) {
    if (!this.shown) return true; // it is folded
    const fits = String(header.y) === String(this.shown.header.y);
    this.shown = { ...this.shown, message, header };
    this.row = -1;
    this.curves = header.curves.map(({ array }) => this.panel.laid(arrayOf(message, array).values));
    return fits;
  }

  /**
   * @param {number} row
   * @param {{position: number, steps: number}} playhead
   * @param {import("../player.js").Pen} pen
   * @param {boolean} asking  whether a question waits for its answer
   */
  draw(row, { position, steps }, pen, asking) {
    if (!this.shown) return;
    if (this.row !== row) this.#lay(row);
    const { header, styles, words, message } = this.shown;
    const { context, frame } = this.panel;
    const { halo } = styles.look;
    const look = (/** @type {string} */ style) => ({ ...styles.drawn[style], halo, ...pen });
    this.#read(row, position);
    this.panel.clear();
    this.film?.draw(this.panel, row, steps && position / steps);
    drawBands(this.panel, header.bands, styles, pen);
    const shapes = (/** @type {boolean} */ above) => {
      for (const shape of header.shapes) {
        if ((shape.above || shape.kind === "dots") === above)
          drawShape(this.panel, shape, message, { row, share: steps && position / steps, look: look(shape.style) });
      }
    };
    shapes(false);
    header.curves.forEach(({ style, tells }, i) => {
      if (asking && tells) return;
      const pixels = this.curves?.[i] ?? new Float32Array();
      line(context, polyline(pixels, pixels.length / 2, null), look(style));
    });
    header.trails.forEach(({ style }, i) => drawTrail(context, this.trajectories[i], position, look(style)));
    const cursor = (/** @type {boolean} */ across) => {
      if (!this.places || header.cursor?.across !== across) return;
      drawCursor(this.panel, [this.places[2 * row], this.places[2 * row + 1]], across, styles, pen);
    };
    cursor(true); // a line lies under the dots on it, a ring over the one in it
    shapes(true);
    this.panel.release();
    drawMarks(this.panel, header.marks, styles, pen);
    header.curves.forEach(({ style, best, tells, mark }, i) => {
      if (best !== null && this.curves && !(asking && tells))
        marker(context, [this.curves[i][2 * best], this.curves[i][2 * best + 1]], { ...look(style), marker: mark, radius: 1.3 * pen.radius });
    });
    header.trails.forEach(({ style }, i) => drawHead(this.panel, this.trajectories[i], position, look(style)));
    header.curves.forEach(({ style, tells, label }, i) => {
      if (this.curves && !(asking && tells)) labelArrow(this.panel, this.curves[i], label, look(style));
    });
    cursor(false);
    const leavers = header.trails.flatMap(({ style, left }, i) => {
      const leftAt = left?.[left.length > 1 ? row : 0] ?? -1;
      const leaves = /** @type {[number, number][]} */ ([
        [0, -1],
        [Math.max(0, leftAt), leftAt],
      ]);
      return left ? [{ leaves, look: look(style), edge: () => wayOut(frame, this.trajectories[i], leftAt) }] : [];
    });
    exitMarkers(context, frame, words, position, leavers);
    this.probe?.draw(styles.look, pen);
    if (message.steps) this.panel.host.dataset.row = String(row);
  }

  /**
   * The number behind the title, at a whole step.
   * @param {number} row
   * @param {number} position
   */
  #read(row, position) {
    if (!this.shown) return;
    const { header, message } = this.shown;
    const words = header.number === null ? "" : number(numberAt(message, header.number, row, Math.floor(position)));
    if (this.number.textContent !== words) this.number.textContent = words;
  }

  /** The trails of a row in pixels. @param {number} row */
  #lay(row) {
    if (!this.shown) return;
    this.row = row;
    const { header, message } = this.shown;
    const points = message.steps + 1;
    this.trajectories = header.trails.map(({ array }) => {
      const { values, shape } = arrayOf(message, array);
      const first = (shape[0] > 1 ? row : 0) * points;
      if (shape.length === 3) return this.panel.laid(values.subarray(2 * first, 2 * (first + points)));
      return this.panel.over(points, (i) => values[first + i]);
    });
  }

  /**
   * @param {(row: number) => void} onRow
   * @param {(row: number | undefined) => void} onHover
   */
  #listen(onRow, onHover) {
    const { canvas } = this.panel;
    const pick = (/** @type {PointerEvent} */ event) => {
      const row = this.#under(event);
      if (row !== undefined) onRow(row);
    };
    onPress(canvas, pick, () => Boolean(this.places));
    canvas.addEventListener("pointermove", (event) => {
      const hovers = event.pointerType !== "touch" && !canvas.hasPointerCapture(event.pointerId);
      if (hovers && this.shown?.header.hover) onHover(this.#under(event));
    });
    canvas.addEventListener("pointerleave", () => onHover(undefined));
  }

  /**
   * The row whose place is the nearest to a point of the screen.
   * @param {PointerEvent} event
   */
  #under({ clientX, clientY }) {
    const { places, shown } = this;
    if (!places || !shown?.header.cursor) return undefined;
    const box = this.panel.canvas.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top];
    let nearest = 0;
    let least = Infinity;
    for (let row = 0; 2 * row < places.length; row++) {
      const away = Math.hypot(places[2 * row] - x, shown.header.cursor.across ? 0 : places[2 * row + 1] - y);
      if (away < least) [nearest, least] = [row, away];
    }
    return nearest;
  }
}

/** The ends of the axes, where the message says them. @param {SubplotHeader} header */
function ranges({ x, y }) {
  return { ...(x ? { xaxis: { range: x } } : {}), ...(y ? { yaxis: { range: y } } : {}) };
}
