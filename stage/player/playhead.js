// Where in the race the viewer is. Knows time and steps, nothing of pages or pictures.

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];

const STEPS_PER_SECOND = 20;
const LONGEST_SECONDS = 12;

/** @typedef {{position: number, playing: boolean, line?: number}} Place  where it stands, and whether it goes on from there */

export class Playhead {
  steps = 0;
  /** In steps, from 0 to `steps`; between two whole steps only while playing. */
  position = 0;
  playing = false;
  speed = 1;
  /** Whether it has to stay where it is, because something has to be answered first. */
  held = false;

  /** The whole step that the viewer has reached. */
  get step() {
    return Math.floor(this.position);
  }

  get ended() {
    return this.position >= this.steps;
  }

  /**
   * A race of another length: stay where we are, or at its end.
   * @param {number} steps
   */
  resize(steps) {
    const wasAtEnd = this.steps > 0 && this.ended;
    this.steps = steps;
    this.position = wasAtEnd ? steps : Math.min(this.position, steps);
  }

  /** Play; from the start when the race is over. */
  play() {
    if (this.held) return;
    if (this.ended) this.position = 0;
    this.playing = this.steps > 0;
  }

  pause() {
    this.playing = false;
    this.position = this.step;
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  /** @param {number} position */
  seek(position) {
    if (this.held) return;
    this.playing = false;
    this.position = Math.max(0, Math.min(this.steps, Math.round(position)));
  }

  /** @returns {Place} */
  get place() {
    return { position: this.position, playing: this.playing };
  }

  /** Stand there again. @param {Place} place */
  resume({ position, playing }) {
    this.seek(position);
    this.playing = playing && !this.held && !this.ended;
  }

  /** Wait at the beginning, or wait no more. @param {boolean} held */
  hold(held) {
    this.held = false;
    if (held) this.seek(0);
    this.held = held;
  }

  /** @param {number} milliseconds  may be below 0 in the first frame, whose time began before the play */
  advance(milliseconds) {
    this.pass(milliseconds, 1000 / Math.max(STEPS_PER_SECOND, this.steps / LONGEST_SECONDS));
  }

  /**
   * Let time pass, in which a step takes so many milliseconds.
   * @param {number} milliseconds
   * @param {number} each
   */
  pass(milliseconds, each) {
    if (!this.playing) return;
    this.position = Math.min(this.steps, this.position + (Math.max(0, milliseconds) * this.speed) / each);
    if (this.ended) this.playing = false;
  }
}
