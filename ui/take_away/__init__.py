"""Take a race away: as a page, as a table, as a script."""
