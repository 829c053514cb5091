// A press on a picture, or a drag across it. A finger that scrolls the page begins like both: it has chosen nothing before it is
// lifted where it came down, or has moved across; what moves up or down is the browser's (touch-action: pan-y in the styles).

/** How far across a finger goes before it drags. */
const ACROSS = 8;

/**
 * @param {HTMLElement} picture
 * @param {(event: PointerEvent) => void} go  hears where it is pressed and dragged to
 * @param {() => boolean} [takes]  whether there is anything to press
 */
export function onPress(picture, go, takes = () => true) {
  /** The finger that has come down, and where. @type {{pointer: number, x: number} | undefined} */
  let down;
  /** The pointer that drags. @type {number | undefined} */
  let drags;
  const drag = (/** @type {PointerEvent} */ event) => {
    picture.setPointerCapture(event.pointerId);
    [down, drags] = [undefined, event.pointerId];
    go(event);
  };
  picture.addEventListener("pointerdown", (event) => {
    if (!takes()) return;
    if (event.pointerType === "touch") down = { pointer: event.pointerId, x: event.clientX };
    else drag(event);
  });
  picture.addEventListener("pointermove", (event) => {
    if (drags === event.pointerId) go(event);
    else if (down?.pointer === event.pointerId && Math.abs(event.clientX - down.x) > ACROSS) drag(event);
  });
  picture.addEventListener("pointerup", (event) => {
    if (down?.pointer === event.pointerId) go(event);
  });
  for (const end of ["pointerup", "pointercancel"]) picture.addEventListener(end, () => ([down, drags] = [undefined, undefined]));
}

/**
 * A range whose thumb a finger moves across, not by scrolling the page: browsers move it as soon as the finger comes down. To
 * be called before anybody else listens to the range.
 * @param {HTMLInputElement} range
 */
export function unmovedByScrolling(range) {
  /** What it was before a finger came down of which nothing is known yet. @type {{value: string, x: number} | undefined} */
  let before;
  const meant = () => {
    const moved = before && range.value !== before.value;
    before = undefined;
    if (moved) range.dispatchEvent(new Event("input", { bubbles: true }));
  };
  range.addEventListener("pointerdown", ({ pointerType, clientX }) => {
    if (pointerType === "touch") before = { value: range.value, x: clientX };
  });
  range.addEventListener("pointermove", ({ clientX }) => {
    if (before && Math.abs(clientX - before.x) > ACROSS) meant();
  });
  range.addEventListener("pointerup", meant);
  range.addEventListener("pointercancel", () => {
    if (!before) return;
    range.value = before.value;
    requestAnimationFrame(() => (before = undefined)); // what the browser says of this end is of no interest either
  });
  for (const said of ["input", "change"]) range.addEventListener(said, (event) => before && event.stopImmediatePropagation());
}
