"""What stands around Streamlit's own server."""
