// A viewer who was cut off is told so calmly, the pictures go on playing, and nothing that is done meanwhile is lost: when the
// server is back, the page asks for what its address says before any control can be used again.
//
// Streamlit tells a page around it how it stands, and does what that page asks ("host communication"); a page that stands alone
// is its own host (page.js allows it). To a viewer whom it has forgotten, or who comes to a new server, Streamlit sends nothing
// unasked: its first run would be the viewer's next click, which a first run does not hear.

import { element } from "../element.js";
import { heard, listenAgain, stopListening } from "../unheard.js";

/** @typedef {"opening" | "connected" | "away" | "returning"} State */

/** In milliseconds, as all that follows. A shorter absence is not told; that it is over stands for a while. */
const WORTH_TELLING = 1000;
const STANDS_FOR = 4000;
/** How often a page makes sure of its connection; how long a busy server may take to answer, and how long where something has
 * happened here that may have broken the connection. */
const BEAT = 15_000;
const PATIENCE = 20_000;
const IMPATIENCE = 4000;
/** A page that was stopped for so long may have been forgotten (server.disconnectedSessionTTL). */
const LONG_ASLEEP = 90_000;
/** For so long Streamlit's own attempts to come back are left alone, at first and at last. */
const FIRST_ATTEMPT = 2500;
const LAST_ATTEMPT = 15_000;
const ATTEMPT_PAUSE = 2000;
/** The page does not load itself more often than this for one reason. */
const RELOAD_PAUSE = 60_000;
/** What Streamlit takes to enable its controls. */
const ENABLING = 100;

const RELOADED = "descent-reloaded";
/** Of these modules, as their folder says. */
const VERSION = new URL("../", import.meta.url).pathname.split("/").at(-2) ?? "";

/** @type {Record<string, {ko: string, en: string}>} */
const words = JSON.parse(document.getElementById("descent-connection")?.textContent ?? "{}");

/** @type {State} */
let state = "opening";
/** When the page last made sure of its connection, and when it last opened a new one by itself. */
let looked = Date.now();
let attempted = 0;
/** The next attempt, and what is about to be told. @type {ReturnType<typeof setTimeout> | undefined} */
let attempt;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let telling;
/** Where the keyboard was when the page was cut off, and which page it was. @type {Element | null} */
let focused = null;
let path = "";

/** Ask Streamlit for something. @param {string} type @param {object} [what] */
function ask(type, what) {
  postMessage({ stCommVersion: 1, type, ...what }, location.origin);
}

addEventListener("message", ({ source, data }) => {
  if (source !== window || data?.stCommVersion !== 1) return;
  switch (data.type) {
    case "WEBSOCKET_CONNECTED":
      return connected();
    case "WEBSOCKET_DISCONNECTED":
      return data.attemptingToReconnect || Date.now() - attempted < ATTEMPT_PAUSE ? goAway() : giveUp();
    case "SET_CURRENT_PAGE_NAME": // every run of the script says so at its beginning
      return heard();
    case "SCRIPT_RUN_STATE_CHANGED":
      return data.scriptRunState === "notRunning" && state === "returning" ? comeBack() : undefined;
    case "CLIENT_ERROR_DIALOG":
      return state === "opening" ? say("unanswered") : undefined; // else the page knows better
  }
});

function connected() {
  clearTimeout(attempt);
  if (state === "opening") {
    state = "connected";
    hush();
  } else if (state === "away") askAddress();
}

function goAway() {
  const wasAsking = state === "returning"; // useless: the line is dead, and Streamlit would ask on it once more
  stop("away");
  if (wasAsking) connectNow();
  tryAgain(FIRST_ATTEMPT);
}

/**
 * Streamlit comes back by itself, but it tries later and later, and may wait long for an answer on a line that is dead.
 * @param {number} milliseconds
 */
function tryAgain(milliseconds) {
  clearTimeout(attempt);
  attempt = setTimeout(() => {
    connectNow();
    tryAgain(Math.min(LAST_ATTEMPT, 1.5 * milliseconds));
  }, milliseconds);
}

/** Open a new connection at once. */
function connectNow() {
  if (Date.now() - attempted < ATTEMPT_PAUSE) return;
  attempted = Date.now();
  ask("TERMINATE_WEBSOCKET_CONNECTION");
  ask("RESTART_WEBSOCKET_CONNECTION");
}

/**
 * From here on nothing can be done that the server would have to hear.
 * @param {State} to
 */
function stop(to) {
  if (state === "opening" || state === "connected") {
    focused = document.activeElement;
    path = location.pathname;
    stopListening();
    ask("SET_INPUTS_DISABLED", { disabled: true });
    tellIn(WORTH_TELLING, () => say("lost"));
  }
  state = to;
}

/** The server is there again: what does it say to this address? */
async function askAddress() {
  state = "returning";
  if (location.pathname !== path) return location.reload(); // a step back in the browser, of which Streamlit has heard nothing
  const version = await servedVersion();
  if (version !== VERSION && loadAnew(version)) return;
  if (state === "returning") ask("RERUN_SCRIPT"); // nothing happens where Streamlit has asked by itself
}

/** Of the modules that the server sends now. */
async function servedVersion() {
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(IMPATIENCE) });
    return /([^"/]+)\/page\/page\.js"/.exec(await answer.text())?.[1] ?? VERSION;
  } catch {
    return VERSION; // it is gone again, as Streamlit will notice
  }
}

function comeBack() {
  state = "connected";
  clearTimeout(telling);
  ask("SET_INPUTS_DISABLED", { disabled: false });
  if (banner.textContent) say("back", STANDS_FOR);
  setTimeout(() => {
    if (state !== "connected") return;
    listenAgain();
    if (document.activeElement === document.body && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }, ENABLING);
}

/** Streamlit tries no more: it was told what it does not understand. */
function giveUp() {
  stop("away");
  if (!loadAnew("failed")) say("failed");
}

/**
 * Whether the page loads itself now: not twice for one reason, or it might do nothing else.
 * @param {string} why
 */
function loadAnew(why) {
  try {
    const [before, when] = JSON.parse(sessionStorage.getItem(RELOADED) ?? "[]");
    if (before === why && Date.now() - when < RELOAD_PAUSE) return false;
    sessionStorage.setItem(RELOADED, JSON.stringify([why, Date.now()]));
  } catch {
    return false; // a browser that lets pages keep nothing can't tell
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
  const wasAsleep = now - looked > LONG_ASLEEP;
  looked = now;
  if (state !== "connected") return;
  if (wasAsleep) {
    stop("returning");
    ask("RERUN_SCRIPT");
  }
  ask("SEND_APP_HEARTBEAT", { ackTimeoutMilliseconds: wasAsleep ? IMPATIENCE : patience });
}

/** In sight again, or on another network. */
function hurry() {
  if (state === "away") connectNow();
  else look(IMPATIENCE);
}

setInterval(() => look(PATIENCE), BEAT);
document.addEventListener("visibilitychange", () => document.hidden || hurry());
for (const event of ["online", "offline", "pageshow"]) addEventListener(event, hurry);

const banner = element("p", { class: "descent-banner", role: "status", popover: "manual" });
document.body.append(banner);

/**
 * Say it over everything, a full screen too.
 * @param {string} what
 * @param {number} [milliseconds]  for which it stands; without them until something else is said
 */
function say(what, milliseconds) {
  const language = document.documentElement.lang === "ko" ? "ko" : "en";
  clearTimeout(telling);
  banner.hidePopover?.();
  banner.showPopover?.();
  banner.dataset.said = what;
  banner.replaceChildren(words[what][language]);
  if (what === "failed") {
    const button = element("button", { type: "button" }, [words.reload[language]]);
    button.addEventListener("click", () => location.reload());
    banner.append(button);
  }
  if (milliseconds) tellIn(milliseconds, hush);
}

/**
 * One thing is about to be told, or to be told no more.
 * @param {number} milliseconds
 * @param {() => void} act
 */
function tellIn(milliseconds, act) {
  clearTimeout(telling);
  telling = setTimeout(act, milliseconds);
}

function hush() {
  clearTimeout(telling);
  banner.hidePopover?.();
  banner.replaceChildren();
}
