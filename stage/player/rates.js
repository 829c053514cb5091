// The learning rates that a rule gives each variable, over the steps. Pressing or dragging here goes to a step.

import { element } from "./element.js";
import { line, marker, polyline } from "./ink.js";
import { Panel } from "./panel.js";
import { swatch } from "./scoreboard.js";

export class Rates {
  /** @param {(step: number) => void} onSeek */
  constructor(onSeek) {
    this.title = element("span", { class: "descent-title" });
    this.legend = element("span", { class: "descent-names" });
    this.note = element("span", { class: "descent-note" });
    const picture = element("div", { class: "descent-picture" });
    this.host = element("figure", { class: "descent-subplot", "data-picture": "rates" }, [
      element("figcaption", {}, [this.title, this.note, this.legend]),
      picture,
    ]);
    this.panel = new Panel(picture);
    /** @type {{style: string, pixels: Float32Array}[]} */
    this.curves = [];
    this.shown = "";
    /** @type {import("./layers.js").Figure | undefined} */
    this.figure = undefined;
    const { canvas } = this.panel;
    canvas.classList.add("descent-across");
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      onSeek(this.panel.under(event)[0]);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (canvas.hasPointerCapture(event.pointerId)) onSeek(this.panel.under(event)[0]);
    });
  }

  /** @param {string} title @param {string} note @param {string[]} names @param {import("./message.js").Styles} styles */
  name(title, note, names, { drawn, look }) {
    this.title.textContent = title;
    this.note.textContent = note;
    this.legend.replaceChildren(
      ...names.map((name) => element("span", { class: "descent-name" }, [swatch(drawn[name], look.halo), drawn[name].name])),
    );
  }

  /**
   * @param {import("./inside.js").Insight} message
   * @param {import("./layers.js").Figure} figure
   * @param {{width: number, height: number, fontSize: number}} size
   */
  async show(message, figure, size) {
    const shown = JSON.stringify([size, message.ratesSpan, message.steps]);
    if (this.figure !== figure || this.shown !== shown) {
      this.panel.host.style.height = `${size.height}px`;
      const xaxis = { ...figure.layout.xaxis, range: [0, message.steps] };
      const [low, high] = message.ratesSpan;
      const labels = Math.max(1, size.height / (2.8 * size.fontSize));
      const yaxis = { ...figure.layout.yaxis, range: [low, high], dtick: Math.max(1, Math.ceil((high - low) / labels)) };
      await this.panel.show({ data: figure.data, layout: { ...figure.layout, xaxis, yaxis } }, size);
      [this.figure, this.shown] = [figure, shown];
    }
    const points = message.steps + 1;
    this.curves = message.rates.map((style, row) => ({
      style,
      pixels: this.panel.pixels(
        points,
        (i) => i,
        (i) => message.ownRates[row * points + i],
      ),
    }));
  }

  /** @param {number} step @param {number} steps @param {import("./message.js").Styles} styles @param {import("./player.js").Pen} pen */
  draw(step, steps, { drawn, look }, pen) {
    const { context, frame } = this.panel;
    this.panel.clear();
    const now = frame.left + (frame.width * step) / Math.max(steps, 1);
    context.strokeStyle = look.text;
    context.lineWidth = 1.5;
    context.strokeRect(now, frame.top - 2, 0, frame.height + 4);
    for (const { style, pixels } of this.curves)
      line(context, polyline(pixels, pixels.length / 2, null), { ...drawn[style], halo: look.halo, width: Math.max(1.5, 0.8 * pen.width) });
    this.panel.release();
    for (const { style, pixels } of this.curves) {
      const place = /** @type {[number, number]} */ ([pixels[2 * step], pixels[2 * step + 1]]);
      const inside = place.every(Number.isFinite) && place[1] >= frame.top - 1 && place[1] <= frame.top + frame.height + 1;
      if (inside) marker(context, place, { ...drawn[style], halo: look.halo, radius: 0.9 * pen.radius });
    }
  }
}
