"""A WebSocket to the app, as a browser opens it."""

from urllib.parse import urlsplit

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol


def stream(url: str, *, origin: str | None = None, cookie: str = "") -> ClientConnection:
    """To the app at `url`, from one of its own pages unless another origin is given."""
    return connect(
        f"{urlsplit(url)._replace(scheme='ws').geturl()}/_stcore/stream",
        origin=Origin(origin or url),
        subprotocols=[Subprotocol("streamlit")],
        additional_headers={"Cookie": cookie} if cookie else None,
        close_timeout=1,  # who still sends is not read to the end
    )
