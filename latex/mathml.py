"""A formula as MathML, which a browser draws by itself, without a typesetter and without a network."""

from html import escape

from latex.reader import Kind, Node, Row, opens, scripted

_MARKUP: dict[Kind, str] = {
    "number": "<mn>{0}</mn>",
    "letter": "<mi>{0}</mi>",
    "function": "<mi>{0}</mi>",
    "operator": '<mo stretchy="false">{0}</mo>',
    "sum": '<mo stretchy="false">{0}</mo>',
    "space": '<mspace width="{0}em"/>',
    "group": "<mrow>{1}</mrow>",
    "fence": "<mrow><mo>{0[0]}</mo><mrow>{1}</mrow><mo>{0[1]}</mo></mrow>",
    "fraction": "<mfrac>{1}{2}</mfrac>",
    "tall fraction": '<mfrac displaystyle="true">{1}{2}</mfrac>',
    "root": "<msqrt>{1}</msqrt>",
    "hat": '<mover accent="true">{1}<mo stretchy="false">^</mo></mover>',
    "place": '<mrow data-place="{0}">{1}</mrow>',
    "^": "{1}",
    "_": "{1}",
}
"""Of each kind: 0 is its text, 1 and 2 are its rows."""
_THIN = '<mspace width="0.17em"/>'


def mathml(formula: Row) -> str:
    """The formula as a <math> element."""
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML" displaystyle="true"><mrow>{_row(formula)}</mrow></math>'


def _row(row: Row) -> str:
    """Nodes side by side, with a gap on both sides of a function's name, save beside operators and brackets."""
    parts: list[str] = []
    while row:
        node, scripts, row = scripted(row)
        if node.kind == "function" and parts and not parts[-1].endswith("</mo>"):
            parts.append(_THIN)
        parts.append(_scripted(node, scripts))
        if node.kind == "function" and row and not opens(row):
            parts.append(_THIN)
    return "".join(parts)


def _scripted(node: Node, scripts: Row) -> str:
    """A node with what stands below and above it."""
    names = {"_": "under", "^": "over"} if node.kind == "sum" else {"_": "sub", "^": "sup"}
    below_first = sorted(scripts, key=lambda each: list(names).index(each.kind))
    tag = "".join(names[each.kind] for each in below_first)
    inside = "".join(map(_node, (node, *below_first)))
    return f"<m{tag}>{inside}</m{tag}>" if tag else inside


def _node(node: Node) -> str:
    return _MARKUP[node.kind].format(escape(node.text), *map(_row, node.rows))
