// The surfaces to choose from: a button that shows the one on show, and a panel with the map of each, grouped by kind.

import { element, write } from "./element.js";
import { asset, styled, themeOf } from "./fetched.js";
import { firstPicture } from "./first_picture.js";
import { bytesOf, inflated } from "./message.js";
import { tell } from "./unheard.js";

/**
 * @typedef {object} Data
 * @property {string} chosen   the key of the surface on show
 * @property {string} name     and what it is called
 * @property {[string, string, string]} other  key, name and group of what can be chosen besides, without a map
 * @property {string} label
 * @property {string} gallery  address of the thumbnails
 *
 * @typedef {object} Told  the thumbnails (stage/thumbnails.py)
 * @property {{name: string, surfaces: {key: string, name: string}[]}[]} groups
 * @property {number} width
 * @property {number} height
 * @property {number[][]} colors  of each code; one that is none of them is a hole
 * @property {string} cells       codes (surfaces, height, width) of one byte, deflated
 *
 * @typedef {Told & {codes: Uint8Array, places: Map<string, number>}} Gallery
 */

const PANEL = "descent-surfaces-panel";
/** Milliseconds for which the maps wait for the picture of the page, which comes first. */
const PATIENCE = 10_000;

/** @type {WeakMap<Element, Chooser>} */
const choosers = new WeakMap();

/**
 * Streamlit calls this at the first showing and with every change.
 * @param {{data: Data, parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void}} component
 */
export default async function show({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".descent-surfaces"));
  await styled();
  const chooser = choosers.get(root) ?? new Chooser(root);
  choosers.set(root, chooser);
  chooser.report = (key) => tell("surfaces", setTriggerValue, "chosen", key);
  await chooser.receive(data);
}

class Chooser {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {(key: string) => void} */
    this.report = () => {};
    this.picture = element("canvas", { "aria-hidden": "true" });
    this.name = element("b");
    this.label = element("span");
    this.button = element(
      "button",
      { type: "button", class: "descent-surfaces-button", popovertarget: PANEL, "aria-haspopup": "listbox", "aria-expanded": "false" },
      [this.picture, element("span", { class: "descent-surfaces-words" }, [this.label, this.name])],
    );
    this.panel = element("div", { id: PANEL, class: "descent-surfaces-panel", popover: "auto", role: "listbox" });
    this.panel.addEventListener("beforetoggle", (event) => {
      const isOpen = /** @type {ToggleEvent} */ (event).newState === "open";
      this.button.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) this.open();
      if (isOpen && !this.made && this.data) this.receive(this.data); // it could not be fetched before
    });
    this.panel.addEventListener("keydown", (event) => this.#move(event));
    root.replaceChildren(this.button, this.panel);
    /** What the panel was made of. */
    this.made = "";
    this.open = () => {};
    /** Until somebody wants to see it. @type {Promise<void>} */
    this.asked = new Promise((resolve) => (this.open = resolve));
  }

  /** @param {Data} data */
  async receive(data) {
    this.data = data;
    write(this.label, data.label);
    write(this.name, data.name);
    this.button.title = data.name;
    this.panel.setAttribute("aria-label", data.label);
    await Promise.race([firstPicture, new Promise((done) => setTimeout(done, PATIENCE)), this.asked]);
    const theme = themeOf(this.root);
    try {
      const told = /** @type {Told} */ (await asset(data.gallery, theme));
      const gallery = { ...told, codes: await inflated(bytesOf(told.cells)), places: placesOf(told) };
      if (this.data !== data) return;
      this.#fill(gallery, data, theme);
      paint(this.picture, gallery, data.chosen);
    } catch (error) {
      console.warn(error); // the surface on show has its name, and another look asks again
    }
  }

  /** @param {Gallery} gallery @param {Data} data @param {string} theme */
  #fill(gallery, { chosen, other: [key, name, group] }, theme) {
    const made = JSON.stringify([gallery.groups, theme, name]);
    if (this.made !== made) {
      this.made = made;
      const groups = [...gallery.groups, { name: group, surfaces: [{ key, name }] }];
      this.panel.replaceChildren(...groups.map((each) => this.#group(each, gallery)));
    }
    for (const option of this.#options()) {
      const isChosen = option.dataset.surface === chosen;
      option.setAttribute("aria-selected", String(isChosen));
      option.autofocus = isChosen; // the browser goes there in the moment in which the panel opens
    }
  }

  /** @param {Told["groups"][number]} group @param {Gallery} gallery */
  #group({ name, surfaces }, gallery) {
    const options = surfaces.map((surface) => {
      const picture = element("canvas", { "aria-hidden": "true" });
      paint(picture, gallery, surface.key);
      const option = element("button", { type: "button", role: "option", tabindex: "-1", "data-surface": surface.key }, [
        picture,
        element("span", {}, [surface.name]),
      ]);
      option.addEventListener("click", () => this.#choose(surface.key));
      return option;
    });
    return element("div", { role: "group", "aria-label": name, class: "descent-surfaces-group" }, [
      element("span", { class: "descent-surfaces-kind", "aria-hidden": "true" }, [name]),
      element("div", { class: "descent-surfaces-options" }, options),
    ]);
  }

  /** @param {string} key */
  #choose(key) {
    this.panel.hidePopover();
    if (key !== this.data?.chosen) this.report(key);
  }

  #options() {
    return /** @type {HTMLElement[]} */ ([...this.panel.querySelectorAll("[role=option]")]);
  }

  /** Arrows go to the neighbours, letters to the next name that begins so. @param {KeyboardEvent} event */
  #move(event) {
    const options = this.#options();
    const at = options.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = neighbour(options, at, event.key) ?? begins(options, at, event);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    to.focus();
  }
}

/**
 * Where a key leads: along the row, or to the nearest above or below.
 * @param {HTMLElement[]} options
 * @param {number} at
 * @param {string} key
 */
function neighbour(options, at, key) {
  const last = options.length - 1;
  switch (key) {
    case "ArrowRight":
      return options[Math.min(at + 1, last)];
    case "ArrowLeft":
      return options[Math.max(at - 1, 0)];
    case "Home":
      return options[0];
    case "End":
      return options[last];
    case "ArrowDown":
      return beside(options.slice(at + 1), options[at], 1);
    case "ArrowUp":
      return beside(options.slice(0, Math.max(0, at)).reverse(), options[at], -1);
  }
}

/**
 * Of those that come next, the one in the next row that is least to the side.
 * @param {HTMLElement[]} others  the nearest first
 * @param {HTMLElement | undefined} from
 * @param {1 | -1} way
 */
function beside(others, from, way) {
  if (!from) return others[0];
  const here = from.getBoundingClientRect();
  const rows = others.map((option) => ({ option, box: option.getBoundingClientRect() })).filter(({ box }) => way * (box.top - here.top) > 1);
  const next = rows.filter(({ box }) => Math.abs(box.top - rows[0].box.top) < 1);
  return next.sort((a, b) => Math.abs(a.box.left - here.left) - Math.abs(b.box.left - here.left))[0]?.option ?? from;
}

/**
 * @param {HTMLElement[]} options
 * @param {number} at
 * @param {KeyboardEvent} event
 */
function begins(options, at, { key, ctrlKey, altKey, metaKey }) {
  if (key.length !== 1 || key === " " || ctrlKey || altKey || metaKey) return undefined;
  const after = [...options.slice(at + 1), ...options.slice(0, at + 1)];
  return after.find((option) => option.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}

/** The number of each surface. @param {Told} told */
function placesOf({ groups }) {
  return new Map(groups.flatMap(({ surfaces }) => surfaces).map(({ key }, i) => [key, i]));
}

/**
 * The map of a surface; nothing where it has none.
 * @param {HTMLCanvasElement} canvas
 * @param {Gallery} gallery
 * @param {string} key
 */
function paint(canvas, { width, height, colors, codes, places }, key) {
  [canvas.width, canvas.height] = [width, height]; // which clears it
  const place = places.get(key);
  const context = canvas.getContext("2d");
  canvas.classList.toggle("descent-blank", place === undefined);
  if (place === undefined || !context) return;
  const image = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    const color = colors[codes[place * width * height + i]];
    if (color) image.data.set([...color, 255], 4 * i);
  }
  context.putImageData(image, 0, 0);
}
