// A table that shows how each optimizer is drawn, without any race.

import { element } from "./element.js";
import { styled, themeOf } from "./fetched.js";
import { stylesOn } from "./message.js";
import { swatch } from "./swatch.js";

/** @typedef {{key: string, cells: string[]}} Row  an optimizer and what is said of it in words */

/**
 * Streamlit calls this at the first showing and again when the page turns light or dark.
 * @param {{data: {heads: string[], rows: Row[], styles: [import("./message.js").Drawings]}, parentElement: HTMLElement}} component
 */
export default async function show({ data, parentElement }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".descent-swatches"));
  await styled();
  const { look, drawn } = stylesOn(data.styles[0], themeOf(root));
  root.replaceChildren(
    element("table", { class: "descent-scoreboard" }, [
      element("thead", {}, [
        element(
          "tr",
          {},
          data.heads.map((head) => element("th", { scope: "col" }, [head])),
        ),
      ]),
      element(
        "tbody",
        {},
        data.rows.map(({ key, cells }) => {
          const name = element("span", { class: "descent-name" }, [swatch(drawn[key], look.halo), drawn[key].name]);
          return element("tr", {}, [element("th", { scope: "row" }, [name]), ...cells.map((cell) => element("td", {}, [cell]))]);
        }),
      ),
    ]),
  );
}
