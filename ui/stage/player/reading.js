// A playhead for steps that are read: each stands long enough for its sentence.

import { Playhead } from "./playhead.js";

/** Milliseconds for which a step stands while it plays. */
const READING = 2200;

export class Reading extends Playhead {
  /** @param {number} milliseconds */
  advance(milliseconds) {
    if (!this.playing) return;
    const passed = Math.max(0, milliseconds); // a frame's time may lie just before the press that began to play
    this.position = Math.min(this.steps, this.position + (passed * this.speed) / READING);
    if (this.ended) this.playing = false;
  }
}
