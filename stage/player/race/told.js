// The race in words and tables, for those who do not see it.

import { statusAt } from "../message.js";
import { number } from "../numerals.js";
import { stepsOf } from "../tables.js";
import { running } from "../trajectory.js";

/** @typedef {import("../message.js").Scene} Scene */

/**
 * Who stands how at a step, in one sentence.
 * @param {Scene} scene
 * @param {number} step
 */
export function spokenStatus(scene, step) {
  const { words, height, base, steps } = scene;
  const each = running(scene).flatMap(({ track, row }) =>
    track.ghost
      ? []
      : [
          words.standsAs
            .replace("{name}", track.name)
            .replace("{verdict}", statusAt(scene, track, step).name)
            .replace("{loss}", number(height[row * (steps + 1) + step] + base)),
        ],
  );
  return words.statusAt.replace("{step}", String(step)).replace("{each}", each.join("; "));
}

/**
 * Where everyone was at each step, and how high.
 * @param {Scene} scene
 * @returns {import("../tables.js").Table[]}
 */
export function tablesOf(scene) {
  const { words, steps, path, height, base } = scene;
  const runners = running(scene).map(({ track, row }) => ({ name: track.name, first: row * (steps + 1) }));
  const across = { across: words.stepWord, places: stepsOf(steps) };
  const ways = runners.flatMap(({ name, first }) =>
    ["x", "y"].map((letter, axis) => ({ name: `${name} ${letter}`, at: (/** @type {number} */ step) => path[2 * (first + step) + axis] })),
  );
  const losses = runners.map(({ name, first }) => ({ name, at: (/** @type {number} */ step) => height[first + step] + base }));
  const { cost } = scene;
  const costs = runners.map(({ name, first }) => ({ name, at: (/** @type {number} */ step) => cost?.[first + step] ?? NaN }));
  return [
    { name: words.mapShort, ...across, columns: ways },
    { name: words.loss, ...across, columns: losses },
    ...(cost ? [{ name: words.cost, ...across, columns: costs }] : []),
  ];
}
