// Making elements in one line.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * A picture of 24 × 24 made of one path.
 * @param {string} path
 */
export function icon(path) {
  const holder = document.createElement("span");
  holder.className = "descent-icon";
  holder.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  return holder;
}

/**
 * Name a control that shows a picture alone, for those who hear it and those who point at it.
 * @param {HTMLElement} control
 * @param {string} words
 */
export function label(control, words) {
  control.setAttribute("aria-label", words);
  control.title = words;
}

/**
 * Words into a cell, where they are others than before.
 * @param {HTMLElement} cell
 * @param {string} words
 */
export function write(cell, words) {
  if (cell.textContent !== words) cell.textContent = words;
}
