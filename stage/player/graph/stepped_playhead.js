// A playhead for steps that are read: each stands long enough for its sentence.

import { Playhead } from "../playhead.js";

/** Milliseconds for which a step stands while it plays. */
const READING = 2200;

export class SteppedPlayhead extends Playhead {
  /** @param {number} milliseconds */
  advance(milliseconds) {
    this.pass(milliseconds, READING);
  }
}
