"""What the timeline says around its optimizers."""

from text import Text

ABOUT = Text(
    ko=(
        "강의는 Adam을 가장 새로운 기법으로 소개합니다. Adam은 2014년의 기법이며, 그 앞과 뒤를 해마다 적었습니다. "
        "기법마다 새로운 생각은 하나이고, 그것이 드러나는 경주를 바로 앞 기법과 함께 열 수 있습니다."
    ),
    en=(
        "The lecture introduces Adam as the newest optimizer. It dates from 2014; here is what came before and since. "
        "Each has one new idea, and a race against its parent in which it shows."
    ),
)
YEARS = Text(ko="{first}년부터 {last}년까지", en="{first} to {last}")
SPELLED = Text(ko="이름", en="Name")
IDEA = Text(ko="새로운 생각", en="New idea")
MEMORY = Text(ko="메모리", en="Memory")
SEEN = Text(ko="경주에서 보이는 것", en="What the race shows")
RACE = Text(ko="경주", en="Race")
AGAINST = Text(ko="{parent} 대 {name}", en="{name} against {parent}")
ALONE = Text(ko="{name}만", en="{name} alone")
