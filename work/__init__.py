"""Long work: in pieces, in turns on one thread, and done once for all who ask."""
