// The map of a run with the one step that is looked at, and the window that the arrows enlarge.

import { element } from "../element.js";
import { arrow, line, marker } from "../ink.js";
import { Panel } from "../panel.js";
import { Start } from "../start.js";
import { drawTrail } from "../trajectory.js";

export class PlaceMap {
  /** @param {(place: [number, number]) => void} onStart */
  constructor(onStart) {
    this.title = element("span", { class: "descent-title" });
    const picture = element("div", { class: "descent-picture" });
    this.host = element("figure", { class: "descent-subplot descent-pick", "data-picture": "map" }, [
      element("figcaption", {}, [this.title]),
      picture,
    ]);
    this.panel = new Panel(picture);
    this.start = new Start(picture, this.panel, onStart);
    this.trajectory = new Float32Array();
  }

  /**
   * @param {import("./inside.js").Insight} message
   * @param {import("../layers.js").Figure} figure
   * @param {{width: number, height: number, fontSize: number}} size
   * @param {Record<string, string>} words
   */
  async show(message, figure, size, words) {
    this.panel.host.style.height = `${size.height}px`;
    await this.panel.show(figure, size);
    this.trajectory = this.panel.laid(message.path);
    this.start.show({ start: message.start, domain: message.domain, words, fixed: false });
  }

  /**
   * @param {number} step
   * @param {[number, number]} half  how far the arrows' picture reaches to the sides and up and down, on the axes of the map
   * @param {[number, number][]} others  where those would go that ride along
   * @param {import("../message.js").Styles} styles
   * @param {import("../player.js").Pen} pen
   */
  draw(step, half, others, { drawn, look }, pen) {
    const { context, frame } = this.panel;
    const { trajectory } = this;
    this.panel.clear();
    const own = { ...drawn.step, halo: look.halo };
    drawTrail(context, trajectory, step - 1, { ...own, color: look.text, dash: "solid", width: Math.max(1, pen.width / 2) });
    const [x, y] = [trajectory[2 * step - 2], trajectory[2 * step - 1]];
    const tips = [[trajectory[2 * step], trajectory[2 * step + 1]], ...others.map((place) => this.panel.at(place))];
    tips.forEach(([toX, toY], i) => {
      const length = Math.hypot(toX - x, toY - y);
      if (!(length > 2 && length < 1e5)) return;
      const path = new Path2D();
      path.moveTo(x, y);
      path.lineTo(toX, toY);
      line(context, path, { ...own, dash: i ? "dot" : "solid", width: pen.width });
      arrow(context, [toX, toY], Math.atan2(toY - y, toX - x), { ...own, size: Math.min(length, 2.4 * pen.width + 3) });
    });
    this.#window(x, y, half, look);
    this.panel.release();
    const isInside = x >= frame.left && x <= frame.left + frame.width && y >= frame.top && y <= frame.top + frame.height;
    if (isInside) marker(context, [x, y], { color: look.text, halo: look.halo, marker: "circle", radius: 0.8 * pen.radius });
  }

  /** @param {number} x @param {number} y @param {[number, number]} half @param {{text: string, halo: string}} look */
  #window(x, y, half, { text, halo }) {
    const { context } = this.panel;
    const ends = this.panel.laid(Float64Array.of(0, 0, ...half));
    const [across, down] = [Math.abs(ends[2] - ends[0]), Math.abs(ends[3] - ends[1])];
    if (!(Number.isFinite(across) && across < 1e5 && Number.isFinite(x) && Number.isFinite(y))) return;
    const { width: mapWidth, height: mapHeight } = this.panel.frame;
    if (across > 0.45 * mapWidth || down > 0.45 * mapHeight) return; // a window as large as the map says nothing
    const [halfWidth, halfHeight] = [Math.max(7, across), Math.max(7, down)];
    for (const [color, width] of /** @type {[string, number][]} */ ([
      [halo, 4],
      [text, 1.5],
    ])) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.strokeRect(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight);
    }
  }
}
