// What the viewer has done in the pictures and the server has not heard yet. While nobody listens it waits, the last of each
// kind, and is told as soon as the server is back.

/** @type {Map<string, () => void>} */
const unheard = new Map();
let listening = true;

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
 * @param {string} what  of the same kind only the last counts
 * @param {() => void} act
 */
export function tell(what, act) {
  unheard.set(what, act);
  if (listening) act();
}

/** The page's script has begun or ended: it knows what was told before. */
export function heard() {
  if (listening) unheard.clear();
}

export function stopListening() {
  listening = false;
}

export function listenAgain() {
  listening = true;
  for (const act of unheard.values()) act();
}
