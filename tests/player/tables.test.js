import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { tablesOf } from "../../stage/player/figure_grid/grid_tables.js";
import { outcomeOf, resultOf } from "../../stage/player/figure_grid/result.js";
import { sampled, stepsOf, written } from "../../stage/player/tables.js";

const STYLES = /** @type {any} */ ({ drawn: { gd: { name: "GD" }, adam: { name: "Adam" }, guide: { name: "" } } });
const WORDS = { atStep: "At step {step}:", stepWord: "step" };
const FIGURES = [
  { data: [], layout: {} },
  { data: [], layout: {} },
];
const NAMES = new Map([
  ["map", "Map"],
  ["sweep", "Sweep"],
]);
const picture = (/** @type {object} */ own) => ({ note: "", number: null, trails: [], curves: [], shapes: [], ...own });

/** Two rows of dials, two steps. */
const grid = (/** @type {object} */ own = {}) =>
  /** @type {any} */ ({
    steps: 2,
    readout: [""],
    board: null,
    dials: [{ under: "sweep", aligned: true, label: "rate", values: ["0.1", "0.2"] }],
    subplots: [
      picture({ key: "map", trails: [{ style: "gd", array: "places" }] }),
      picture({
        key: "sweep",
        curves: [
          { style: "gd", array: "low" },
          { style: "adam", array: "high" },
          { style: "adam", array: "high" },
          { style: "guide", array: "low" },
        ],
      }),
    ],
    places: Float32Array.of(0, 0, 1, 10, 2, 20, 0, 0, 3, 30, 4, 40),
    low: Float32Array.of(0, 5, 1, 6),
    high: Float32Array.of(0, 7, 1, 2 ** -126),
    arrays: { places: { shape: [2, 3, 2] }, low: { shape: [2, 2] }, high: { shape: [2, 2] } },
    ...own,
  });
const BOARD = {
  board: {
    heads: ["who", "loss", "how"],
    entries: [
      { style: "gd", fixed: [], on: true },
      { style: "adam", fixed: [], on: false },
    ],
    array: "losses",
    verdicts: "verdicts",
    sayings: ["runs", "diverges"],
  },
  losses: Float32Array.of(1, 2, 3, 4, 5, 6),
  verdicts: Float32Array.of(0, 0, 0, 0, 1, 1),
};
const board = (/** @type {object} */ own = {}) =>
  grid({ ...BOARD, arrays: { ...grid().arrays, losses: { shape: [1, 3, 2, 1] }, verdicts: { shape: [1, 3, 2] } }, ...own });

test("a long run has so many rows, with its first and its last; a short one has all", () => {
  deepEqual(sampled(3), [0, 1, 2]);
  const rows = sampled(301);
  equal(rows.length, 21);
  deepEqual([rows[0], rows[1], rows[20]], [0, 15, 300]);
  deepEqual(sampled(1), [0]);
});

test("a run stands over its steps, for the row of the dials; lines over the same places stand together", () => {
  const [runs, sweep, ...more] = tablesOf(grid(), FIGURES, { row: 1, share: 1 }, NAMES, STYLES, WORDS).map(written);
  deepEqual(runs, {
    name: "Map",
    heads: ["step", "GD x", "GD y"],
    rows: [
      ["0", "0", "0"],
      ["1", "3.00", "30.0"],
      ["2", "4.00", "40.0"],
    ],
  });
  deepEqual(sweep, {
    name: "Sweep",
    heads: ["rate", "GD", "Adam"],
    rows: [
      ["0.1", "5.00", "7.00"],
      ["0.2", "6.00", "≤ 0"],
    ],
  });
  equal(more.length, 0);
  deepEqual(stepsOf(2), ["0", "1", "2"]);
});

test("a dial says what is said of its row, or how everyone ends who runs", () => {
  const moment = { row: 1, step: 0 };
  equal(outcomeOf(grid({ readout: ["n = 1", "n = 2 · diverges"] }), moment, STYLES), "n = 2 · diverges");
  equal(outcomeOf(board(), moment, STYLES), "GD diverges");
  equal(outcomeOf(grid(), moment, STYLES), "");
});

test("the result is what is said of the row, of the pictures and of everyone; else the table, else where everyone is", () => {
  const said = (/** @type {any} */ message, step = 2) => resultOf(message, { row: 0, step }, NAMES, STYLES, WORDS);
  const noted = [picture({ key: "map", note: "too large" })];
  equal(said(board({ readout: ["n = 1."], subplots: noted })), "At step 2: n = 1. Map too large. GD diverges.");
  const numbers = board();
  numbers.board = { ...numbers.board, verdicts: null, sayings: [], heads: ["who", "loss"] };
  equal(said(numbers, 1).startsWith("At step 1: GD: loss 3.00."), true);
  equal(said(grid()), "At step 2: GD (2.00, 20.0).");
  equal(said(grid({ steps: 0, readout: ["a sentence"] }), 0), "a sentence.");
});

test("where there is no number there is no row", () => {
  const at = (/** @type {number} */ place) => [NaN, 1, NaN, 2][place];
  const { rows } = written({
    name: "",
    across: "x",
    places: ["0", "1", "2", "3"],
    columns: [
      { name: "y", at },
      { name: "z", at },
    ],
  });
  deepEqual(rows, [
    ["1", "1.00", "1.00"],
    ["3", "2.00", "2.00"],
  ]);
});
