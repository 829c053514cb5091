"""Other ways to show the same, as whole Streamlit apps."""
