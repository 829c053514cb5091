// The map: trails over the contours, arrows where a run has left, and the start that can be moved.

import { exitMarkers } from "./exit_markers.js";
import { crossing, letter } from "./ink.js";
import { Panel } from "./panel.js";
import { Start } from "./start.js";
import { drawHead, drawTrail, headAt, inkOf, running } from "./trajectory.js";

export class MapView {
  /**
   * @param {HTMLElement} host
   * @param {(place: [number, number]) => void} onStart  the viewer has placed the start
   */
  constructor(host, onStart) {
    this.panel = new Panel(host);
    this.start = new Start(host, this.panel, onStart);
    /** @type {Map<string, Float32Array>} */
    this.trajectories = new Map();
    /** The figure that stands in the panel now, and its size. @type {object | undefined} */
    this.figure = undefined;
    this.shown = "";
  }

  /**
   * @param {import("./message.js").Scene} scene
   * @param {{data: object[], layout: Record<string, any>}} figure
   * @param {{width: number, height: number, fontSize: number}} size
   */
  async show(scene, figure, size) {
    const shown = JSON.stringify(size);
    if (this.figure !== figure || this.shown !== shown) {
      await this.panel.show(figure, size);
      [this.figure, this.shown] = [figure, shown];
    }
    const points = scene.steps + 1;
    this.trajectories = new Map(
      running(scene).map(({ track, row }) => {
        const first = 2 * row * points;
        const at = (/** @type {number} */ axis) => (/** @type {number} */ i) => scene.path[first + 2 * i + axis];
        return [track.key, this.panel.pixels(points, at(0), at(1))];
      }),
    );
    this.start.show(scene);
  }

  /**
   * @param {import("./message.js").Scene} scene
   * @param {number} position
   * @param {{width: number, radius: number, size: number}} pen
   */
  draw(scene, position, pen) {
    const { context, frame } = this.panel;
    this.panel.clear();
    const runners = inkOf(scene, pen).map((runner) => {
      const pixels = this.trajectories.get(runner.track.key) ?? new Float32Array();
      return { ...runner, leaves: runner.track.leaves, pixels, edge: (/** @type {number} */ leftAt) => wayOut(frame, pixels, leftAt) };
    });
    for (const { pixels, look } of runners) drawTrail(context, pixels, position, look);
    this.panel.release();
    this.#drawLetters(scene, pen);
    for (const { pixels, look } of runners) drawHead(this.panel, pixels, position, look);
    exitMarkers(context, frame, scene.words, position, runners);
  }

  /**
   * The letters by which a question names places.
   * @param {import("./message.js").Scene} scene
   * @param {{size: number}} pen
   */
  #drawLetters({ question, look }, { size }) {
    for (const [name, place] of question?.places ?? []) {
      const [x, y] = this.panel.pixels(
        1,
        () => place[0],
        () => place[1],
      );
      letter(this.panel.context, [x, y], { label: name, color: look.text, halo: look.halo, size: 1.2 * size });
    }
  }
}

/**
 * Where the step that left crosses the frame, and which way.
 * @param {import("./ink.js").Box} frame
 * @param {Float32Array} pixels
 * @param {number} leftAt
 * @returns {import("./exit_markers.js").WayOut | null}
 */
export function wayOut(frame, pixels, leftAt) {
  const from = headAt(pixels, leftAt - 1);
  if (!from) return null;
  const to = headAt(pixels, leftAt) ?? from;
  return { place: crossing(frame, from, to), angle: Math.atan2(to[1] - from[1], to[0] - from[0]) };
}
