import { deepEqual, equal, throws } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { axesOf, traceOf, viewOf } from "../../stage/player/plotted.js";

/** @param {object} plot */
const asPlot = (plot) => /** @type {HTMLElement} */ (/** @type {unknown} */ (plot));

test("axes and their frame are read", () => {
  const [xaxis, yaxis] = [
    { _offset: 3, _length: 5, range: [0, 1] },
    { _offset: 4, _length: 6, range: [1, 2] },
  ];
  const { x, frame } = axesOf(asPlot({ _fullLayout: { xaxis, yaxis } }));
  equal(x, xaxis);
  deepEqual(frame, { left: 3, top: 4, width: 5, height: 6 });
});

test("a view is read", () => {
  const camera = { model: [1], view: [2], projection: [3] };
  const _scene = { glplot: { cameraParams: camera }, dataScale: [1, 2, 3], getCamera: () => ({ eye: { x: 1, y: 0, z: 0 } }) };
  deepEqual(viewOf(asPlot({ _fullLayout: { scene: { _scene } } })), { ...camera, scale: [1, 2, 3], eye: { x: 1, y: 0, z: 0 } });
});

test("what another Plotly does not have is named", () => {
  throws(() => traceOf(asPlot({})), /no _fullData/);
  throws(() => viewOf(asPlot({ _fullLayout: { scene: {} } })), /no _scene/);
  throws(() => axesOf(asPlot({ _fullLayout: { xaxis: {}, yaxis: {} } })), /no _offset/);
});

test("no other module knows what is Plotly's own affair", () => {
  const folder = new URL("../../stage/player/", import.meta.url);
  const modules = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js") && !name.endsWith("plotted.js"));
  const knowing = modules.filter((name) => /\._[a-z]|glplot/.test(readFileSync(new URL(name, folder), "utf8")));
  deepEqual(knowing, []);
});
