// Plotly, loaded once, however many stages there are: it is in the page, or the server has it out of the installed
// Python package.

import { Unfetched } from "./fetched.js";

/** @type {Promise<any> | undefined} */
let loading;

/** @returns {Promise<any>} */
export function plotly() {
  const inPage = /** @type {any} */ (globalThis).Plotly;
  if (inPage) return Promise.resolve(inPage);
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("./plotly.min.js", import.meta.url).href;
    script.onload = () => resolve(/** @type {any} */ (globalThis).Plotly);
    script.onerror = () => {
      loading = undefined; // let the next figure try again
      reject(new Unfetched(`Plotly could not be loaded from ${script.src}`));
    };
    document.head.append(script);
  });
  return loading;
}
