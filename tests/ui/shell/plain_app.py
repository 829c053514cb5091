"""A Streamlit app with nothing of ours around it: what Streamlit does by itself is looked at here."""

import time

import streamlit as st


def home() -> None:
    """What is slow to draw its controls, so that a hasty viewer is quicker."""
    time.sleep(0.5)
    st.html(f'<p id="query">{" ".join(sorted(st.query_params))}</p>')
    st.latex(" + ".join(f"x_{{{i}}}" for i in range(200)))
    st.page_link(PAGES[0], label="To the first page")
    first, second = (st.slider(name, 0, 100, key=name) for name in ("first", "second"))
    st.button("Set", on_click=lambda: st.session_state.update(first=50))
    st.number_input("Rate", 0.003, 1.0, 0.5, 0.01)
    st.selectbox("List", ("one", "other"))
    st.html(f'<p id="values">{first} {second}</p>')


def other() -> None:
    """Somewhere else."""
    st.html('<p id="other">other</p>')


PAGES = [st.Page(home, title="Home", default=True), st.Page(other, title="Other", url_path="other")]
st.navigation(PAGES).run()
