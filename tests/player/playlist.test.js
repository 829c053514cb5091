// The order of a teacher's own list, and the addresses that lead through it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { addressIn, moved, without } from "../../stage/player/playlist.js";

/** @typedef {import("../../stage/player/playlist.js").Order} Order */

/** @type {(place: number, ...names: string[]) => Order} */
const order = (place, ...names) => ({ entries: names.map((name) => [name, name, "", `./${name}`]), place });

test("an entry moves, and the place goes with the entry that was turned to last", () => {
  assert.deepEqual(moved(order(0, "a", "b", "c"), 0, 2), order(2, "b", "c", "a"));
  assert.deepEqual(moved(order(2, "a", "b", "c"), 2, 0), order(0, "c", "a", "b"));
  assert.deepEqual(moved(order(1, "a", "b", "c"), 0, 1), order(0, "b", "a", "c"));
  assert.deepEqual(moved(order(-1, "a", "b"), 0, 1), order(-1, "b", "a"));
});

test("after one is removed the next page is the one that followed it", () => {
  assert.deepEqual(without(order(1, "a", "b", "c"), 1), order(0, "a", "c"));
  assert.deepEqual(without(order(2, "a", "b", "c"), 0), order(1, "b", "c"));
  assert.deepEqual(without(order(0, "a", "b"), 1), order(0, "a"));
  assert.deepEqual(without(order(0, "a"), 0), order(-1));
});

test("an address carries the whole list and its own place", () => {
  assert.equal(addressIn(order(-1, "a", "b"), 1), "./b?list=a~~b&at=2");
  const { entries } = order(-1, "a");
  assert.equal(addressIn({ entries: [["a", "a", "", "./a?lang=ko"]], place: -1 }, 0), "./a?lang=ko&list=a&at=1");
  assert.equal(entries.length, 1);
});
