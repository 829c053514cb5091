"""What a viewer needs to know to read the stage: rendered from the facts that the stage itself uses."""

from figures.loss import ABOVE_LOWEST, LOSS
from simulation import VERDICT_MEANINGS, VERDICT_NAMES, Verdict
from simulation.status import ARRIVED, FALLING, FAR, GONE, STEADY, STILL, TURNS, WINDOW
from stage.words import SIGNS, WORDS
from text import Language, Text
from ui.common.sources import FROM_MEMORY
from ui.common.tables import markdown_table

KEYS: tuple[tuple[Text, Text], ...] = (
    (Text(ko="스페이스", en="Space"), Text(ko="재생, 일시 정지", en="Play and pause")),
    (Text(ko="←, → 키", en="← and →"), Text(ko="한 스텝 뒤로, 앞으로", en="One step back, one step forward")),
    (
        Text(ko="↑, ↓ 키", en="↑ and ↓"),
        Text(ko="업데이트 한 번 들여다보기에서 식의 앞줄, 다음 줄로", en="Inside one update: previous line, next line"),
    ),
    (Text(ko="Home, End 키", en="Home and End"), Text(ko="처음으로, 끝으로", en="To the start, to the end")),
    (Text(ko="출발점에서 화살표 키", en="Arrows on the start"), Text(ko="출발점 옮기기", en="Move the start")),
    (
        Text(ko="다이얼에서 화살표 키", en="Arrows on a dial"),
        Text(ko="다음 값으로", en="Next value"),
    ),
    (
        Text(ko="PageDown, PageUp 키", en="PageDown and PageUp"),
        Text(
            ko="수업 목록에서, 없으면 ‘장면으로 보는 강의’에서 다음, 이전으로 (프레젠터 리모컨도 같음)",
            en="In the playlist, else in the lecture's scenes: next and previous; a presenter's remote does the same",
        ),
    ),
    (
        Text(ko="수업 목록의 ⠿에서 ↑, ↓, Delete 키", en="↑, ↓ and Delete on ⠿ in the playlist"),
        Text(ko="항목을 옮기기, 빼기", en="Move an entry, remove it"),
    ),
    (Text(ko="V 키", en="V"), Text(ko="지도와 입체 보기 전환", en="Switch between map and 3D view")),
    (Text(ko="G 키", en="G"), Text(ko="이 경주를 고정해 비교하기, 고정 풀기", en="Pin this run to compare; unpin")),
    (
        Text(ko="H 키", en="H"),
        Text(
            ko="지도 위에 탐침을 놓아 기울기, 두 곡률과 그 자리의 이름 보기",
            en="Probe the map: gradient, both curvatures, and what such a place is called",
        ),
    ),
    (
        Text(ko="M 키", en="M"),
        Text(
            ko="경주를 소리로 듣기, 끄기: 손실이 클수록 높은 음",
            en="Hear the race, or not: the larger the loss, the higher the note",
        ),
    ),
    (
        Text(ko="N 키", en="N"),
        Text(
            ko="‘경주’에서 기울기에 잡음 더하기, 없애기; ‘모델과 매개변수’에서 경사 하강법 한 스텝",
            en="In “The race”: noise on the gradient, or none; in “Model and parameters”: one step of gradient descent",
        ),
    ),
    (Text(ko="P 키", en="P"), Text(ko="프로젝터 화면", en="Projector mode")),
    (Text(ko="F 키", en="F"), Text(ko="전체 화면", en="Full screen")),
    (
        Text(ko="예측 질문에서 숫자 키", en="Digits at a question"),
        Text(ko="예측을 고르기", en="Choose a prediction"),
    ),
    (Text(ko="Tab 키", en="Tab"), Text(ko="다음 버튼이나 슬라이더로", en="Next button or slider")),
)
"""What the keys do where the focus is not on something that has its own use for them."""
WHERE_KEYS_ACT = Text(
    ko=(
        "스페이스, Home, End 키는 그림에 초점이 있을 때와 전체 화면에서 재생에 쓰이고, 다른 때에는 페이지를 "
        "스크롤합니다. 그림을 한 번 누르거나 Tab 키로 들어가면 그림에 초점이 있습니다. PageDown, PageUp 키는 수업 "
        "목록과 ‘장면으로 보는 강의’에서는 어디에 초점이 있든 차례를 넘깁니다. 다른 장에서는 스크롤합니다. "
        "‘{menu}’에서 **{switch}**를 끄면 위의 모든 키가 그림에 초점이 있을 때에만 작동합니다."
    ),
    en=(
        "Space, Home and End control playback while the plots have the focus, and in full screen; elsewhere they "
        "scroll the page. A click on the plots, or Tab into them, gives them the focus. PageDown and PageUp go through "
        "a playlist and the lecture's scenes wherever the focus is; in other chapters they scroll. With **{switch}** "
        "off under “{menu}”, all of these keys act only while the plots have the focus."
    ),
)

_HEADS = {
    "key": Text(ko="키", en="Key"),
    "does": Text(ko="기능", en="Action"),
    "verdict": Text(ko="상태", en="Status"),
    "meaning": Text(ko="뜻", en="Meaning"),
    "rule": Text(ko="판정 기준", en="Criterion"),
}

_ARRIVED = Text(
    ko="그 점에서 그림 대각선의 {arrived} 안에 {window}스텝 동안 머문 때부터, {gone}보다 멀어질 때까지",
    en=(
        "From {window} steps within {arrived} of the plot's diagonal of such a point until it is farther away than "
        "{gone}"
    ),
)
RULES: dict[Verdict, Text] = {
    Verdict.NO_VALUE: Text(ko="출발점에서 f의 값이 없을 때", en="f has no value at the start"),
    Verdict.FALLING: Text(
        ko=(
            "그림 안에 전역 최솟값이 없는 곡면에서, 그림 밖이면서 출발점보다 낮고, "
            "최근 {window}스텝 동안 출발점과의 높이 차이의 {falling}보다 더 내려갔을 때"
        ),
        en=(
            "On a surface without a global minimum in the plot: outside the plot, below the start, and fallen in the "
            "last {window} steps by more than {falling} of the height difference to the start"
        ),
    ),
    Verdict.DIVERGED: Text(
        ko=(
            "그림 밖이면서 출발점보다 높고, {window}스텝 동안 더 올라갔거나 "
            "가장자리에서 대각선의 {far}배보다 멀어졌을 때부터 그림 안으로 돌아올 때까지"
        ),
        en=(
            "Outside the plot, above the start, and climbing for {window} steps or more than {far} diagonals from "
            "the edge; until it comes back inside"
        ),
    ),
    Verdict.HOVERING: Text(
        ko=("아래의 기준으로 최솟값에 도달해 있지만 진동의 기준에도 맞고, 스텝이 정체의 기준보다 길 때"),
        en=(
            "Has reached a minimum (as below) but also meets the criterion for oscillating, with steps longer than "
            "when stalled"
        ),
    ),
    Verdict.CONVERGED: _ARRIVED,
    Verdict.LOCAL: _ARRIVED,
    Verdict.SADDLE: _ARRIVED,
    Verdict.STALLED: Text(
        ko="최근 {window}스텝이 모두 대각선의 {still}보다 짧을 때",
        en="Each of the last {window} steps is shorter than {still} of the diagonal",
    ),
    Verdict.OSCILLATING: Text(
        ko=(
            "{twice}스텝 안에 {turns}번 이상 되돌아서고, 가장 긴 스텝이 {window}스텝 전의 {steady} 아래로 줄지 "
            "않았을 때"
        ),
        en=(
            "At least {turns} turns back within {twice} steps, the longest step still at least {steady} "
            "of what it was {window} steps ago"
        ),
    ),
    Verdict.MOVING: Text(ko="위의 어느 것도 아닐 때", en="None of the above"),
}
"""When each verdict is given; the first that fits counts."""

_MEASURES = {
    "window": WINDOW,
    "twice": 2 * WINDOW,
    "arrived": f"{ARRIVED:.1%}",
    "gone": f"{GONE:.1%}",
    "still": f"{STILL:.2%}",
    "turns": TURNS,
    "steady": f"{STEADY:.0%}",
    "far": f"{FAR:g}",
    "falling": f"{FALLING:.4%}",
}

FIRST_FITS = Text(
    ko=(
        "상태는 지나온 스텝만 보고 판정합니다. 앞으로의 스텝은 보지 않습니다. 여럿에 해당하면 위에 있는 것을 보여 "
        "줍니다."
    ),
    en="The status looks only at the steps so far, never ahead. If several apply, the uppermost is shown.",
)
LEFT = Text(
    ko="**▶** 그림 가장자리의 화살표: 경로가 이 지점에서 그림 밖으로 나갔습니다. 나간 스텝이 옆에 적혀 있습니다.",
    en="**▶** an arrow at the edge of the plot: the run left the plot here; the step is given beside it.",
)
HEIGHT = Text(
    ko=(
        "**{above_lowest}**: 손실에서 곡면의 가장 낮은 값을 뺀 높이입니다. 로그 눈금이라 한 칸마다 10배이고, "
        "직선으로 내려가면 일정한 비율로 줄고 있다는 뜻입니다. "
        "가장 낮은 값이 없는 곡면에서는 **{loss}** 자체를 보통 눈금으로 그립니다."
    ),
    en=(
        "**{above_lowest}**: how far the loss is above the lowest value of the surface. The axis is logarithmic: a "
        "factor of 10 from one mark to the next, and a straight line down means a constant factor per step. On a "
        "surface without a lowest value the axis shows the **{loss}** itself, linearly."
    ),
).format(above_lowest=ABOVE_LOWEST, loss=LOSS)
NEVER_COLOUR_ALONE = Text(
    ko="색뿐 아니라 선의 모양과 점의 모양으로도 구별합니다. 지도와 손실 곡선과 점수판에서 모두 같습니다.",
    en=(
        "Told apart by line style and marker as well as by colour; the same on the map, the loss curves and the "
        "scoreboard."
    ),
)
PROMISES = (
    Text(
        ko=(
            "**아무것도 잘라 내지 않습니다.** 점도 기울기도 식 그대로입니다. "
            "그림 밖으로 나가면 나간 것이고, 발산하면 발산한 것입니다."
        ),
        en=(
            "**Nothing is ever clipped**, neither positions nor gradients. A run that leaves the plot really left "
            "it; one that diverges really diverged."
        ),
    ),
    Text(
        ko=(
            r"**ε은 제곱근 안에 있습니다**: $\sqrt{g_t + \varepsilon}$. 강의의 식을 따랐습니다. "
            "PyTorch와 Keras의 Adam은 밖에 둡니다."
        ),
        en=(
            r"**ε stands inside the root**: $\sqrt{g_t + \varepsilon}$, as in the lecture. "
            "PyTorch and Keras put it outside for Adam."
        ),
    ),
    Text(
        ko=(
            "**모든 선택이 주소에 있습니다.** 주소를 복사해 열면 같은 경주가 열리고, "
            "브라우저의 뒤로 가기는 앞의 선택으로 돌아갑니다."
        ),
        en=(
            "**Every setting is in the URL.** A copied link opens the same race; the Back button returns to the "
            "previous settings."
        ),
    ),
    FROM_MEMORY,
)


def key_table(language: Language) -> str:
    """The keys, as a Markdown table."""
    rows = [(key[language], does[language]) for key, does in KEYS]
    return markdown_table([_HEADS["key"][language], _HEADS["does"][language]], rows)


def sign_list(language: Language) -> str:
    """The signs on the map, as a Markdown list."""
    signs = [f"**{sign}** {WORDS[word][language]}" for word, sign in SIGNS.items()]
    return "\n".join(f"- {line}" for line in (*signs, LEFT[language]))


def verdict_table(language: Language) -> str:
    """Every verdict with its meaning and its rule, in the order in which they are tried."""
    rows = [
        (
            f"**{VERDICT_NAMES[each][language]}**",
            VERDICT_MEANINGS[each][language],
            RULES[each].format(**_MEASURES)[language],
        )
        for each in Verdict
    ]
    return markdown_table([_HEADS[name][language] for name in ("verdict", "meaning", "rule")], rows)
