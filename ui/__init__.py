"""The frame, the address, the controls and the stage: the only room besides pages/ that knows Streamlit."""
