"""What is said of the connection to the server (stage/player/page/connection.js)."""

from collections.abc import Mapping

from text import Text

CONNECTION: Mapping[str, Text] = {
    "unanswered": Text(
        ko="서버가 아직 응답하지 않습니다. 계속 연결하고 있습니다.",
        en="The server does not answer yet. Still trying to connect.",
    ),
    "lost": Text(
        ko="연결이 끊겨 다시 연결하고 있습니다. 그림은 계속 재생됩니다.",
        en="The connection is lost and being restored. Playback continues.",
    ),
    "back": Text(ko="다시 연결되었습니다.", en="Connected again."),
    "failed": Text(ko="연결을 되살리지 못했습니다.", en="The connection could not be restored."),
    "reload": Text(ko="페이지 다시 열기", en="Reload the page"),
}
"""By the name that the player calls each by."""
