// The loss curves: the same trails over the step instead of the plane. Dragging here moves the playhead.

import { haloed } from "../ink.js";
import { decadesApart, Panel } from "../panel.js";
import { drawHead, drawTrail, inkOf, running } from "../trajectory.js";
import { costAt, mostSpent, stepAtCost } from "./cost.js";
import { runningMedian } from "./median.js";

/** How strong noisy losses are drawn behind their median. */
const NOISY = 0.3;

export class CurvesView {
  /**
   * @param {HTMLElement} host
   * @param {(step: number) => void} onSeek
   */
  constructor(host, onSeek) {
    this.panel = new Panel(host);
    /** @type {Map<string, Float32Array>} */
    this.trajectories = new Map();
    /** What is drawn strongly where the losses are noisy. @type {Map<string, Float32Array>} */
    this.medians = new Map();
    this.panel.onSeek((x) => onSeek(this.scene?.overCost ? stepAtCost(this.scene, x) : x));
    /** @type {import("../message.js").Scene | undefined} */
    this.scene = undefined;
  }

  /**
   * @param {import("../message.js").Scene} scene
   * @param {{data: object[], layout: Record<string, any>}} figure
   * @param {{width: number, height: number, fontSize: number}} size
   */
  async show(scene, figure, size) {
    this.scene = scene;
    const [low, high] = scene.lossRange;
    const isWide = scene.logarithmic && high - low > 1; // whole powers of ten are labelled
    const yaxis = { range: scene.lossRange, ...(isWide ? { dtick: decadesApart(scene.lossRange, size) } : {}) };
    await this.panel.show(figure, size, { xaxis: { range: [0, scene.overCost ? mostSpent(scene) : scene.steps] }, yaxis });
    this.lay(scene);
  }

  /** Everyone's losses, in pixels. @param {import("../message.js").Scene} scene */
  lay(scene) {
    const points = scene.steps + 1;
    const base = scene.logarithmic ? 0 : scene.base;
    const laid = (/** @type {(row: number) => ArrayLike<number>} */ heights) =>
      new Map(
        running(scene).map(({ track, row }) => {
          const own = heights(row);
          const across = (/** @type {number} */ i) => (scene.overCost ? costAt(scene, row, i) : i);
          return [track.key, this.panel.pixels(points, across, (i) => own[i] + base)];
        }),
      );
    const exact = (/** @type {number} */ row) => scene.height.subarray(row * points, (row + 1) * points);
    this.trajectories = laid(exact);
    this.medians = scene.medianOver ? laid((row) => runningMedian(exact(row), scene.medianOver)) : new Map();
  }

  /**
   * @param {import("../message.js").Scene} scene
   * @param {number} position
   * @param {{width: number, radius: number, size: number}} pen
   */
  draw(scene, position, pen) {
    const { context } = this.panel;
    this.panel.clear();
    const runners = inkOf(scene, pen).map((runner) => ({ ...runner, pixels: this.trajectories.get(runner.track.key) ?? new Float32Array() }));
    if (!scene.overCost) this.panel.upright(position / Math.max(scene.steps, 1), scene.look.faint);
    const strong = runners.map((runner) => ({ ...runner, pixels: this.medians.get(runner.track.key) ?? runner.pixels }));
    if (this.medians.size) {
      const faint = { dash: "solid", halo: "transparent", width: pen.width / 2, strength: NOISY };
      for (const { pixels, look } of runners) drawTrail(context, pixels, position, { ...look, ...faint });
    }
    for (const { pixels, look } of strong) drawTrail(context, pixels, position, look);
    this.panel.release();
    for (const { pixels, look } of strong) drawHead(this.panel, pixels, position, look);
    if (this.medians.size) this.#say(scene, pen.size);
  }

  /**
   * What is strong and what is faint, in the upper right corner: losses fall.
   * @param {import("../message.js").Scene} scene
   * @param {number} size
   */
  #say({ words, look, medianOver }, size) {
    const { context, frame } = this.panel;
    context.save();
    context.font = `${size}px sans-serif`;
    context.textAlign = "right";
    const parts = [words.medianStrong.replace("{steps}", String(medianOver)), words.lossFaint];
    const whole = parts.join(" · ");
    const lines = context.measureText(whole).width < frame.width - size ? [whole] : parts;
    lines.forEach((line, i) => {
      haloed(context, line, [frame.left + frame.width - 0.4 * size, frame.top + (0.9 + 1.35 * i) * size], { color: look.text, halo: look.halo });
    });
    context.restore();
  }
}
