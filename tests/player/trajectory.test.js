import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { headAt } from "../../stage/player/trajectory.js";

test("the head stands between two steps", () => {
  const way = Float32Array.of(0, 0, 10, 20, NaN, NaN);
  deepEqual(
    [0, 0.5, 1, 1.5, 2].map((position) => headAt(way, position)),
    [[0, 0], [5, 10], [10, 20], [10, 20], null],
  );
});
