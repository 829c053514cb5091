// Where in a run's updates the viewer is: at which step, and at which line of its formula.

import { Playhead } from "../playhead.js";

/** Milliseconds for which a line stands while it plays. */
const READING = 1800;

export class Lines extends Playhead {
  /** How many lines a formula has, from the slope to the new place. */
  count = 1;
  /** From 0. */
  line = 0;
  /** For how long the line has been standing. */
  stood = 0;

  get ended() {
    return this.step >= this.steps;
  }

  get done() {
    return this.ended && this.line >= this.count - 1;
  }

  /** Another run, another formula: stay where we are, as far as there is such a place. @param {number} steps @param {number} [count] */
  resize(steps, count = this.count) {
    this.steps = steps;
    this.count = count;
    this.#place(this.position, this.line);
  }

  /** To a step; the line stays, so that one term can be watched over time. @param {number} position */
  seek(position) {
    this.playing = false;
    this.#place(position, this.line);
  }

  /** @param {number} position @param {number} line */
  goTo(position, line) {
    this.playing = false;
    this.#place(position, line);
  }

  /** So many lines on or back, through the steps. @param {number} by */
  turn(by) {
    this.playing = false;
    this.#move(by);
  }

  get place() {
    return { ...super.place, line: this.line };
  }

  /** @param {import("../playhead.js").Place} place */
  resume({ position, playing, line = 0 }) {
    this.goTo(position, line);
    this.playing = playing && !this.done;
    this.stood = 0;
  }

  play() {
    if (this.done) this.#place(1, 0);
    this.playing = this.steps > 0;
    this.stood = 0;
  }

  /** @param {number} milliseconds */
  advance(milliseconds) {
    if (!this.playing) return;
    this.stood += milliseconds * this.speed;
    for (; this.playing && this.stood >= READING; this.stood -= READING) {
      if (this.done) this.playing = false;
      else this.#move(1);
    }
  }

  /** @param {number} by */
  #move(by) {
    const all = (this.position - 1) * this.count + this.line + by;
    const at = Math.max(0, Math.min(this.steps * this.count - 1, all));
    this.#place(Math.floor(at / this.count) + 1, at % this.count);
  }

  /** @param {number} position @param {number} line */
  #place(position, line) {
    this.position = Math.max(1, Math.min(this.steps, Math.round(position)));
    this.line = Math.max(0, Math.min(this.count - 1, Math.round(line)));
  }
}

/**
 * Which line of a formula of `own` lines stands beside line `line` of one that has `count`: the slope beside the slope, the
 * step beside the step, the new place beside the new place. In between the shorter one waits.
 * @param {number} line
 * @param {number} count
 * @param {number} own
 */
export function beside(line, count, own) {
  const fromEnd = count - 1 - line;
  return fromEnd < 2 ? own - 1 - fromEnd : Math.min(line, own - 3);
}
