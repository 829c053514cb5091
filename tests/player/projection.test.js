import { equal } from "node:assert/strict";
import { test } from "node:test";
import { within } from "../../stage/player/race/projection.js";
import { near } from "./near.js";

/** @type {{segment: [number, number, number, number], expected: [number, number] | null}[]} */
const SEGMENTS = [
  { segment: [0, 0, 1, 1], expected: [0, 1] },
  { segment: [-4, 0, 4, 0], expected: [0.25, 0.75] },
  { segment: [0, 0, 0, 8], expected: [0, 0.125] },
  { segment: [-3, -3, -3, 3], expected: null },
  { segment: [-4, 3, 4, 3], expected: null },
  { segment: [3.2, 0, 0, 3.2], expected: null },
  { segment: [0, 0, Infinity, 0], expected: null },
];

for (const { segment, expected } of SEGMENTS)
  test(`the segment ${segment} is cut at a frame from −2 to 2 across and from −1 to 1 up`, () => {
    const found = within(
      [
        [-2, 2],
        [-1, 1],
      ],
      ...segment,
    );
    equal(found === null, expected === null);
    expected?.forEach((share, i) => near(Number(found?.[i]), share));
  });
