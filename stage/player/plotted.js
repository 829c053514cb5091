// What Plotly knows of a figure that it has drawn, and does not say: where the axes are, how its relief is seen. Only here is it
// asked, by names that are its own affair and may change with any version; they are those of Plotly 4.1.

/**
 * @typedef {{range: [number, number], type: string}} Axis
 * @typedef {{x: Axis, y: Axis, frame: {left: number, top: number, width: number, height: number}}} Axes
 *
 * How a relief is seen: three matrices, columns first as in WebGL, what its data is multiplied by, and where the eye is.
 * @typedef {object} View
 * @property {ArrayLike<number>} model
 * @property {ArrayLike<number>} view
 * @property {ArrayLike<number>} projection
 * @property {[number, number, number]} scale
 * @property {{x: number, y: number, z: number}} eye
 */

/**
 * The axes of a figure that has two, and the frame between them in pixels of the figure.
 * @param {HTMLElement} plot
 * @returns {Axes}
 */
export function axesOf(plot) {
  const { xaxis: x, yaxis: y } = known(plot, "_fullLayout");
  return { x, y, frame: { left: known(x, "_offset"), top: known(y, "_offset"), width: known(x, "_length"), height: known(y, "_length") } };
}

/**
 * How the relief of a figure is seen now.
 * @param {HTMLElement} plot
 * @returns {View}
 */
export function viewOf(plot) {
  const scene = known(known(plot, "_fullLayout").scene, "_scene");
  return { ...known(known(scene, "glplot"), "cameraParams"), scale: known(scene, "dataScale"), eye: scene.getCamera().eye };
}

/**
 * The first trace of a figure, as Plotly has unpacked it.
 * @param {HTMLElement} plot
 */
export function traceOf(plot) {
  return known(plot, "_fullData")[0];
}

/**
 * @param {any} owner
 * @param {string} name
 */
function known(owner, name) {
  const value = owner?.[name];
  if (value === undefined) throw new Error(`This Plotly has no ${name}; plotted.js knows that of Plotly 4.1.`);
  return value;
}
