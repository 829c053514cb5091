// The relief: the same race in three dimensions. Plotly draws and turns the ground; the trails lie on it.

import { exitMarkers } from "../exit_markers.js";
import { letter, sign } from "../ink.js";
import { Layers } from "../layers.js";
import { PendingChange } from "../pending_change.js";
import { plotly } from "../plotly.js";
import { traceOf, viewOf } from "../plotted.js";
import { drawHead, drawTrail, inkOf, running } from "../trajectory.js";
import { aboveFloor, anglesOf, Camera, eyeAt, fitted } from "./camera.js";
import { Ground } from "./ground.js";
import { project } from "./projection.js";

/** What is behind the ground shines through this much. */
const HIDDEN = 0.55;
/** Milliseconds after the last turn until the new view is reported. */
const QUIET = 400;
const TURN = 15;
/** The word in the legend of each kind of marked place; the sign beside it is drawn. @type {Record<string, string>} */
const WORDS = { global: "legendGlobal", local: "legendLocal", saddle: "legendSaddle" };

/** @type {boolean | undefined} */
let possible;

/** Whether this browser can draw a relief: Plotly needs WebGL, which a computer without a graphics card may not have. */
export function isReliefPossible() {
  possible ??= document.createElement("canvas").getContext("webgl") !== null;
  return possible;
}

/**
 * One trail on the screen: all of it, what is seen of it, and what the ground hides.
 * @typedef {{all: Float32Array, seen: Float32Array, hidden: Float32Array}} Trajectory
 */

export class ReliefView {
  /**
   * @param {HTMLElement} host
   * @param {{onTurn: () => void, onSettled: (angles: import("./camera.js").Angles) => void}} listeners
   *   `onTurn` hears that it has to be drawn again, `onSettled` from where the viewer looks now
   */
  constructor(host, { onTurn, onSettled }) {
    this.layers = new Layers(host);
    this.onTurn = onTurn;
    /** @type {PendingChange<import("./camera.js").Angles>} */
    this.angles = new PendingChange(/** @type {import("./camera.js").Angles} */ ([0, 90]), (angles) => {
      if (String(angles) !== String(this.#angles)) this.#look(angles);
      onSettled(angles);
    });
    /** The figure that stands there now, and its size. @type {import("../layers.js").Figure | undefined} */
    this.figure = undefined;
    this.shown = "";
    /** @type {Map<string, import("./projection.js").Projected>} */
    this.projected = new Map();
    /** @type {Map<string, Trajectory>} */
    this.trajectories = new Map();
    this.watching = false;
  }

  /**
   * @param {import("../message.js").Scene} scene
   * @param {import("../layers.js").Figure} figure
   * @param {{width: number, height: number, fontSize: number}} size
   */
  async show(scene, figure, size) {
    const heard = this.angles.hear(scene.camera);
    const shown = JSON.stringify(size);
    if (this.shown !== shown || this.figure !== figure) {
      await this.layers.react(placed(figure, heard, size), size, { scrollZoom: false });
      this.ground = new Ground(traceOf(this.layers.plot));
      [this.shown, this.figure] = [shown, figure];
    } else if (String(heard) !== String(this.#angles)) await this.#look(heard);
    if (!this.ground) return;
    this.marks = figure.layout.meta.marks;
    this.lay(scene);
    this.#watch();
  }

  /** Where everyone goes over the ground. @param {import("../message.js").Scene} scene */
  lay(scene) {
    const { ground } = this;
    if (!ground) return;
    const length = 2 * (scene.steps + 1);
    this.projected = new Map(
      running(scene).map(({ track, row }) => [track.key, project(scene.path.subarray(row * length, (row + 1) * length), ground, scene.domain)]),
    );
    this.camera = undefined;
  }

  /** Stop looking after the view; the next `show` begins again. */
  rest() {
    this.watching = false;
  }

  /** Draw whenever Plotly has turned the ground, within the same frame. */
  #watch() {
    if (this.watching) return;
    this.watching = true;
    const look = () => {
      if (!this.watching) return;
      if (this.camera && this.camera.key !== this.#camera().key) {
        this.onTurn();
        // Plotly settles for a frame or two after it has drawn: that is no turn, and nobody needs to hear of it
        if (String(this.#angles) !== String(this.angles.value)) this.angles.change(aboveFloor(this.#angles), QUIET);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  get #angles() {
    return anglesOf(viewOf(this.layers.plot).eye);
  }

  #camera() {
    return new Camera(viewOf(this.layers.plot), this.layers.width, this.layers.height);
  }

  /** @param {import("./camera.js").Angles} angles */
  async #look(angles) {
    await (await plotly()).relayout(this.layers.plot, { "scene.camera.eye": eyeAt(angles) });
  }

  /**
   * Turn it by a fixed angle, for those who do not drag.
   * @param {1 | -1} way
   */
  turn(way) {
    const [turn, tilt] = this.#angles;
    return this.#look([((turn + way * TURN + 540) % 360) - 180, tilt]);
  }

  /**
   * @param {import("../message.js").Scene} scene
   * @param {number} position
   * @param {{width: number, radius: number, size: number}} pen
   */
  draw(scene, position, pen) {
    const { ground } = this;
    if (!ground) return;
    const camera = this.#camera();
    if (camera.key !== this.camera?.key) {
      this.camera = camera;
      this.trajectories = new Map([...this.projected].map(([key, { places }]) => [key, trajectory(places, camera, ground)]));
    }
    const { context, width, height } = this.layers;
    const frame = { left: 0, top: 0, width, height };
    context.clearRect(0, 0, width, height);
    this.#drawMarks(scene, pen);
    const runners = inkOf(scene, pen).map((runner) => this.#runner(runner, position));
    context.globalAlpha = HIDDEN;
    for (const { trajectory, at, look } of runners) drawTrail(context, trajectory.hidden, at, look);
    context.globalAlpha = 1;
    for (const { trajectory, at, look } of runners) drawTrail(context, trajectory.seen, at, look);
    for (const { trajectory, at, look } of runners) drawHead({ context, frame }, trajectory.all, at, look);
    exitMarkers(context, frame, scene.words, position, runners);
  }

  /**
   * @param {{track: import("../message.js").Track, look: any}} runner
   * @param {number} position
   */
  #runner({ track, look }, position) {
    const trajectory = this.trajectories.get(track.key) ?? { all: new Float32Array(2), seen: new Float32Array(2), hidden: new Float32Array(2) };
    const begins = this.projected.get(track.key)?.begins ?? new Uint32Array(1);
    const step = Math.floor(position);
    const from = begins[step];
    const at = from + (position - step) * ((begins[step + 1] ?? from) - from);
    /** @param {number} leftAt */
    const edge = (leftAt) => wayOut(trajectory.all, begins[leftAt], [this.layers.width / 2, this.layers.height / 2]);
    return { leaves: track.leaves, look, trajectory, at, edge };
  }

  /**
   * The start and the marked places, as signs lying on the ground.
   * @param {import("../message.js").Scene} scene
   * @param {{size: number}} pen
   */
  #drawMarks(scene, { size }) {
    const { ground, camera } = this;
    const { context } = this.layers;
    if (!ground || !camera) return;
    const signs = Object.fromEntries(scene.legend.map(([drawn, word]) => [word, drawn]));
    const marked = (this.marks ?? []).map((/** @type {[string, number, number]} */ [name, x, y]) => [WORDS[name], x, y]);
    for (const [word, x, y] of [["legendStart", ...scene.start], ...marked]) {
      const z = ground.height(x, y) + ground.lift;
      const [across, down] = camera.pixels(Float32Array.of(x, y, z));
      context.globalAlpha = ground.hides(x, y, z, camera.towardsEye) ? HIDDEN : 1;
      sign(context, [across, down], { label: signs[word], color: scene.look.text, halo: scene.look.halo, size: 1.5 * size });
      context.globalAlpha = 1;
    }
    for (const [name, [x, y]] of scene.question?.places ?? []) {
      const [across, down] = camera.pixels(Float32Array.of(x, y, ground.height(x, y) + ground.lift));
      letter(context, [across, down], { label: name, color: scene.look.text, halo: scene.look.halo, size: 1.2 * size });
    }
  }
}

/**
 * A trail on the screen, parted into what is seen of it and what the ground hides.
 * @param {Float32Array} places
 * @param {Camera} camera
 * @param {Ground} ground
 * @returns {Trajectory}
 */
function trajectory(places, camera, ground) {
  const all = camera.pixels(places);
  const [seen, hidden] = [all.slice(), all.slice()];
  let before = false;
  for (let i = 0; i < all.length / 2; i++) {
    const isHidden = ground.hides(places[3 * i], places[3 * i + 1], places[3 * i + 2], camera.towardsEye);
    if (isHidden) seen[2 * i] = NaN;
    else if (!before) hidden[2 * i] = NaN; // the hidden stretch reaches to where it comes out
    before = isHidden;
  }
  return { all, seen, hidden };
}

/**
 * The figure seen from these angles, as large as its picture allows.
 * @param {import("../layers.js").Figure} figure
 * @param {import("./camera.js").Angles} angles
 * @param {{width: number, height: number, fontSize: number}} size
 */
function placed({ data, layout }, angles, size) {
  const { scene } = layout;
  const title = { font: { size: size.fontSize } };
  const tickfont = { size: Math.sqrt(12 * size.fontSize) }; // Plotly draws these numbers with the square of their size
  const axes = ["xaxis", "yaxis", "zaxis"].map((name) => [name, { ...scene[name], tickfont, title: { ...scene[name].title, ...title } }]);
  const camera = { ...scene.camera, eye: eyeAt(angles) };
  const aspectratio = fitted(scene.aspectratio, size);
  return { data, layout: { ...layout, scene: { ...scene, ...Object.fromEntries(axes), camera, aspectratio } } };
}

/**
 * Where a trail that is outside from place number `end` on has met the edge, and which way.
 * @param {Float32Array} pixels
 * @param {number} end
 * @param {[number, number]} middle  of the picture: what leaves with the first step goes away from there
 * @returns {import("../exit_markers.js").WayOut}
 */
function wayOut(pixels, end, middle) {
  let last = end;
  while (last > 0 && Number.isNaN(pixels[2 * last])) last--;
  const [x, y] = pixels.subarray(2 * last, 2 * last + 2);
  const [fromX, fromY] = last > 0 ? pixels.subarray(2 * last - 2, 2 * last) : middle;
  return { place: [x, y], angle: Math.atan2(y - fromY, x - fromX) };
}
