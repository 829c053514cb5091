"""The crew: as many threads as it may have, as long as there is work."""

from threading import Event, Lock, Thread, active_count

from tests.work.test_shared import PATIENCE, until
from work.crew import Crew, is_crew


class Work:
    """So many pieces; says who did them."""

    def __init__(self, pieces: int) -> None:
        self.left = pieces
        self.by_crew: list[bool] = []
        self.over = Event()

    def piece(self) -> bool:
        self.by_crew.append(is_crew())
        self.left -= 1
        if not self.left:
            self.over.set()
        return self.left > 0


def test_its_threads_come_with_the_work_and_go_without() -> None:
    before, crew = active_count(), Crew(2)
    assert active_count() == before
    for _ in range(3):
        works = [Work(5) for _ in range(4)]
        for work in works:
            crew.take_on(work.piece)
        for work in works:
            assert work.over.wait(PATIENCE)
            assert work.by_crew == [True] * 5
        until(lambda: active_count() == before)
    assert not is_crew()


def test_work_that_comes_from_many_threads_is_all_done() -> None:
    """However the last thread that goes home and new work meet."""
    crew, lock, done = Crew(2), Lock(), []

    def give(number: int) -> None:
        for turn in range(200):
            work = Work(1)

            def piece(work: Work = work, told: tuple[int, int] = (number, turn)) -> bool:
                with lock:
                    done.append(told)
                return work.piece()

            crew.take_on(piece)
            if turn % 10 == 0:
                assert work.over.wait(PATIENCE)

    givers = [Thread(target=give, args=(number,)) for number in range(4)]
    for giver in givers:
        giver.start()
    for giver in givers:
        giver.join(PATIENCE)
    until(lambda: len(done) == 800)
    assert sorted(done) == [(number, turn) for number in range(4) for turn in range(200)]
