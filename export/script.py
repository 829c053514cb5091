"""A race as a short PyTorch script that runs it again and prints its ends beside those of Descent."""

import json
from math import isfinite
from pathlib import Path
from string import Template
from textwrap import wrap
from typing import Any

from address.race import RaceChoice
from address.race_link import race_link
from cache import remembered
from optimizers import Optimizer
from parameters import parameters
from simulation import Run
from surfaces import Surface
from surfaces.written import Written, written
from text import Language, Text

_EXACT = Text(
    ko="{names}: 같은 식입니다. 끝점의 차이는 반올림뿐이며, 발산하거나 카오스적인 경로에서만 커집니다.",
    en=(
        "{names}: same formulas. The end points differ only by rounding, which matters only where a run diverges "
        "or is chaotic."
    ),
)
_EPSILON = Text(
    ko=(
        "{names}: 강의와 Descent는 √(g + ε)으로, PyTorch는 √g + ε으로 나눕니다. 기울기가 √ε보다 훨씬 큰 동안에는 "
        "두 경로가 거의 같습니다. 기울기가 그보다 작아지면 Descent의 스텝만 짧아져 두 경로가 갈라집니다. "
        "카오스적인 경로에서는 작은 차이도 커집니다."
    ),
    en=(
        "{names}: the lecture and Descent divide by √(g + ε), PyTorch by √g + ε. While gradients are much larger "
        "than √ε the paths are nearly the same; where they are smaller, Descent's steps get shorter, PyTorch's do "
        "not, and the paths separate. Where a run is chaotic, any difference grows."
    ),
)
_LEFT_OUT = Text(
    ko="{names}: torch.optim에 같은 식이 없어 여기서는 빠졌습니다.",
    en="{names}: left out here, because torch.optim has no optimizer with the same formula.",
)
_ENDED = Text(ko="Descent에서 끝난 위치", en="end points in Descent")
_TITLE = Text(
    ko="{surface}: torch.optim과 Descent의 경주 비교", en=("{surface}: the race in torch.optim and in Descent")
)
_APART = Text(ko="차이", en="difference")
_UNWRITTEN = Text(
    ko="이 곡면의 식은 PyTorch로 옮겨 쓸 수 없습니다.",
    en="The formula of this surface cannot be written in PyTorch.",
)
_NOBODY = Text(
    ko="고른 기법과 같은 식이 torch.optim에 없습니다.",
    en="torch.optim offers none of the chosen formulas.",
)
_WIDTH = 98


def obstacle(choice: RaceChoice) -> Text | None:
    """Why there is no script for this race; None where there is one."""
    if not any(choice.rules[key].pytorch for key in choice.chosen):
        return _NOBODY
    return _UNWRITTEN if _written(choice.surface) is None else None


def script(choice: RaceChoice, run: Run, file: str, language: Language) -> bytes:
    """The race in PyTorch; raises ValueError where there is an `obstacle`."""
    formula = _written(choice.surface)
    raced = {key: choice.rules[key] for key in choice.chosen if choice.rules[key].pytorch}
    if formula is None or not raced:
        raise ValueError(f"{choice.surface.key}, {', '.join(choice.chosen)}: there is no script; ask `obstacle` first")
    ends = {key: run.path[-1, :, choice.chosen.index(key)].tolist() for key in raced}
    noisy = choice.noise > 0
    filled = Template(Path(__file__).with_name("script.txt").read_text(encoding="utf-8")).substitute(
        title=_TITLE.format(surface=choice.surface.name)[language],
        packages=" numpy" if noisy else "",
        file=file,
        query=race_link(choice),
        imports=_imports(ends, noisy=noisy),
        start=repr(choice.start),
        steps=choice.steps,
        noise=f"\nNOISE = {choice.noise!r} * np.random.default_rng({choice.seed}).standard_normal((STEPS, 2))" * noisy,
        formula="\n".join([*(f"    {name} = {text}" for name, text in formula.names), f"    return {formula.height}"]),
        agreement="\n".join(_agreement(raced, language)),
        race="\n".join(
            f"    {_quoted(rule)}: lambda x: torch.optim.{_call(choice, key)}," for key, rule in raced.items()
        ),
        ended=_ENDED[language],
        ends="\n".join(f"    {_quoted(rule)}: ({', '.join(map(repr, ends[key]))})," for key, rule in raced.items()),
        left_out="".join(f"\n{line}" for line in _left_out(choice, language)),
        apart=_APART[language],
        add_noise="\n        x.grad += torch.from_numpy(NOISE[t])" * noisy,
    )
    return filled.encode()


@remembered(most_bytes=1_000_000)
def _written(surface: Surface) -> Written | None:
    return written(surface)


def _imports(ends: dict[str, list[float]], *, noisy: bool) -> str:
    """What the script needs; inf and nan are names in Python, and stand there only where a run has left."""
    numbers = [number for end in ends.values() for number in end]
    of_math = ["dist", *sorted({repr(number).lstrip("-") for number in numbers if not isfinite(number)})]
    return "\n".join([f"from math import {', '.join(of_math)}", "", *["import numpy as np"] * noisy, "import torch"])


def _call(choice: RaceChoice, key: str) -> str:
    """How torch.optim is called for one optimizer."""
    rule = choice.rules[key]
    settings = {each.key: repr(getattr(rule, each.key)) for each in parameters(rule)}
    return str(rule.pytorch).format(n=repr(choice.rate_of(key)), **settings)


def _agreement(raced: dict[str, Optimizer[Any]], language: Language) -> list[str]:
    """Who agrees how well with PyTorch, as comments."""
    guarded = {key: "{eps}" in str(rule.pytorch) for key, rule in raced.items()}
    lines: list[str] = []
    for words, with_eps in ((_EXACT, False), (_EPSILON, True)):
        names = ", ".join(rule.name for key, rule in raced.items() if guarded[key] == with_eps)
        lines += _comment(words.format(names=names)[language]) if names else []
    return lines


def _left_out(choice: RaceChoice, language: Language) -> list[str]:
    """Who can't race in PyTorch, as comments."""
    names = ", ".join(choice.rules[key].name for key in choice.chosen if not choice.rules[key].pytorch)
    return _comment(_LEFT_OUT.format(names=names)[language]) if names else []


def _comment(words: str) -> list[str]:
    return [f"# {line}" for line in wrap(words, _WIDTH)]


def _quoted(rule: Optimizer[Any]) -> str:
    return json.dumps(rule.name, ensure_ascii=False)
