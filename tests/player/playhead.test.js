import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { Playhead } from "../../stage/player/playhead.js";
import { near } from "./near.js";

/** @param {number} steps */
function headOf(steps) {
  const head = new Playhead();
  head.resize(steps);
  return head;
}

test("it seeks whole steps inside the race", () => {
  const head = headOf(100);
  const found = [-5, 0, 36.6, 37.4, 99.9, 1e9].map((to) => {
    head.seek(to);
    return [head.step, head.position, head.ended, head.playing];
  });
  deepEqual(found, [
    [0, 0, false, false],
    [0, 0, false, false],
    [37, 37, false, false],
    [37, 37, false, false],
    [100, 100, true, false],
    [100, 100, true, false],
  ]);
});

for (const { left, expected } of [
  { left: { position: 37, playing: false }, expected: [37, false] },
  { left: { position: 36.6, playing: true }, expected: [37, true] },
  { left: { position: 100, playing: true }, expected: [100, false] },
  { left: { position: 900, playing: true }, expected: [100, false] },
])
  test(`it goes on where it was left: ${JSON.stringify(left)}`, () => {
    const head = headOf(100);
    head.resume(left);
    deepEqual([head.position, head.playing], expected);
  });

for (const [before, at, after, expected] of [
  [100, 37, 200, 37],
  [100, 37, 38, 37],
  [100, 37, 20, 20],
  [100, 100, 200, 200],
  [100, 100, 50, 50],
  [100, 0, 50, 0],
  [0, 0, 100, 0],
])
  test(`it keeps its step when a race of ${before}, at ${at}, becomes one of ${after}`, () => {
    const head = headOf(before);
    head.seek(at);
    head.resize(after);
    deepEqual([head.step, head.steps, head.playing], [expected, after, false]);
  });

test("it advances by time and speed", () => {
  /** @param {number} steps @param {number} speed @param {number} milliseconds */
  const advanced = (steps, speed, milliseconds) => {
    const head = headOf(steps);
    head.speed = speed;
    head.play();
    head.advance(milliseconds);
    return head.position;
  };
  const slow = advanced(100, 1, 1000);
  ok(slow > 5);
  near(advanced(100, 0.25, 1000), slow / 4);
  near(advanced(100, 8, 1000), Math.min(8 * slow, 100));
  ok(advanced(2000, 1, 1000) > slow, "a long race is not slower to watch than a short one by as much as it is longer");
  equal(advanced(2000, 1, 12000), 2000);
});

test("it plays once and then stands at the end", () => {
  const head = headOf(10);
  const told = () => [head.step, head.playing, head.ended];
  head.advance(1000);
  deepEqual(told(), [0, false, false]);
  head.play();
  head.advance(120);
  const moving = told();
  deepEqual(moving.slice(1), [true, false]);
  ok(head.step > 0);
  head.pause();
  head.advance(1000);
  deepEqual([...told(), Number.isInteger(head.position)], [moving[0], false, false, true]);
  head.toggle();
  head.advance(1e6);
  deepEqual(told(), [10, false, true]);
  head.advance(1e6);
  deepEqual(told(), [10, false, true]);
  head.toggle();
  deepEqual(told(), [0, true, false]);
  head.seek(4);
  deepEqual(told(), [4, false, false]);
});

test("a race of no steps does not play", () => {
  const empty = new Playhead();
  empty.play();
  equal(empty.playing, false);
});
