"""Screenshots of the real pages, to be looked at: `python -m tools.pictures build/pictures`.

Every page in both languages, light, dark and for a projector, at the sizes of a laptop, a projector and a phone;
`--only relief` takes those of one page.
The README's moving picture is taken by `python -m tools.film`.
"""

import argparse
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser

from scenes import SCENES
from tools.chromium import chromium
from tools.server import ROOT, serve

SIZES = {"laptop": (1366, 768), "projector": (1920, 1080), "phone": (390, 844)}
LOCALES = {"ko": "ko-KR", "en": "en-US"}
PAGES = {
    "start": "",
    "race": "race",
    "relief": "race?view=relief&surface=himmelblau&rate=0.01",
    "tuned": "race?rates=tuned&surface=two-wells",
    "noise": "race?noise=1&rates=first-step&rate=0.1",
    "beyond": "race?optimizers=gd,momentum,nesterov,adagrad,rmsprop,adam,nadam,adamw,lion&rate=0.1",
    "diverging": "race?rate=1.05",
    "minima": "race?surface=himmelblau",
    "saddle": "race?surface=bounded-saddle",
    "notices": "race?steps=abc&surface=moon&rate=-1",
    "step": "step?step=5&term=7",
    "step of a pair": "step?optimizer=momentum&beside=adam&step=5&term=4",
    "step that diverges": "step?surface=himmelblau&optimizer=nadam&rate=100&steps=40",
    "momentum": "momentum",
    "steep-momentum": "momentum?condition_number=1000",
    "basins": "basins",
    "schedules": "schedules",
    "every-schedule": "schedules?schedules=constant,step,exponential,cosine,warmup-cosine,one-cycle&noise=0",
    "choosing": "choosing",
    "dial": "dial",
    "dial of a momentum": "dial?surface=ravine&optimizer=momentum&axis=momentum&rate=0.05",
    "dial elsewhere": "dial?surface=himmelblau&optimizer=adam&measure=steps",
    "differences": "differences",
    "differences of a rough step": "differences?step=0.3&width=3&activation=sigmoid",
    "model": "model",
    "model of a wave": "model?model=wave&optimizer=momentum",
    "constraints": "constraints",
    "algorithms": "algorithms",
    "algorithms over cost": "algorithms?surface=rosenbrock&rate=0.001&over=cost",
    "algorithms in noise": "algorithms?rate=0.5&steps=200&noise=0.1&newton.damping=5",
    "constraints of a disc": "constraints?surface=himmelblau&constraint=disc",
    "constraints of a box": "constraints?constraint=box&optimizer=adam",
    "constraints of a line": "constraints?constraint=line&rate=0.1",
    "constraints without a bottom": "constraints?surface=monkey-saddle&constraint=disc",
    "training": "training",
    "training of everybody": "training?data=spiral&rates=tuned&batch=32&activation=tanh"
    "&optimizers=gd,momentum,nesterov,adagrad,rmsprop,adam,nadam,adamw,lion",
    "training to fit": "training?data=regression&activation=tanh&rate=0.1",
    "training asked": "training?data=blobs&ask=first",
    "representations": "representations",
    "representations of one": "representations?optimizers=adam&layer=2",
    "composition": "composition",
    "composition typed": "composition?f=x**3%2F4&g=sin(y)&x=1",
    "backpropagation": "backpropagation?path=w1&step=10",
    "backpropagation of a fork": "backpropagation?structure=fork&path=w1&step=16",
    "losses": "losses",
    "losses of classes": "losses?show=classes",
    "losses behind a sigmoid": "losses?show=sigmoid",
    "activations": "activations",
    "softmax": "activations?show=softmax",
    "sigmoid and softmax": "activations?show=pair",
    "computing time": "activations?show=speed",
    "vanishing": "vanishing",
    "vanishing table": "vanishing?show=table",
    "vanishing of small weights": "vanishing?relu.weights=thumb&depth=50",
    "depth": "depth",
    "depth that cannot": "depth?depth=1",
    "lecture": "lecture",
    "lecture at a slide": "lecture?slide=13",
    "timeline": "timeline",
    "guide": "guide",
    **{f"scene {key}": f"scenes?scene={key}" for key in SCENES},
}
LOOKS = {"light": ("light", ""), "dark": ("dark", ""), "projector": ("light", "projector=on")}
"""The scheme of the system, and what the address says besides."""
READY = ".descent-ready[data-state], .descent-swatches table, .descent-handout h2"


def picture(browser: Browser, address: str, file: Path, **context: Any) -> None:
    """One page after its race, if it has one, has ended."""
    visit = browser.new_context(**context)
    page = visit.new_page()
    page.goto(address)
    page.wait_for_selector(READY)
    if page.locator(".descent-stage:not(.descent-asking)").count():  # nothing plays while a question waits
        page.locator("[data-act=end]").evaluate("button => button.click()")  # it is hidden where nothing plays
        page.wait_for_selector(".descent-stage[data-state=ended]")
    page.wait_for_timeout(700)  # Streamlit fades elements in
    page.screenshot(path=file)
    visit.close()


def all_pictures(browser: Browser, address: str, folder: Path, only: Sequence[str]) -> None:
    """Every page, or only some, in every look."""
    for name, look, language, size in product(only or PAGES, LOOKS, LOCALES, SIZES):
        scheme, besides = LOOKS[look]
        width, height = SIZES[size]
        page = PAGES[name]
        query = page + ("&" if "?" in page else "?") * bool(besides) + besides
        picture(
            browser,
            f"{address}/{query}",
            folder / f"{name}-{language}-{look}-{size}.png",
            locale=LOCALES[language],
            color_scheme=scheme,
            viewport={"width": width, "height": height},
            has_touch=size == "phone",
        )


def main(arguments: Sequence[str]) -> int:
    """Take the pictures that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build/pictures")
    parser.add_argument("--only", nargs="+", choices=PAGES, default=[])
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as logs, serve(ROOT / "app.py", Path(logs) / "log") as address, chromium() as browser:
        options.folder.mkdir(parents=True, exist_ok=True)
        all_pictures(browser, address, options.folder, options.only)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
