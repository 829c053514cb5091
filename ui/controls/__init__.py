"""Widgets that show a value of the address and write a new one back to it."""
