"""The server: the Streamlit app, and beside it the pages' HTML and the files that the stage plays with."""

from streamlit import App

from server.start import started
from ui.document import pages
from ui.stage.served import middleware, routes
from ui.strays import strays

app = App("ui/shell.py", routes=[*pages(), *routes()], middleware=[*strays(), *middleware()], lifespan=started)
