"""The frame around every page, and everything that works around Streamlit."""
