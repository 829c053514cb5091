"""The server: the Streamlit app, and beside it the files that the stage plays with."""

from streamlit import App

from ui.stage.served import middleware, routes

app = App("ui/shell.py", routes=routes(), middleware=middleware())
