// The race that was computed in Python. It draws and reports; it never computes an optimizer.

import { sentenceOf } from "../described.js";
import { element } from "../element.js";
import { Fold } from "../fold.js";
import { grown, LOWEST, lowest } from "../layers.js";
import { Sliders } from "../live/sliders.js";
import { complete, stylesOn, unpack } from "../message.js";
import { addressAt, Newest } from "../newest.js";
import { PendingChange } from "../pending_change.js";
import { GAP, Player, showing } from "../player.js";
import { running } from "../trajectory.js";
import { Axis } from "./axis.js";
import { CurvesView } from "./curves.js";
import { MapView } from "./map.js";
import { isReliefPossible, ReliefView } from "./relief.js";
import { Scoreboard } from "./scoreboard.js";
import { spokenStatus, tablesOf } from "./told.js";

/** The width of a relief's picture over its height: room to turn it in. */
const RELIEF_PROPORTION = 1.5;
/** How low the pictures are where a window is low; a frame of another page they fill. */
const LOW = 260;
/** Where pictures would be lower than this between their margins, the scoreboard shows its names alone. */
const COMFORTABLE = 200;
/** Milliseconds from the race of one place under the hand to that of the next. */
const PAUSE = 40;
/** What parts pictures that stand one under the other, as the style sheet has it. */
const STACKED = 6;

/** @typedef {import("../message.js").Message} Message */
/** @typedef {import("../message.js").Scene} Scene */

export default showing((root) => new Race(root), unpack);

/** @extends {Player<Message>} */
class Race extends Player {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, undefined, {
      left: () => this.relief.turn(-1),
      right: () => this.relief.turn(1),
      view: () => this.#switchView(),
      probe: () => this.#switchProbe(),
      noise: () => this.#switchNoise(),
      pin: () => this.#switchPin(),
      reset: () => this.report("reset", true),
    });
    const [map, relief, curves, board] = ["map", "relief", "curves", "board"].map((name) => element("div", { class: `descent-${name}` }));
    this.pictures.append(map, relief, curves);
    this.legend = element("div", { class: "descent-legend" });
    this.map = new MapView(
      map,
      (place) => this.report("start", place),
      (place) => this.#drag(place),
      { onPlace: (place) => this.report("probed", place), onTold: () => this.draw() },
    );
    /** The race from where the start is dragged. @type {Newest<{place: [number, number], message: number}>} */
    this.elsewhere = new Newest(
      ({ place }) => addressAt(this.scene?.raceFrom ?? "", place),
      (told, { message }) => this.#showFrom(told, message),
      PAUSE,
    );
    this.relief = new ReliefView(relief, { onTurn: () => this.draw(), onSettled: (angles) => this.report("camera", angles) });
    this.curves = new CurvesView(curves, (step) => {
      this.playhead.seek(step);
      this.draw();
    });
    this.fold = new Fold(root, () => this.layOut());
    this.foot = element("div", { class: "descent-foot" }, [this.fold.button, board]);
    this.scoreboard = new Scoreboard(board, (keys) => this.report("chosen", keys));
    /** @type {Sliders<Axis>} */
    this.sliders = new Sliders({
      unpack: (told) => Axis.unpack(told),
      onLive: (at) => this.#follow(at && this.scene && at.data.sceneAt(this.scene, at.place)),
      report: (values) => this.report("turned", values),
    });
    /** The scene of the value under the hand, until the exact one has come. @type {Scene | undefined} */
    this.live = undefined;
    board.addEventListener("pointerover", (event) => this.#point(event.target));
    board.addEventListener("focusin", (event) => this.#point(event.target));
    /** Map or relief, as the viewer wants it; what is shown stands beside the figures. @type {PendingChange<"map" | "relief">} */
    this.view = new PendingChange(/** @type {"map" | "relief"} */ ("map"), (view) => this.report("view", view));
    this.places = { map, relief, curves, board };
    /** @type {AudioContext | undefined} */
    this.context = undefined;
    /** What is heard, from when it is asked for. @type {import("./sound.js").Sound | undefined} */
    this.sound = undefined;
    this.transport.addSound(() => this.#switchSound());
    this.open([element("div", { class: "descent-top" }, [this.legend, this.toolbar.host]), this.theatre, this.sliders.host, this.bar, this.foot], {
      KeyH: () => this.#switchProbe(),
      KeyN: () => this.#switchNoise(),
      KeyG: () => this.#switchPin(),
      KeyM: () => this.#switchSound(),
      KeyV: () => this.#switchView(),
    });
  }

  #switchView() {
    if (!isReliefPossible()) return;
    this.view.change(this.view.value === "relief" ? "map" : "relief");
    if (this.newest) this.receive(this.newest);
  }

  #switchProbe() {
    const { scene } = this;
    if (scene?.probing && this.figures?.view === "map") this.report("probed", scene.probe ? null : scene.start);
  }

  #switchNoise() {
    if (typeof this.scene?.noisy === "boolean") this.report("noise", !this.scene.noisy);
  }

  #switchPin() {
    if (!this.scene || this.scene.fixed || this.scene.pinned === null) return;
    this.report("pinned", !this.scene.pinned);
  }

  /** The context is made in the press itself, for browsers let nothing sound that was not asked for. */
  async #switchSound() {
    const { context } = this;
    this.#silence();
    if (!context) await this.#listen(new AudioContext());
  }

  /** @param {AudioContext} context */
  async #listen(context) {
    this.context = context;
    this.transport.showSound(true);
    try {
      const { Sound } = await import("./sound.js");
      if (this.context !== context) return; // switched off again before it was there
      this.sound = new Sound(context);
      this.draw();
    } catch (error) {
      console.warn(error); // the line is cut: the switch stands at off again
      if (this.context === context) this.#silence();
    }
  }

  #silence() {
    this.sound?.close();
    this.context?.close();
    this.sound = this.context = undefined;
    this.transport.showSound(false);
  }

  forget() {
    this.map.start.forget();
    this.map.probe.forget();
    this.sliders.forget();
  }

  /** @param {Message} message */
  async change(message) {
    const wanted = this.view.hear(message.view);
    const view = isReliefPossible() ? wanted : "map";
    const { theme, texts, assets } = await this.fetched(message.words, [message.figures[view], message.figures.axes]);
    const [picture, axes] = assets;
    const styles = stylesOn(message.styles, theme);
    const scene = complete(message, texts, styles);
    this.scene = scene;
    this.figures = { view, picture, axes };
    this.playhead.resize(scene.steps);
    this.present({ ...scene, label: scene.words.pictures }, scene.words);
    this.transport.showSound(this.context !== undefined);
    const signs = scene.legend.map(([sign, word]) => `${sign} ${scene.words[word]}`);
    const remarks = [...(scene.pinned ? [scene.words.ghost] : []), ...(view === wanted ? [] : [scene.words.noRelief])];
    this.legend.replaceChildren(...[...signs, ...remarks].map((words) => element("span", {}, [words])));
    this.scoreboard.show(scene);
    if (this.#showAxes(message, scene, styles, theme)) this.live = undefined;
    await this.fit();
    this.changed(scene.scene);
    this.sliders.fetch();
  }

  /** Whoever is pointed at on the board is the one whose bands the sliders show. @param {EventTarget | null} target */
  #point(target) {
    const row = /** @type {HTMLElement | null} */ (target)?.closest?.("[data-track]");
    if (row) this.sliders.point(/** @type {HTMLElement} */ (row).dataset.track);
  }

  /**
   * Whether they stand where the message says.
   * @param {Message} message
   * @param {Scene} scene
   * @param {import("../message.js").Styles} styles
   * @param {"light" | "dark"} theme
   */
  #showAxes({ axes }, { words, fixed, question, tracks }, styles, theme) {
    const racers = tracks.flatMap(({ key, name, row, ghost }) => (ghost || row === null ? [] : [{ key, name, row }]));
    return this.sliders.show(axes, { words, styles, theme, fixed, asking: question !== null, racers });
  }

  /** The start is over this place: the race from there follows, unless it would tell what is asked. @param {[number, number]} place */
  #drag(place) {
    if (this.scene?.raceFrom && !this.scene.question) this.elsewhere.want({ place, message: this.shown });
  }

  /**
   * @param {import("./axis.js").AxisData} told
   * @param {number} message  that was on show when it was asked for: one that has come since knows better
   */
  async #showFrom(told, message) {
    const axis = await Axis.unpack(told);
    if (this.scene && message === this.shown) this.#follow(axis.sceneAt(this.scene, 0));
  }

  /** Draw what the value under the hand does. @param {Scene | undefined} live */
  #follow(live) {
    const { scene } = this;
    if (!scene) return;
    this.live = live;
    this.#lay(live ?? scene);
    this.draw();
  }

  /** @param {Scene} scene */
  #lay(scene) {
    (this.figures?.view === "relief" ? this.relief : this.map).lay(scene);
    this.curves.lay(scene);
  }

  /** The map in its true proportions where that is possible. */
  async fit() {
    const { scene, figures, places } = this;
    if (!scene || !figures) return false;
    const relief = figures.view === "relief";
    const { pinned, noisy } = scene;
    const probed = scene.probing ? scene.probe !== null : null;
    const frame = this.frame({ possible: isReliefPossible(), relief, probed, noisy, pinned, resettable: this.sliders.count > 0 });
    if (!frame) return false;
    const { width, narrow, fontSize } = frame;
    const sizes = narrow ? this.#stacked(width) : this.#abreast(width, fontSize);
    const shown = relief ? places.relief : places.map;
    (relief ? places.map : places.relief).hidden = true;
    shown.hidden = false;
    for (const [place, size] of /** @type {const} */ ([
      [shown, sizes.ground],
      [places.curves, sizes.curves],
    ])) {
      place.style.width = `${size.width}px`;
      place.style.height = `${size.height}px`;
    }
    if (!relief) this.relief.rest();
    await Promise.all([
      (relief ? this.relief : this.map).show(scene, figures.picture, { ...sizes.ground, fontSize }),
      this.curves.show(scene, figures.axes, { ...sizes.curves, fontSize }),
    ]);
    this.#describe(scene, figures);
    if (this.live) this.#lay(this.live);
    return true;
  }

  /** @param {Scene} scene @param {NonNullable<typeof this.figures>} figures */
  #describe(scene, { view, picture, axes }) {
    const { words } = scene;
    const seen = running(scene).map(({ track }) => track.name);
    if (view === "relief") this.relief.layers.describe(words.reliefShort, sentenceOf(picture, seen, words));
    else this.map.panel.describe(words.mapShort, sentenceOf(picture, seen, words));
    this.curves.panel.describe(words.loss, sentenceOf(axes, seen, words));
  }

  /**
   * @param {number} width
   * @param {number} fontSize
   */
  #abreast(width, fontSize) {
    const { picture, axes } = /** @type {NonNullable<typeof this.figures>} */ (this.figures);
    const { margin } = picture.layout;
    const look = { fontSize, projector: this.look.projector };
    const low = Math.max(this.embedded ? 0 : LOW, lowest(picture, look), lowest(axes, look));
    const height = Math.round(Math.max(low, Math.min(1400, this.#roomOverBoard(lowest(picture, look) - LOWEST + COMFORTABLE))));
    const [across, down] = [margin.l + margin.r, margin.t + margin.b].map((room) => grown(room, fontSize));
    const proportion = this.figures?.view === "relief" ? RELIEF_PROPORTION : this.#proportion();
    const trueWidth = (height - down) * proportion + across;
    const groundWidth = Math.round(Math.max(0.42 * width, Math.min(0.62 * width, trueWidth)));
    return { ground: { width: groundWidth, height }, curves: { width: width - groundWidth - GAP, height } };
  }

  /**
   * The height left over the scoreboard, which folds where that is too low.
   * @param {number} wanted
   */
  #roomOverBoard(wanted) {
    const { fold, places } = this;
    fold.button.hidden = true;
    if (!fold.open) fold.try(false); // folded, an open page would lose its place
    const whole = this.foot.offsetHeight;
    const room = this.room(this.sliders.host, this.bar);
    const isLow = this.look.projector && room - whole < wanted && places.board.offsetHeight > 0;
    fold.show(isLow, this.scene?.words ?? {});
    return room - (fold.open ? 0 : this.foot.offsetHeight);
  }

  /** @param {number} width */
  #stacked(width) {
    this.fold.show(false, this.scene?.words ?? {});
    const highest = Math.max(140, 0.46 * globalThis.innerHeight); // a phone that lies on its side is low
    const height = Math.round(Math.min(highest, Math.max(220, width / this.#proportion())));
    if (this.embedded) return this.#filling(width, height);
    return { ground: { width, height }, curves: { width, height: Math.round(Math.max(150, 0.6 * height)) } };
  }

  /**
   * The same in a frame, which both fill.
   * @param {number} width
   * @param {number} usual  how high the ground is where there is room for it
   */
  #filling(width, usual) {
    const room = this.room(this.sliders.host, this.bar, this.places.board) - STACKED;
    const height = Math.round(Math.min(usual, Math.max(140, 0.6 * room)));
    return { ground: { width, height }, curves: { width, height: Math.round(Math.max(100, room - height)) } };
  }

  #proportion() {
    const [[x0, x1], [y0, y1]] = this.scene?.domain ?? [
      [0, 1],
      [0, 1],
    ];
    return (x1 - x0) / (y1 - y0);
  }

  draw() {
    const { figures, playhead, pen } = this;
    const scene = this.live ?? this.scene;
    if (!scene || !figures || !pen) return;
    (figures.view === "relief" ? this.relief : this.map).draw(scene, playhead.position, pen);
    this.curves.draw(scene, playhead.position, pen);
    this.scoreboard.update(scene, playhead.step);
    this.sound?.follow(scene, playhead);
    this.root.dataset.drawn = scene.scene;
    this.root.dataset.view = figures.view;
    super.draw();
  }

  get standing() {
    return this.live ? undefined : super.standing;
  }

  spoken() {
    return this.scene ? spokenStatus(this.scene, this.playhead.step) : "";
  }

  tabled() {
    return this.scene ? tablesOf(this.scene) : [];
  }

  close() {
    this.#silence();
    this.map.probe.close();
    this.relief.rest();
    super.close();
  }
}
