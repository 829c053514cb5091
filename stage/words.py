"""What the player says, in both languages."""

from typing import Annotated

from simulation import VERDICT_MEANINGS, VERDICT_NAMES, Verdict
from stage.assets import Asset, asset
from stage.spelling import OneOf
from surfaces.probe import Shape
from text import Language, Text

_PARAMETERS = {
    name: text
    for letter in "abcd"
    for name, text in (
        (letter, Text(ko=f"매개변수 {letter}", en=f"Parameter {letter}")),
        (f"{letter}Exact", Text(ko=f"숫자로 입력: 매개변수 {letter}", en=f"Type the parameter {letter}")),
    )
}

WORDS: dict[str, Text] = {
    **_PARAMETERS,
    "pictures": Text(ko="경주: 등고선 지도와 손실 곡선", en="The race: contour map and loss curves"),
    "unfold": Text(ko="나머지 모두 보기", en="Show the rest"),
    "fold": Text(ko="나머지 접기", en="Hide the rest"),
    "start": Text(ko="처음으로 (Home)", en="To the start (Home)"),
    "back": Text(ko="한 스텝 뒤로 (←)", en="One step back (←)"),
    "play": Text(ko="재생 (스페이스)", en="Play (space)"),
    "pause": Text(ko="일시 정지 (스페이스)", en="Pause (space)"),
    "forward": Text(ko="한 스텝 앞으로 (→)", en="One step forward (→)"),
    "end": Text(ko="끝으로 (End)", en="To the end (End)"),
    "soundOn": Text(ko="소리 켜기: 손실을 음높이로 (M)", en="Sound on: hear the loss as pitch (M)"),
    "soundOff": Text(ko="소리 끄기 (M)", en="Sound off (M)"),
    "scrub": Text(ko="스텝 t", en="Step t"),
    "speed": Text(ko="재생 속도", en="Playback speed"),
    "startLabel": Text(
        ko="출발점 x = {x}, y = {y}. 화살표 키로 옮길 수 있습니다.",
        en="Start at x = {x}, y = {y}. Move it with the arrow keys.",
    ),
    "startHint": Text(
        ko="출발점: 끌어서 옮기거나 지도를 클릭하세요",
        en="The start: drag it, or click the map",
    ),
    "startFixed": Text(ko="출발점 x = {x}, y = {y}", en="Start at x = {x}, y = {y}"),
    "legendStart": Text(ko="출발점", en="start"),
    "legendGlobal": Text(ko="전역 최솟값", en="global minimum"),
    "legendLocal": Text(ko="지역 최솟값", en="local minimum"),
    "legendSaddle": Text(ko="안장점", en="saddle point"),
    "leftAt": Text(ko="{step}스텝에 이탈", en="left the plot at step {step}"),
    "medianStrong": Text(ko="진한 선: {steps}스텝 중앙값", en="strong: median of {steps} steps"),
    "lossFaint": Text(ko="옅은 선: 매 스텝", en="faint: each step"),
    "optimizer": Text(ko="최적화 기법", en="Optimizer"),
    "schedule": Text(ko="스케줄", en="Schedule"),
    "algorithm": Text(ko="알고리즘", en="Algorithm"),
    "asked": Text(ko="횟수 f · ∇f · ∇²f", en="Calls f · ∇f · ∇²f"),
    "askedHint": Text(
        ko="지금까지 함숫값, 기울기, 헤세 행렬을 계산한 횟수",
        en="How often values, gradients and Hessians were computed so far",
    ),
    "cost": Text(ko="비용", en="Cost"),
    "costHint": Text(
        ko="계산한 수의 개수: 함숫값 1, 기울기 2, 헤세 행렬 3 (대칭이므로 넷이 아닌 셋)",
        en="Numbers computed: a value is 1, a gradient 2, a Hessian 3 (it is symmetric, so three and not four)",
    ),
    "rate": Text(ko="학습률 n", en="Learning rate n"),
    "rateTuned": Text(ko="학습률 n · 튜닝", en="Learning rate n · tuned"),
    "rateFirstStep": Text(ko="학습률 n · 첫 스텝", en="Learning rate n · first step"),
    "rateSchedule": Text(ko="학습률 n의 변화", en="Learning rate n (scheduled)"),
    "rateBase": Text(ko="기본 학습률 n", en="Base learning rate n"),
    "rateBaseExact": Text(ko="기본 학습률을 숫자로 입력", en="Type the base learning rate"),
    "rateLeft": Text(ko="왼쪽 학습률 n", en="Learning rate n, left"),
    "rateLeftExact": Text(ko="왼쪽 학습률을 숫자로 입력", en="Type the learning rate, left"),
    "rateRight": Text(ko="오른쪽 학습률 n", en="Learning rate n, right"),
    "rateRightExact": Text(ko="오른쪽 학습률을 숫자로 입력", en="Type the learning rate, right"),
    "rateExact": Text(ko="학습률을 숫자로 입력", en="Type the learning rate"),
    "momentum": Text(ko="관성 계수 r", en="Momentum r"),
    "momentumExact": Text(ko="관성 계수를 숫자로 입력", en="Type the momentum"),
    "rateIsTuned": Text(
        ko="학습률을 기법별로 튜닝했으므로 여기서는 바꿀 수 없습니다.",
        en="The learning rates are tuned per optimizer, so they cannot be set here.",
    ),
    "limit": Text(ko="여기서 한계는 n ≈ {limit}", en="its limit here is n ≈ {limit}"),
    "limitHint": Text(
        ko=(
            "여기서 {name}의 한계는 n ≈ {limit}입니다. 이차 함수라면 학습률이 이보다 클 때 수렴하지 않습니다. "
            "내려가는 길에서 가장 큰 곡률 λmax로 구한 값입니다."
        ),
        en=(
            "{name}'s limit here is n ≈ {limit}: on a quadratic it does not converge above this learning rate. It "
            "follows from λmax, the largest curvature on the way down."
        ),
    ),
    "facts": Text(ko="({x}, {y})에서 f = {height}, ∇f = ({slope})", en="at ({x}, {y}): f = {height}, ∇f = ({slope})"),
    "probeOn": Text(ko="기울기와 곡률 보기 (H)", en="Show gradient and curvatures (H)"),
    "probeOff": Text(ko="기울기와 곡률 숨기기 (H)", en="Hide gradient and curvatures (H)"),
    "probeLabel": Text(
        ko="탐침 x = {x}, y = {y}. 화살표 키로 옮길 수 있습니다.",
        en="Probe at x = {x}, y = {y}. Move it with the arrow keys.",
    ),
    "probeHint": Text(ko="탐침: 끌어서 옮기거나 지도를 누르세요", en="The probe: drag it, or click the map"),
    "probed": Text(
        ko="({x}, {y}): ∇f = ({slope}), 곡률 {larger}, {smaller} → {word}",
        en="({x}, {y}): ∇f = ({slope}), curvatures {larger} and {smaller} → {word}",
    ),
    "probeMaximum": Text(ko="극댓값", en="maximum"),
    "probeUndecided": Text(ko="곡률 0: 곡률만으로는 알 수 없음", en="a curvature is 0: it cannot tell"),
    "probeConvex": Text(ko="아래로 볼록", en="curves up in every direction"),
    "probeConcave": Text(ko="위로 볼록", en="curves down in every direction"),
    "probeSaddleShaped": Text(ko="안장 모양", en="saddle-shaped: up one way, down the other"),
    "probeCurvedOneWay": Text(ko="한 방향으로만 휨", en="curves in one direction only"),
    "probeFlat": Text(ko="평평함", en="flat"),
    "probeUnknown": Text(ko="곡률 없음", en="no curvature here"),
    "noiseOn": Text(ko="기울기에 잡음 더하기 (N)", en="Add noise to the gradient (N)"),
    "noiseOff": Text(ko="잡음 없애기 (N)", en="Remove the noise (N)"),
    "loss": Text(ko="손실 f", en="Loss f"),
    "slope": Text(ko="기울기 크기 |∇f|", en="Gradient norm |∇f|"),
    "distance": Text(ko="최솟값까지 거리", en="To minimum"),
    "distanceHint": Text(ko="가장 가까운 최솟값까지의 거리", en="Distance to the nearest minimum"),
    "status": Text(ko="상태", en="Status"),
    "switchOn": Text(ko="경주에 추가", en="Add to the race"),
    "switchOff": Text(ko="경주에서 빼기", en="Remove from the race"),
    "reset": Text(ko="이 곡면의 기본 설정으로 되돌리기", en="Reset to this surface's own settings"),
    "reliefShort": Text(ko="입체", en="3D"),
    "mapShort": Text(ko="지도", en="Map"),
    "showRelief": Text(ko="곡면을 입체로 보기 (V)", en="3D view (V)"),
    "showMap": Text(ko="등고선 지도로 보기 (V)", en="Contour map (V)"),
    "noRelief": Text(
        ko="이 브라우저에는 WebGL이 없어 입체로 볼 수 없습니다.",
        en="This browser has no WebGL, so there is no 3D view.",
    ),
    "turnLeft": Text(ko="왼쪽으로 돌리기", en="Rotate left"),
    "turnRight": Text(ko="오른쪽으로 돌리기", en="Rotate right"),
    "pin": Text(ko="이 경주를 고정해 다음과 비교하기 (G)", en="Pin this run for comparison (G)"),
    "ghost": Text(ko="흐린 선: 고정한 경주", en="faint: pinned run"),
    "unpin": Text(ko="고정한 경주 풀기 (G)", en="Unpin (G)"),
    "projectorOn": Text(ko="프로젝터 화면 (P)", en="Projector mode (P)"),
    "projectorOff": Text(ko="프로젝터 화면 끝내기 (P)", en="Leave projector mode (P)"),
    "fullOn": Text(ko="전체 화면 (F)", en="Full screen (F)"),
    "fullOff": Text(ko="전체 화면 끝내기 (F)", en="Exit full screen (F)"),
    "atStep": Text(ko="{step}스텝째:", en="At step {step}:"),
    "asTables": Text(ko="곡선을 표로 보기", en="Curves as a table"),
    "seen": Text(ko="그림에 보이는 것은 {what}입니다.", en="It shows {what}."),
    "seenAlong": Text(ko="가로축은 {x}이고, 보이는 것은 {what}입니다.", en="Over {x} it shows {what}."),
    "seenOver": Text(
        ko="가로축은 {x}, 세로축은 {y}이고, 보이는 것은 {what}입니다.", en="It shows {y} over {x}: {what}."
    ),
    "seenArrows": Text(
        ko="식의 각 항을 화살표로 그렸으며, 수는 식에 적혀 있습니다.",
        en="Each term of the formula is drawn as an arrow; its numbers are in the formula.",
    ),
    "seenSquares": Text(
        ko="기울기의 제곱 평균을 정사각형의 넓이로, 나누는 값을 그 한 변으로 그렸습니다.",
        en="The mean of the squared gradients is drawn as the area of a square, and what divides as its side.",
    ),
    "statusAt": Text(ko="{step}스텝째: {each}.", en="At step {step}: {each}."),
    "standsAs": Text(ko="{name} {verdict}, 손실 {loss}", en="{name} {verdict}, loss {loss}"),
    "askTitle": Text(ko="예측해 보세요.", en="Predict first."),
    "askSkip": Text(ko="예측 없이 보기", en="Skip prediction"),
    "askGiven": Text(ko="예측: {given}", en="Your prediction: {given}"),
    "askRight": Text(ko="맞았습니다. {right}.", en="Correct: {right}."),
    "askWrong": Text(ko="예측은 {given}, 실제는 {right}.", en="Your prediction: {given}. Result: {right}."),
    "askShown": Text(ko="결과는 {right}.", en="Result: {right}."),
    "askClose": Text(ko="설명 닫기", en="Close the explanation"),
    "lineBack": Text(ko="이전 줄 (↑)", en="Previous line (↑)"),
    "lineForward": Text(ko="다음 줄 (↓)", en="Next line (↓)"),
    "stepWord": Text(ko="스텝", en="step"),
    "slopeScale": Text(ko="기울기", en="gradient"),
    "movementScale": Text(ko="이동", en="movement"),
    "contour": Text(ko="등고선", en="contour"),
    "notNumber": Text(ko="수가 아님", en="not a number"),
    "beyond": Text(ko="너무 커서 그릴 수 없는 값", en="too large to draw"),
    "toldLine": Text(
        ko="{step}스텝, {name}: x는 {x}, y는 {y}. {meaning}", en="Step {step}, {name}: x {x}, y {y}. {meaning}"
    ),
    "given": Text(ko="곡면에서 구한 값", en="computed from the surface"),
    "givenNoisy": Text(ko="곡면에서 구한 값 + 잡음", en="computed from the surface, with noise"),
    "unfetched": Text(
        ko=(
            "그림을 아직 받지 못해 서버에 다시 요청하고 있습니다. 이 메시지가 사라지지 않으면 페이지를 새로 고쳐 "
            "주세요."
        ),
        en="The plot has not arrived yet; asking the server again. If this message stays, please reload the page.",
    ),
    "broken": Text(
        ko="그림을 그리지 못했습니다. 페이지를 새로 고쳐 주세요.",
        en="The plot could not be drawn. Please reload the page.",
    ),
}

RACERS = ("optimizer", "schedule", "algorithm")
"""The names of words for those who race."""

SIGNS: dict[str, str] = {"legendStart": "◯", "legendGlobal": "★", "legendLocal": "☆", "legendSaddle": "✕"}
"""The signs on the map, each under the name of its word."""

PROBE_WORDS: dict[Shape, str] = {
    "global-minimum": "legendGlobal",
    "local-minimum": "legendLocal",
    "maximum": "probeMaximum",
    "saddle": "legendSaddle",
    "undecided": "probeUndecided",
    "convex": "probeConvex",
    "concave": "probeConcave",
    "saddle-shaped": "probeSaddleShaped",
    "curved-one-way": "probeCurvedOneWay",
    "flat": "probeFlat",
    "unknown": "probeUnknown",
}
"""What a probed place is called, by the names of the words."""

ENDS: dict[Verdict, str] = {Verdict.CONVERGED: "converged", Verdict.DIVERGED: "diverged"}
"""With which sound a note ends (stage/player/race/sound.js)."""


@asset("words")
def words_address(language: Language, racers: Annotated[str, OneOf(RACERS)] = "optimizer") -> Asset:
    """Where the browser finds the player's words by name, and each verdict's at the place of its number.

    `racers` names the word above those who race.
    """
    words = WORDS | {"optimizer": WORDS[racers]}
    return {
        "words": {name: text[language] for name, text in words.items()},
        "verdicts": [
            {"name": VERDICT_NAMES[verdict][language], "meaning": VERDICT_MEANINGS[verdict][language]}
            | ({"end": ENDS[verdict]} if verdict in ENDS else {})
            for verdict in Verdict
        ],
    }
