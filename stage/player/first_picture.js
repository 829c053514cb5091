// When the first picture of a page stands: what is not needed for it waits, so that a slow line has the picture first.

let stands = () => {};

/** Until then. @type {Promise<void>} */
export const firstPicture = new Promise((resolve) => (stands = resolve));

/** It does now. */
export function pictured() {
  stands();
}
