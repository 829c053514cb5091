// On a narrow screen the sidebar lies over the page: a viewer who has chosen a chapter wants to see it, so the sidebar closes.

const NARROW = "(max-width: 768px)"; // where Streamlit lays the sidebar over the page; shell.css says the same

document.addEventListener("click", ({ target }) => {
  const link = /** @type {Element} */ (target).closest("[data-testid=stSidebar] a");
  if (!link || !matchMedia(NARROW).matches) return;
  /** @type {HTMLElement | null} */ (document.querySelector("[data-testid=stSidebarCollapseButton] button"))?.click();
});

export {}; // a module: its names are its own
