// The numbers behind the pictures of a grid: runs over their steps, and lines over what stands on their x axis.

import { titleOf } from "../described.js";
import { arrayOf } from "../message.js";
import { brief } from "../numerals.js";
import { stepsOf } from "../tables.js";
import { formAt } from "./shapes.js";

/** @typedef {import("./figure_grid.js").GridMessage} GridMessage */
/** @typedef {import("./subplot.js").SubplotHeader} SubplotHeader */
/** @typedef {import("../tables.js").Table} Table */
/** @typedef {{name: string, points: ArrayLike<number>}} Line  x, y, x, y, … */

/** Digits of what stands on an x axis. */
const DIGITS = 4;

/**
 * @param {GridMessage} message
 * @param {import("../layers.js").Figure[]} figures
 * @param {{row: number, share: number}} moment  `share` of the steps that have gone by
 * @param {Map<string, string>} names  of the pictures
 * @param {import("../message.js").Styles} styles
 * @param {Record<string, string>} words
 * @returns {Table[]}
 */
export function tablesOf(message, figures, { row, share }, names, { drawn }, words) {
  return message.subplots.flatMap((header, i) => {
    const name = names.get(header.key) ?? "";
    const called = (/** @type {string} */ style) => drawn[style].name;
    const runs = header.trails.flatMap(({ style, array }) => runOf(message, array, row, called(style) || name));
    const curves = header.curves.map(({ style, array }) => ({ name: called(style), points: arrayOf(message, array).values }));
    const forms = header.shapes
      .filter(({ kind }) => kind !== "area")
      .map(({ style, array, rows }) => {
        const points = arrayOf(message, array);
        return { name: called(style), points: formAt(points, rows?.[row] ?? row, share * (points.shape[1] - 1)) };
      });
    const over = runs.length ? [{ name, across: words.stepWord, places: stepsOf(message.steps), columns: runs }] : [];
    const x = { across: titleOf(figures[i].layout.xaxis) || "x", ...dialled(message, header) };
    return [...over, ...alike(named([...curves, ...forms], name)).map((lines) => lined(name, lines, x))];
  });
}

/**
 * A run over its steps: one column of heights, or two of places.
 * @param {GridMessage} message
 * @param {string} array
 * @param {number} row
 * @param {string} name
 * @returns {Table["columns"]}
 */
function runOf(message, array, row, name) {
  const { values, shape } = arrayOf(message, array);
  const [rows, moments, axes = 1] = shape;
  const first = (rows > 1 ? row : 0) * moments;
  return Array.from({ length: axes }, (_, axis) => ({
    name: axes > 1 ? `${name} ${"xy"[axis]}` : name,
    at: (step) => values[(first + step) * axes + axis],
  }));
}

/**
 * Lines that have a name, each once; where none has one, they are called what the picture is called.
 * @param {Line[]} lines
 * @param {string} picture
 */
function named(lines, picture) {
  const some = lines.filter(({ name }) => name);
  const all = some.length ? some : lines.map((line) => ({ ...line, name: picture }));
  const told = all.map(({ name, points }) => `${name} ${points}`);
  return all.filter((_, i) => told.indexOf(told[i]) === i); // a line may have its dots drawn over it
}

/**
 * Lines over the same places together.
 * @param {Line[]} lines
 */
function alike(lines) {
  /** @type {Map<string, Line[]>} */
  const groups = new Map();
  for (const line of lines) {
    const places = String(Array.from({ length: line.points.length / 2 }, (_, i) => line.points[2 * i]));
    groups.set(places, [...(groups.get(places) ?? []), line]);
  }
  return [...groups.values()];
}

/**
 * @param {string} name
 * @param {Line[]} lines
 * @param {{across: string, values?: string[]}} x  what its axis is, and what its places are where it counts those of a dial
 * @returns {Table}
 */
function lined(name, lines, { across, values }) {
  const [{ points }] = lines;
  const count = points.length / 2;
  const counted = values?.length === count ? values : undefined;
  return {
    name,
    across,
    places: counted ?? Array.from({ length: count }, (_, i) => brief(points[2 * i], DIGITS)),
    columns: lines.map((line) => ({ name: line.name, at: (i) => line.points[2 * i + 1] })),
  };
}

/** @param {GridMessage} message @param {SubplotHeader} header */
function dialled({ dials }, { key }) {
  const dial = dials.find(({ under, aligned }) => aligned && under === key);
  return dial && { across: dial.label, values: dial.values };
}
