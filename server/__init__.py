"""What stands before Streamlit: start-up, routes, middleware."""
