// A teacher's own list of scenes and chapters (ui/shell/playlist.py): links in an order that is changed by dragging or by keys.

import { element, label } from "./element.js";
import { styled } from "./fetched.js";
import { within } from "./ink.js";
import { PendingChange } from "./pending_change.js";
import { tell } from "./unheard.js";

/**
 * @typedef {[written: string, title: string, setting: string, address: string]} Entry
 * @typedef {{entries: Entry[], place: number}} Order  which entry was turned to last, from 0, or -1
 * @typedef {Order & Record<"name" | "move" | "remove" | "moved" | "removed" | "about", string>} Data
 */

/** @type {WeakMap<Element, Playlist>} */
const playlists = new WeakMap();

/**
 * Streamlit calls this at the first showing and with every change.
 * @param {{data: Data, parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void}} component
 */
export default async function show({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".descent-playlist"));
  await styled();
  const playlist = playlists.get(root) ?? new Playlist(root);
  playlists.set(root, playlist);
  playlist.report = (name, value) => tell("playlist", setTriggerValue, name, value);
  playlist.receive(data);
}

/**
 * The order after the entry `from` has gone to `to`; the place goes with its entry.
 * @param {Order} order
 * @param {number} from
 * @param {number} to
 * @returns {Order}
 */
export function moved({ entries, place }, from, to) {
  const places = entries.map((_, i) => i);
  places.splice(to, 0, ...places.splice(from, 1));
  return { entries: places.map((i) => entries[i]), place: places.indexOf(place) };
}

/**
 * The order without one entry. Where that was turned to last, the next page is the one that followed it.
 * @param {Order} order
 * @param {number} at
 * @returns {Order}
 */
export function without({ entries, place }, at) {
  return { entries: entries.filter((_, i) => i !== at), place: place >= at ? place - 1 : place };
}

/**
 * The address of an entry in this list.
 * @param {Order} order
 * @param {number} at
 */
export function addressIn({ entries }, at) {
  const address = entries[at][3];
  const list = entries.map(([written]) => written).join("~~");
  return `${address}${address.includes("?") ? "&" : "?"}list=${list}&at=${at + 1}`;
}

class Playlist {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.lines = element("ol");
    this.about = element("p");
    this.status = element("p", { role: "status", class: "descent-unseen" });
    root.replaceChildren(this.lines, this.about, this.status);
    /** @type {(name: string, value: unknown) => void} */
    this.report = () => {};
    /** @type {PendingChange<Order>} */
    this.order = new PendingChange(/** @type {Order} */ ({ entries: [], place: -1 }), ({ entries, place }) =>
      this.report("ordered", [entries.map(([written]) => written), place]),
    );
  }

  /** @param {Data} data */
  receive(data) {
    this.words = data;
    this.lines.setAttribute("aria-label", data.name);
    this.about.textContent = data.about;
    this.order.hear({ entries: data.entries, place: data.place });
    this.#draw();
  }

  /** Made anew, with the focus where it was. */
  #draw() {
    const controls = () => [...this.lines.querySelectorAll("button, a")];
    const focused = controls().indexOf(/** @type {Element} */ (document.activeElement));
    this.lines.replaceChildren(...this.order.value.entries.map((entry, i) => this.#line(entry, i)));
    if (focused >= 0) /** @type {HTMLElement | undefined} */ (controls()[focused])?.focus();
  }

  /**
   * @param {Entry} entry
   * @param {number} at
   */
  #line([, title, setting], at) {
    const words = /** @type {Data} */ (this.words);
    const handle = element("button", { type: "button", class: "descent-playlist-handle" }, ["⠿"]);
    label(handle, words.move.replace("{entry}", title));
    handle.addEventListener("keydown", (event) => this.#press(event, at));
    handle.addEventListener("pointerdown", (event) => this.#drag(event, at));
    const link = element("a", { href: addressIn(this.order.value, at), title: setting }, [element("span", {}, [title])]);
    if (setting) link.append(element("small", {}, [setting]));
    if (at === this.order.value.place) link.setAttribute("aria-current", "true");
    const remove = element("button", { type: "button" }, ["✕"]);
    label(remove, words.remove.replace("{entry}", title));
    remove.addEventListener("click", () => this.#remove(at));
    return element("li", {}, [handle, link, remove]);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} at
   */
  #press(event, at) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === "Delete") this.#remove(at);
    else if (by) this.#move(at, at + by);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * @param {number} from
   * @param {number} wished
   */
  #move(from, wished) {
    const to = within(wished, 0, this.order.value.entries.length - 1);
    if (to === from) return;
    this.order.change(moved(this.order.value, from, to));
    this.#draw();
    this.#handle(to)?.focus();
    this.#say("moved", to + 1);
  }

  /** @param {number} at */
  #remove(at) {
    this.order.change(without(this.order.value, at));
    this.#draw();
    this.#handle(Math.min(at, this.order.value.entries.length - 1))?.focus();
    this.#say("removed", 0);
  }

  /**
   * Follows the pointer: the line lies where the pointer is, and is reported where it is let go.
   * @param {PointerEvent} event
   * @param {number} at
   */
  #drag(event, at) {
    if (event.button) return;
    const dragged = this.lines.children[at];
    const handle = /** @type {HTMLElement} */ (event.currentTarget);
    const over = (/** @type {PointerEvent} */ { clientY }) => {
      const others = [...this.lines.children].filter((line) => line !== dragged);
      const below = others.find((line) => clientY < line.getBoundingClientRect().top + line.clientHeight / 2);
      if (dragged.nextElementSibling !== (below ?? null)) this.lines.insertBefore(dragged, below ?? null);
    };
    // on the document: a line that is put elsewhere loses what was captured for it
    document.addEventListener("pointermove", over);
    dragged.classList.add("descent-dragged");
    const drop = () => {
      document.removeEventListener("pointermove", over);
      for (const end of ["pointerup", "pointercancel"]) document.removeEventListener(end, drop);
      dragged.classList.remove("descent-dragged");
      this.#move(at, [...this.lines.children].indexOf(dragged));
    };
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, drop);
    handle.focus();
    event.preventDefault();
  }

  /** @param {number} at */
  #handle(at) {
    return /** @type {HTMLElement | undefined} */ (this.lines.children[at]?.querySelector("button"));
  }

  /**
   * @param {"moved" | "removed"} what
   * @param {number} place
   */
  #say(what, place) {
    const words = /** @type {Data} */ (this.words);
    this.status.textContent = words[what].replace("{place}", String(place)).replace("{count}", String(this.order.value.entries.length));
  }
}
