"""Styblinski–Tang: four minima at the corners of a rectangle, one of them the deepest."""

from dataclasses import dataclass

from parameters import Array
from surfaces.base import Minimum, Saddle, Surface, symmetric
from text import Text

# the three roots of 2x³ − 16x + 5/2 = 0, by Newton's method: deep well, ridge, shallow well
_DEEP, _RIDGE, _SHALLOW = -2.903534027771177, 0.1567312567803401, 2.746802770990837


@dataclass(frozen=True)
class StyblinskiTang(Surface):
    """The same tilted double well in x and in y: every choice of two wells is a minimum.

    The variables do not mix, so each decides by itself which well it falls into; only the deeper
    one in both is the global minimum, −78.33.
    """

    key = "styblinski-tang"
    name = Text(ko="스티블린스키–탕 함수", en="Styblinski–Tang function")
    kind = "multi-minimum"
    rank = 5
    domain = ((-5.0, 5.0), (-5.0, 5.0))
    minima = (
        Minimum((_DEEP, _DEEP), -78.33233140754282),
        Minimum((_DEEP, _SHALLOW), -64.19561235905536, is_global=False),
        Minimum((_SHALLOW, _DEEP), -64.19561235905536, is_global=False),
        Minimum((_SHALLOW, _SHALLOW), -50.05889331056788, is_global=False),
    )
    saddles = (
        Saddle((_DEEP, _RIDGE), -38.97055334471606),
        Saddle((_RIDGE, _DEEP), -38.97055334471606),
        Saddle((_SHALLOW, _RIDGE), -24.833834296228584),
        Saddle((_RIDGE, _SHALLOW), -24.833834296228584),
    )
    start = (4.6, 4.2)
    learning_rate = 0.015
    steps = 200
    formula = r"\tfrac12\sum_{i=1}^{2}\left(x_i^4 - 16x_i^2 + 5x_i\right)"
    source = "M. A. Styblinski, T.-S. Tang, Experiments in nonconvex optimization, 1990"
    lesson = Text(
        ko=(
            "네 최솟값의 깊이가 모두 같지는 않습니다. 기본 설정에서 경사 하강법과 RMSProp은 가장 얕은 곳에 "
            "멈추지만, Momentum은 두 언덕을 넘어 가장 깊은 전역 최솟값에 도달합니다."
        ),
        en=(
            "Its four minima are not equally deep. With the default settings gradient descent and RMSProp stop in "
            "the shallowest, while Momentum crosses both ridges into the deepest, the global one."
        ),
    )

    def value(self, p: Array) -> Array:
        squares = p**2
        return ((squares - 16) * squares + 5 * p).sum(axis=0) / 2

    def gradient(self, p: Array) -> Array:
        return 2 * p * (p**2 - 8) + 2.5

    def hessian(self, p: Array) -> Array:
        xx, yy = 6 * p**2 - 16
        return symmetric(xx, 0.0, yy)
