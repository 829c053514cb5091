// The race for the ear: everyone's loss is a note, higher where the curve stands higher. Fetched when sound is first asked for.

import { statusAt } from "../message.js";

/** The lowest note in hertz, and how many octaves the loss axis spans. */
const LOWEST = 110;
const OCTAVES = 3.5;
/** All together, at most. */
const VOLUME = 0.2;
/** Seconds in which a note changes without a click. */
const SMOOTH = 0.03;
/** How far from the middle the first and the last stand. */
const ASIDE = 0.8;
/** What sounds sharper is played softer. @type {[OscillatorType, number][]} */
const TIMBRES = [
  ["sine", 1],
  ["triangle", 0.9],
  ["square", 0.35],
  ["sawtooth", 0.4],
];

/** Who has converged ends on a tone that rises, who has diverged on one that falls and scrapes. */
const ENDS = /** @type {Record<"converged" | "diverged", {type: OscillatorType, glide: [number, number]}>} */ ({
  converged: { type: "sine", glide: [660, 880] },
  diverged: { type: "sawtooth", glide: [220, 55] },
});
const END_SECONDS = 0.35;

/** @typedef {import("../message.js").Scene} Scene */

/**
 * The note of a loss, in hertz; undefined where there is no loss.
 * @param {number} loss  as it is drawn
 * @param {[number, number]} range  the ends of the loss axis; powers of ten where it is logarithmic
 * @param {boolean} logarithmic
 */
export function frequencyOf(loss, [low, high], logarithmic) {
  if (Number.isNaN(loss)) return undefined;
  const place = logarithmic ? Math.log10(Math.max(0, loss)) : loss;
  const share = high > low ? (place - low) / (high - low) : 0;
  return LOWEST * 2 ** (OCTAVES * Math.max(0, Math.min(1, share)));
}

/** How loud each of so many is, that all together are as loud as one. @param {number} count */
export function loudnessOf(count) {
  return 1 / Math.sqrt(Math.max(1, count));
}

export class Sound {
  /** @param {AudioContext} context  made where the viewer pressed: browsers let no other sound */
  constructor(context) {
    this.context = context;
    this.all = context.createGain();
    this.all.gain.value = VOLUME;
    this.all.connect(context.createDynamicsCompressor()).connect(context.destination);
    /** @type {Map<string, {note: OscillatorNode, gain: GainNode, loudness: number}>} */
    this.voices = new Map();
    /** Whose note has ended, and how. @type {Map<string, string | undefined>} */
    this.ends = new Map();
    this.wasPlaying = false;
    document.addEventListener("visibilitychange", this.onVisible);
  }

  /** Who does not see the page does not hear it. */
  onVisible = () => void (document.hidden ? this.context.suspend() : this.context.resume());

  /**
   * Sound as the race stands; silent unless it plays.
   * @param {Scene} scene
   * @param {{step: number, playing: boolean}} playhead
   */
  follow(scene, { step, playing }) {
    const racers = scene.tracks.filter(({ ghost }) => !ghost);
    const running = racers.filter(({ row }) => row !== null);
    this.#cast(racers, running);
    const { currentTime } = this.context;
    for (const track of running) {
      const voice = this.voices.get(track.key);
      if (!voice) continue;
      const { end } = statusAt(scene, track, step);
      if (end && this.wasPlaying && this.ends.get(track.key) !== end) this.#end(ENDS[end]);
      this.ends.set(track.key, end);
      const loss = scene.height[/** @type {number} */ (track.row) * (scene.steps + 1) + step] + (scene.logarithmic ? 0 : scene.base);
      const frequency = frequencyOf(loss, scene.lossRange, scene.logarithmic);
      if (frequency) voice.note.frequency.setTargetAtTime(frequency, currentTime, SMOOTH);
      const isHeard = playing && !end && frequency !== undefined;
      voice.gain.gain.setTargetAtTime(isHeard ? voice.loudness * loudnessOf(running.length) : 0, currentTime, SMOOTH);
    }
    this.wasPlaying = playing;
  }

  /**
   * A voice for each who runs; its place and timbre stay where others come and go.
   * @param {import("../message.js").Track[]} racers
   * @param {import("../message.js").Track[]} running
   */
  #cast(racers, running) {
    const keys = new Set(running.map(({ key }) => key));
    for (const [key, { note }] of this.voices)
      if (!keys.has(key)) {
        note.stop();
        this.voices.delete(key);
      }
    racers.forEach(({ key }, i) => {
      if (!keys.has(key) || this.voices.has(key)) return;
      const [type, loudness] = TIMBRES[i % TIMBRES.length];
      const pan = racers.length > 1 ? ASIDE * ((2 * i) / (racers.length - 1) - 1) : 0;
      const gain = new GainNode(this.context, { gain: 0 });
      const note = this.context.createOscillator();
      note.type = type;
      note.connect(gain).connect(new StereoPannerNode(this.context, { pan })).connect(this.all);
      note.start();
      this.voices.set(key, { note, gain, loudness });
    });
  }

  /** @param {{type: OscillatorType, glide: [number, number]}} end */
  #end({ type, glide: [from, to] }) {
    const { currentTime } = this.context;
    const gain = new GainNode(this.context, { gain: 0.5 });
    const note = new OscillatorNode(this.context, { type, frequency: from });
    note.frequency.exponentialRampToValueAtTime(to, currentTime + END_SECONDS);
    gain.gain.setTargetAtTime(0, currentTime + END_SECONDS / 2, END_SECONDS / 6);
    note.connect(gain).connect(this.all);
    note.start();
    note.stop(currentTime + END_SECONDS);
  }

  /** The context is closed by who made it. */
  close() {
    document.removeEventListener("visibilitychange", this.onVisible);
  }
}
