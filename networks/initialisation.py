"""How large the first weights are: standard normal, times a factor that depends on how many inputs a layer has."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from text import Text


@dataclass(frozen=True)
class Initialisation:
    """The standard deviation of a layer's first weights, from its inputs and its outputs."""

    key: str
    name: Text
    formula: str
    """LaTeX, of the variance."""
    deviation: Callable[[int, int], float]
    source: str
    """Authors, title, year; empty for what nobody claims to have invented."""


INITIALISATIONS: dict[str, Initialisation] = {
    each.key: each
    for each in (
        Initialisation(
            "plain",
            Text(ko="표준정규분포", en="standard normal"),
            "1",
            lambda _inputs, _outputs: 1.0,
            "",
        ),
        Initialisation(  # the usual one before its paper, whose equation (1) it is; PyTorch's nn.Linear draws so, too
            "thumb",
            Text(ko="균등분포 ±1/√in", en="uniform ±1/√in"),
            r"\frac{1}{3\,\text{in}}",
            lambda inputs, _outputs: float(np.sqrt(1.0 / (3.0 * inputs))),
            "X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010",
        ),
        Initialisation(
            "xavier",
            Text(ko="Xavier", en="Xavier"),
            r"\frac{2}{\text{in} + \text{out}}",
            lambda inputs, outputs: float(np.sqrt(2.0 / (inputs + outputs))),
            "X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010",
        ),
        Initialisation(
            "he",
            Text(ko="He", en="He"),
            r"\frac{2}{\text{in}}",
            lambda inputs, _outputs: float(np.sqrt(2.0 / inputs)),
            (
                "K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers: surpassing human-level performance on "
                "ImageNet classification, 2015"
            ),
        ),
    )
}
"""By their keys."""
