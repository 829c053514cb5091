// Streamlit's link to the opening page has an empty address, which names whatever page it stands on. A click does not mind;
// a new tab or window would show the wrong page. So it is put right when somebody is about to use it.

for (const near of ["pointerover", "focusin"])
  document.addEventListener(near, ({ target }) => {
    const link = /** @type {Element} */ (target).closest("a[data-testid=stPageLink-NavLink]");
    const href = link?.getAttribute("href");
    if (href === "" || href?.startsWith("?")) link?.setAttribute("href", `./${href}`);
  });

export {}; // a module: its names are its own
