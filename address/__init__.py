"""The address and everything that is chosen in it, free of Streamlit."""

from address.address import LONGEST, MISSING, Address

__all__ = ["LONGEST", "MISSING", "Address"]
