// Predict, then reveal: what the viewer is asked before anything plays, and what is said when it has been played.

import { element, icon, label } from "./element.js";
import { PendingChange } from "./pending_change.js";

const CLOSE = "M6.400 5 12 10.600 17.600 5 19 6.400 13.400 12 19 17.600 17.600 19 12 13.400 6.400 19 5 17.600 10.600 12 5 6.400z";
/** The answer of those who would rather just look, as Python knows it. */
const SKIPPED = "skip";

/**
 * @typedef {object} Question
 * @property {string} key  with another key it is asked again
 * @property {string} asked
 * @property {{key: string, label: string}[]} options
 * @property {string[]} right  the keys of the right answers
 * @property {string} why
 * @property {[string, [number, number]][]} places  letters at places of the map
 * @property {string} answer  what was answered already, or nothing
 */

export class QuestionCard {
  /** @param {(key: string, answer: string) => void} onAnswer  the question's key and the answer's */
  constructor(onAnswer) {
    /** @type {Question | undefined} */
    this.question = undefined;
    /** @type {Record<string, string>} */
    this.words = {};
    /** What was answered to the question on show. @type {PendingChange<string>} */
    this.answer = new PendingChange("", (answer) => this.question && onAnswer(this.question.key, answer));
    /** Whether its outcome has been said, and the card been closed since. */
    this.revealed = false;
    this.closed = false;
    /** Whether it was answered here, by one who waits for its outcome. */
    this.followed = false;
    /** What the card was made for. */
    this.made = "";
    this.host = element("section", { class: "descent-question", tabindex: "-1" });
    this.host.hidden = true;
  }

  /** Whether it waits for an answer. */
  get open() {
    return this.question !== undefined && this.answer.value === "";
  }

  /** The letters that the options name. */
  get places() {
    return this.question?.places ?? [];
  }

  /**
   * @param {Question | null} question
   * @param {Record<string, string>} words
   */
  show(question, words) {
    if (question?.key !== this.question?.key) {
      this.answer.begin("");
      this.revealed = this.closed = false;
    }
    this.question = question ?? undefined;
    this.words = words;
    this.answer.hear(question?.answer ?? "");
    this.#make();
  }

  /** The outcome is said once it has been seen. @param {boolean} ended */
  update(ended) {
    if (!this.question || this.open || this.revealed || !ended) return;
    this.revealed = true;
    this.#make();
  }

  /** @param {string | undefined} key */
  give(key) {
    if (!this.open || key === undefined) return;
    this.host.style.minHeight = `${this.host.offsetHeight}px`; // what is under it stays where it is while it plays
    this.host.focus({ preventScroll: true }); // its buttons go
    this.followed = true;
    this.answer.change(key);
    this.#make();
  }

  /** By its number, counted from 0. @param {number} i */
  giveNumber(i) {
    this.give(this.question?.options[i]?.key);
  }

  #make() {
    const { question, words, answer, revealed, closed } = this;
    const made = JSON.stringify([question, words.askTitle, answer.value, revealed, closed]);
    if (this.made === made) return;
    this.made = made;
    this.host.hidden = !question || closed;
    if (this.open || this.host.hidden) this.host.style.minHeight = "";
    if (!question) return;
    this.host.dataset.state = this.open ? "open" : revealed ? "revealed" : "given";
    this.host.setAttribute("aria-label", words.askTitle);
    const { activeElement } = document;
    const isHere = this.host.contains(activeElement) || (this.followed && activeElement === document.body);
    this.host.replaceChildren(...(this.open ? this.#asking(question) : revealed ? this.#outcome(question) : this.#given(question)));
    if (revealed && isHere) this.#explanation?.focus({ preventScroll: true });
    if (revealed || this.open) this.followed = false;
  }

  /** Who cannot see it hears it: it has the focus, unless that has gone elsewhere meanwhile. */
  get #explanation() {
    return /** @type {HTMLElement | null} */ (this.host.querySelector("[role=status]"));
  }

  /** @param {Question} question */
  #asking({ asked, options }) {
    const buttons = options.map(({ key, label: name }, i) => {
      const made = element("button", { type: "button", "data-answer": key }, [element("kbd", {}, [String(i + 1)]), name]);
      made.addEventListener("click", () => this.give(key));
      return made;
    });
    const skip = element("button", { type: "button", "data-answer": SKIPPED, class: "descent-skip" }, [this.words.askSkip]);
    skip.addEventListener("click", () => this.give(SKIPPED));
    return [
      element("p", {}, [element("strong", {}, [this.words.askTitle]), ` ${asked}`]),
      element("div", { class: "descent-answers" }, [...buttons, skip]),
    ];
  }

  /** @param {Question} question */
  #given({ options }) {
    const given = options.find(({ key }) => key === this.answer.value);
    return given ? [element("p", {}, [this.words.askGiven.replace("{given}", given.label)])] : [];
  }

  /** @param {Question} question */
  #outcome({ options, right, why }) {
    const named = (/** @type {string[]} */ keys) => options.flatMap(({ key, label: name }) => (keys.includes(key) ? [name] : [])).join(", ");
    const { value } = this.answer;
    const word = value === SKIPPED ? this.words.askShown : right.includes(value) ? this.words.askRight : this.words.askWrong;
    const said = word.replace("{given}", named([value])).replace("{right}", named(right));
    const close = element("button", { type: "button", class: "descent-close" }, [icon(CLOSE)]);
    label(close, this.words.askClose);
    close.addEventListener("click", () => {
      this.closed = true;
      this.#make();
    });
    return [close, element("p", { role: "status", tabindex: "-1" }, [element("strong", {}, [said]), ` ${why}`])];
  }
}
