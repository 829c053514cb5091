"""What stands before Streamlit: the start, before anybody is let in."""
