import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { Axis } from "../../stage/player/race/axis.js";

/** As Python packs it: differences along each run, low bytes first. @param {number[][]} runs */
function packed(runs) {
  const differences = runs.flatMap((run) => run.map((code, i) => (code - (i ? run[i - 1] : 0) + 65536) % 65536));
  return deflateSync(Uint8Array.from([...differences.map((each) => each & 255), ...differences.map((each) => each >> 8)])).toString("base64");
}

const DATA = {
  values: ["0.1", "1"],
  rates: [["0.1", "1"]],
  points: 2,
  path: packed([
    [21845, 32767],
    [32767, 0],
    [43689, 65535],
    [65534, 65535],
  ]), // prettier-ignore
  height: packed([
    [0, 65534],
    [32767, 65535],
  ]), // prettier-ignore
  last: [[123, null]],
  span: /** @type {[number, number]} */ ([0, 2]),
  logarithmic: true,
  verdicts: [[3, 1]],
  left: [[-1, 1]],
  slope: [[0.25, null]],
  distance: [[0.5, null]],
  regimes: [[2, 4]],
  limits: [[1.5, null]],
};

const SCENE = /** @type {any} */ ({
  steps: 1,
  domain: [
    [0, 3],
    [-1, 2],
  ], // prettier-ignore
  path: Float32Array.of(9, 9, 9, 9, 7, 7, 7, 7),
  height: Float32Array.of(9, 9, 7, 7),
  slope: Float32Array.of(1, 1),
  distance: Float32Array.of(1, 1),
  tracks: [
    { key: "pinned.gd", ghost: true, row: 1, rate: "", verdicts: [[0, 0]], leaves: [[0, -1]] },
    { key: "gd", row: 0, rate: "0.5", verdicts: [[0, 8]], leaves: [[0, -1]] },
  ],
});

test("a value of the slider is a scene, and what is pinned stays", async () => {
  const axis = await Axis.unpack(DATA);
  const { path, height, tracks, slope } = axis.sceneAt(SCENE, 0);
  const near = (/** @type {number} */ value) => Math.round(100 * value) / 100;
  deepEqual([...path].map(near), [-5, 0.5, 1.5, -19, 7, 7, 7, 7]);
  deepEqual([...height].map(near), [1, 123, 7, 7]);
  deepEqual([...slope], [NaN, 0.25]);
  equal(tracks[1].limit, 1.5);
  equal(tracks[0], SCENE.tracks[0]);
  deepEqual(
    { rate: tracks[1].rate, verdicts: tracks[1].verdicts, leaves: tracks[1].leaves },
    {
      rate: "0.1",
      verdicts: [
        [0, null],
        [1, 3],
      ],
      leaves: [[0, -1]],
    }, // prettier-ignore
  );
});

test("a height beyond what is told is drawn there, and not read", async () => {
  const { height, said } = (
    await Axis.unpack({
      ...DATA,
      height: packed([
        [65534, 0],
        [0, 0],
      ]),
    })
  ).sceneAt(SCENE, 0); // prettier-ignore
  deepEqual([...height.slice(0, 2)], [100, 123]);
  deepEqual([...(said ?? []).slice(0, 2)], [NaN, 123]);
});

test("what is nowhere is drawn nowhere, and what has left says when", async () => {
  const { path, height, tracks } = (await Axis.unpack(DATA)).sceneAt(SCENE, 1);
  deepEqual([Number.isNaN(path[2]), Number.isNaN(path[3]), Number.isNaN(height[1])], [true, true, true]);
  deepEqual(tracks[1].leaves, [
    [0, -1],
    [1, 1],
  ]); // prettier-ignore
});
