import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { allHeard, heard, isListening, listenAgain, stopListening, tell } from "../../stage/player/unheard.js";

test("what nobody hears is told later, the last of each kind, at once", () => {
  /** @type {unknown[]} */
  const told = [];
  const send = (/** @type {string} */ name, /** @type {unknown} */ value) => told.push([name, value]);
  tell("one", send, "start", 1);
  stopListening(); // before that was heard
  tell("one", send, "view", "map");
  tell("one", send, "start", 2);
  tell("other", send, "turned", 3);
  heard(); // nobody listens: whatever runs has not heard it
  deepEqual([isListening(), allHeard()], [false, false]);
  listenAgain();
  deepEqual([isListening(), allHeard()], [true, false]);
  heard();
  stopListening();
  listenAgain();
  deepEqual(told, [
    ["start", 1],
    [
      "several",
      [
        ["start", 2],
        ["view", "map"],
      ],
    ],
    ["several", [["turned", 3]]],
  ]);
  equal(allHeard(), true);
});
