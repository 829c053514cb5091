// What a grid says of itself in words, for those who do not see it: how it stands at a row of the dials and a step.

import { arrayOf } from "../message.js";
import { number } from "../numerals.js";
import { boardRow } from "./board.js";

/** @typedef {import("./figure_grid.js").GridMessage} GridMessage */
/** @typedef {{row: number, step: number}} Moment */

/** Ends a sentence. */
const END = /[.?!]$/;

/**
 * What comes of the place where the dials stand: what is said of its row, or else how each entry of the table ends.
 * @param {GridMessage} message
 * @param {Moment} moment
 * @param {import("../message.js").Styles} styles
 */
export function outcomeOf(message, moment, styles) {
  if (message.readout.length > 1) return message.readout[moment.row];
  return sayings(message, { ...moment, step: message.steps }, styles).join(", ");
}

/**
 * Everything that has come of it, in sentences: what is said of the row, what the titles of the pictures add, how each entry of
 * the table stands, and where nothing of that is there, where everyone is.
 * @param {GridMessage} message
 * @param {Moment} moment
 * @param {Map<string, string>} names  of the pictures
 * @param {import("../message.js").Styles} styles
 * @param {Record<string, string>} words
 */
export function resultOf(message, moment, names, styles, words) {
  const said = message.readout[message.readout.length > 1 ? moment.row : 0] ?? "";
  const stands = [said, ...titles(message, moment, names), ...sayings(message, moment, styles)].filter(Boolean);
  const others = stands.length ? [] : message.board ? numbers(message, moment, styles) : places(message, moment, styles);
  const all = [...stands, ...others].map((each) => (END.test(each) ? each : `${each}.`)).join(" ");
  return message.steps ? `${words.atStep.replace("{step}", String(moment.step))} ${all}` : all;
}

/** @param {GridMessage} message @param {Moment} moment @param {Map<string, string>} names */
function titles({ subplots, ...message }, { row, step }, names) {
  return subplots.flatMap(({ key, note, number: array }) => {
    const large = array === null ? [] : [number(numberAt(/** @type {GridMessage} */ (message), array, row, step))];
    const added = [...large, ...(note ? [note] : [])];
    return added.length ? [[names.get(key), ...added].join(" ")] : [];
  });
}

/**
 * The number behind a title.
 * @param {GridMessage} message
 * @param {string} array
 * @param {number} row
 * @param {number} step
 */
export function numberAt(message, array, row, step) {
  const { values, shape } = arrayOf(message, array);
  return values[(shape[0] > 1 ? row : 0) * shape[1] + step];
}

/** @param {GridMessage} message @param {Moment} moment @param {import("../message.js").Styles} styles */
function sayings(message, { row, step }, { drawn }) {
  const { board } = message;
  if (!board?.verdicts) return [];
  return board.entries.flatMap(({ style, on }, i) => {
    const { saying } = boardRow(board, message, row, step, i);
    return on && saying ? [`${drawn[style].name} ${saying}`] : [];
  });
}

/** @param {GridMessage} message @param {Moment} moment @param {import("../message.js").Styles} styles */
function numbers(message, { row, step }, { drawn }) {
  const { board } = message;
  if (!board) return [];
  const heads = board.heads.slice(1 + (board.entries[0]?.fixed.length ?? 0));
  return board.entries.flatMap(({ style, on }, i) => {
    const told = boardRow(board, message, row, step, i).values.map((value, column) => `${heads[column]} ${number(value)}`);
    return on ? [`${drawn[style].name}: ${told.join(", ")}`] : [];
  });
}

/** @param {GridMessage} message @param {Moment} moment @param {import("../message.js").Styles} styles */
function places({ subplots, ...message }, { row, step }, { drawn }) {
  return subplots.flatMap(({ trails }) =>
    trails.map(({ style, array }) => {
      const { values, shape } = arrayOf(/** @type {GridMessage} */ (message), array);
      const [rows, moments, axes = 1] = shape;
      const at = ((rows > 1 ? row : 0) * moments + step) * axes;
      const told = [...values.subarray(at, at + axes)].map(number).join(", ");
      return `${drawn[style].name} (${told})`;
    }),
  );
}
