"""What is taken away: a page that plays, a table, a script, a picture, an animation."""
