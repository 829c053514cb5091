import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { Ground } from "../../stage/player/race/ground.js";
import { near } from "./near.js";

const AT = Array.from({ length: 41 }, (_, i) => -2 + i / 10);
const hill = (/** @type {number} */ x, /** @type {number} */ y) => Math.exp(-4 * (x * x + y * y));
const GROUND = new Ground({ x: AT, y: AT, z: AT.map((y) => AT.map((x) => hill(x, y))) });

test("the ground knows its height between the points of its grid", () => {
  for (const [x, y] of [
    [0, 0],
    [0.33, -0.41],
    [1.97, 1.97],
    [-2, 2],
    [2, 2],
  ])
    near(GROUND.height(x, y), hill(x, y), 0.02);
  deepEqual([GROUND.height(2.1, 0), GROUND.height(0, -9)], [NaN, NaN]);
});

test("a hill hides what is behind it and nothing else, seen from the right and a little from above", () => {
  const isHidden = (/** @type {number} */ x, /** @type {number} */ y) => GROUND.hides(x, y, GROUND.height(x, y) + GROUND.lift, [1, 0, 0.3]);
  equal(isHidden(-0.8, 0), true, "behind it");
  equal(isHidden(-0.8, 1.8), false, "beside it");
  equal(isHidden(0.8, 0), false, "before it");
  equal(isHidden(0, 0), false, "on top of it");
});

test("from below nothing is seen", () => equal(GROUND.hides(1, 1, 0.5, [0.2, 0, -1]), true));
