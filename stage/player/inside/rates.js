// The learning rates that a rule gives each variable, over the steps. Pressing or dragging here goes to a step.

import { element } from "../element.js";
import { line, marker, polyline } from "../ink.js";
import { decadesApart, Panel } from "../panel.js";
import { swatch } from "../swatch.js";

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
    this.panel.canvas.classList.add("descent-across");
    this.panel.onSeek(onSeek);
  }

  /** @param {string} title @param {string} note @param {string[]} names @param {import("../message.js").Styles} styles */
  name(title, note, names, { drawn, look }) {
    this.title.textContent = title;
    this.note.textContent = note;
    this.legend.replaceChildren(
      ...names.map((name) => element("span", { class: "descent-name" }, [swatch(drawn[name], look.halo), drawn[name].name])),
    );
  }

  /**
   * @param {import("./inside.js").Insight} message
   * @param {import("../layers.js").Figure} figure
   * @param {{width: number, height: number, fontSize: number}} size
   */
  async show(message, figure, size) {
    this.panel.host.style.height = `${size.height}px`;
    const yaxis = { range: message.ratesSpan, dtick: decadesApart(message.ratesSpan, size) };
    await this.panel.show(figure, size, { xaxis: { range: [0, message.steps] }, yaxis });
    const points = message.steps + 1;
    this.curves = message.rates.map((style, row) => ({
      style,
      pixels: this.panel.over(points, (i) => message.ownRates[row * points + i]),
    }));
  }

  /** @param {number} step @param {number} steps @param {import("../message.js").Styles} styles @param {import("../player.js").Pen} pen */
  draw(step, steps, { drawn, look }, pen) {
    const { context, frame } = this.panel;
    this.panel.clear();
    this.panel.upright(step / Math.max(steps, 1), look.text);
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
