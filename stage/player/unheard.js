// What the viewer has done in the pictures and the server has not heard yet. While nobody listens it waits, the last of each
// kind; when the server is back, it is told all of it at once. Each of several messages would break off the run before it, and
// controls that were not made anew in that run would take its change back.

/** @typedef {(name: string, value: unknown) => void} Send */

/** By who has told it. @type {Map<string, {send: Send, values: Map<string, unknown>}>} */
const unheard = new Map();
let listening = true;

/** Under this name several things are told at once (stage/component.py). */
const SEVERAL = "several";

/** Whether the server listens: this page is connected, and the server knows what it shows. */
export function isListening() {
  return listening;
}

/** Whether the server knows all that the viewer has done. */
export function allHeard() {
  return listening && unheard.size === 0;
}

/**
 * Tell the server, now or when it listens again.
 * @param {string} who
 * @param {Send} send  how they tell it
 * @param {string} name
 * @param {unknown} value
 */
export function tell(who, send, name, value) {
  const values = unheard.get(who)?.values ?? new Map();
  unheard.set(who, { send, values: values.set(name, value) });
  if (listening) send(name, value);
}

/** The page's script runs: it knows what was told before. */
export function heard() {
  if (listening) unheard.clear();
}

export function stopListening() {
  listening = false;
}

export function listenAgain() {
  listening = true;
  for (const { send, values } of unheard.values()) send(SEVERAL, [...values]);
}
