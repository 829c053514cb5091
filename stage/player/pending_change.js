// A value that the viewer changes here and that comes back with the next message from the server.

import { allHeard } from "./unheard.js";

/** Milliseconds for which a change stands against older values that are still on their way back. */
const PATIENCE = 3000;

/** @template Value */
export class PendingChange {
  /**
   * @param {Value} value
   * @param {(value: Value) => void} report
   */
  constructor(value, report) {
    this.value = value;
    this.report = report;
    this.waitsUntil = 0;
    /** Whether it is the viewer's own, and not what the server has sent. */
    this.own = false;
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
    this.own = true;
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
    const isSame = JSON.stringify(value) === JSON.stringify(this.value);
    const isOlder = performance.now() < this.waitsUntil || (this.own && !allHeard());
    if (isSame || !isOlder) this.begin(value);
    return this.value;
  }

  /** The viewer asks for something else instead: whatever comes is right, and what was not reported yet is not. */
  drop() {
    clearTimeout(this.pending);
    this.own = false;
    this.waitsUntil = 0;
  }

  /**
   * A value that is not the viewer's own.
   * @param {Value} value
   */
  begin(value) {
    this.value = value;
    this.own = false;
    this.waitsUntil = 0;
  }
}
