// Says how the race stands to those who do not see it: politely, when it has come to rest.

import { element } from "../element.js";
import { statusAt } from "../message.js";
import { number } from "../numerals.js";

/** Milliseconds of rest before anything is said, so that nobody hears every step of a scrub. */
const REST = 600;

export class Announcer {
  constructor() {
    this.host = element("p", { class: "descent-live", role: "status", "aria-live": "polite" });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pending = undefined;
    /** What was last heard about. */
    this.about = "";
  }

  /**
   * @param {import("../message.js").Scene} scene
   * @param {import("../playhead.js").Playhead} playhead
   * @param {number} message  the number of the message on show: another one may stand differently
   */
  update(scene, { playing, step }, message) {
    const about = playing ? "" : `${message} ${step}`;
    if (about === this.about) return;
    this.about = about;
    clearTimeout(this.pending);
    if (!playing) this.pending = setTimeout(() => (this.host.textContent = spokenStatus(scene, step)), REST);
  }

  close() {
    clearTimeout(this.pending);
  }
}

/**
 * Who stands how at a step, in one sentence.
 * @param {import("../message.js").Scene} scene
 * @param {number} step
 */
function spokenStatus(scene, step) {
  const { words, height, base } = scene;
  const each = scene.tracks.flatMap((track) =>
    track.row === null || track.ghost
      ? []
      : [
          words.standsAs
            .replace("{name}", track.name)
            .replace("{verdict}", statusAt(scene, track, step).name)
            .replace("{loss}", number(height[track.row * (scene.steps + 1) + step] + base)),
        ],
  );
  return words.statusAt.replace("{step}", String(step)).replace("{each}", each.join("; "));
}
