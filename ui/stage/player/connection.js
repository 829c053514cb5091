// A viewer who was cut off is told so calmly, the pictures go on playing, and nothing that is done meanwhile is lost: when the
// server is back, the page asks for what its address says before any control is used again.
//
// Streamlit tells a page around it how it stands and does what that page asks ("host communication"); a page that stands alone
// is its own host (page.js allows it). A server that has forgotten this viewer, or was started anew, sends nothing by itself:
// without being asked, its first run would be the viewer's next click, of which it would know nothing.

import { element } from "./element.js";
import { heard, listenAgain, stopListening } from "./unheard.js";

/** @typedef {"opening" | "connected" | "away" | "returning"} State */

/** In milliseconds. A shorter absence is not told; what is said of coming back stands for a while. */
const WORTH_TELLING = 1000;
const STANDS_FOR = 4000;
/** How often a page in sight makes sure of its connection; how long a busy server may take to answer, and how long one that ought
 * to be asked because something has happened here. */
const BEAT = 15_000;
const PATIENCE = 20_000;
const IMPATIENCE = 4000;
/** A page that was stopped for so long may have been forgotten (server.disconnectedSessionTTL). */
const LONG_ASLEEP = 90_000;
/** For so long Streamlit's own attempts to come back are left alone, at first and at last. */
const FIRST_ATTEMPT = 2500;
const LAST_ATTEMPT = 15_000;
/** Not more often than this does the page load itself anew, or begin another attempt to connect. */
const RELOAD_PAUSE = 60_000;
const ATTEMPT_PAUSE = 2000;

const RELOADED = "descent-reloaded";
/** The folder of these modules; its name tells their version. */
const FOLDER = new URL("./", import.meta.url).pathname;

/** In both languages. @type {Record<string, {ko: string, en: string}>} */
const words = JSON.parse(document.getElementById("descent-connection")?.textContent ?? "{}");

/** @type {State} */
let state = "opening";
/** When the page last opened a new connection by itself. */
let attempted = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let trying;
/** When the connection was last made sure of. */
let looked = Date.now();
/** Where the keyboard was, and the page. @type {Element | null} */
let focused = null;
let path = "";

/** Ask Streamlit for something. @param {string} type @param {object} [what] */
function ask(type, what) {
  postMessage({ stCommVersion: 1, type, ...what }, location.origin);
}

addEventListener("message", ({ source, data }) => {
  if (source !== window || data?.stCommVersion !== 1) return;
  if (data.type === "WEBSOCKET_CONNECTED") connected();
  else if (data.type === "WEBSOCKET_DISCONNECTED") {
    if (data.attemptingToReconnect || Date.now() - attempted < ATTEMPT_PAUSE) away();
    else loadAnew() || say("failed", loadAnewButton());
  } else if (data.type === "SET_CURRENT_PAGE_NAME") heard(); // every run of the script says so as it begins
  else if (data.type === "SCRIPT_RUN_STATE_CHANGED" && data.scriptRunState === "notRunning" && state === "returning") back();
  else if (data.type === "CLIENT_ERROR_DIALOG" && state === "opening") say("unanswered");
});

function connected() {
  clearTimeout(trying);
  if (state === "away") comeBack();
  if (state !== "opening") return;
  state = "connected";
  hush();
}

function away() {
  leave("away");
  tryAgain(FIRST_ATTEMPT);
}

/**
 * Streamlit tries to come back by itself, but later and later, and may wait long for an answer on a line that is dead.
 * @param {number} milliseconds
 */
function tryAgain(milliseconds) {
  clearTimeout(trying);
  trying = setTimeout(() => {
    connectNow();
    tryAgain(Math.min(LAST_ATTEMPT, 1.5 * milliseconds));
  }, milliseconds);
}

/**
 * Nothing can be done that the server would have to hear.
 * @param {State} to
 */
function leave(to) {
  if (state === "opening" || state === "connected") {
    focused = document.activeElement;
    path = location.pathname;
    stopListening();
    ask("SET_INPUTS_DISABLED", { disabled: true });
    soon = setTimeout(() => say("lost"), WORTH_TELLING);
  }
  state = to;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;

/** The server is there again: what does it say to this address? */
async function comeBack() {
  state = "returning";
  if (location.pathname !== path) return location.reload(); // a step back in the browser, of which Streamlit has heard nothing
  if ((await isAnotherVersion()) && loadAnew()) return;
  if (state === "returning") ask("RERUN_SCRIPT"); // nothing happens where Streamlit has asked already
}

/** Whether the server would now send other modules than these. */
async function isAnotherVersion() {
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(IMPATIENCE) });
    const said = await answer.text();
    return answer.ok && said.includes("/page.js") && !said.includes(`${FOLDER.split("/").at(-2)}/page.js`);
  } catch {
    return false; // gone again, which Streamlit will tell
  }
}

function back() {
  state = "connected";
  ask("SET_INPUTS_DISABLED", { disabled: false });
  listenAgain();
  clearTimeout(soon);
  if (banner.textContent) say("back", undefined, STANDS_FOR);
  setTimeout(() => {
    if (document.activeElement === document.body && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }, 100); // when Streamlit has enabled it
}

/** Once in a while, so that a page that can't be served by its modules does not load itself for ever. */
function loadAnew() {
  try {
    if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < RELOAD_PAUSE) return false;
    sessionStorage.setItem(RELOADED, String(Date.now()));
  } catch {
    return false; // a browser that lets pages keep nothing can't tell how often it was
  }
  location.reload();
  return true;
}

/**
 * Make sure of the connection: it may be dead without anybody having told.
 * @param {number} patience
 */
function look(patience) {
  const now = Date.now();
  const asleep = now - looked > LONG_ASLEEP;
  looked = now;
  if (state !== "connected") return;
  if (asleep) {
    leave("returning");
    ask("RERUN_SCRIPT");
  }
  ask("SEND_APP_HEARTBEAT", { ackTimeoutMilliseconds: asleep ? IMPATIENCE : patience });
}

/** Open a new connection at once. */
function connectNow() {
  if (Date.now() - attempted < ATTEMPT_PAUSE) return;
  attempted = Date.now();
  ask("TERMINATE_WEBSOCKET_CONNECTION");
  ask("RESTART_WEBSOCKET_CONNECTION");
}

/** In sight, or on another network. */
function hurry() {
  if (state === "away") connectNow();
  else look(IMPATIENCE);
}

setInterval(() => document.hidden || look(PATIENCE), BEAT);
document.addEventListener("visibilitychange", () => document.hidden || hurry());
for (const event of ["online", "offline", "pageshow"]) addEventListener(event, hurry);

const banner = element("p", { class: "descent-banner", role: "status", popover: "manual" });
document.body.append(banner);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let hushing;

/**
 * Say it over everything, a full screen too.
 * @param {string} what
 * @param {HTMLElement} [beside]
 * @param {number} [milliseconds]  for which it stands; without them until something else is said
 */
function say(what, beside, milliseconds) {
  clearTimeout(hushing);
  banner.hidePopover?.();
  banner.showPopover?.();
  banner.dataset.said = what;
  banner.replaceChildren(words[what][document.documentElement.lang === "ko" ? "ko" : "en"], ...(beside ? [beside] : []));
  if (milliseconds) hushing = setTimeout(hush, milliseconds);
}

function hush() {
  clearTimeout(soon);
  clearTimeout(hushing);
  banner.hidePopover?.();
  banner.replaceChildren();
  delete banner.dataset.said;
}

function loadAnewButton() {
  const button = element("button", { type: "button" }, [words.reload[document.documentElement.lang === "ko" ? "ko" : "en"]]);
  button.addEventListener("click", () => location.reload());
  return button;
}
