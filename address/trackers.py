"""What mail, networks and advertisers add to a link on its way, to see who follows it."""

TAGS = ("utm_", "mtm_")
"""Beginnings of names."""
CLICKS = {
    *("fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "twclid", "ttclid", "yclid"),
    *("igsh", "igshid", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi"),
}
"""Whole names."""


def is_tracker(name: str) -> bool:
    """Whether a name in an address is such an addition, which no viewer wrote and none needs to hear of."""
    return name in CLICKS or name.startswith(TAGS)
