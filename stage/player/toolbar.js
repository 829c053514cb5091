// The buttons above the pictures: map or relief, turning the relief, projector, full screen.

import { element, icon, label } from "./element.js";

const ICONS = {
  left: "M7 7V3L1.500 8.500 7 14v-4c5 0 9 1.500 11.500 5C17.500 10 13.500 7 7 7z",
  right: "M17 7V3l5.500 5.500L17 14v-4c-5 0-9 1.500-11.500 5C6.500 10 10.500 7 17 7z",
  relief: "M12 2 3 7v10l9 5 9-5V7zm0 2.300L18.500 8 12 11.600 5.500 8zM5 9.700l6 3.400v6.300l-6-3.400zm8 9.700v-6.300l6-3.400V16z",
  map: "M9 3 3 5.500v15.500l6-2.500 6 2.500 6-2.500V3l-6 2.500zm0 2.200 5 2.100v11.500l-5-2.100zM5 6.900l2-.8v11.100l-2 .8zm14 10.200-2 .8V6.800l2-.8z",
  pin: "M15 3v2l-1 1v5l3 3v2h-4v6h-2v-6H7v-2l3-3V6L9 5V3z",
  projector: "M3 4h18v12h-8v2.500l4 2.500h-2.600L12 19.300 9.600 21H7l4-2.500V16H3zm2 2v8h14V6z",
  full: "M4 4h6v2H6v4H4zm10 0h6v6h-2V6h-4zM4 14h2v4h4v2H4zm14 0h2v6h-6v-2h4z",
};

/** @typedef {"left" | "right" | "view" | "pin" | "projector" | "full"} Tool */

export class Toolbar {
  /**
   * @param {HTMLElement} host
   * @param {Partial<Record<Tool, () => void>>} acts  a tool without an act has no button
   */
  constructor(host, acts) {
    const drawn = /** @type {Record<Tool, keyof typeof ICONS>} */ ({
      left: "left",
      right: "right",
      view: "relief",
      pin: "pin",
      projector: "projector",
      full: "full",
    });
    this.buttons = /** @type {Record<Tool, HTMLButtonElement>} */ (
      Object.fromEntries(
        Object.entries(drawn).map(([tool, name]) => {
          const made = element("button", { type: "button", "data-tool": tool }, [icon(ICONS[name]), element("span")]);
          const act = acts[/** @type {Tool} */ (tool)];
          if (act) made.addEventListener("click", act);
          return [tool, made];
        }),
      )
    );
    this.buttons.full.hidden = !document.fullscreenEnabled; // a phone may know no full screen
    host.replaceChildren(...Object.entries(this.buttons).flatMap(([tool, made]) => (tool in acts ? [made] : [])));
  }

  /**
   * @param {Record<string, string>} words
   * @param {{possible: boolean, relief: boolean, pinned?: boolean | null, projector: boolean, full: boolean, fixed: boolean}} state
   */
  update(words, { possible, relief, pinned = null, projector, full, fixed }) {
    const { left, right, view, pin, projector: beam, full: whole } = this.buttons;
    pin.hidden = pinned === null || fixed;
    label(pin, pinned ? words.unpin : words.pin);
    pin.setAttribute("aria-pressed", String(pinned));
    left.hidden = right.hidden = !relief;
    beam.hidden = fixed;
    label(left, words.turnLeft);
    label(right, words.turnRight);
    view.replaceChildren(icon(ICONS[relief ? "map" : "relief"]), element("span", {}, [relief ? words.mapShort : words.reliefShort]));
    view.disabled = !possible;
    view.title = !possible ? words.noRelief : relief ? words.showMap : words.showRelief;
    label(beam, projector ? words.projectorOff : words.projectorOn);
    beam.setAttribute("aria-pressed", String(projector));
    label(whole, full ? words.fullOff : words.fullOn);
    whole.setAttribute("aria-pressed", String(full));
  }
}
