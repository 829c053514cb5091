// The map: trails over the contours, arrows where a run has left, and the start that can be moved.

import { exitMarkers, wayOut } from "../exit_markers.js";
import { letter } from "../ink.js";
import { Panel } from "../panel.js";
import { Probe } from "../probe.js";
import { Start } from "../start.js";
import { drawHead, drawTrail, inkOf, running } from "../trajectory.js";
import { Facts } from "./facts.js";

export class MapView {
  /**
   * @param {HTMLElement} host
   * @param {(place: [number, number]) => void} onStart  the viewer has placed the start
   * @param {(place: [number, number]) => void} onDrag  the viewer drags it over this place
   * @param {{onPlace: (place: [number, number]) => void, onTold: () => void}} probing  the viewer has placed the probe; there is something new for it to show
   */
  constructor(host, onStart, onDrag, probing) {
    this.panel = new Panel(host);
    this.facts = new Facts(host, this.panel);
    const place = (/** @type {[number, number]} */ where) => {
      this.facts.at(undefined);
      onStart(where);
    };
    this.start = new Start(host, this.panel, place, (where) => {
      this.facts.at(where);
      onDrag(where);
    });
    this.probe = new Probe(host, this.panel, probing);
    /** @type {Map<string, Float32Array>} */
    this.trajectories = new Map();
  }

  /**
   * @param {import("../message.js").Scene} scene
   * @param {{data: object[], layout: Record<string, any>}} figure
   * @param {{width: number, height: number, fontSize: number}} size
   */
  async show(scene, figure, size) {
    await this.panel.show(figure, size);
    this.lay(scene);
    this.start.show(scene);
    this.probe.show(scene);
    this.start.called = !this.probe.on;
    this.facts.show(this.probe.on ? null : scene.facts, scene.words);
  }

  /** Where everyone goes, in pixels. @param {import("../message.js").Scene} scene */
  lay(scene) {
    const points = scene.steps + 1;
    this.trajectories = new Map(
      running(scene).map(({ track, row }) => {
        return [track.key, this.panel.laid(scene.path.subarray(2 * row * points, 2 * (row + 1) * points))];
      }),
    );
  }

  /**
   * @param {import("../message.js").Scene} scene
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
    this.probe.draw(scene.look, pen);
  }

  /**
   * The letters by which a question names places.
   * @param {import("../message.js").Scene} scene
   * @param {{size: number}} pen
   */
  #drawLetters({ question, look }, { size }) {
    for (const [name, place] of question?.places ?? []) {
      letter(this.panel.context, this.panel.at(place), { label: name, color: look.text, halo: look.halo, size: 1.2 * size });
    }
  }
}
