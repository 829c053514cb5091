"""What a person at the race page does and sees, in the words of the tests."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Error, Locator, Page

from tools.pictures import READY

PATIENCE_MS = 20_000

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")


class Viewer:
    """One open page of the app."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.set_default_timeout(PATIENCE_MS)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(f"pageerror: {error}"))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def open(self, query: str = "", path: str = "race") -> "Viewer":
        """Go to the race with this query, or to an address that leads there, and wait until nothing moves any more."""
        self.page.goto(f"{self.url}/{path}{query}", wait_until="commit")
        self.until("stage?.classList.contains('descent-ready') && stage.dataset.drawn !== undefined")
        self.until("document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'")
        self.page.evaluate(
            """async () => {
                const frame = () => new Promise((done) => requestAnimationFrame(done));
                const parts = ["legend", "map canvas", "curves canvas", "scoreboard"];
                const box = (part) => document.querySelector(`.descent-${part}`).getBoundingClientRect();
                const places = () => JSON.stringify(parts.map(box));
                await document.fonts.ready;
                for (let before = "", same = 0; same < 5; await frame()) {
                    same = places() === before ? same + 1 : 0;
                    before = places();
                }
            }"""
        )
        return self

    def open_chapter(self, path: str, query: str = "") -> "Viewer":
        """Go to any chapter and wait until its script has run to its end and its fonts are there."""
        self.page.goto(f"{self.url}/{path}{query}", wait_until="commit")
        self.until_at_rest()
        self.until("document.querySelector(what) != null", READY)
        self.page.locator(".st-key-chapters .descent-links").wait_for(state="attached")  # it comes last
        self.until("document.querySelector('[data-testid=stSkeleton]') == null")  # the scripts of all controls are here
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self

    def unfold_chapters(self) -> Locator:
        """The list of chapters, which is folded wherever one has come to."""
        fold = self.page.locator(".st-key-chapters details")
        if fold.get_attribute("open") is None:
            fold.locator("summary").evaluate("summary => summary.click()")  # the keyboard stays where it is
        return fold

    def unfold(self, words: str) -> None:
        """What is folded beside the stage or below it, by its line."""
        fold = self.page.locator("details").filter(has=self.page.locator("summary", has_text=words))
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()

    def switch(self, words: str) -> Locator:
        """One of the switches of every page, behind their button, which is pressed first."""
        option = self.page.get_by_role("radio", name=words, exact=True)
        if not option.is_visible():
            self.page.locator(".st-key-display button").first.click()
        return option

    def choose_surface(self, name: str) -> None:
        """From the gallery."""
        self.page.locator(".descent-surfaces-button").click()
        self.page.get_by_role("option", name=name).click()

    def until_at_rest(self) -> "Viewer":
        """Wait until the page's script has run to its end."""
        return self.until("document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'")

    def leave(self) -> None:
        """Close the page; not in the middle of a run, of whose answer the server would complain."""
        done = "() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState !== 'running'"
        try:
            self.page.wait_for_function(done, timeout=PATIENCE_MS)  # an expression would be `eval`: the page forbids it
        finally:
            self.page.close()

    def settle(self) -> "Viewer":
        """Wait until no colour and no place is on its way to another one any more."""
        self.page.evaluate(
            """async () => {
                const frame = () => new Promise((done) => requestAnimationFrame(done));
                await frame();
                const lasting = ({ effect }) => effect?.getComputedTiming().endTime !== Infinity;
                const moves = (each) => each.playState === "running" && lasting(each);
                while (document.getAnimations().some(moves)) await frame();
            }"""
        )
        return self

    def tab_to(self, name: str) -> "Viewer":
        """Press Tab until a control of this name has the focus."""
        for _ in range(100):
            self.page.keyboard.press("Tab")
            if self.focused() == name:
                return self
        raise AssertionError(f"no control called {name!r} was reached by Tab")

    def focused(self) -> str:
        """The name of the control that has the focus: its label, or else the last of its words that are no icon."""
        script = """() => {
            const { activeElement: control } = document;
            const icons = [...control.querySelectorAll("[data-testid=stIconMaterial]")].map((each) => each.innerText);
            const lines = (control.ariaLabel ?? control.innerText).split("\\n").map((line) => line.trim());
            return lines.filter((line) => line && !icons.includes(line)).at(-1) ?? "";
        }"""
        return str(self.page.evaluate(script))

    def until(self, condition: str, what: object = None) -> "Viewer":
        """Wait until a JavaScript condition over `stage` and `what` holds."""
        script = f"(what) => {{ const stage = document.querySelector('.descent-stage'); return {condition}; }}"
        try:
            self.page.wait_for_function(script, arg=what, timeout=PATIENCE_MS)
        except Error as error:
            raise AssertionError(f"this never came true: {condition} for {what!r}; {self._told()}") from error
        return self

    def _told(self) -> str:
        """Where the page is, for those who read of a failure."""
        shown = self.page.evaluate("({ ...document.querySelector('.descent-stage')?.dataset })")
        return f"the page is at {self.href}, its stage is {shown}, its console says {self.complaints}"

    def until_state(self, state: str) -> "Viewer":
        return self.until("stage.dataset.state === what", state)

    def until_step(self, step: int) -> "Viewer":
        return self.until("stage.dataset.step === String(what)", step)

    def until_query(self, **values: str | None) -> "Viewer":
        """Wait until the address says these values; None stands for a name it does not have."""
        return self.until(
            "Object.entries(what).every(([name, value]) => new URL(location.href).searchParams.get(name) === value)",
            {name.replace("__", "."): value for name, value in values.items()},
        )

    def until_row(self, key: str, column: int, words: str) -> "Viewer":
        """Wait until a cell of the scoreboard says these words."""
        return self.until(
            "stage.querySelector(`[data-track=${what[0]}]`).children[what[1]].textContent === what[2]",
            [key, column, words],
        )

    @property
    def href(self) -> str:
        """The address as the browser has it now."""
        return str(self.page.evaluate("location.href"))

    @property
    def query(self) -> dict[str, str]:
        """What the address says, each name once."""
        return {name: value for name, (value,) in parse_qs(urlsplit(self.href).query).items()}

    @property
    def stage(self) -> Locator:
        return self.page.locator(".descent-stage")

    @property
    def state(self) -> str | None:
        return self.stage.get_attribute("data-state")

    @property
    def step(self) -> int:
        return int(self.stage.get_attribute("data-step") or -1)

    def button(self, act: str) -> Locator:
        """A button of the transport bar: start, back, play, forward or end."""
        return self.page.locator(f".descent-transport [data-act={act}]")

    @property
    def scrub(self) -> Locator:
        return self.page.locator(".descent-scrub")

    @property
    def handle(self) -> Locator:
        """The start, where it can be dragged."""
        return self.page.locator(".descent-start")

    def slider(self, label: str) -> Locator:
        """A slider beside the stage, or on it as soon as its values are there."""
        places = ":is([data-testid=stSidebar], .descent-axis-track)"
        return self.page.locator(f"{places} input[type=range][aria-label^={label!r}]:not([max='0'])")

    def box(self, label: str) -> Locator:
        """A box for a number, beside the stage or on it."""
        return self.page.locator(
            f":is([data-testid=stSidebar] [type=number], .descent-axis-box)[aria-label^={label!r}]"
        )

    def pause_at(self, step: int) -> "Viewer":
        """Scrub to a step."""
        self.scrub.fill(str(step))
        return self.until_step(step)

    def table(self) -> dict[str, list[str]]:
        """The scoreboard: for each optimizer what stands in its cells, from its learning rate on."""
        return dict(
            self.page.evaluate(
                """() => [...document.querySelectorAll(".descent-scoreboard [data-track]")].map((row) =>
                    [row.dataset.track, [...row.children].slice(1).map((cell) => cell.textContent)])"""
            )
        )

    def point_on_map(self, x: float, y: float) -> tuple[float, float]:
        """Where on the screen a place of the map is, computed from Plotly's own axes."""
        across, down = self.page.evaluate(
            """([x, y]) => {
                const plot = document.querySelector(".descent-map .descent-plot");
                const { xaxis, yaxis } = plot._fullLayout;
                const box = plot.getBoundingClientRect();
                return [box.left + xaxis._offset + xaxis.d2p(x), box.top + yaxis._offset + yaxis.d2p(y)];
            }""",
            [x, y],
        )
        return float(across), float(down)

    def start_shown(self) -> tuple[float, float]:
        """Where on the screen the middle of the start's handle is."""
        box = self.handle.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def painted(self, color: str, panel: str = "map") -> int:
        """How many points of a panel's canvas have this colour."""
        return int(
            self.page.evaluate(
                """([panel, color]) => {
                    const canvas = document.querySelector(`.descent-${panel} .descent-ink`);
                    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                    const wanted = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
                    const isNear = (i) => wanted.every((level, j) => Math.abs(level - data[i + j]) <= 6);
                    let count = 0;
                    for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200 && isNear(i)) count++;
                    return count;
                }""",
                [panel, color],
            )
        )

    def until_painted(self, color: str, panel: str = "map") -> "Viewer":
        """Wait until something on a panel's canvas has this colour."""
        return self.until(
            """(() => {
                const canvas = stage.querySelector(`.descent-${what[0]} canvas`);
                const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                const isNear = (i) => what[1].every((level, j) => Math.abs(level - data[i + j]) <= 6);
                for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200 && isNear(i)) return true;
                return false;
            })()""",
            [panel, [int(color[i : i + 2], 16) for i in (1, 3, 5)]],
        )

    def errors_shown(self) -> list[str]:
        """Tracebacks, and pictures that could not be drawn."""
        return self.page.locator("[data-testid=stException], .descent-alert").all_inner_texts()

    def notice(self) -> str:
        """What the page says of values that it left out; nothing where it used all."""
        return "\n".join(self.page.locator("[data-testid=stAlert]").all_inner_texts())

    def watch_states(self) -> None:
        """From the next page on, keep every state that the stage goes through."""
        self.page.add_init_script(
            """globalThis.states = [];
            const look = () => {
                const state = document.querySelector(".descent-stage")?.dataset.state;
                if (state && state !== states.at(-1)) states.push(state);
            };
            const every = { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state"] };
            new MutationObserver(look).observe(document, every);"""
        )

    def states(self) -> list[str]:
        return list(self.page.evaluate("states"))


def number(words: str) -> float:
    """The number that a cell of the scoreboard shows."""
    if words == "–":
        return float("nan")
    if words in {"∞", "−∞"}:
        return float(words.replace("−", "-").replace("∞", "inf"))
    digits, _, power = words.partition("×10")
    return float(f"{digits.translate(_SUPERSCRIPTS)}e{power.translate(_SUPERSCRIPTS) or 0}")
