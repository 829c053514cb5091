import { test } from "node:test";
import { crossing } from "../../stage/player/ink.js";
import { near } from "./near.js";

/** @type {{outside: [number, number], expected: [number, number]}[]} */
const WAYS_OUT = [
  { outside: [200, 50], expected: [110, 50] },
  { outside: [-90, 50], expected: [10, 50] },
  { outside: [50, -1000], expected: [50, 20] },
  { outside: [50, 1e6], expected: [50, 80] },
  { outside: [150, 150], expected: [80, 80] },
  { outside: [60, 55], expected: [60, 55] },
];

for (const { outside, expected } of WAYS_OUT)
  test(`where the way out to ${outside} crosses the edge`, () => {
    const found = crossing({ left: 10, top: 20, width: 100, height: 60 }, [50, 50], outside);
    near(found[0], expected[0]);
    near(found[1], expected[1]);
  });
