"""The chapters: a folder for each."""
