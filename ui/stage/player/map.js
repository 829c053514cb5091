// The map: trails over the contours, arrows where a run has left, and the start that can be moved.

import { drawHead, drawTrail, headAt, inkOf, running } from "./course.js";
import { departures } from "./departures.js";
import { Echo } from "./echo.js";
import { element } from "./element.js";
import { crossing, within } from "./ink.js";
import { Panel } from "./panel.js";

/** A key press moves the start by this share of the picture. */
const NUDGE = 0.02;
/** Milliseconds after the last key press of several until the new start is reported. */
const QUIET = 250;

export class MapView {
  /**
   * @param {HTMLElement} host
   * @param {(place: [number, number]) => void} onStart  the viewer has placed the start
   */
  constructor(host, onStart) {
    this.panel = new Panel(host);
    /** @type {HTMLElement} */
    this.handle = element("button", { type: "button", class: "descent-start" });
    /** Whether the start can't be moved. */
    this.fixed = false;
    host.append(this.handle);
    /** @type {Echo<[number, number]>} */
    this.start = new Echo(/** @type {[number, number]} */ ([0, 0]), onStart);
    /** @type {Map<string, Float32Array>} */
    this.courses = new Map();
    /** The figure that stands in the panel now, and its size. @type {object | undefined} */
    this.figure = undefined;
    this.shown = "";
    this.dragging = false;
    /** Where the handle has been dragged to. @type {[number, number] | undefined} */
    this.dragged = undefined;
    this.#listen();
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
    this.domain = scene.domain;
    const points = scene.steps + 1;
    this.courses = new Map(
      running(scene).map(({ track, row }) => {
        const first = 2 * row * points;
        const at = (/** @type {number} */ axis) => (/** @type {number} */ i) => scene.path[first + 2 * i + axis];
        return [track.key, this.panel.pixels(points, at(0), at(1))];
      }),
    );
    if (scene.fixed) this.#fix();
    if (!this.dragging) this.#place(this.start.hear(scene.start));
    const label = scene.words[scene.fixed ? "startFixed" : "startLabel"].replace("{x}", short(scene.start[0])).replace("{y}", short(scene.start[1]));
    this.handle.setAttribute("aria-label", label);
    this.handle.title = scene.fixed ? label : scene.words.startHint;
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
      const pixels = this.courses.get(runner.track.key) ?? new Float32Array();
      return { ...runner, pixels, edge: (/** @type {number} */ leftAt) => wayOut(frame, pixels, leftAt) };
    });
    for (const { pixels, look } of runners) drawTrail(context, pixels, position, look);
    this.panel.release();
    for (const { pixels, look } of runners) drawHead(this.panel, pixels, position, look);
    departures(context, frame, scene, position, runners);
  }

  /** Where nobody listens, the start is a sign on the map and no button. */
  #fix() {
    if (this.fixed) return;
    this.fixed = true;
    const sign = element("span", { class: "descent-start descent-fixed", role: "img" });
    this.handle.replaceWith(sign);
    this.handle = sign;
    this.panel.canvas.classList.add("descent-fixed");
  }

  /** @param {[number, number]} place */
  #place(place) {
    const [x, y] = this.panel.pixels(1, () => place[0], () => place[1]);
    this.handle.style.transform = `translate(${x}px, ${y}px)`;
  }

  #listen() {
    const { canvas } = this.panel;
    canvas.addEventListener("click", (event) => this.#change(this.#inside(this.panel.under(event))));
    this.handle.addEventListener("pointerdown", (event) => {
      this.handle.setPointerCapture(event.pointerId);
      this.dragging = true;
    });
    this.handle.addEventListener("pointermove", (event) => {
      if (!this.dragging) return;
      this.dragged = this.#inside(this.panel.under(event));
      this.#place(this.dragged);
    });
    for (const end of ["pointerup", "pointercancel"])
      this.handle.addEventListener(end, () => {
        if (this.dragged) this.#change(this.dragged);
        this.dragging = false;
        this.dragged = undefined;
      });
    this.handle.addEventListener("keydown", (event) => {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }[event.key];
      if (!way || !this.domain) return;
      event.preventDefault();
      event.stopPropagation(); // here the arrows move the start, not the playhead
      const [dx, dy] = this.domain.map(([low, high], axis) => way[axis] * NUDGE * (high - low));
      this.#change(this.#inside([this.start.value[0] + dx, this.start.value[1] + dy]), QUIET);
    });
  }

  /**
   * @param {[number, number]} place
   * @param {number} [quiet]
   */
  #change(place, quiet) {
    if (this.fixed) return;
    this.#place(place);
    this.start.change(place, quiet);
  }

  /**
   * Inside the picture, and no more exact than it can be pointed at.
   * @param {[number, number]} place
   * @returns {[number, number]}
   */
  #inside(place) {
    const [x, y] = (this.domain ?? []).map(([low, high], axis) => {
      const grain = 10 ** Math.floor(Math.log10((high - low) / 500));
      return within(Number((Math.round(place[axis] / grain) * grain).toPrecision(6)), low, high);
    });
    return [x, y];
  }
}

/**
 * Where the step that left crosses the frame, and which way.
 * @param {import("./ink.js").Box} frame
 * @param {Float32Array} pixels
 * @param {number} leftAt
 * @returns {import("./departures.js").WayOut | null}
 */
function wayOut(frame, pixels, leftAt) {
  const from = headAt(pixels, leftAt - 1);
  if (!from) return null;
  const to = headAt(pixels, leftAt) ?? from;
  return { place: crossing(frame, from, to), angle: Math.atan2(to[1] - from[1], to[0] - from[0]) };
}

/** @param {number} value */
function short(value) {
  return String(Number(value.toPrecision(4)));
}
