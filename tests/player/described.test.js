import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { namesOf, seenIn, sentenceOf } from "../../stage/player/described.js";

const STYLES = /** @type {any} */ ({ drawn: { gd: { name: "GD" }, adam: { name: "Adam" }, frame: { name: "" } } });
const header = (/** @type {object} */ own) => /** @type {any} */ ({ title: "", legend: [], trails: [], curves: [], shapes: [], areas: [], ...own });

test("a picture is called by its title, by who is in it, or by what all are; those alike are numbered", () => {
  const subplots = [
    header({ key: "a", title: "Loss" }),
    header({ key: "b", legend: ["gd", "adam"] }),
    header({ key: "c", legend: ["gd"] }),
    header({ key: "d" }),
    header({ key: "e", legend: ["gd"] }),
    header({ key: "f", legend: ["gd"], proportion: 2 }),
  ];
  deepEqual(
    [...namesOf({ subplots, label: "The dial" }, STYLES, { mapShort: "Map" }).values()],
    ["Loss", "GD, Adam", "GD (1)", "The dial", "GD (2)", "Map: GD"],
  );
});

test("who is seen is said once, and what has no name is not said", () => {
  const picture = header({ legend: ["gd"], trails: [{ style: "gd" }, { style: "frame" }], curves: [{ style: "adam" }], areas: [{ label: "A" }] });
  deepEqual(seenIn(picture, STYLES, "Map"), ["GD", "Adam", "A"]);
  deepEqual(seenIn(header({ trails: [{ style: "frame" }] }), STYLES, "Map"), ["Map"]);
});

test("the sentence says the axes that have titles, without their tags", () => {
  const words = { seen: "shows {what}", seenAlong: "{what} along {x}", seenOver: "{y} over {x}: {what}" };
  const figure = (/** @type {string} */ x, /** @type {string} */ y) => ({
    data: [],
    layout: { xaxis: { title: { text: x } }, yaxis: { title: { text: y } } },
  });
  equal(sentenceOf(figure("step <i>t</i>", "loss"), ["GD", "Adam"], words), "loss over step t: GD, Adam");
  equal(sentenceOf(figure("layer", ""), ["GD"], words), "GD along layer");
  equal(sentenceOf({ data: [], layout: {} }, ["GD"], words), "shows GD");
});
