// What the viewer has done in the pictures and the server has not heard yet. While nobody listens it waits, the last of each
// kind; when the server is back, it is told all of it at once. Each of several messages would break off the run before it, and
// controls that were not made again in that run would take its change back.

/** @typedef {(name: string, value: unknown) => void} Send */

/** By who has told it. @type {Map<string, {send: Send, values: Map<string, unknown>}>} */
const unheard = new Map();
let listening = true;
/** Whether what comes now is still the answer to the page's own question after it was cut off. */
let comesBack = false;
let tellsAgain = false;

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

/** Whether a picture that is made now was there before the page was cut off; it may take long to arrive. */
export function isComingBack() {
  return comesBack;
}

/** The page's script runs: it knows what was told before. */
export function heard() {
  if (!listening) return;
  unheard.clear();
  if (tellsAgain) tellsAgain = false;
  else comesBack = false;
}

export function stopListening() {
  listening = false;
  comesBack = true;
}

export function listenAgain() {
  listening = true;
  tellsAgain = unheard.size > 0;
  for (const { send, values } of unheard.values()) send(SEVERAL, [...values]);
}
