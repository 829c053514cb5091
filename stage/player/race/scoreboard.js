// Who stands where at the playhead: a row for each optimizer, switched on and off by its chip.

import { Chips } from "../chips.js";
import { element, write } from "../element.js";
import { inForce, statusAt } from "../message.js";
import { number } from "../numerals.js";
import { swatch } from "../swatch.js";

export class Scoreboard {
  /**
   * @param {HTMLElement} host
   * @param {(keys: string[]) => void} onChoose  the viewer has chosen who races
   */
  constructor(host, onChoose) {
    this.host = host;
    this.chips = new Chips(onChoose);
    /** @type {Map<string, HTMLElement[]>} */
    this.cells = new Map();
    /** What the table was made for. */
    this.shown = "";
  }

  /** @param {import("../message.js").Scene} scene */
  show(scene) {
    this.chips.hear(
      racers(scene)
        .filter(({ row }) => row !== null)
        .map(({ key }) => key),
    );
    const shown = JSON.stringify([racers(scene).map(({ key, row, color }) => [key, row, color]), scene.rateWord, scene.words]);
    if (this.shown === shown) return;
    this.shown = shown;
    this.cells = new Map();
    const { words } = scene;
    const measures = scene.cost
      ? [words.asked, words.cost, words.distance, words.loss]
      : [words[scene.rateWord], words.loss, words.slope, words.distance];
    const heads = [words.optimizer, ...measures, words.status].map((name) => element("th", { scope: "col", ...hintOf(name, words) }, [name]));
    const rows = racers(scene).map((track) => this.#row(track, scene));
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.toggle;
    this.host.replaceChildren(
      element("table", { class: `descent-scoreboard${scene.cost ? " descent-counted" : ""}` }, [
        element("thead", {}, [element("tr", {}, heads)]),
        element("tbody", {}, rows),
      ]),
    );
    if (focused) /** @type {HTMLElement | null} */ (this.host.querySelector(`[data-toggle="${focused}"]`))?.focus();
  }

  /**
   * @param {import("../message.js").Track} track
   * @param {import("../message.js").Scene} scene
   */
  #row(track, scene) {
    const { look } = scene;
    const on = track.row !== null;
    const sign = [swatch(track, look.halo), track.name];
    const chip = scene.fixed
      ? element("span", { class: "descent-chip descent-fixed" }, sign)
      : this.chips.chip(
          track.key,
          racers(scene).map(({ key }) => key),
          on,
          sign,
          scene.words,
        );
    const cells = Array.from({ length: 5 }, (_, i) => element("td", on || i === 0 ? {} : { class: "descent-off" }, on ? [] : ["–"]));
    if (on) this.cells.set(track.key, cells);
    return element("tr", { "data-track": track.key }, [element("th", { scope: "row" }, [chip]), ...cells]);
  }

  /**
   * @param {import("../message.js").Scene} scene
   * @param {number} step
   */
  update(scene, step) {
    const points = scene.steps + 1;
    for (const track of racers(scene)) {
      const cells = this.cells.get(track.key);
      if (track.row === null || !cells) continue;
      const at = track.row * points + step;
      const leftAt = inForce(track.leaves, step);
      const { name, meaning } = statusAt(scene, track, step);
      const status = cells[4];
      measured(scene, track, at).forEach((words, column) => {
        write(cells[column], words);
      });
      const said = [
        name,
        ...(isBeyond(track) ? [filled(scene.words.limit, track)] : []),
        ...(leftAt > 0 ? [scene.words.leftAt.replace("{step}", String(leftAt))] : []),
      ];
      write(status, said.join(" · "));
      status.title = [`${said.join(" · ")}.`, meaning, ...(isBeyond(track) ? [filled(scene.words.limitHint, track)] : [])].join(" ");
      status.dataset.verdict = String(inForce(track.verdicts, step));
    }
  }
}

/**
 * What stands between a name and its status: where it is counted, what was asked and spent in place of the learning rate
 * and the slope.
 * @param {import("../message.js").Scene} scene
 * @param {import("../message.js").Track} track
 * @param {number} at
 */
function measured(scene, { rate }, at) {
  const loss = number((scene.said ?? scene.height)[at] + scene.base);
  const distance = number(scene.distance[at]);
  if (!scene.asked || !scene.cost) return [rate, loss, number(scene.slope[at]), distance];
  return [Array.from(scene.asked.subarray(3 * at, 3 * at + 3)).join(" · "), String(scene.cost[at]), distance, loss];
}

/**
 * What a head means.
 * @param {string} name
 * @param {Record<string, string>} words
 * @returns {Record<string, string>}
 */
function hintOf(name, words) {
  const hints = { [words.distance]: words.distanceHint, [words.asked]: words.askedHint, [words.cost]: words.costHint };
  return hints[name] ? { title: hints[name] } : {};
}

/** Whether its learning rate is above what it can stand here. @param {import("../message.js").Track} track */
function isBeyond({ rate, limit }) {
  return limit !== null && Number(rate) > limit;
}

/** @param {string} words @param {import("../message.js").Track} track */
function filled(words, { name, limit }) {
  return words.replace("{name}", name).replace("{limit}", number(limit ?? NaN));
}

/** Those of this race, without the pinned one's. @param {import("../message.js").Scene} scene */
function racers({ tracks }) {
  return tracks.filter(({ ghost }) => !ghost);
}
