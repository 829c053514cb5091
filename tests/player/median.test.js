import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { runningMedian } from "../../stage/player/race/median.js";

/** Sorted anew at every step. @param {number[]} values @param {number} over */
function plainly(values, over) {
  return values.map((_, i) => {
    const last = values.slice(Math.max(0, i + 1 - over), i + 1).sort((a, b) => a - b);
    return (last[Math.floor((last.length - 1) / 2)] + last[Math.ceil((last.length - 1) / 2)]) / 2;
  });
}

test("it is the median of the last values, of fewer at the beginning", () => {
  deepEqual([...runningMedian([4, 1, 3, 100, 2], 3)], [4, 2.5, 3, 3, 3]);
  const noisy = Array.from({ length: 200 }, (_, i) => ((i * 7919) % 101) / 4);
  for (const over of [1, 2, 25, 500]) deepEqual([...runningMedian(noisy, over)], plainly(noisy, over));
});

test("a single step bends nothing", () => {
  const calm = new Array(60).fill(1);
  deepEqual([...runningMedian([...calm, 1e9, ...calm], 25)], new Array(121).fill(1));
});

test("what is nowhere is beyond everything, and comes back from there", () => {
  const { NaN: gone } = Number;
  deepEqual([...runningMedian([1, gone, gone, Infinity, 2, 2, 2], 3)], [1, Infinity, Infinity, Infinity, Infinity, 2, 2]);
  equal(runningMedian([], 5).length, 0);
});
