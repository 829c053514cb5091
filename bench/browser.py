"""The race page in a real Chromium, beside others, and first visits on a slow line: `python -m bench.browser`.

Prints ratios first, then what they come from. A missed goal is printed as missed; leaves with an error if a page
breaks.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from bench.slow_line import Visit, visits
from optimizers import OPTIMIZERS
from tools.chromium import chromium
from tools.server import ROOT, serve
from tools.shifts import SHIFTED, WATCH_SHIFTS

STEPS_FOR_SLIDER, STEPS_FOR_FRAMES = 300, 1000
SIZE = {"width": 1366, "height": 768}
RACING = ".descent-ready[data-state]"

WATCH = """([settled, watched]) => {
  const { element, attribute } = settled;
  const read = () => {
    const found = document.querySelector(element);
    return attribute ? found?.getAttribute(attribute) : found?.textContent;
  };
  const drawn = () => watched && document.querySelector(watched)?.__changes;
  const plot = watched && document.querySelector(watched);
  if (plot && !plot.__watching) {
    plot.__watching = true;
    plot.__changes = 0;
    plot.on("plotly_afterplot", () => plot.__changes++);
  }
  globalThis.__settled = undefined;
  const before = [read(), drawn()];
  addEventListener("pointerup", () => {
    const begin = performance.now();
    const look = () => {
      const done = read() !== before[0] && (!watched || drawn() !== before[1]);
      if (!done) requestAnimationFrame(look);
      else requestAnimationFrame(() => (globalThis.__settled = performance.now() - begin));
    };
    look();
  }, { once: true, capture: true });
}"""
"""Counts from letting a slider go to the frame after the new picture is in the page."""

GRIP = """(slider) => {
  const input = document.querySelector(slider);
  const thumb = input.closest("[data-rac][style*='left']"); // Streamlit's: the input is hidden in it
  const box = (thumb ?? input).getBoundingClientRect();
  const share = thumb ? 0.5 : Number(input.value) / Number(input.max);
  const margin = thumb ? 0 : 12;
  return [box.left + margin + share * (box.width - 2 * margin), box.top + box.height / 2];
}"""
"""Where the thumb of a slider is."""
NEAREST = 9
"""A hand moves it so many pixels away, there and back, each time farther: what was seen before the browser keeps."""

FRAMES = """(seconds) => new Promise((done) => {
  const times = [];
  const look = (now) => {
    times.push(now);
    if (now - times[0] < 1000 * seconds) requestAnimationFrame(look);
    else done(times.length > 1 ? (1000 * (times.length - 1)) / (times.at(-1) - times[0]) : 0);
  };
  requestAnimationFrame(look);
})"""


WATCH_REDRAWN = """([element, attribute]) => {
  globalThis.__redrawn = [];
  const watched = document.querySelector(element);
  new MutationObserver(() => __redrawn.push(performance.now())).observe(watched, { attributeFilter: [attribute] });
}"""
"""Notes when pictures were drawn for another place of a slider, which changes this attribute in the same moment."""

REDRAWN = "(1000 * (__redrawn.length - 1)) / (__redrawn.at(-1) - __redrawn[0])"

DRAGS = 4
"""A slider is dragged to its end and back so many times."""
LIVE_RATE = "[data-axis=rate]"
LIVE_RACES = {
    "5 optimizers × 100 steps": ("steps=100", 58.0),
    "9 × 1000": (f"steps=1000&optimizers={','.join(OPTIMIZERS)}", 30.0),
}
"""Races whose learning rate is dragged, and the least redraws a second."""

SLOW_PAGES = {"/": "?lang=en", "/race": "race?lang=en"}
WORDS_GOAL, MOVING_GOAL = 2, 15
"""Seconds of a first visit on a slow line until there are words, and until the picture moves."""
KILOBYTES_GOALS = {
    "documents": 10,
    "Streamlit's scripts": 800,
    "the player's modules": 100,
    "Plotly": 1350,
    "styles": 20,
    "fonts": 250,
    "assets": 50,
    "websocket": 40,
    "anything else": 10,
}
"""kB until the picture moves: what keeps the visit within its seconds."""


@dataclass
class Contender:
    """An app with a slider, and how to know that its picture has settled."""

    name: str
    script: Path
    query: str
    slider: str
    settled: dict[str, str]
    """The element, or the attribute of it, that changes when the new picture stands."""
    plot: str | None = None
    """A Plotly figure that has to be drawn again."""
    milliseconds: list[float] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    messages: list[int] = field(default_factory=list)


CONTENDERS = [
    Contender("trivial page", ROOT / "bench/rivals/trivial.py", "", "input[type=range]", {"element": "#settled"}),
    Contender(
        "native Plotly frames",
        ROOT / "bench/rivals/native_frames.py",
        "",
        "input[type=range]",
        {"element": "#settled"},
        plot=".js-plotly-plot",
    ),
    Contender(
        "Descent",
        ROOT / "app.py",
        f"race?lang=en&steps={STEPS_FOR_SLIDER}&rate=0.02",
        "input[type=range][aria-label^='Learning rate']",
        {"element": ".descent-stage", "attribute": "data-messages"},
    ),
]


class Received:
    """Counts the bytes and the messages that a page's WebSocket receives."""

    def __init__(self, session: CDPSession) -> None:
        self.begin()
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._count)

    def begin(self) -> None:
        """Count anew."""
        self.bytes = self.messages = 0

    def _count(self, event: dict[str, Any]) -> None:
        response = event["response"]
        self.messages += 1
        size = len(response["payloadData"])
        self.bytes += size * 3 // 4 if response["opcode"] == 2 else size


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a context of its own."""
    context = browser.new_context(viewport=SIZE, locale="en-US")
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def time_slider(browser: Browser, address: str, contender: Contender, moves: int) -> None:
    """Move the slider by hand, and note how long each move takes from letting it go, and what it sends."""
    with opened(browser, address + "/" + contender.query) as page:
        received = Received(page.context.new_cdp_session(page))
        if contender.plot:
            page.wait_for_function("(plot) => document.querySelector(plot)?._fullLayout", arg=contender.plot)
        if "app.py" in contender.script.name:
            page.wait_for_selector(RACING)
            page.keyboard.press("End")
        page.wait_for_selector(contender.settled["element"])
        for move in range(moves + 1):
            page.wait_for_timeout(700)  # what is still on its way belongs to the move before
            x, y = page.evaluate(GRIP, contender.slider)
            page.mouse.move(x, y)
            page.mouse.down()
            page.mouse.move(x + (-1) ** move * (NEAREST + move), y, steps=3)
            page.wait_for_timeout(100)
            received.begin()
            page.evaluate(WATCH, [contender.settled, contender.plot])
            page.mouse.up()
            page.wait_for_function("() => globalThis.__settled")
            took = page.evaluate("globalThis.__settled")
            page.wait_for_timeout(500)
            if move:  # the first move also warms up
                contender.milliseconds.append(took)
                contender.sent.append(received.bytes)
                contender.messages.append(received.messages)


def frames_per_second(browser: Browser, address: str) -> float:
    """While five optimizers run through a long race."""
    with opened(browser, f"{address}/race?lang=en&steps={STEPS_FOR_FRAMES}") as page:
        page.wait_for_selector(".descent-stage[data-state=playing]")
        page.wait_for_timeout(1500)
        return float(page.evaluate(FRAMES, 4))


def first_picture(browser: Browser, address: str) -> tuple[float, float, float]:
    """Milliseconds from navigation to the first moving picture: cold, warm, and from first paint when cold."""
    context = browser.new_context(viewport=SIZE, locale="en-US")
    taken: list[tuple[float, float]] = []
    for _ in range(2):
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector(".descent-stage[data-state=playing]")
        page.wait_for_function("() => Number(document.querySelector('.descent-stage').dataset.step) > 0")
        moving = page.evaluate("performance.getEntriesByName('descent-first-picture')[0].startTime")
        painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        taken.append((moving, moving - painted))
        page.close()
    context.close()
    return taken[0][0], taken[1][0], taken[0][1]


def layout_shift(browser: Browser, address: str, moves: int) -> tuple[float, float]:
    """What moved while the page came up, and while the learning rate was moved: both summed, shares of the window."""
    context = browser.new_context(viewport=SIZE, locale="en-US")
    page = context.new_page()
    page.add_init_script(WATCH_SHIFTS)
    page.goto(f"{address}/race?lang=en&rate=0.02")
    page.wait_for_selector(".descent-stage[data-state=playing]")
    page.wait_for_timeout(3000)
    loading = float(page.evaluate(SHIFTED))
    page.locator("input[type=range][aria-label^='Learning rate']").first.focus()
    for _ in range(moves):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(600)
    sliding = float(page.evaluate(SHIFTED))
    context.close()
    return loading, sliding


def dragged(page: Page, slider: str, element: str, attribute: str, places: int = 90) -> float:
    """Redraws a second while the slider is dragged with the mouse from end to end over so many places."""
    box = page.locator(slider).bounding_box()
    assert box is not None
    level = box["y"] + box["height"] / 2
    left, right = box["x"] + 12, box["x"] + box["width"] - 12
    page.mouse.move(left, level)
    page.mouse.down()
    page.evaluate(WATCH_REDRAWN, [element, attribute])
    for drag in range(DRAGS):
        page.mouse.move(left if drag % 2 else right, level, steps=places)
    redrawn = float(page.evaluate(REDRAWN))
    page.mouse.up()
    return redrawn


def live_rate(browser: Browser, address: str, query: str) -> float:
    """Redraws a second while the race's learning rate is dragged."""
    with opened(browser, f"{address}/race?lang=en&{query}") as page:
        page.wait_for_selector(f"{LIVE_RATE}:not([max='0'])")
        page.keyboard.press("End")
        places = int(page.locator(LIVE_RATE).get_attribute("max") or 1)
        return dragged(page, LIVE_RATE, LIVE_RATE, "aria-valuetext", places)


def dial(browser: Browser, address: str) -> tuple[float, float]:
    """Redraws a second while the dial is dragged with the mouse, and the kB that a change of the start sends."""
    with opened(browser, f"{address}/dial?lang=en&steps={STEPS_FOR_SLIDER}") as page:
        received = Received(page.context.new_cdp_session(page))
        page.wait_for_selector(".descent-ready[data-state]")
        page.keyboard.press("End")
        redrawn = dragged(page, "[data-dial=rate]", ".descent-stage", "data-row")
        page.wait_for_timeout(1500)
        messages = page.locator(".descent-stage").get_attribute("data-messages")
        received.begin()
        page.locator(".descent-start").focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function(
            "(messages) => document.querySelector('.descent-stage').dataset.messages !== messages", arg=messages
        )
        page.wait_for_timeout(500)
        return redrawn, received.bytes / 1000


@dataclass(frozen=True)
class Result:
    """One line of the report."""

    what: str
    value: float
    goal: str
    met: bool

    def __str__(self) -> str:
        return f"{self.what:<58}{self.value:>10.2f}   goal {self.goal:<10}{'met' if self.met else 'MISSED'}"


def measure(rounds: int, moves: int) -> list[Result]:
    """Everything, round after round, so that a slow minute falls on all alike."""
    frames: list[float] = []
    pictures: list[tuple[float, float, float]] = []
    shifts: list[tuple[float, float]] = []
    dials: list[tuple[float, float]] = []
    lives: dict[str, list[float]] = {name: [] for name in LIVE_RACES}
    slow: dict[str, list[tuple[Visit, Visit]]] = {name: [] for name in SLOW_PAGES}
    with ExitStack() as stack, TemporaryDirectory() as logs:
        addresses = [
            stack.enter_context(serve(each.script, Path(logs) / f"{index}.log"))
            for index, each in enumerate(CONTENDERS)
        ]
        for _ in range(rounds):
            with chromium() as browser:
                for contender, address in zip(CONTENDERS, addresses, strict=True):
                    time_slider(browser, address, contender, moves)
                frames.append(frames_per_second(browser, addresses[-1]))
                pictures.append(first_picture(browser, f"{addresses[-1]}/race"))
                shifts.append(layout_shift(browser, addresses[-1], moves))
                dials.append(dial(browser, addresses[-1]))
                for name, (query, _) in LIVE_RACES.items():
                    lives[name].append(live_rate(browser, addresses[-1], query))
            for name, page in SLOW_PAGES.items():
                with chromium() as browser:  # one that has compiled nothing yet
                    slow[name].append(visits(browser, f"{addresses[-1]}/{page}"))
    return report(frames, pictures, shifts, dials) + report_live(lives) + report_slow(slow)


def report(
    frames: list[float],
    pictures: list[tuple[float, float, float]],
    shifts: list[tuple[float, float]],
    dials: list[tuple[float, float]],
) -> list[Result]:
    """Ratios first."""
    loading, sliding = (max(each) for each in zip(*shifts, strict=True))
    floor, native, ours = (median(each.milliseconds) for each in CONTENDERS)
    cold, warm, painted = (median(each) for each in zip(*pictures, strict=True))
    sent = median(CONTENDERS[-1].sent) / 1000
    fps = median(frames)
    redrawn, moved = (median(each) for each in zip(*dials, strict=True))
    return [
        Result("slider to settled picture, times a trivial page", ours / floor, "≤ 1.5", ours <= 1.5 * floor),
        Result("slider to settled picture, times native frames", ours / native, "≤ 0.25", ours <= native / 4),
        Result(f"frames a second, 5 optimizers × {STEPS_FOR_FRAMES} steps", fps, "≥ 55", fps >= 55),
        Result(f"kB sent per slider change, {STEPS_FOR_SLIDER} steps", sent, "≤ 40", sent <= 40),
        Result("redraws a second while the dial is dragged", redrawn, "≥ 55", redrawn >= 55),
        Result(f"kB sent per change of the dial's start, {STEPS_FOR_SLIDER} steps", moved, "≤ 400", moved <= 400),
        Result("layout shift while loading, the worst", loading, "< 0.1", loading < 0.1),
        Result("layout shift of slider changes, the worst", sliding, "0", sliding == 0),
        Result("seconds from first paint to moving picture, cold", painted / 1000, "≤ 3", painted <= 3000),
        Result("seconds from navigation to moving picture, cold", cold / 1000, "–", met=True),
        Result("seconds from navigation to moving picture, warm", warm / 1000, "–", met=True),
    ]


def report_live(lives: dict[str, list[float]]) -> list[Result]:
    """How often the race is redrawn while its learning rate is dragged."""
    results = []
    for name, (_, least) in LIVE_RACES.items():
        redrawn = median(lives[name])
        results.append(Result(f"redraws a second, n dragged, {name}", redrawn, f"≥ {least:g}", redrawn >= least))
    return results


def report_slow(pages: dict[str, list[tuple[Visit, Visit]]]) -> list[Result]:
    """First visits and second ones; the bytes of the first."""
    results: list[Result] = []
    for name, taken in pages.items():
        first, second = ([each[i] for each in taken] for i in (0, 1))
        words, moving = median(each.words for each in first), median(each.moving for each in first)
        again = median(each.moving for each in second)
        results += [
            Result(f"slow line, {name}: seconds to first words", words, f"≤ {WORDS_GOAL}", words <= WORDS_GOAL),
            Result(f"slow line, {name}: seconds to moving picture", moving, f"≤ {MOVING_GOAL}", moving <= MOVING_GOAL),
            Result(f"slow line, {name}: the same, second visit", again, "–", met=True),
        ]
        for kind, most in KILOBYTES_GOALS.items():
            sent = median(each.kilobytes.get(kind, 0) for each in first)
            results.append(Result(f"slow line, {name}: kB, {kind}", sent, f"≤ {most}", sent <= most))
        later = median(each.kilobytes_later for each in first)
        results.append(Result(f"slow line, {name}: kB after the picture moves", later, "–", met=True))
    return results


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--moves", type=int, default=7, help="slider moves in each round")
    options = parser.parse_args()
    results = measure(options.rounds, options.moves)
    print("\n".join(map(str, results)))
    print(f"\nslider to settled picture, ms (medians of {options.rounds * options.moves}):")
    for each in CONTENDERS:
        low, high = min(each.milliseconds), max(each.milliseconds)
        print(
            f"  {each.name:<24}{median(each.milliseconds):7.0f}  [{low:.0f}–{high:.0f}]"
            f"  {median(each.sent) / 1000:8.1f} kB in {median(each.messages):3.0f} messages"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
