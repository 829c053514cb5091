"""What stands in front of Streamlit: every request passes through it, and every answer."""
