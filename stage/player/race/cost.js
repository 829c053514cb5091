// What those who race have spent: how many numbers of the objective were computed for them by each step.

/** @typedef {Pick<import("../message.js").Scene, "steps" | "cost">} Spending */

/**
 * @param {Spending} scene
 * @param {number} row
 * @param {number} step
 */
export function costAt({ steps, cost }, row, step) {
  return cost?.[row * (steps + 1) + step] ?? 0;
}

/** The end of an axis of costs. @param {Spending} scene */
export function mostSpent({ cost }) {
  return Math.max(1, ...(cost ?? []));
}

/**
 * The first step at which one of them has spent so much.
 * @param {Spending} scene
 * @param {number} spent
 */
export function stepAtCost(scene, spent) {
  const rows = (scene.cost?.length ?? 0) / (scene.steps + 1);
  for (let step = 0; step < scene.steps; step++) for (let row = 0; row < rows; row++) if (costAt(scene, row, step) >= spent) return step;
  return scene.steps;
}
