import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { placeOf, stopsOf } from "../../stage/player/live/slider.js";

test("the race's own value is one of the stops, in its order", () => {
  const stops = stopsOf(0.9, ["0.5", "1", "2"]);
  deepEqual(
    stops.map(({ written, place }) => [written, place]),
    [
      ["0.5", 0],
      ["0.9", null],
      ["1", 1],
      ["2", 2],
    ],
  );
});

test("where it is a value of the axis it takes that one's place", () => {
  deepEqual(
    stopsOf(1, ["0.5", "1", "2"]).map(({ place, like }) => [place, like]),
    [
      [0, 0],
      [null, 1],
      [2, 2],
    ],
  );
});

test("between two values it is like the lower, below all like the lowest, and alone like none", () => {
  const own = (/** @type {number} */ value, /** @type {string[]} */ values) => stopsOf(value, values).find(({ place }) => place === null)?.like;
  deepEqual([own(0.9, ["0.5", "1"]), own(0.1, ["0.5", "1"]), own(0.1, [])], [0, 0, null]);
});

test("a mark stands between two stops in proportion", () => {
  const stops = stopsOf(1, ["0.25", "1", "4"]);
  equal(placeOf(0.5, stops, true), 0.5);
  equal(placeOf(4, stops, true), 2);
  equal(placeOf(0.1, stops, true), 0);
  equal(placeOf(9, stops, true), 2);
  equal(placeOf(2.5, stops, false), 1.5);
});
