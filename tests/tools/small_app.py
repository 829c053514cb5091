"""A Streamlit app with a widget of every kind, a component that listens, two pages and an error on request."""

import json

import streamlit as st

SAID = st.components.v2.component("said", html="<p></p>", js="export default () => {};")
KEPT = "A long text that stays the same, so that a browser keeps it. " * 20


def everything() -> None:
    """The first page."""
    st.header("Everything")
    st.markdown(KEPT)
    whole = st.slider("Whole", 0, 10, 3)
    listed = st.select_slider("Listed", [0.001, 0.01, 0.1], value=0.01)
    number = st.number_input("Number", value=None, key="number")
    chosen = st.selectbox("Chosen", ["a", "b"])
    chips = st.pills("Chips", ["x", "y", "z"], selection_mode="multi", default=["y"], key="chips")
    on = st.toggle("On")
    text = st.text_input("Text", "first")
    st.text(json.dumps([whole, listed, number, chosen, chips, on, text]))
    if st.button("Write"):
        st.query_params["written"] = "yes"
    if st.button("Break"):
        raise RuntimeError("broken on request")
    header = json.dumps({"whole": whole}).encode()
    SAID(key="said", data=len(header).to_bytes(4, "little") + header, on_told_change=_note)
    st.caption(f"heard {st.session_state.get('heard')}")


def _note() -> None:
    st.session_state["heard"] = st.session_state["said"]["told"]


def other() -> None:
    """The second page."""
    st.header(f"Other {st.query_params.get('lang')}")


st.navigation([st.Page(everything, default=True, url_path="everything"), st.Page(other, url_path="other")]).run()
