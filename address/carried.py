"""What of an address goes along to another chapter: how the viewer looks at them all."""

from address.projector import KEY as PROJECTOR
from address.theme import KEY as THEME

LANGUAGE = "lang"
CARRIED = (LANGUAGE, THEME, PROJECTOR)
