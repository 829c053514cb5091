"""What of an address goes along to another chapter: how they are looked at, and a teacher's own list of them."""

from address.playlist import KEY as PLAYLIST
from address.playlist import PLACE
from address.projector import KEY as PROJECTOR
from address.shortcuts import KEY as SHORTCUTS
from address.theme import KEY as THEME

LANGUAGE = "lang"
CARRIED = (LANGUAGE, THEME, PROJECTOR, SHORTCUTS, PLAYLIST, PLACE)
