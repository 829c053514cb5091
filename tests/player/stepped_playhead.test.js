import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { SteppedPlayhead } from "../../stage/player/graph/stepped_playhead.js";

test("a step stands until it has been read, and time never runs back", () => {
  const head = new SteppedPlayhead();
  head.resize(3);
  head.play();
  const found = [-8, 1000, 1500, 1e6].map((milliseconds) => {
    head.advance(milliseconds);
    return [head.step, head.position >= 0, head.playing];
  });
  deepEqual(found, [
    [0, true, true],
    [0, true, true],
    [1, true, true],
    [3, true, false],
  ]);
});
