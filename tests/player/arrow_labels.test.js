import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { labelArrow, setting } from "../../stage/player/figure_grid/arrow_labels.js";

const FRAME = { left: 10, top: 10, width: 300, height: 200 };
const LOOK = { color: "red", halo: "white", size: 10 };

/** What is written, and where. @param {number[]} arrow @param {string} label */
function written(arrow, label) {
  /** @type {{signs: string, x: number, y: number, font: string}[]} */
  const words = [];
  const context = {
    font: "",
    measureText: (/** @type {string} */ signs) => ({ width: 10 * signs.length }),
    strokeText() {},
    fillText(/** @type {string} */ signs, /** @type {number} */ x, /** @type {number} */ y) {
      words.push({ signs, x, y, font: this.font });
    },
  };
  labelArrow(/** @type {any} */ ({ context, frame: FRAME }), Float32Array.from(arrow), label, LOOK);
  return words;
}

test("letters are slanted, signs are upright", () => {
  deepEqual(setting("−λ∇g"), [
    { signs: "−", slanted: false },
    { signs: "λ", slanted: true },
    { signs: "∇", slanted: false },
    { signs: "g", slanted: true },
  ]);
  deepEqual(
    setting("−Σλᵢ∇gᵢ").map(({ slanted }) => slanted),
    [false, true, false, true, false],
  );
  deepEqual(
    written([100, 100, 150, 100], "−∇f").map(({ font }) => font.startsWith("italic")),
    [false, true],
  );
});

test("a name stands beyond the tip, whichever way the arrow goes", () => {
  const [right] = written([100, 100, 150, 100], "−∇f");
  equal(right.x, 155);
  equal(right.y, 100);
  const left = written([200, 100, 150, 100], "−∇f").at(-1);
  equal((left?.x ?? 0) + 10, 145);
  const [up] = written([150, 150, 150, 100], "−∇f");
  equal(up.y, 87.5);
});

test("and never outside the picture", () => {
  const [first, last] = written([250, 200, 309, 209], "−∇f");
  equal(first.y, 210 - 6.25);
  equal(last.x + 10, 308);
});

test("where nothing holds, nothing is named", () => {
  deepEqual(written([Number.NaN, Number.NaN], "−∇f"), []);
});
