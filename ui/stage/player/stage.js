// The stage: plays a race that was computed in Python. It draws and reports; it never computes an optimizer.

import { Announcer } from "./announcer.js";
import { CurvesView } from "./curves.js";
import { Echo } from "./echo.js";
import { element } from "./element.js";
import { listenToKeys, playingKeys } from "./keys.js";
import { grown } from "./layers.js";
import { MapView } from "./map.js";
import { complete, unpack } from "./message.js";
import { Playhead } from "./playhead.js";
import { isReliefPossible, ReliefView } from "./relief.js";
import { Scoreboard } from "./scoreboard.js";
import { Toolbar } from "./toolbar.js";
import { Transport } from "./transport.js";

/** Below this width the two pictures stand one under the other. */
const NARROW = 640;
const GAP = 12;
/** The width of a relief's picture over its height: room to turn it in. */
const RELIEF_PROPORTION = 1.5;
/** How thick lines are on a projector, at least. */
const PROJECTED_LINE = 4;

/** @type {WeakMap<Element, Stage>} */
const stages = new WeakMap();

/**
 * Streamlit calls this at the first showing and again with every new message.
 * @param {{data: Uint8Array, parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void}} component
 */
export default function show({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".descent-stage"));
  let stage = stages.get(root);
  if (!stage) stages.set(root, (stage = new Stage(root)));
  stage.report = setTriggerValue;
  stage.receive(unpack(data));
  return () => stage.close();
}

class Stage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.playhead = new Playhead();
    /** How many messages have become pictures. */
    this.shown = 0;
    /** @type {(name: string, value: unknown) => void} */
    this.report = () => {};
    const [map, relief, curves, bar, board, tools] = ["map", "relief", "curves", "transport", "scoreboard", "toolbar"].map((name) =>
      element("div", { class: `descent-${name}` }),
    );
    this.pictures = element("div", { class: "descent-pictures", role: "group" }, [map, relief, curves]);
    this.legend = element("div", { class: "descent-legend" });
    this.map = new MapView(map, (place) => this.report("start", place));
    this.relief = new ReliefView(relief, { onTurn: () => this.draw(), onSettled: (angles) => this.report("camera", angles) });
    this.curves = new CurvesView(curves, (step) => {
      this.playhead.seek(step);
      this.draw();
    });
    this.transport = new Transport(bar, this.playhead, () => this.wake());
    this.scoreboard = new Scoreboard(board, (keys) => this.report("chosen", keys));
    this.announcer = new Announcer();
    /** Map or relief, as the viewer wants it; what is shown stands beside the figures. @type {Echo<string>} */
    this.view = new Echo("map", (view) => this.report("view", view));
    this.toolbar = new Toolbar(tools, {
      left: () => this.relief.turn(-1),
      right: () => this.relief.turn(1),
      view: () => this.#switchView(),
      projector: () => this.#switchProjector(),
      full: () => this.#switchFull(),
    });
    this.places = { map, relief, curves, bar, board };
    const acts = {
      ...playingKeys(this.playhead),
      KeyF: () => this.#switchFull(),
      KeyP: () => this.#switchProjector(),
      KeyV: () => this.#switchView(),
    };
    this.stopKeys = listenToKeys(acts, () => this.wake());
    this.resized = new ResizeObserver(() => this.layOut());
    /** Everything that draws waits for the one before it, so that a quick viewer never sees half of two. */
    this.ready = styled().then(() => {
      root.replaceChildren(element("div", { class: "descent-top" }, [this.legend, tools]), this.pictures, bar, board, this.announcer.host);
      this.resized.observe(root);
      globalThis.addEventListener("resize", this.onWindow);
      document.addEventListener("fullscreenchange", this.onWindow);
    });
  }

  onWindow = () => this.layOut();

  get #full() {
    return document.fullscreenElement === this.root;
  }

  #switchView() {
    if (!isReliefPossible()) return;
    this.view.change(this.view.value === "relief" ? "map" : "relief");
    if (this.newest) this.receive(this.newest);
  }

  #switchProjector() {
    if (!this.scene || this.scene.fixed) return;
    this.report("projector", !this.scene.projector);
  }

  #switchFull() {
    if (!document.fullscreenEnabled) return;
    const change = this.#full ? document.exitFullscreen() : this.root.requestFullscreen();
    change.catch((error) => console.warn(error)); // the browser may refuse; then everything stays as it is
  }

  /** @param {import("./message.js").Message} message */
  receive(message) {
    this.newest = message;
    this.ready = this.ready.then(() => (this.newest === message ? this.#change(message) : undefined)).catch((error) => this.#fail(error));
  }

  /** @param {import("./message.js").Message} message */
  async #change(message) {
    const look = message.looks[themeOf(this.root)];
    const wanted = this.view.hear(message.view);
    const view = isReliefPossible() ? wanted : "map";
    const ground = view === "relief" ? look.relief : look.map;
    const [picture, axes, spoken, styles] = await Promise.all([ground, look.axes, message.words, look.styles].map(still));
    const before = this.scene;
    const scene = complete(message, spoken, styles);
    this.scene = scene;
    this.figures = { view, picture, axes };
    this.playhead.resize(scene.steps);
    this.transport.name(scene.words);
    this.pictures.setAttribute("aria-label", scene.words.pictures);
    this.root.classList.toggle("descent-projector", scene.projector);
    const signs = scene.legend.map(([sign, word]) => `${sign} ${scene.words[word]}`);
    const remarks = view === wanted ? [] : [scene.words.noRelief];
    this.legend.replaceChildren(...[...signs, ...remarks].map((words) => element("span", {}, [words])));
    this.scoreboard.show(scene);
    await this.#fit();
    this.root.classList.add("descent-ready");
    if (before?.scene !== scene.scene) this.#begin(before === undefined);
    this.wake();
    this.root.dataset.messages = String(++this.shown);
  }

  /** @param {boolean} first */
  #begin(first) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.playhead.seek(this.playhead.steps);
    else {
      this.playhead.seek(0);
      this.playhead.play();
    }
    if (first) performance.mark("descent-first-picture");
  }

  /** @param {Error} error */
  #fail(error) {
    console.error(error);
    this.root.prepend(element("p", { role: "alert", class: "descent-alert" }, [`${this.scene?.words.broken ?? "그림을 그리지 못했습니다. · The picture could not be drawn."} ${error.message}`]));
  }

  layOut() {
    this.ready = this.ready.then(async () => {
      if (!this.scene) return;
      await this.#fit();
      this.draw();
    });
  }

  /** Give the pictures the room that is left, the map in its true proportions where that is possible. */
  async #fit() {
    const { scene, figures, places } = this;
    if (!scene || !figures) return;
    const width = this.pictures.clientWidth;
    if (!width) return;
    const narrow = width < NARROW;
    const relief = figures.view === "relief";
    this.root.classList.toggle("descent-narrow", narrow);
    this.toolbar.update(scene.words, { possible: isReliefPossible(), relief, projector: scene.projector, full: this.#full, fixed: scene.fixed });
    const fontSize = Math.round(parseFloat(getComputedStyle(this.pictures).fontSize));
    const sizes = narrow ? this.#stacked(width) : this.#abreast(width, fontSize);
    const shown = relief ? places.relief : places.map;
    (relief ? places.map : places.relief).hidden = true;
    shown.hidden = false;
    for (const [place, size] of /** @type {const} */ ([[shown, sizes.ground], [places.curves, sizes.curves]])) {
      place.style.width = `${size.width}px`;
      place.style.height = `${size.height}px`;
    }
    if (!relief) this.relief.rest();
    await Promise.all([
      (relief ? this.relief : this.map).show(scene, figures.picture, { ...sizes.ground, fontSize }),
      this.curves.show(scene, figures.axes, { ...sizes.curves, fontSize }),
    ]);
    const line = scene.projector ? PROJECTED_LINE : Math.max(2, fontSize / 5.5);
    this.pen = { width: line, radius: Math.max(5, fontSize / 2.2), size: fontSize };
  }

  /**
   * @param {number} width
   * @param {number} fontSize
   */
  #abreast(width, fontSize) {
    const { margin } = /** @type {any} */ (this.figures).picture.layout;
    const height = Math.round(Math.max(260, Math.min(1400, this.#room())));
    const [across, down] = [margin.l + margin.r, margin.t + margin.b].map((room) => grown(room, fontSize));
    const proportion = this.figures?.view === "relief" ? RELIEF_PROPORTION : this.#proportion();
    const trueWidth = (height - down) * proportion + across;
    const groundWidth = Math.round(Math.max(0.42 * width, Math.min(0.62 * width, trueWidth)));
    return { ground: { width: groundWidth, height }, curves: { width: width - groundWidth - GAP, height } };
  }

  /** @param {number} width */
  #stacked(width) {
    const height = Math.round(Math.max(220, Math.min(width / this.#proportion(), 0.46 * globalThis.innerHeight)));
    return { ground: { width, height }, curves: { width, height: Math.round(Math.max(150, 0.6 * height)) } };
  }

  #proportion() {
    const [[x0, x1], [y0, y1]] = this.scene?.domain ?? [[0, 1], [0, 1]];
    return (x1 - x0) / (y1 - y0);
  }

  /** The height left in the window under the stage's top edge, after the bar and the board. */
  #room() {
    const scrolled = this.#full ? this.root.scrollTop : (this.root.closest("[data-testid=stMain]")?.scrollTop ?? globalThis.scrollY);
    const top = this.pictures.getBoundingClientRect().top + scrolled;
    return globalThis.innerHeight - top - this.places.bar.offsetHeight - this.places.board.offsetHeight - 2 * GAP;
  }

  /** Draw now, and go on drawing for as long as the race plays. */
  wake() {
    this.draw();
    if (this.playhead.playing && this.frame === undefined) {
      this.last = performance.now();
      this.frame = requestAnimationFrame(this.onFrame);
    }
  }

  onFrame = (/** @type {number} */ now) => {
    this.frame = undefined;
    this.playhead.advance(now - (this.last ?? now));
    this.last = now;
    this.draw();
    if (this.playhead.playing) this.frame = requestAnimationFrame(this.onFrame);
  };

  draw() {
    const { scene, figures, playhead, pen } = this;
    if (!scene || !figures || !pen) return;
    (figures.view === "relief" ? this.relief : this.map).draw(scene, playhead.position, pen);
    this.curves.draw(scene, playhead.position, pen);
    this.transport.update();
    this.scoreboard.update(scene, playhead.step);
    this.announcer.update(scene, playhead, this.shown);
    this.root.dataset.step = String(playhead.step);
    this.root.dataset.state = playhead.playing ? "playing" : playhead.ended ? "ended" : "paused";
    this.root.dataset.drawn = scene.scene;
    this.root.dataset.view = figures.view;
  }

  close() {
    this.stopKeys();
    this.relief.rest();
    this.announcer.close();
    this.resized.disconnect();
    globalThis.removeEventListener("resize", this.onWindow);
    document.removeEventListener("fullscreenchange", this.onWindow);
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    stages.delete(this.root);
  }
}

/**
 * Whether the page around an element is light or dark, by the brightness of its ground.
 * @param {HTMLElement} root
 * @returns {"light" | "dark"}
 */
export function themeOf(root) {
  const [red, green, blue] = (getComputedStyle(root).backgroundColor.match(/[\d.]+/g) ?? ["255", "255", "255"]).map(Number);
  return 0.3 * red + 0.6 * green + 0.1 * blue < 128 ? "dark" : "light";
}

/** @type {Map<string, Promise<any>>} */
const stills = new Map();

/**
 * A still figure, fetched once: its address names its content.
 * @param {string} address
 */
export function still(address) {
  let figure = stills.get(address);
  if (!figure) {
    figure = fetch(new URL(address, document.baseURI)).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${address}`);
      return answer.json();
    });
    figure.catch(() => stills.delete(address));
    stills.set(address, figure);
    if (stills.size > 32) stills.delete(/** @type {string} */ (stills.keys().next().value));
  }
  return figure;
}

/** @type {Promise<void> | undefined} */
let styles;

/** The stage's style sheet, once in the page and in force before anything is shown. */
export function styled() {
  if (document.querySelector("style[data-descent]")) return Promise.resolve();
  styles ??= new Promise((resolve) => {
    const link = element("link", { rel: "stylesheet", href: new URL("./stage.css", import.meta.url).href });
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });
  return styles;
}
