"""What a scene asks that brings no question along; the right answer is measured."""

from hashlib import sha256

from pages.scenes.choice import SceneChoice
from stage.question import SKIPPED, Option, Question
from text import Language
from ui.common.prediction import OFF, Asked
from ui.common.scene_result import Asking


def scene_question(choice: SceneChoice, asking: Asking | None, asked: Asked, language: Language) -> Question | None:
    """What is asked of such a scene; None where nothing can or should be asked."""
    if asking is None or asked.ask == OFF:
        return None
    scene = choice.scene
    key = sha256(repr((scene.key, sorted(choice.setting.items()))).encode()).hexdigest()[:8]
    given = asked.given_to(key)
    return Question(
        key=key,
        asked=asking.words[language],
        options=[Option(option, label[language]) for option, label in asking.options.items()],
        right=asking.right,
        why=scene.why[language],
        answer=given if given in {SKIPPED, *asking.options} else "",
    )
