// A value that the viewer changes here and that comes back with the next message from the server.

import { allHeard } from "./unheard.js";

/** Milliseconds for which a change stands against older values that are still on their way back. */
const PATIENCE = 3000;

/** @template Value */
export class Echo {
  /**
   * @param {Value} value
   * @param {(value: Value) => void} report
   */
  constructor(value, report) {
    this.value = value;
    this.report = report;
    this.waitsUntil = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pending = undefined;
  }

  /**
   * The viewer has changed it. Reported at once, or when `quiet` milliseconds bring no further change: the server
   * hears only the last of several reports that come before its answer.
   * @param {Value} value
   * @param {number} [quiet]
   */
  change(value, quiet = 0) {
    this.value = value;
    this.waitsUntil = performance.now() + quiet + PATIENCE;
    clearTimeout(this.pending);
    if (quiet) this.pending = setTimeout(() => this.report(value), quiet);
    else this.report(value);
  }

  /**
   * The server has sent a value: take it, unless it is older than the viewer's own, or than what the server has yet to hear.
   * @param {Value} value
   */
  hear(value) {
    if (JSON.stringify(value) === JSON.stringify(this.value)) this.waitsUntil = 0;
    if (performance.now() >= this.waitsUntil && allHeard()) this.value = value;
    return this.value;
  }
}
