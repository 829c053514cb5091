"""What is said of the table of every activation with every initialization."""

from networks import ACTIVATIONS, INITIALISATIONS
from numerals import numeral
from pages.vanishing.table_compute import DEPTHS, NETWORKS, SLIDE_CELL, Table
from text import Text

WORKING = Text(
    ko="활성화 함수와 초기 가중치의 모든 조합을 측정하는 중입니다",
    en="Measuring every activation with every initialization",
)
CLAIM = Text(
    ko=(
        "표의 수는 맨 앞 층에 도달한 기울기 ‖∂L/∂z‖가 마지막 은닉층의 몇 배인지입니다. 슬라이드의 문장 ‘시그모이드는 "
        "기울기가 사라진다’는 ◆ 한 칸이고, 같은 조건에서 잰 다른 칸과 견줄 수 있습니다. 칸을 누르면 그 조합을 층마다 "
        "봅니다."
    ),
    en=(
        "Each number is ‖∂L/∂z‖ of the first layer as a multiple of the last hidden layer's. The slide's sentence, "
        "“the sigmoid's gradient vanishes”, is the one cell ◆; all others were measured under the same conditions. "
        "Choose a cell to see it layer by layer."
    ),
)
NOTES = Text(
    ko=(
        "- 칸마다 같은 방법으로 뽑은 신경망 {networks}개를 학습 전에 측정한 중앙값입니다. 뒤의 작은 글자는 "
        "{networks}개가 중앙값의 몇 배 사이에 있는지이고, 그림의 옅은 띠가 그 범위입니다. 편향은 "
        "0이고, 폭, 데이터, 난수 시드는 모든 칸이 같습니다.\n"
        "- 색은 크기의 자릿수입니다. 1에 가까우면 색이 없고, 작아질수록 파란색, 커질수록 주황색이 짙어집니다.\n"
        "- ◆는 시그모이드와 Xavier 초기화입니다. Xavier는 가중치가 크기를 바꾸지 않게 하므로, 남는 것은 슬라이드가 "
        "말하는 미분의 곱뿐입니다(한 층에 1/4 이하).\n"
        "- 측정한 깊이는 {depths}입니다. 마지막 은닉층에 도달하는 기울기가 0인 신경망은 0으로 셉니다."
    ),
    en=(
        "- Each cell is the median over {networks} networks, initialized the same way and measured before training. "
        "Small type says between which multiples of the median all {networks} lie; the faint bands show it. Biases are "
        "0; width, data and seed are the same for all cells.\n"
        "- The colour is the order of magnitude: none near 1, the stronger the blue the smaller, the stronger the "
        "orange the larger.\n"
        "- ◆ is the sigmoid with Xavier initialization: weights that keep sizes, so what remains is the slide's "
        "product of derivatives, at most 1/4 per layer.\n"
        "- Measured depths: {depths}. A network in which no gradient arrives at the last hidden layer counts as 0."
    ),
).format(networks=NETWORKS, depths=", ".join(map(str, DEPTHS)))
LABEL = Text(
    ko="초기 가중치마다 깊이에 따라 맨 앞 층에 도달하는 기울기의 비율, 활성화 함수마다 한 선",
    en="For every initialization, the share of the gradient that arrives at the first layer over depth, a line per "
    "activation",
)
ACTIVATION = Text(ko="활성화 함수", en="Activation")
DEPTH = Text(ko="은닉층의 수", en="hidden layers")
PICK = Text(ko="이 조합을 층마다 보기", en="See this combination layer by layer")
MARKED = Text(ko="슬라이드의 문장", en="the slide's sentence")
_SAID = Text(
    ko="은닉층 {depth}개 · ◆ {activation}, {weights}: 맨 앞 층의 ‖∂L/∂z‖는 마지막 은닉층의 {share}배",
    en="{depth} hidden layers · ◆ {activation}, {weights}: the first layer's ‖∂L/∂z‖ is {share} of the last's",
)


def slide_words(table: Table, row: int) -> Text:
    """What is measured in the slide's cell at one of the depths."""
    activation, weights = SLIDE_CELL
    share = table.median[list(ACTIVATIONS).index(activation), list(INITIALISATIONS).index(weights), row]
    return _SAID.format(
        depth=DEPTHS[row],
        activation=ACTIVATIONS[activation].name,
        weights=INITIALISATIONS[weights].name,
        share=numeral(float(share), 2, nothing=0),
    )
