// The terms of a step as arrows, enlarged: from the place where it begins, all the way they are subtracted. Slopes and movements
// are different things, so each kind has a scale of its own.

import { arrow, line, marker, overlaps, setType, stroke, within } from "../ink.js";
import { brief, roundBelow } from "../numerals.js";
import { Sketch } from "./sketch.js";

/** Arrows that lie over each other are this far apart, in line widths. */
const ASIDE = 1.6;
/** Where the name of an arrow may stand, seen from its tip, against its own way. */
const TURNS = [0, 0.7, -0.7, 1.4, -1.4, 2.1, -2.1];
const KINDS = /** @type {const} */ (["slope", "movement"]);

/** @typedef {{slope: number, movement: number}} Longest  the longest arrow of each kind that is shown at a step, in its own unit */
/** @typedef {import("./workings.js").Line} Line */
/** @typedef {import("./workings.js").Values} Values */

/**
 * Whether a term is an arrow: the new place is a place, and squares have no direction.
 * @param {Line} each
 */
function isArrow({ part, unit }) {
  return part !== "place" && part !== "square" && (unit === "slope" || unit === "movement");
}

/**
 * The longest arrows of a rule at a step.
 * @param {Line[]} lines
 * @param {Values} values
 * @param {number} step
 * @returns {Longest}
 */
export function longest(lines, values, step) {
  const found = { slope: 0, movement: 0 };
  for (const each of lines.filter(isArrow)) {
    const length = Math.hypot(...values.vector(each.name, step));
    if (Number.isFinite(length))
      found[/** @type {"slope" | "movement"} */ (each.unit)] = Math.max(found[/** @type {"slope" | "movement"} */ (each.unit)], length);
  }
  return found;
}

export class Arrows extends Sketch {
  constructor() {
    super("arrows");
  }

  /** How long the longest arrows are, in pixels: around them there is room for their names. @param {number} size */
  reach(size) {
    return Math.max(20, Math.min(this.width / 2 - 3 * size, (this.height - 2.2 * size) / 2 - 1.8 * size));
  }

  /**
   * How far the picture reaches from its middle, across and down, where the longest arrow stands for so much.
   * @param {number} most
   * @param {import("./sketch.js").Type} pen
   * @returns {[number, number]}
   */
  half(most, pen) {
    const type = this.type(pen);
    const scale = most / this.reach(type);
    return [(scale * this.width) / 2, (scale * (this.height - 2.2 * type)) / 2];
  }

  /**
   * @param {object} shown
   * @param {Line[]} shown.lines
   * @param {Values} shown.values
   * @param {number} shown.step
   * @param {number} shown.at  the line that is looked at
   * @param {Longest} shown.longest  of all rules that are shown
   * @param {import("../message.js").Styles} shown.styles
   * @param {Record<string, string>} shown.words
   * @param {import("../player.js").Pen} shown.pen
   * @param {boolean} shown.noisy
   */
  draw({ lines, values, step, at, longest, styles, words, pen: asked, noisy }) {
    const pen = { ...asked, size: this.type(asked) };
    const { halo, text, faint } = styles.look;
    this.clear();
    const reach = this.reach(pen.size);
    /** @type {[number, number]} */
    const origin = [this.width / 2, (this.height - 2.2 * pen.size) / 2];
    this.#cross(origin, faint);
    /** Where nothing is written: the place itself, and later the names. @type {import("../ink.js").Box[]} */
    const taken = [{ left: origin[0] - pen.size / 2, top: origin[1] - pen.size / 2, width: pen.size, height: pen.size }];
    if (!noisy) this.#contour(origin, values.vector("gradient", step), reach, styles.look, words, pen, taken);
    const toPixels = (/** @type {Line} */ { name, unit }, before = false) => {
      const [x, y] = values.vector(before ? `${name}-1` : name, step);
      const most = longest[/** @type {"slope" | "movement"} */ (unit)];
      const scale = most > 0 ? reach / most : 0;
      return /** @type {[number, number]} */ ([-x * scale, y * scale]); // the pixels' y goes down
    };
    const reached = lines.slice(0, at + 1).filter(isArrow);
    const current = lines[at];
    if (isArrow(current)) this.#guides(current, lines, origin, toPixels, styles, pen);
    const inOrder = reached.toSorted((a, b) => Number(b === current) - Number(a === current)); // its name has the first choice
    inOrder.forEach((each) => this.#arrow(each, origin, toPixels(each), each === current, styles, words, pen, taken));
    marker(this.context, origin, { color: text, halo, marker: "circle", radius: pen.radius * 0.8 });
    if (current.part === "place") {
      const [dx, dy] = toPixels(lines[lines.length - 2]);
      const tip = /** @type {[number, number]} */ ([origin[0] + dx, origin[1] + dy]);
      if (tip.every(Number.isFinite)) {
        marker(this.context, tip, { color: styles.drawn.step.color, halo, marker: "circle", radius: pen.radius * 1.2 });
        this.#name("xₜ", tip, Math.atan2(-dy, -dx) + Math.PI / 2, { color: text, halo }, pen.size, taken);
      }
    }
    if (!values.vector("gradient", step).every(Number.isFinite))
      this.write(words.beyond, [origin[0], origin[1] + 1.8 * pen.size], { color: text, halo, size: pen.size, align: "center" });
    this.#scales(longest, reach, styles.look, words, pen);
  }

  /** @param {[number, number]} origin @param {string} faint */
  #cross([x, y], faint) {
    const { context } = this;
    context.strokeStyle = faint;
    context.lineWidth = 1;
    context.strokeRect(0.5, 0.5, this.width - 1, this.height - 1);
    context.strokeRect(0, y, this.width, 0);
    context.strokeRect(x, 0, 0, this.height);
  }

  /**
   * The contour line through the place, as straight as it is that near: across the slope.
   * @param {[number, number]} origin
   * @param {[number, number]} slope
   * @param {number} reach
   * @param {{faint: string, text: string, halo: string}} look
   * @param {Record<string, string>} words
   * @param {import("../player.js").Pen} pen
   * @param {import("../ink.js").Box[]} taken
   */
  #contour([x, y], [dx, dy], reach, { text, halo }, words, { size, least }, taken) {
    const length = Math.hypot(dx, dy);
    if (!(length > 0 && Number.isFinite(length))) return;
    const [across, down] = [(dy / length) * reach * 1.1, (dx / length) * reach * 1.1];
    const { context } = this;
    context.save();
    context.globalAlpha = 0.55;
    const ends = /** @type {[number, number][]} */ ([-1, 1].map((way) => [x + way * across, y + way * down]));
    stroke(context, ends, { color: text });
    context.restore();
    const side = down < 0 || (down === 0 && across > 0) ? 1 : -1; // its name stands at the upper end
    const place = /** @type {[number, number]} */ ([x + side * across, y + side * down]);
    const [left, top] = [Math.max(2 * size, Math.min(this.width - 2 * size, place[0])), Math.max(size, place[1])];
    const look = { color: text, halo, size: Math.max(least, 0.85 * size) };
    this.write(words.contour, [left, top], { ...look, align: "center" });
    const { width } = this.context.measureText(words.contour);
    taken.push({ left: left - width / 2, top: top - look.size / 2, width, height: look.size });
  }

  /**
   * From the tips of what a term is made of to its own, and what was remembered of the step before.
   * @param {Line} current
   * @param {Line[]} lines
   * @param {[number, number]} origin
   * @param {(line: Line, before?: boolean) => [number, number]} toPixels
   * @param {import("../message.js").Styles} styles
   * @param {import("../player.js").Pen} pen
   */
  #guides(current, lines, [x, y], toPixels, { drawn, look }, pen) {
    const { context } = this;
    const tip = toPixels(current);
    for (const name of new Set(current.made_of)) {
      const isBefore = name.endsWith("-1");
      const made = lines.find((each) => each.name === name.replace(/-1$/, ""));
      if (!made || !isArrow(made) || made.unit !== current.unit) continue;
      const from = toPixels(made, isBefore);
      if (![...from, ...tip].every(Number.isFinite)) continue;
      context.save();
      if (isBefore) {
        context.globalAlpha = 0.6;
        const style = drawn[made.part];
        const path = new Path2D();
        path.moveTo(x, y);
        path.lineTo(x + from[0], y + from[1]);
        line(context, path, { ...style, halo: look.halo, width: Math.max(1.5, pen.width / 2) });
      }
      context.globalAlpha = 0.8;
      context.setLineDash([2, 3]);
      const ends = /** @type {[number, number][]} */ ([from, tip].map(([dx, dy]) => [x + dx, y + dy]));
      stroke(context, ends, { color: look.text });
      context.restore();
    }
  }

  /**
   * @param {Line} each
   * @param {[number, number]} origin
   * @param {[number, number]} way
   * @param {boolean} isCurrent
   * @param {import("../message.js").Styles} styles
   * @param {Record<string, string>} words
   * @param {import("../player.js").Pen} pen
   * @param {import("../ink.js").Box[]} taken
   */
  #arrow(each, [x, y], [dx, dy], isCurrent, { drawn, look }, words, pen, taken) {
    const style = { ...drawn[each.part], halo: look.halo };
    const name = `−${each.label || words.stepWord}`;
    const length = Math.hypot(dx, dy);
    if (!Number.isFinite(length)) return;
    const width = isCurrent ? 1.5 * pen.width : pen.width;
    const aside = each.part === "memory" ? ASIDE : each.part === "step" ? -ASIDE : 0;
    const [ox, oy] = length > 0 ? [x - (dy / length) * aside * pen.width, y + (dx / length) * aside * pen.width] : [x, y];
    if (length > 1) {
      const head = Math.min(length, 2.4 * width + 3);
      const path = new Path2D();
      path.moveTo(ox, oy);
      path.lineTo(ox + dx * (1 - (0.6 * head) / length), oy + dy * (1 - (0.6 * head) / length));
      line(this.context, path, { ...style, width });
      arrow(this.context, [ox + dx, oy + dy], Math.atan2(dy, dx), { ...style, size: head });
    }
    const tip = /** @type {[number, number]} */ ([ox + dx, oy + dy]);
    this.#name(
      length > 0 ? name : `${name.slice(1)} = 0`,
      tip,
      length > 0 ? Math.atan2(dy, dx) : Math.PI / 2,
      style,
      Math.max(pen.least, (isCurrent ? 1.1 : 0.95) * pen.size),
      taken,
    );
  }

  /**
   * A name beyond the tip of its arrow, or as near to that as there is room.
   * @param {string} name
   * @param {[number, number]} tip
   * @param {number} angle  of the arrow
   * @param {{color: string, halo: string}} look
   * @param {number} size
   * @param {import("../ink.js").Box[]} taken
   */
  #name(name, [x, y], angle, { color, halo }, size, taken) {
    setType(this.context, size, 600);
    const width = this.context.measureText(name).width + 4;
    const height = 1.2 * size;
    const boxes = TURNS.flatMap((turn) =>
      [0.6, 1.6, 2.6].map((away) => {
        const [across, down] = [Math.cos(angle + turn), Math.sin(angle + turn)];
        const [middleX, middleY] = [x + across * (width / 2 + away * size * 0.6), y + down * (height / 2 + away * size * 0.6)];
        return {
          left: within(middleX - width / 2, 2, this.width - width - 2),
          top: within(middleY - height / 2, 2, this.height - height - 2),
          width,
          height,
        };
      }),
    );
    const box = boxes.find((each) => !taken.some((other) => overlaps(each, other))) ?? boxes[0];
    taken.push(box);
    this.write(name, [box.left + 2, box.top + height / 2], { color, halo, size, bold: true });
  }

  /**
   * How long one is: a bar of a round length for each kind of arrow.
   * @param {Longest} longest
   * @param {number} reach
   * @param {{text: string, halo: string}} look
   * @param {Record<string, string>} words
   * @param {import("../player.js").Pen} pen
   */
  #scales(longest, reach, { text, halo }, words, { size, least }) {
    const { context } = this;
    KINDS.forEach((kind, i) => {
      if (!(longest[kind] > 0)) return;
      const round = roundBelow(longest[kind]);
      const length = (Math.min(round, longest[kind]) / longest[kind]) * Math.min(reach, 0.45 * this.width);
      const left = i ? this.width - 8 - length : 8;
      const y = this.height - 6;
      const right = left + length;
      stroke(
        context,
        [
          [left, y - 4],
          [left, y],
          [right, y],
          [right, y - 4],
        ],
        { color: text, width: 2 },
      );
      const label = `${words[`${kind}Scale`]} ${brief(round, 1)}`;
      const look = { color: text, halo, size: Math.max(least, 0.9 * size) };
      this.write(label, [i ? this.width - 8 : 8, y - 5 - 0.7 * size], { ...look, align: i ? "right" : "left" });
    });
  }
}
