// What the stage and the grid have alike: messages become pictures one after the other, and a playhead moves over them.

import { Announcer } from "./announcer.js";
import { mark, placeOf } from "./bookmark.js";
import { element } from "./element.js";
import { Again, asset, styled, themeOf, UNFETCHED, Unfetched } from "./fetched.js";
import { pictured } from "./first_picture.js";
import { answeringKeys, listenToKeys, playingKeys } from "./keys.js";
import { inflate } from "./message.js";
import { Playhead } from "./playhead.js";
import { QuestionCard } from "./question.js";
import { Tables } from "./tables.js";
import { Toolbar } from "./toolbar.js";
import { Transport } from "./transport.js";
import { tell } from "./unheard.js";

/** Below this width the pictures stand one under the other, unless the window is broad for its height. */
const NARROW = 640;
const BROAD = 1.5;
export const GAP = 12;
/**
 * How thick lines are on a projector, at least, and for those who ask for more contrast; the size of its type (common.css), and
 * the smallest that a room's back row reads.
 */
const PROJECTED_LINE = 4;
export const PROJECTED_TYPE = 24;
export const READABLE = 18;
/** What is said before the words of the page's language are there. */
const BROKEN = "그림을 그리지 못했습니다. 페이지를 새로 고쳐 주세요. · The picture could not be drawn. Please reload the page.";
/** Milliseconds from one frame to the next; where it takes longer, the page was not shown, or slept, and no time has passed. */
const LONGEST_FRAME = 500;

/** @typedef {{width: number, radius: number, size: number, least: number}} Pen  how thick lines are, how large heads and words, and at least */
/** @typedef {(name: string, value: unknown) => void} Report */

/** Whether pictures that have this width together stand one under the other. @param {number} width */
export function isNarrow(width) {
  return width < Math.min(NARROW, BROAD * globalThis.innerHeight);
}

/**
 * What Streamlit calls at the first showing and again with every new message, for a kind of player.
 * @template Message
 * @param {(root: HTMLElement) => Player<Message>} make
 * @param {(data: Uint8Array) => Message} unpack
 */
export function showing(make, unpack) {
  /** @type {WeakMap<Element, Player<Message>>} */
  const players = new WeakMap();
  /** @param {{data: Uint8Array, parentElement: HTMLElement, setTriggerValue: Report}} component */
  return ({ data, parentElement, setTriggerValue }) => {
    const root = /** @type {HTMLElement} */ (parentElement.querySelector(".descent-stage"));
    const player = players.get(root) ?? make(root);
    players.set(root, player);
    player.report = (name, value) => tell("player", setTriggerValue, name, { of: player.of, value });
    player.receive(unpack(data));
    return () => {
      player.close();
      players.delete(root);
    };
  };
}

/**
 * @template Message
 */
export class Player {
  /**
   * @param {HTMLElement} root
   * @param {Playhead} [playhead]
   * @param {Partial<Record<import("./toolbar.js").Tool, () => void>>} [tools]  besides those that every player has
   */
  constructor(root, playhead = new Playhead(), tools = {}) {
    this.root = root;
    root.tabIndex = -1; // a click anywhere on it gives it the keys
    this.playhead = playhead;
    /** How many messages have become pictures. */
    this.shown = 0;
    /** Of the picture on show; with another one it is another picture. @type {string | undefined} */
    this.key = undefined;
    /** What the pictures are of, with which everything is reported (stage/component.py). @type {string | undefined} */
    this.of = undefined;
    /** @type {Report} */
    this.report = () => {};
    /** @type {Record<string, string> | undefined} */
    this.words = undefined;
    /** @type {Pen | undefined} */
    this.pen = undefined;
    this.pictures = element("div", { class: "descent-pictures", role: "group" });
    this.question = new QuestionCard((key, answer) => this.#answered(key, answer));
    /** What is asked, in a band of its own, and the pictures that it never covers. */
    this.theatre = element("div", { class: "descent-theatre" }, [this.question.host, this.pictures]);
    this.bar = element("div", { class: "descent-transport" });
    this.toolbar = new Toolbar({ ...tools, projector: () => this.switchProjector(), full: () => this.switchFull() });
    /** What is shown for a projector, and whether that is as it is. */
    this.look = { projector: false, fixed: true };
    this.transport = new Transport(this.bar, this.playhead, () => this.wake());
    this.announcer = new Announcer(() => this.rested());
    this.tables = new Tables(() => this.tabled());
    /** What went wrong, until it goes well again. */
    this.alert = element("p", { role: "alert", class: "descent-alert" });
    this.again = new Again(() => {
      if (this.newest) this.receive(this.newest);
    });
    this.stopKeys = () => {};
    this.resized = new ResizeObserver(() => this.layOut());
    /** How far down the page the pictures began when they were given their room. @type {number | undefined} */
    this.fittedAt = undefined;
    this.pushed = new ResizeObserver(() => {
      if (this.fittedAt !== undefined && this.fittedAt !== this.#pageTop()) this.layOut(); // what stands above has grown
    });
    /** Everything that draws waits for the one before it, so that a quick viewer never sees half of two. */
    this.ready = styled();
  }

  /**
   * Put everything into the page, and listen.
   * @param {HTMLElement[]} parts
   * @param {import("./keys.js").Acts} [acts]
   */
  open(parts, acts = {}) {
    const everywhere = { KeyF: () => this.switchFull(), KeyP: () => this.switchProjector() };
    this.stopKeys = listenToKeys({ ...playingKeys(this.playhead), ...answeringKeys(this.question), ...everywhere, ...acts }, () => this.wake());
    this.ready = this.ready.then(() => {
      this.root.replaceChildren(...parts, this.announcer.host, this.tables.host);
      this.resized.observe(this.root);
      this.resized.observe(this.question.host); // the pictures have the room that the card leaves
      const around = this.root.closest("[data-testid=stMainBlockContainer]");
      if (around) this.pushed.observe(around);
      globalThis.addEventListener("resize", this.onWindow);
      document.addEventListener("fullscreenchange", this.onWindow);
    });
    globalThis.addEventListener("popstate", this.onAddress);
  }

  /** What the address says of a player can change without a message. */
  onAddress = () => {};

  onWindow = () => this.layOut();

  get full() {
    return document.fullscreenElement === document.documentElement;
  }

  /** In the frame of another page, which the picture should fill. */
  get embedded() {
    return document.documentElement.hasAttribute("data-embedded");
  }

  switchProjector() {
    if (!this.look.fixed) this.report("projector", !this.look.projector);
  }

  /** The whole page: a picture keeps its heading, and another player finds full screen as this one left it. */
  switchFull() {
    if (!document.fullscreenEnabled) return;
    const change = this.full ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    change.catch((error) => console.warn(error)); // the browser may refuse; then everything stays as it is
  }

  /** @param {Message} message */
  receive(message) {
    this.newest = message;
    this.ready = this.ready
      .then(async () => {
        if (this.newest !== message) return;
        await inflate(message);
        const { of } = /** @type {{of?: string}} */ (message);
        if (of !== this.of) this.forget();
        await this.change(message);
        this.of = of;
      })
      .catch((error) => this.#fail(error));
  }

  /** Pictures of something else come: what was done on these and not told yet means nothing there. */
  forget() {}

  /**
   * What is said, and other assets, all on their way at once; what is said is known as soon as it is there.
   * @param {string} words
   * @param {import("./fetched.js").Place[]} others
   */
  async fetched(words, others) {
    const theme = themeOf(this.root);
    const all = Promise.all(others.map((place) => asset(place, theme)));
    all.catch(() => {}); // told below, to those who wait for it
    const texts = await asset(words, theme);
    this.words = texts.words;
    return { theme, texts, assets: await all };
  }

  /**
   * What every message says of itself.
   * @param {{label: string, projector: boolean, fixed?: boolean, question?: import("./question.js").Question | null}} message
   * @param {Record<string, string>} words
   */
  present({ label, projector, fixed = false, question = null }, words) {
    this.look = { projector, fixed };
    this.transport.name(words);
    this.tables.name(words.asTables);
    this.pictures.setAttribute("aria-label", label);
    this.root.classList.toggle("descent-projector", projector);
    this.question.show(question, words);
  }

  /**
   * How wide the pictures are, whether they stand one under the other, and the size of their type; undefined before there
   * is anything to show.
   * @param {Partial<import("./toolbar.js").State>} [tools]
   * @param {HTMLElement} [measured]
   */
  frame(tools = {}, measured = this.pictures) {
    const width = measured.clientWidth;
    if (!this.words || !width) return undefined;
    const narrow = isNarrow(width);
    this.root.classList.toggle("descent-narrow", narrow);
    this.toolbar.update(this.words, { ...this.look, full: this.full, ...tools });
    const { fontSize } = this;
    this.sharpen(fontSize, this.look.projector);
    return { width, narrow, fontSize };
  }

  /**
   * Make a message the picture.
   * @param {Message} _message
   * @returns {Promise<void>}
   */
  async change(_message) {
    throw new Error("a player says what it makes of a message");
  }

  /**
   * The new picture stands: show it, from its beginning where it is another one than before, and not before what is
   * asked about it has been answered. A picture that has come back by itself goes on where it was.
   * @param {string} key  of the picture
   */
  changed(key) {
    this.root.classList.add("descent-ready");
    pictured();
    this.alert.remove();
    this.again.done();
    const isAnother = this.key !== key;
    const place = this.key === undefined ? placeOf(key) : undefined;
    const waited = this.playhead.held;
    this.#hold();
    if (place) this.playhead.resume(place);
    else if (!this.question.open && (isAnother || waited)) this.begin(isAnother);
    this.key = key;
    mark(key, this.playhead);
    this.wake();
    this.tables.host.hidden = !this.tabled().length;
    this.root.dataset.messages = String(++this.shown);
  }

  /** Play from the beginning. @param {boolean} _anew  another picture, and not one whose question was answered */
  begin(_anew) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.playhead.seek(this.playhead.steps);
    else {
      this.playhead.seek(0);
      this.playhead.play();
    }
    if (!this.shown) performance.mark("descent-first-picture");
  }

  /** Nothing plays while a question waits for its answer. */
  #hold() {
    this.playhead.hold(this.question.open);
    this.transport.enable(!this.question.open);
    this.root.classList.toggle("descent-asking", this.question.open);
  }

  /**
   * @param {string} key
   * @param {string} answer
   */
  #answered(key, answer) {
    this.report("answered", [key, answer]);
    this.#hold();
    this.begin(false);
    this.wake();
  }

  /**
   * Say what went wrong, and where the server was to give something, ask again.
   * @param {Error} error
   */
  #fail(error) {
    console.error(error);
    const isUnfetched = error instanceof Unfetched;
    if (isUnfetched) this.again.later();
    const words = isUnfetched ? (this.words?.unfetched ?? UNFETCHED) : `${this.words?.broken ?? BROKEN} ${error.message}`;
    if (this.alert.textContent !== words) this.alert.textContent = words; // a screen reader hears it once
    if (!this.alert.isConnected) this.root.prepend(this.alert);
  }

  layOut() {
    this.ready = this.ready
      .then(async () => {
        if (!(await this.fit())) return;
        this.draw();
      })
      .catch((error) => this.#fail(error));
  }

  /**
   * Give the pictures the room that there is.
   * @returns {Promise<boolean>}  whether there is anything to show
   */
  async fit() {
    return false;
  }

  /** The size of type in the pictures, in whole pixels. */
  get fontSize() {
    return Math.round(parseFloat(getComputedStyle(this.pictures).fontSize));
  }

  /**
   * How thick to draw.
   * @param {number} fontSize
   * @param {boolean} projector
   */
  sharpen(fontSize, projector) {
    const width = projector || matchMedia("(prefers-contrast: more)").matches ? PROJECTED_LINE : Math.max(2, fontSize / 5.5);
    this.pen = { width, radius: Math.max(5, fontSize / 2.2), size: fontSize, least: projector ? Math.min(fontSize, READABLE) : 0 };
  }

  /**
   * The height left in the window for the pictures, under the player's top edge.
   * @param {HTMLElement[]} others  what stands under them
   */
  room(...others) {
    this.fittedAt = this.#pageTop();
    return globalThis.innerHeight - this.fittedAt - others.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0) - 2 * GAP;
  }

  /** How far down the page the pictures begin, however far it is scrolled. */
  #pageTop() {
    const scrolled = this.root.closest("[data-testid=stMain]")?.scrollTop ?? globalThis.scrollY;
    return Math.round(this.pictures.getBoundingClientRect().top + scrolled);
  }

  /** Draw now, and go on drawing for as long as it plays. */
  wake() {
    this.draw();
    if (this.playhead.playing && this.awaited === undefined) {
      this.last = performance.now();
      this.awaited = requestAnimationFrame(this.onFrame);
    }
  }

  onFrame = (/** @type {number} */ now) => {
    this.awaited = undefined;
    this.playhead.advance(Math.min(LONGEST_FRAME, now - (this.last ?? now)));
    this.last = now;
    this.draw();
    if (this.playhead.playing) this.awaited = requestAnimationFrame(this.onFrame);
  };

  draw() {
    const { playhead, root } = this;
    this.transport.update();
    this.question.update(playhead.ended);
    root.dataset.step = String(playhead.step);
    root.dataset.state = playhead.playing ? "playing" : playhead.ended ? "ended" : "paused";
    this.announcer.update(playhead.playing || this.question.open ? undefined : this.standing);
  }

  /** Names what is on show, so that another is known by it; undefined while a hand is moving it. @returns {string | undefined} */
  get standing() {
    return `${this.shown} ${this.playhead.step}`;
  }

  /** All has come to rest: what is said of it then. */
  rested() {
    this.tables.update();
    return this.spoken();
  }

  /** What has come of it, for those who do not see it. */
  spoken() {
    return "";
  }

  /** The numbers behind its pictures, as far as they are curves. @returns {import("./tables.js").Table[]} */
  tabled() {
    return [];
  }

  close() {
    this.again.done();
    this.announcer.close();
    this.stopKeys();
    this.resized.disconnect();
    this.pushed.disconnect();
    globalThis.removeEventListener("resize", this.onWindow);
    globalThis.removeEventListener("popstate", this.onAddress);
    document.removeEventListener("fullscreenchange", this.onWindow);
    if (this.awaited !== undefined) cancelAnimationFrame(this.awaited);
  }
}
