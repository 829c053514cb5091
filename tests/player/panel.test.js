import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { differing } from "../../stage/player/panel.js";

test("only what has changed at the axes is changed there", () => {
  const before = { "xaxis.range": [0, 300], "yaxis.range": [-7, 1], "yaxis.dtick": 1 };
  deepEqual(differing(before, { ...before }), {});
  deepEqual(differing(before, { ...before, "yaxis.range": [-6, 1] }), { "yaxis.range": [-6, 1] });
});

test("settings that come or go are another figure", () => {
  deepEqual(differing({}, { "xaxis.range": [0, 300] }), undefined);
  deepEqual(differing({ "yaxis.range": [0, 1], "yaxis.dtick": 1 }, { "yaxis.range": [0, 1] }), undefined);
});
