"""What the lecture page says around its slides."""

from text import Text

ABOUT = Text(
    ko=(
        "강의의 슬라이드를 순서대로 적었습니다. 슬라이드마다 주장, 식, 할 말과 물을 말이 있고, 누르면 열리는 "
        "장과 장면이 있습니다. 장면은 먼저 묻고 나서 보여 줍니다. 인쇄하면 유인물이 됩니다."
    ),
    en=(
        "The slides in their order: each with its claim, its formula, what to say and what to ask, and the chapters "
        "and scenes that show it, one click away. Scenes ask first, then show. Printed, this is a handout."
    ),
)
PART = Text(ko="{number}부 · {title}", en="Part {number} · {title}")
CLAIM = Text(ko="주장", en="Claim")
FORMULA = Text(ko="식", en="Formula")
SAY = Text(ko="할 말", en="Say")
ASK = Text(ko="물을 말", en="Ask")
CHAPTERS = Text(ko="보여 주는 장", en="Chapters")
SCENES = Text(ko="장면", en="Scenes")
LETTERS = Text(ko="슬라이드의 표기", en="The slide writes")
LETTER = Text(ko="{theirs} → 여기서는 {ours}: {means}", en="{theirs} → here {ours}: {means}")
NAME = Text(ko="{name}: {spelled}의 줄임말", en="{name}: short for {spelled}")
