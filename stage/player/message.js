// What Python sends: one block of bytes, so that arrays travel as they are and not as text.
//
//   4 bytes   length n of the header, little-endian
//   n bytes   the header, JSON in UTF-8, padded with spaces so that the arrays begin at a multiple of 8
//   the rest  the arrays, one after the other; header.arrays tells their names, shapes, places and bytes a number,
//             and of pictures (one byte a number), which are deflated, how many bytes they travel in;
//             header.together tells where those of four bytes travel, deflated as one

/**
 * @typedef {object} Running  what changes of one optimizer, whether it runs or not
 * @property {string} key
 * @property {string} [style]   the key of how it is drawn, where it is not its own
 * @property {boolean} [ghost]  whether it belongs to the pinned race: seen faintly, and not on the scoreboard
 * @property {string} rate      its learning rate, as text
 * @property {number | null} row  its row in every array; null when it is switched off
 * @property {number | null} limit  the learning rate above which it would not settle here
 * @property {[number, number | null][]} verdicts  [step from which on, verdict, null where it is not known]
 * @property {[number, number][]} leaves    [step from which on, step at which it left the picture, or -1 inside]
 *
 * @typedef {{name: string, color: string, dash: string, marker: string}} Drawn  what stays of it
 * @typedef {Running & Drawn} Track
 *
 * @typedef {{text: string, faint: string, halo: string}} Look  colours of a page
 * @typedef {object} Drawings  how everything is drawn on light and on dark pages
 * @property {{light: Look, dark: Look}} looks
 * @property {Record<string, [string, string, string, string, string]>} drawn  name, colour on either, dash and marker
 *
 * @typedef {object} Header
 * @property {string} scene  what is raced on and from where: when it changes, the race starts again
 * @property {boolean} fixed  whether nobody listens: the race is played, and nothing of it can be changed
 * @property {string} words  address of what is said: Texts
 * @property {{map: string, relief: string, axes: string}} figures  addresses: of both grounds, and of the loss curves' empty axes
 * @property {Drawings} styles
 * @property {[number, number]} lossRange  the ends of the loss axis; powers of ten where it is logarithmic
 * @property {number} base   what is subtracted from the loss before it is drawn
 * @property {boolean} logarithmic
 * @property {number} medianOver  the losses are noisy: strongly drawn is their median over so many last steps; or 0
 * @property {boolean} overCost  whether the losses are drawn over what was spent instead of the step
 * @property {number} steps
 * @property {[number, number]} start
 * @property {"map" | "relief"} view
 * @property {[number, number]} camera  from where the relief is looked at, in degrees: Angles
 * @property {boolean} projector
 * @property {[[number, number], [number, number]]} domain
 * @property {[string, string][]} legend  a sign on the map and the name of its word
 * @property {import("./question.js").Question | null} question  what the viewer is asked before it plays
 * @property {boolean | null} pinned  whether another race is pinned behind this one; null where none can be
 * @property {string} rateWord  the name of the word above the learning rates: it tells how they were chosen
 * @property {Running[]} tracks
 * @property {import("./live/slider.js").AxisHeader[]} axes  the sliders under the picture
 * @property {string | null} raceFrom  address of the race from another start; null where nobody can tell
 * @property {string | null} facts     address of how high and how steep it is at a place
 * @property {string | null} probing   address of what the probe shows at a place
 * @property {[number, number] | null} probe  where it is, if the map is probed
 * @property {boolean | null} noisy    whether there is noise on the gradient; null where it is not switched on the stage
 * @property {Record<string, {shape: number[], at: number, bytes: 1 | 4 | 8, packed?: number}>} arrays
 * @property {Uint8Array} [together]  the arrays of four bytes, until they are inflated
 *
 * @typedef {Float32Array | Float64Array} Numbers
 * @typedef {{path: Float32Array, height: Numbers, slope: Numbers, distance: Numbers, asked?: Float32Array, cost?: Float32Array}} Arrays  `asked`: values, gradients and Hessians by each step; `cost`: in numbers
 * @typedef {Header & Arrays} Message
 *
 * @typedef {{words: Record<string, string>, verdicts: Status[]}} Texts
 * @typedef {{name: string, meaning: string, end?: "converged" | "diverged"}} Status  `end`: with which sound a note ends
 * @typedef {{look: Look, drawn: Record<string, Drawn>}} Styles  how everything is drawn on one of them
 * @typedef {Omit<Message, "words" | "tracks"> & Texts & Pick<Styles, "look"> & {tracks: Track[], said?: Numbers}} Scene  `said`: the heights as far as they can be read, where they are others than are drawn
 */

/**
 * The message, with what is deflated as it travelled.
 * @param {Uint8Array} bytes
 * @returns {Message}
 */
export function unpack(bytes) {
  const buffer = bytes.slice().buffer; // a copy of its own: a view into a message need not be aligned
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const [begin, size] = header.together;
  const message = { ...header, together: new Uint8Array(buffer, 4 + length + begin, size) };
  for (const [name, { shape, at, bytes: each, packed }] of Object.entries(/** @type {Header} */ (header).arrays))
    if (each === 8) message[name] = new Float64Array(buffer, 4 + length + at, count(shape));
    else if (each === 1) message[name] = new Uint8Array(buffer, 4 + length + at, packed);
  return message;
}

/** @param {number[]} shape */
const count = (shape) => shape.reduce((product, n) => product * n, 1);

/**
 * Put what travelled deflated into the message as it is.
 * @param {any} message
 */
export async function inflate(message) {
  const pictures = Object.keys(message.arrays).filter((name) => message.arrays[name].packed !== undefined);
  await Promise.all([
    inflateTogether(message),
    ...pictures.map(async (name) => {
      message[name] = await inflated(message[name]);
      delete message.arrays[name].packed;
    }),
  ]);
  bringBack(message);
}

/** Bytes that travel as letters. @param {string} letters */
export function bytesOf(letters) {
  return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
}

/** @param {Uint8Array} bytes */
export async function inflated(bytes) {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter(); // the stream of a Blob would go by way of another process
  const written = Promise.all([writer.write(/** @type {BufferSource} */ (bytes)), writer.close()]);
  const [whole] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(whole);
}

/**
 * What is too large or too small for four bytes travels as a power of ten beside its array, where it stands as ±∞ or ±0
 * (stage/message.py).
 * @param {any} message
 */
function bringBack(message) {
  for (const name of Object.keys(message.arrays).filter((each) => each.endsWith(BEYOND))) {
    const whole = Float64Array.from(message[name.slice(0, -BEYOND.length)]);
    message[name].forEach((/** @type {number} */ power, /** @type {number} */ i) => {
      if (!Number.isNaN(power)) whole[i] = (whole[i] < 0 || Object.is(whole[i], -0) ? -1 : 1) * 10 ** power;
    });
    message[name.slice(0, -BEYOND.length)] = whole;
  }
}

/**
 * The arrays of four bytes: first the lowest bytes of all numbers, then the next ones; each number is its bits' difference
 * from the one before, or from the one two before where x and y take turns (stage/message.py).
 * @param {any} message
 */
async function inflateTogether(message) {
  if (!message.together?.length) return;
  const planes = await inflated(message.together);
  delete message.together;
  const all = planes.length / 4;
  const bits = new Uint32Array(all);
  for (let i = 0; i < all; i++) bits[i] = planes[i] | (planes[all + i] << 8) | (planes[2 * all + i] << 16) | (planes[3 * all + i] << 24);
  for (const [name, { shape, at, bytes }] of Object.entries(/** @type {Header} */ (message).arrays)) {
    if (bytes !== 4) continue;
    const own = bits.subarray(at / 4, at / 4 + count(shape));
    const apart = shape.at(-1) === 2 ? 2 : 1;
    for (let i = apart; i < own.length; i++) own[i] += own[i - apart];
    message[name] = new Float32Array(bits.buffer, at, own.length);
  }
}

/**
 * An array that a message brings, by its name in a table rather than in the code.
 * @param {{arrays: Record<string, {shape: number[], at: number}>}} message
 * @param {string} name
 */
export function arrayOf(message, name) {
  const values = /** @type {Float32Array} */ (/** @type {any} */ (message)[name]);
  return { values, shape: message.arrays[name].shape };
}

/**
 * How everything is drawn on a page of this theme.
 * @param {Drawings} drawings
 * @param {"light" | "dark"} theme
 * @returns {Styles}
 */
export function stylesOn({ looks, drawn }, theme) {
  const inked = Object.entries(drawn).map(([key, [name, light, dark, dash, marker]]) => [
    key,
    { name, color: theme === "light" ? light : dark, dash, marker },
  ]);
  return { look: looks[theme], drawn: Object.fromEntries(inked) };
}

/**
 * The message with what is said and how it is drawn put in.
 * @param {Message} message
 * @param {Texts} texts
 * @param {Styles} styles
 * @returns {Scene}
 */
export function complete(message, texts, { look, drawn }) {
  const tracks = message.tracks.map((track) => ({ ...track, ...drawn[track.style ?? track.key] }));
  return { ...message, ...texts, look, tracks };
}

/**
 * The value in force at `step`, from a list of [step from which on, value].
 * @template Value
 * @param {[number, Value][]} changes
 * @param {number} step
 */
export function inForce(changes, step) {
  let value = changes[0][1];
  for (const [since, next] of changes) {
    if (since > step) break;
    value = next;
  }
  return value;
}

/** The end of the name of such powers. */
const BEYOND = ".beyond";

/** While a slider moves, how a run stands is known of its last step alone. @type {Status} */
const UNSAID = { name: "…", meaning: "" };

/**
 * How one of those who race stands at `step`.
 * @param {Texts} texts
 * @param {Running} track
 * @param {number} step
 */
export function statusAt({ verdicts }, track, step) {
  const verdict = inForce(track.verdicts, step);
  return verdict === null ? UNSAID : verdicts[verdict];
}
