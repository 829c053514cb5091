"""The controls of a page by their names, whichever widgets stand there now (`ui.controls.widgets.show`)."""

import json
from collections.abc import Iterable
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from ui.common.lesson_controls import DATA, NETWORK
from ui.controls.conditions import CONDITIONS


def control(widgets: Iterable[Any], widget: str) -> Any:
    """The one among them, as in `control(page.slider, "slider:rate")`."""
    (found,) = (each for each in widgets if each.key and each.key.partition("~")[0] == widget)
    return found


def unfold(page: AppTest) -> None:
    """All that a viewer can unfold beside the stage, but the settings of the optimizers."""
    for key in (CONDITIONS, NETWORK, DATA):
        page.session_state[key] = True


def choose_surface(page: AppTest, key: str) -> None:
    """Choose it from the gallery, as the browser tells it, and run the page."""
    (gallery,) = [each.proto for each in page.sidebar if each.type == "bidi_component"]
    states = page._tree.get_widget_states()
    told = json.dumps([{"event": "chosen", "value": key}])
    states.widgets.append(WidgetState(id=_make_trigger_id(gallery.id, "events"), json_trigger_value=told))
    page._run(states)
    assert not page.exception, [each.message for each in page.exception]
