"""The server: the Streamlit app, and beside it the pages' HTML and the files that the stage plays with."""

from streamlit import App

from server.assets import assets
from server.closed import closed
from server.compressed import compressed
from server.headers import safe_headers
from server.origins import origins
from server.start import started
from stage.served import routes
from ui.shell.base_path import base_path, below
from ui.shell.document import pages
from ui.shell.not_found import not_found

app = App(
    "ui/shell/shell.py",
    routes=below(base_path(), [*pages(), *routes(), *assets()]),
    lifespan=started,
    middleware=[*safe_headers(), *origins(), *closed(), *not_found(), *compressed()],
)
