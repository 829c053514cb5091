"""The files of deploy/ and the documents about them agree with each other and with the app."""

import configparser
import re
from pathlib import PurePath

import pytest

from tests.deploy.copied import RULES, is_left_out
from tests.test_arrows import ALLOWED
from tools.cluster import CONFIGURATION, UNIT, command, configuration, names
from tools.server import ROOT

ENGLISH, KOREAN = ((ROOT / f"docs/hosting{part}.md").read_text(encoding="utf-8") for part in ("", ".ko"))
CONTAINERFILE = (ROOT / "deploy/Containerfile").read_text(encoding="utf-8")
HAPROXY = CONFIGURATION.read_text(encoding="utf-8")


def unit(text: str) -> dict[str, dict[str, str]]:
    read = configparser.ConfigParser(strict=True, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(text)
    return {section: dict(read[section]) for section in read.sections()}


def test_every_server_of_haproxy_is_a_process_of_the_unit() -> None:
    assert names() == ["01", "02"]
    for name in names():
        assert f"server {name} 127.0.0.1:85{name} cookie {name}\n" in HAPROXY
        options = command(name, 1234)
        assert options[options.index("--server.address") :][:4] == [
            "--server.address",
            "127.0.0.1",
            "--server.port",
            "1234",
        ]


def test_the_unit_runs_what_the_documents_install() -> None:
    service = unit(UNIT.read_text(encoding="utf-8"))["Service"]
    folder = service["WorkingDirectory"]
    for document in (ENGLISH, KOREAN):
        assert f"git clone REPOSITORY {folder}\ncd {folder}\npython3 -m venv .venv\n" in document
    assert service["ExecStart"].startswith(f"{folder}/.venv/bin/streamlit run app.py ")
    assert "http://127.0.0.1:85%i${PREFIX}/_stcore/health" in service["ExecStartPost"]
    assert service["DynamicUser"] == service["NoNewPrivileges"] == "yes"
    target = unit((ROOT / "deploy/descent.target").read_text(encoding="utf-8"))
    assert target["Install"]["WantedBy"] == "multi-user.target"


def test_a_process_starts_again_only_when_haproxy_knows_that_it_was_gone() -> None:
    ((inter, fastinter, fall),) = re.findall(r"check inter (\d+)s fastinter (\d+)ms fall (\d+) ", HAPROXY)
    noticed = int(inter) + int(fastinter) / 1000 * (int(fall) - 1)
    pause = unit(UNIT.read_text(encoding="utf-8"))["Service"]["ExecStartPre"]
    assert noticed < float(pause.removeprefix("/usr/bin/sleep "))


def test_what_the_documents_say_to_change_is_there_to_change() -> None:
    for document in (ENGLISH, KOREAN):
        assert "uri /descent/_stcore/health" in document
        assert "`X-Forwarded`" in document
    assert "uri /_stcore/health\n" in HAPROXY
    assert len(re.findall(r"^ +http-request .*X-Forwarded", HAPROXY, re.MULTILINE)) == 3
    assert HAPROXY.count("    #tls ") == 3


def test_a_configuration_that_is_not_this_one_is_told() -> None:
    with pytest.raises(ValueError, match=r"should say 'server 77 127.0.0.1:8577'"):
        configuration(1, {"77": 2})


def test_both_documents_have_the_same_commands_tables_and_parts() -> None:
    def bones(document: str) -> list[str]:
        code = re.findall(r"```.*?```", document, re.DOTALL)
        rest = re.sub(r"```.*?```", "", document, flags=re.DOTALL)
        inline = sorted(each for each in re.findall(r"`[^`]+`", rest) if each.isascii())
        counts = [len(re.findall(pattern, rest, re.MULTILINE)) for pattern in (r"^#+ ", r"^\|", r"^- ", r"^\d\. ")]
        return [*code, *inline, *map(str, counts)]

    assert bones(ENGLISH) == bones(KOREAN)


def test_links_within_the_documents_lead_somewhere() -> None:
    for document in (ENGLISH, KOREAN):
        titles = re.findall(r"^#+ (.*)$", document, re.MULTILINE)
        anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
        links = re.findall(r"\]\(([^)]+)\)", document)
        assert {each.removeprefix("#") for each in links if each.startswith("#")} <= anchors
        for file in (each for each in links if not each.startswith("#")):
            assert (ROOT / "docs" / file).exists()


def test_a_container_gets_every_room_of_the_app_and_no_other() -> None:
    present = {path.stem: path.relative_to(ROOT) for path in ROOT.iterdir() if path.stem in ALLOWED}
    assert {"app", "text", "ui", "pages", "tools"} <= present.keys()
    assert [name for name, path in present.items() if is_left_out(path)] == ["tools"]
    assert not is_left_out(PurePath(".streamlit/config.toml"))
    assert not is_left_out(PurePath("stage/player/page/page.js"))
    for private in (".git/config", ".venv/bin/python", "tests/test_arrows.py", "ui/__pycache__/x.pyc", "README.md"):
        assert is_left_out(PurePath(private)), private
    assert all("**" not in rule or rule.startswith("**/") for rule in RULES), "tests/deploy/copied.py knows no others"


def test_what_the_containerfile_names_exists() -> None:
    for copied in re.findall(r"^COPY (.*) \S+$", CONTAINERFILE, re.MULTILINE):
        for name in copied.split():
            assert (ROOT / name).exists(), name
    health = re.findall(r"urlopen\(\'([^\']+)\'", CONTAINERFILE)
    assert health == ["http://127.0.0.1:8501/_stcore/health"]
