"""What Streamlit says of itself, in English only: its words, and ours for them (stage/player/page/labels.js)."""

from text import Text

STREAMLITS: tuple[Text, ...] = (
    Text(ko="본문으로 건너뛰기", en="Skip to main content"),
    Text(ko="사이드바", en="Sidebar"),
    Text(ko="사이드바 접기", en="Collapse sidebar"),
    Text(ko="열기", en="Open"),
    Text(ko="닫기", en="Close"),
    Text(ko="값 지우기", en="Clear value"),
    Text(ko="늘리기", en="Increment"),
    Text(ko="줄이기", en="Decrement"),
    Text(ko="Enter를 누르면 적용됩니다", en="Press Enter to apply"),
    Text(ko="{name} 도움말", en="Help for {name}"),
    Text(ko="하나를 고르세요", en="Choose an option"),
    Text(ko="찾은 것이 없습니다", en="No results"),
    Text(ko="알림", en="Notifications"),
    Text(ko="계산하는 중", en="Running..."),
    Text(ko="연결하는 중", en="Connecting"),
    Text(ko="이 제목으로 가는 링크", en="Link to heading"),
)
"""The English is Streamlit's to the letter, which is how it is found; `{name}` stands for whatever is there."""
