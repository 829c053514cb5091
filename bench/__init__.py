"""The project against others, side by side: `python -m bench.core`, with requirements-bench.txt installed."""
