// Drawing on a canvas: trails, markers, arrows. Knows pixels, nothing of optimizers.

/** @type {Record<string, number[]>} */
const DASHES = { solid: [], dash: [8, 5], dot: [2, 4], dashdot: [9, 4, 2, 4], longdash: [14, 5] };

/** A segment that reaches further out than this is cut there: canvases go astray with huge numbers. */
const FAR = 20000;
/** Points nearer together than so many pixels are one: where a run has come to rest they are most of it, and cost time. */
const UNSEEN = 0.5;

/**
 * A polyline through the first `count` points and on to `head`, where the pen is lifted at every
 * point that is no number.
 * @param {Float32Array} pixels  x, y, x, y, …
 * @param {number} count
 * @param {[number, number] | null} head
 */
export function polyline(pixels, count, head) {
  const path = new Path2D();
  let down = false;
  let x0 = 0;
  let y0 = 0;
  /** @param {number} x @param {number} y */
  const to = (x, y) => {
    if (!down) path.moveTo(x, y);
    else {
      const reach = Math.max(Math.abs(x - x0), Math.abs(y - y0));
      const share = reach > FAR ? FAR / reach : 1;
      path.lineTo(x0 + (x - x0) * share, y0 + (y - y0) * share);
      if (share < 1) path.moveTo(x, y);
    }
    x0 = x;
    y0 = y;
    down = Math.abs(x) < 1e7 && Math.abs(y) < 1e7;
  };
  for (let i = 0; i < count; i++) {
    const x = pixels[2 * i];
    const y = pixels[2 * i + 1];
    if (!Number.isFinite(x) || !Number.isFinite(y)) down = false;
    else if (!down || i === count - 1 || Math.abs(x - x0) >= UNSEEN || Math.abs(y - y0) >= UNSEEN) to(x, y);
  }
  if (head && down) to(head[0], head[1]);
  return path;
}

/**
 * A line with a halo around it, so that it is seen on any ground; as faint as the context asks for.
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {{color: string, halo: string, dash: string, width: number}} look
 */
export function line(context, path, { color, halo, dash, width }) {
  context.lineJoin = "round";
  context.setLineDash([]);
  context.lineWidth = width + 2;
  const { globalAlpha } = context;
  context.globalAlpha = 0.75 * globalAlpha;
  context.strokeStyle = halo;
  context.stroke(path);
  context.globalAlpha = globalAlpha;
  context.setLineDash((DASHES[dash] ?? []).map((length) => (length * width) / 2));
  context.lineWidth = width;
  context.strokeStyle = color;
  context.stroke(path);
  context.setLineDash([]);
}

/** Corners of the markers on a circle of radius 1; a number stands for a regular polygon. @type {Record<string, [number, number]>} */
const POLYGONS = {
  square: [4, Math.PI / 4],
  diamond: [4, 0],
  pentagon: [5, -Math.PI / 2],
  hexagon: [6, 0],
  triangle: [3, -Math.PI / 2],
  "triangle-right": [3, 0],
  "triangle-down": [3, Math.PI / 2],
  "triangle-left": [3, Math.PI],
};

/** Corners and waist of an hourglass of radius 1: how far out, and which way, in half turns. @type {[number, number][]} */
const HOURGLASS = [
  [1.3, 0.25],
  [1.3, 0.75],
  [0.45, 1],
  [1.3, 1.25],
  [1.3, 1.75],
  [0.45, 0],
];

/** Corners of a flag of radius 1, which stands on its place. @type {[number, number][]} */
const FLAG = [
  [-0.12, 0],
  [-0.12, -2.4],
  [1.5, -1.75],
  [0.12, -1.1],
  [0.12, 0],
];

/**
 * The outline of a marker around 0, 0.
 * @param {string} marker
 * @param {number} radius
 */
function outline(marker, radius) {
  const path = new Path2D();
  if (marker === "star" || marker === "cross") {
    const points = marker === "star" ? 5 : 4;
    const inner = marker === "star" ? 0.45 : 0.38;
    for (let i = 0; i < 2 * points; i++) {
      const length = radius * (i % 2 ? inner : 1.2);
      const angle = (i * Math.PI) / points - Math.PI / 2;
      path.lineTo(length * Math.cos(angle), length * Math.sin(angle));
    }
  } else if (marker in POLYGONS) {
    const [corners, turn] = POLYGONS[marker];
    for (let i = 0; i < corners; i++) {
      const angle = turn + (2 * Math.PI * i) / corners;
      path.lineTo(1.15 * radius * Math.cos(angle), 1.15 * radius * Math.sin(angle));
    }
  } else if (marker === "hourglass") {
    for (const [length, turn] of HOURGLASS) {
      path.lineTo(radius * length * Math.cos(Math.PI * turn), radius * length * Math.sin(Math.PI * turn));
    }
  } else if (marker === "flag") {
    for (const [x, y] of FLAG) path.lineTo(radius * x, radius * y);
  } else path.arc(0, 0, radius, 0, 2 * Math.PI);
  path.closePath();
  return path;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {[number, number]} place
 * @param {{color: string, halo: string, marker: string, radius: number}} look
 */
export function marker(context, [x, y], { color, halo, marker: shape, radius }) {
  context.save();
  context.translate(x, y);
  filled(context, outline(shape, radius), { color, halo, width: 2 });
  context.restore();
}

/**
 * A form with a halo around it.
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {{color: string, halo: string, width: number}} look
 */
function filled(context, path, { color, halo, width }) {
  context.lineWidth = width;
  context.strokeStyle = halo;
  context.fillStyle = color;
  context.stroke(path);
  context.fill(path);
}

/**
 * An arrow out of the frame.
 * @param {CanvasRenderingContext2D} context
 * @param {[number, number]} place  on the frame's edge
 * @param {number} angle            of the way out
 * @param {{color: string, halo: string, size: number}} look
 */
export function arrow(context, [x, y], angle, { color, halo, size }) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  const path = new Path2D();
  path.moveTo(0, 0);
  path.lineTo(-size, -0.6 * size);
  path.lineTo(-0.65 * size, 0);
  path.lineTo(-size, 0.6 * size);
  path.closePath();
  filled(context, path, { color, halo, width: 3 });
  context.restore();
}

/**
 * Set a canvas's type. The canvas says how small its smallest is: of its words nothing else can be read from outside.
 * @param {CanvasRenderingContext2D} context
 * @param {number} size  in pixels
 * @param {number} [weight]
 */
export function setType(context, size, weight = 400) {
  context.font = `${weight} ${size}px sans-serif`;
  const { dataset } = context.canvas;
  if (!(Number(dataset.smallestType) <= size)) dataset.smallestType = String(size);
}

/**
 * A sign in the middle of a place.
 * @param {CanvasRenderingContext2D} context
 * @param {[number, number]} place
 * @param {{label: string, color: string, halo: string, size: number}} look
 */
export function sign(context, [x, y], { label, color, halo, size }) {
  context.save();
  setType(context, size);
  context.textAlign = "center";
  haloed(context, label, [x, y], { color, halo });
  context.restore();
}

/**
 * Words in the context's type with a halo, so that they can be read over lines; their middle is at the place's height.
 * @param {CanvasRenderingContext2D} context
 * @param {string} words
 * @param {[number, number]} place
 * @param {{color: string, halo: string}} look
 */
export function haloed(context, words, [x, y], { color, halo }) {
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = halo;
  context.strokeText(words, x, y);
  context.fillStyle = color;
  context.fillText(words, x, y);
}

/**
 * A thin straight line from place to place.
 * @param {CanvasRenderingContext2D} context
 * @param {[number, number][]} places
 * @param {{color: string, width?: number}} look
 */
export function stroke(context, places, { color, width = 1 }) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  for (const [x, y] of places) context.lineTo(x, y);
  context.stroke();
}

/**
 * A letter beside a place, so that the sign on it stays in sight.
 * @param {CanvasRenderingContext2D} context
 * @param {[number, number]} place
 * @param {{label: string, color: string, halo: string, size: number}} look
 */
export function letter(context, [x, y], look) {
  sign(context, [x + 1.1 * look.size, y - 0.9 * look.size], look);
}

/** @typedef {{left: number, top: number, width: number, height: number}} Box */

/**
 * A word near an edge of the frame: inside it, and moved inwards until it covers none of those before it.
 * @param {CanvasRenderingContext2D} context
 * @param {Box} frame
 * @param {[number, number]} place
 * @param {Box[]} taken  where words stand already; this one is added
 * @param {{color: string, halo: string, label: string, size: number}} look
 */
export function edgeLabel(context, frame, [x, y], taken, { color, halo, label, size }) {
  setType(context, size, 600);
  const width = context.measureText(label).width + 4;
  const height = 1.25 * size;
  const [right, bottom] = [frame.left + frame.width - width - 2, frame.top + frame.height - height - 2];
  const left = within(x - width / 2, frame.left + 2, right);
  const inward = y > frame.top + frame.height / 2 ? -1 : 1;
  const box = { left, top: within(y + inward * 1.4 * size - height / 2, frame.top + 2, bottom), width, height };
  while (taken.some((other) => overlaps(box, other)) && box.top > frame.top && box.top < bottom) box.top += inward * height;
  taken.push(box);
  haloed(context, label, [box.left + 2, box.top + height / 2], { color, halo });
}

/** @param {Box} a @param {Box} b */
export function overlaps(a, b) {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export function within(value, low, high) {
  return Math.max(low, Math.min(high, value));
}

/**
 * Where the way from a point inside a frame to one outside it crosses the edge.
 * @param {{left: number, top: number, width: number, height: number}} frame
 * @param {[number, number]} inside
 * @param {[number, number]} outside
 * @returns {[number, number]}
 */
export function crossing({ left, top, width, height }, [x0, y0], [x1, y1]) {
  let share = 1;
  if (x1 < left) share = Math.min(share, (left - x0) / (x1 - x0));
  if (x1 > left + width) share = Math.min(share, (left + width - x0) / (x1 - x0));
  if (y1 < top) share = Math.min(share, (top - y0) / (y1 - y0));
  if (y1 > top + height) share = Math.min(share, (top + height - y0) / (y1 - y0));
  return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
}
