import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { aboveFloor, anglesOf, Camera, eyeAt, fitted } from "../../stage/player/race/camera.js";
import { near } from "./near.js";

/** @type {import("../../stage/player/race/camera.js").Angles[]} */
const VIEWS = [
  [0, 0],
  [45, 30],
  [-135, 60],
  [180, 10],
  [0, -45],
];
for (const angles of VIEWS) test(`an eye at ${angles} looks from there`, () => deepEqual(anglesOf(eyeAt(angles)), angles));

test("nobody looks from below the floor", () => {
  deepEqual(aboveFloor([30, -20]), [30, 0]);
  deepEqual(aboveFloor([30, 91]), [30, 90]);
  deepEqual(aboveFloor([-170, 45]), [-170, 45]);
});

test("a box keeps its proportions and is as large as its picture allows", () => {
  for (const [width, height] of [
    [800, 400],
    [300, 600],
  ]) {
    const { x, y, z } = fitted({ x: 3, y: 4, z: 2 }, { width, height });
    near(y / x, 4 / 3);
    near(z / x, 2 / 3);
    // seen from 38° above the floor; a picture is 2 high, and 84 % of its width and 86 % of its height may be filled
    const tilt = (38 * Math.PI) / 180;
    const across = Math.hypot(x, y) / ((2 * width) / height);
    const down = (z * Math.cos(tilt) + Math.hypot(x, y) * Math.sin(tilt)) / 2;
    near(Math.max(across / 0.84, down / 0.86), 1);
  }
});

test("a camera that changes nothing puts the middle in the middle, and up is up", () => {
  const same = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const camera = new Camera({ model: same, view: same, projection: same, scale: [1, 1, 1] }, 200, 100);
  deepEqual([...camera.pixels(Float32Array.of(0, 0, 0, 1, 0, 5, 0, 1, -5))], [100, 50, 200, 50, 100, 0]);
  deepEqual(
    camera.towardsEye.map((each) => each + 0),
    [0, 0, -1],
  );
});
