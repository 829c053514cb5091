// The loss curves: the same trails over the step instead of the plane. Dragging here moves the playhead.

import { decadesApart, Panel } from "../panel.js";
import { drawHead, drawTrail, inkOf, running } from "../trajectory.js";

export class CurvesView {
  /**
   * @param {HTMLElement} host
   * @param {(step: number) => void} onSeek
   */
  constructor(host, onSeek) {
    this.panel = new Panel(host);
    /** @type {Map<string, Float32Array>} */
    this.trajectories = new Map();
    this.panel.onSeek(onSeek);
  }

  /**
   * @param {import("../message.js").Scene} scene
   * @param {{data: object[], layout: Record<string, any>}} figure
   * @param {{width: number, height: number, fontSize: number}} size
   */
  async show(scene, figure, size) {
    const [low, high] = scene.lossRange;
    const isWide = scene.logarithmic && high - low > 1; // whole powers of ten are labelled
    const yaxis = { range: scene.lossRange, ...(isWide ? { dtick: decadesApart(scene.lossRange, size) } : {}) };
    await this.panel.show(figure, size, { xaxis: { range: [0, scene.steps] }, yaxis });
    this.lay(scene);
  }

  /** Everyone's losses, in pixels. @param {import("../message.js").Scene} scene */
  lay(scene) {
    const points = scene.steps + 1;
    this.trajectories = new Map(
      running(scene).map(({ track, row }) => [
        track.key,
        this.panel.over(points, (i) => scene.height[row * points + i] + (scene.logarithmic ? 0 : scene.base)),
      ]),
    );
  }

  /**
   * @param {import("../message.js").Scene} scene
   * @param {number} position
   * @param {{width: number, radius: number}} pen
   */
  draw(scene, position, pen) {
    const { context } = this.panel;
    this.panel.clear();
    const runners = inkOf(scene, pen).map((runner) => ({ ...runner, pixels: this.trajectories.get(runner.track.key) ?? new Float32Array() }));
    this.panel.upright(position / Math.max(scene.steps, 1), scene.look.faint);
    for (const { pixels, look } of runners) drawTrail(context, pixels, position, look);
    this.panel.release();
    for (const { pixels, look } of runners) drawHead(this.panel, pixels, position, look);
  }
}
