// The loss curves: the same trails over the step instead of the plane. Dragging here moves the playhead.

import { Panel } from "./panel.js";
import { drawHead, drawTrail, inkOf, running } from "./trajectory.js";

export class CurvesView {
  /**
   * @param {HTMLElement} host
   * @param {(step: number) => void} onSeek
   */
  constructor(host, onSeek) {
    this.panel = new Panel(host);
    /** @type {Map<string, Float32Array>} */
    this.trajectories = new Map();
    /** The axes, ranges and size that stand in the panel now. */
    this.shown = "";
    const { canvas } = this.panel;
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      onSeek(this.panel.under(event)[0]);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (canvas.hasPointerCapture(event.pointerId)) onSeek(this.panel.under(event)[0]);
    });
  }

  /**
   * @param {import("./message.js").Scene} scene
   * @param {{data: object[], layout: Record<string, any>}} figure
   * @param {{width: number, height: number, fontSize: number}} size
   */
  async show(scene, { data, layout }, { width, height, fontSize }) {
    const shown = JSON.stringify([layout.font, layout.yaxis, scene.lossRange, scene.steps, width, height, fontSize]);
    if (this.shown !== shown) {
      const xaxis = { ...layout.xaxis, range: [0, scene.steps] };
      const yaxis = { ...layout.yaxis, range: scene.lossRange, ...powersOfTen(scene, height, fontSize) };
      await this.panel.show({ data, layout: { ...layout, xaxis, yaxis } }, { width, height, fontSize });
      this.shown = shown;
    }
    const points = scene.steps + 1;
    this.trajectories = new Map(
      running(scene).map(({ track, row }) => [
        track.key,
        this.panel.pixels(
          points,
          (i) => i,
          (i) => scene.height[row * points + i] + (scene.logarithmic ? 0 : scene.base),
        ),
      ]),
    );
  }

  /**
   * @param {import("./message.js").Scene} scene
   * @param {number} position
   * @param {{width: number, radius: number}} pen
   */
  draw(scene, position, pen) {
    const { context, frame } = this.panel;
    this.panel.clear();
    const runners = inkOf(scene, pen).map((runner) => ({ ...runner, pixels: this.trajectories.get(runner.track.key) ?? new Float32Array() }));
    const now = frame.left + (frame.width * position) / Math.max(scene.steps, 1);
    context.strokeStyle = scene.look.faint;
    context.lineWidth = 1.5;
    context.strokeRect(now, frame.top - 2, 0, frame.height + 4);
    for (const { pixels, look } of runners) drawTrail(context, pixels, position, look);
    this.panel.release();
    for (const { pixels, look } of runners) drawHead(this.panel, pixels, position, look);
  }
}

/** From one label of the loss axis to the next, at least, in heights of its type. */
const LABEL_DISTANCE = 2.8;

/**
 * On a logarithmic axis of more than a decade, label whole powers of ten and as many as there is room for.
 * @param {import("./message.js").Scene} scene
 * @param {number} height
 * @param {number} fontSize
 */
function powersOfTen({ logarithmic, lossRange: [low, high] }, height, fontSize) {
  const labels = Math.max(1, height / (LABEL_DISTANCE * fontSize));
  return logarithmic && high - low > 1 ? { dtick: Math.max(1, Math.ceil((high - low) / labels)) } : {};
}
