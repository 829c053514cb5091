"""The LaTeX of our formulas, read into a small tree and written as MathML or as plain signs."""
