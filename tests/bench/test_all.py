"""`python -m bench` runs every program, whatever became of the one before."""

import pytest

from bench import __main__ as everything


def test_the_programs_are_found() -> None:
    assert {"bounds", "browser", "cluster", "core", "training"} <= set(everything.PROGRAMS)
    assert not {"__main__", "measure", "naive"} & set(everything.PROGRAMS)


def test_one_that_fails_stops_nobody_and_is_told_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(everything, "PROGRAMS", ["not_there", "hills"])
    assert everything.main() == 1
    told = [line.split(maxsplit=3) for line in capsys.readouterr().out.splitlines() if " s  " in line]
    assert [(name, how) for name, _, _, how in told] == [
        ("bench.not_there", "failed with 1"),
        ("bench.hills", "passed"),
    ]
    monkeypatch.setattr(everything, "PROGRAMS", ["hills"])
    assert everything.main() == 0


def test_one_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(everything, "MOST_MINUTES", 0)
    assert everything.run("hills").how == "did not end within 0 minutes"
