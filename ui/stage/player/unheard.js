// What the viewer has done in the pictures and the server has not heard yet. While nobody listens it waits, the last of each
// kind; when the server is back it is told, one after the other, because of several at once it would hear only the last.

/** @type {Map<string, () => void>} */
const unheard = new Map();
let listening = true;
/** What is still to be told of what has waited. @type {string[]} */
let waiting = [];

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

/** The page's script runs: it knows what was told before. */
export function heard() {
  if (!listening) return;
  if (waiting.length) tellNext();
  else unheard.clear();
}

export function stopListening() {
  listening = false;
}

export function listenAgain() {
  listening = true;
  waiting = [...unheard.keys()];
  tellNext();
}

function tellNext() {
  unheard.get(waiting.shift() ?? "")?.();
}
