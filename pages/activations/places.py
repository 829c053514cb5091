"""The x axis under the dial of the activation functions."""

from pages.activations.choice import PLACES, USUAL_PLACE
from ui.common.dial_axis import DialAxis

X = DialAxis(PLACES, USUAL_PLACE)
