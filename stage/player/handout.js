// What is read and printed: HTML that the server has made, formulas in it as MathML.

import { styled } from "./fetched.js";

/** What stands where. @type {WeakMap<HTMLElement, string>} */
const shown = new WeakMap();

/** @param {{data: {html: string}, parentElement: HTMLElement}} component  Streamlit calls this at every showing */
export default async function show({ data, parentElement }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".descent-handout"));
  await styled();
  if (shown.get(root) === data.html) return; // who reads is left alone
  shown.set(root, data.html);
  root.innerHTML = data.html;
}
