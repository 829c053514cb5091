"""The floor: a slider and a number."""

import streamlit as st

value = st.slider("rate", 0, 400, 20)
st.html(f'<p id="settled">{value}</p>')
