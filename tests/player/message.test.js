import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { inForce } from "../../stage/player/message.js";

test("the value in force", () => {
  /** @type {[number, number][]} */
  const changes = [
    [0, 7],
    [10, 1],
    [11, 5],
    [40, 2],
  ];
  deepEqual(
    [0, 9, 10, 11, 39, 40, 2000].map((step) => inForce(changes, step)),
    [7, 7, 1, 5, 5, 2, 2],
  );
  deepEqual(
    [0, 5].map((step) => inForce([[0, -1]], step)),
    [-1, -1],
  );
});
