import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { beside, Lines } from "../../stage/player/inside/lines.js";

/** @param {number} steps @param {number} count */
function linesOf(steps, count) {
  const lines = new Lines();
  lines.resize(steps, count);
  return lines;
}

test("a formula goes on at its line", () => {
  const head = linesOf(100, 8);
  head.goTo(5, 3);
  head.play();
  const place = JSON.parse(JSON.stringify(head.place));
  const other = linesOf(100, 8);
  other.resume(place);
  deepEqual([other.step, other.line, other.playing], [5, 3, true]);
});

test("lines play one after the other", () => {
  const at = linesOf(3, 4);
  const story = [[at.step, at.line]];
  for (const act of [
    () => at.turn(-1),
    () => at.turn(5),
    () => at.seek(9),
    () => at.turn(9),
    () => {
      at.play();
      at.advance(4000);
    },
    () => at.advance(1e6),
  ]) {
    act();
    story.push([at.step, at.line]);
  }
  deepEqual(story, [
    [1, 0],
    [1, 0],
    [2, 1],
    [3, 1],
    [3, 3],
    [1, 2],
    [3, 3],
  ]);
  equal(at.playing, false);
});

test("formulas of different length keep together", () => {
  const lines = [0, 1, 2, 3, 4, 5, 6, 7];
  deepEqual(
    lines.map((line) => beside(line, 8, 3)),
    [0, 0, 0, 0, 0, 0, 1, 2],
  );
  deepEqual(
    lines.map((line) => beside(line, 8, 5)),
    [0, 1, 2, 2, 2, 2, 3, 4],
  );
});
