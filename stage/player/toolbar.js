// The buttons above the pictures: map or relief, turning the relief, pinning, the surface's own settings, projector, full screen.

import { element, icon, label } from "./element.js";

const ICONS = {
  left: "M7 7V3L1.500 8.500 7 14v-4c5 0 9 1.500 11.500 5C17.500 10 13.500 7 7 7z",
  right: "M17 7V3l5.500 5.500L17 14v-4c-5 0-9 1.500-11.500 5C6.500 10 10.500 7 17 7z",
  relief: "M12 2 3 7v10l9 5 9-5V7zm0 2.300L18.500 8 12 11.600 5.500 8zM5 9.700l6 3.400v6.300l-6-3.400zm8 9.700v-6.300l6-3.400V16z",
  map: "M9 3 3 5.500v15.500l6-2.500 6 2.500 6-2.500V3l-6 2.500zm0 2.200 5 2.100v11.500l-5-2.100zM5 6.900l2-.8v11.100l-2 .8zm14 10.200-2 .8V6.800l2-.8z",
  probe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM11 8h2v3h3v2h-3v3h-2v-3H8v-2h3z",
  noise: "M2 11h3.500L8 4l4 14 3-10 2 5h5v2h-6.300L15 13l-3 10L8 9.500 7 13H2z",
  pin: "M15 3v2l-1 1v5l3 3v2h-4v6h-2v-6H7v-2l3-3V6L9 5V3z",
  reset: "M12 5V1L7 6l5 5V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-7z",
  projector: "M3 4h18v12h-8v2.500l4 2.500h-2.600L12 19.300 9.600 21H7l4-2.500V16H3zm2 2v8h14V6z",
  full: "M4 4h6v2H6v4H4zm10 0h6v6h-2V6h-4zM4 14h2v4h4v2H4zm14 0h2v6h-6v-2h4z",
};

/**
 * @typedef {"left" | "right" | "view" | "probe" | "noise" | "pin" | "reset" | "projector" | "full"} Tool
 * @typedef {object} State
 * @property {boolean} projector
 * @property {boolean} fixed  whether nothing can be chosen here
 * @property {boolean} full
 * @property {boolean} possible  whether there can be a relief
 * @property {boolean} relief
 * @property {boolean | null} probed  whether the map is probed; null where it can't be
 * @property {boolean | null} noisy  whether there is noise; null where it is not switched here
 * @property {boolean | null} pinned  null where nothing can be
 * @property {boolean} resettable
 */
const TOOLS = /** @type {Tool[]} */ (["left", "right", "view", "probe", "noise", "pin", "reset", "projector", "full"]);

export class Toolbar {
  /** @param {Partial<Record<Tool, () => void>>} acts  a tool without an act has no button */
  constructor(acts) {
    this.buttons = /** @type {Record<Tool, HTMLButtonElement>} */ (
      Object.fromEntries(
        TOOLS.map((tool) => {
          const made = element("button", { type: "button", "data-tool": tool }, [icon(ICONS[tool === "view" ? "relief" : tool]), element("span")]);
          const act = acts[tool];
          if (act) made.addEventListener("click", act);
          return [tool, made];
        }),
      )
    );
    this.buttons.full.hidden = !document.fullscreenEnabled; // a phone may know no full screen
    this.host = element(
      "div",
      { class: "descent-toolbar" },
      TOOLS.filter((tool) => tool in acts).map((tool) => this.buttons[tool]),
    );
  }

  /**
   * @param {Record<string, string>} words
   * @param {Pick<State, "projector" | "fixed" | "full"> & Partial<State>} state
   */
  update(words, { projector, fixed, full, possible = false, relief = false, probed = null, noisy = null, pinned = null, resettable = false }) {
    const { buttons } = this;
    buttons.probe.hidden = probed === null || relief;
    buttons.noise.hidden = noisy === null;
    buttons.pin.hidden = pinned === null || fixed;
    buttons.reset.hidden = !resettable || fixed;
    buttons.left.hidden = buttons.right.hidden = !relief;
    buttons.projector.hidden = fixed;
    label(buttons.left, words.turnLeft);
    label(buttons.right, words.turnRight);
    label(buttons.reset, words.reset);
    buttons.view.replaceChildren(icon(ICONS[relief ? "map" : "relief"]), element("span", {}, [relief ? words.mapShort : words.reliefShort]));
    buttons.view.disabled = !possible;
    buttons.view.title = !possible ? words.noRelief : relief ? words.showMap : words.showRelief;
    pressed(buttons.probe, probed, words.probeOff, words.probeOn);
    pressed(buttons.noise, noisy, words.noiseOff, words.noiseOn);
    pressed(buttons.pin, pinned, words.unpin, words.pin);
    pressed(buttons.projector, projector, words.projectorOff, words.projectorOn);
    pressed(buttons.full, full, words.fullOff, words.fullOn);
  }
}

/**
 * A button that is on or off says what pressing it does.
 * @param {HTMLButtonElement} button
 * @param {boolean | null} on
 * @param {string} off  what it is called while it is on
 * @param {string} other
 */
export function pressed(button, on, off, other) {
  label(button, on ? off : other);
  button.setAttribute("aria-pressed", String(on));
}
