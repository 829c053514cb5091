"""Tables in Markdown."""

from collections.abc import Iterable


def markdown_table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """One line of heads, and the rows."""
    lines = [list(heads), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
