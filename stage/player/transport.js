// The bar under the pictures: play and pause, step, scrub, speed.

import { element, icon, label } from "./element.js";
import { SPEEDS } from "./playhead.js";
import { pressed } from "./toolbar.js";

const ICONS = {
  start: "M6 5h2.5v14H6zM20 5v14L9.5 12z",
  back: "M15.5 5v14L5 12zM17 5h2.5v14H17z",
  play: "M7 4.5v15l12.5-7.5z",
  pause: "M6.5 5h4v14h-4zM13.5 5h4v14h-4z",
  forward: "M8.5 5v14L19 12zM4.5 5H7v14H4.5z",
  end: "M15.500 5H18v14h-2.500zM4 5v14l10.500-7z",
  sound: "M3 9v6h4l5 5V4L7 9zm11-1.500v9a5 5 0 0 0 0-9zm0-4.200v2.200a6.800 6.800 0 0 1 0 13v2.200a9 9 0 0 0 0-17.400z",
  silence:
    "M3 9v6h4l5 5V4L7 9zM15.200 9.400L16.600 8l2.600 2.600L21.800 8l1.400 1.400L20.600 12l2.600 2.600-1.400 1.400-2.600-2.600-2.600 2.600-1.400-1.400L17.800 12z",
};

export class Transport {
  /**
   * @param {HTMLElement} host
   * @param {import("./playhead.js").Playhead} playhead
   * @param {() => void} onChange
   */
  constructor(host, playhead, onChange) {
    this.playhead = playhead;
    /** @param {keyof typeof ICONS} name @param {() => void} act */
    const button = (name, act) => {
      const made = element("button", { type: "button", "data-act": name }, [icon(ICONS[name])]);
      made.addEventListener("click", () => {
        act();
        onChange();
      });
      return made;
    };
    this.buttons = {
      start: button("start", () => playhead.seek(0)),
      back: button("back", () => playhead.seek(playhead.step - 1)),
      play: button("play", () => playhead.toggle()),
      forward: button("forward", () => playhead.seek(playhead.step + 1)),
      end: button("end", () => playhead.seek(playhead.steps)),
    };
    this.scrub = element("input", { type: "range", min: "0", step: "1", class: "descent-scrub" });
    this.scrub.addEventListener("input", () => {
      playhead.seek(Number(this.scrub.value));
      onChange();
    });
    this.count = element("span", { class: "descent-count" });
    this.speed = element(
      "select",
      { class: "descent-speed" },
      SPEEDS.map((speed) => element("option", { value: String(speed) }, [speedName(speed)])),
    );
    this.speed.value = String(playhead.speed);
    this.speed.addEventListener("change", () => {
      playhead.speed = Number(this.speed.value);
    });
    /** Whether the button says "pause". @type {boolean | undefined} */
    this.shownPlaying = undefined;
    /** Only where there is something to hear. @type {HTMLButtonElement | undefined} */
    this.sound = undefined;
    host.replaceChildren(...Object.values(this.buttons), this.scrub, this.count, this.speed);
  }

  /** A switch for what is heard. @param {() => void} act */
  addSound(act) {
    this.sound = element("button", { type: "button", "data-act": "sound" }, [icon(ICONS.silence)]);
    this.sound.addEventListener("click", act);
    this.scrub.after(this.sound);
  }

  /** @param {boolean} on */
  showSound(on) {
    if (!this.sound || !this.words) return;
    this.sound.replaceChildren(icon(on ? ICONS.sound : ICONS.silence));
    pressed(this.sound, on, this.words.soundOff, this.words.soundOn);
  }

  /** @param {Record<string, string>} words */
  name(words) {
    this.words = words;
    for (const [name, button] of Object.entries(this.buttons)) label(button, words[name]);
    label(this.scrub, words.scrub);
    label(this.speed, words.speed);
    this.shownPlaying = undefined;
    this.update();
  }

  /** Whether there is anything to play. @param {boolean} possible */
  enable(possible) {
    for (const control of [...Object.values(this.buttons), this.scrub]) control.disabled = !possible;
  }

  update() {
    const { steps, step, playing } = this.playhead;
    if (this.shownPlaying !== playing && this.words) {
      this.shownPlaying = playing;
      this.buttons.play.replaceChildren(icon(playing ? ICONS.pause : ICONS.play));
      label(this.buttons.play, playing ? this.words.pause : this.words.play);
    }
    this.scrub.max = String(steps);
    this.scrub.value = String(step);
    this.scrub.style.setProperty("--done", `${(100 * step) / Math.max(steps, 1)}%`);
    this.count.textContent = `${step} / ${steps}`;
    this.scrub.setAttribute("aria-valuetext", `${step} / ${steps}`);
  }
}

/** @param {number} speed */
function speedName(speed) {
  return `${{ 0.25: "¼", 0.5: "½" }[speed] ?? speed}×`;
}
