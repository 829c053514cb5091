"""A class whose process is killed comes back to another: `python -m bench.cluster`.

Viewers over real websockets sit at two processes behind HAProxy, as deploy/ has it, and change their races; then one of
the processes is killed. Printed is how long those who sat there were without an answer. Leaves with an error if anybody
is lost or comes back to another picture.
"""

import argparse
import asyncio
import os
import sys
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from tools.cluster import COOKIE, Cluster, cluster
from tools.comeback import Comeback, come_back, sight
from tools.seat import Seat

GOAL_MS = 5000
RATES = (0.001, 0.005, 0.01, 0.02, 0.05)


async def kill_under(cluster: Cluster, name: str, viewers: int) -> tuple[list[Comeback], int]:
    """Seat a class, kill a process, and see those who sat there come back; how, and how many see something else."""
    seats = [Seat(cluster.url, f"race?lang=en&steps={100 + i}") for i in range(viewers)]
    await asyncio.gather(*(seat.open() for seat in seats))
    turns = (seat.tell("race", "turned", {"rate": str(RATES[i % len(RATES)])}) for i, seat in enumerate(seats))
    await asyncio.gather(*turns)
    before = [sight(seat) for seat in seats]
    cut_off = [seat for seat in seats if seat.cookies[COOKIE] == name]
    killed = perf_counter()
    cluster.processes[name].kill()
    backs = await asyncio.gather(*(come_back(seat, killed) for seat in cut_off))
    others = sum(sight(seat) != was for seat, was in zip(seats, before, strict=True))
    others += sum(each.answer.failures != () for each in backs)
    await asyncio.gather(*(seat.leave() for seat in seats))
    return backs, others


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--viewers", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    print(f"{options.viewers} viewers at two processes; {os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}")
    times: list[float] = []
    lost = 0
    with TemporaryDirectory() as folder, cluster(Path(folder)) as running:
        names = list(running.processes)
        for i in range(options.rounds):
            name = names[i % len(names)]
            backs, others = asyncio.run(kill_under(running, name, options.viewers))
            times += [each.milliseconds for each in backs]
            lost += others
            asked = max(each.attempts for each in backs)
            print(f"  round {i + 1}: {len(backs)} cut off, {others} see something else, asked at most {asked}×")
            running.start(name)
            running.wait()
    met = "met" if max(times) <= GOAL_MS else "missed"
    p95 = quantiles(times, n=20)[-1]
    print(f"from the kill to the same picture, ms: p50 {median(times):.0f}, p95 {p95:.0f}, most {max(times):.0f}")
    print(f"goal: most ≤ {GOAL_MS} ms: {met}")
    print("everybody is back at the same picture" if not lost else f"{lost} viewers lost something")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
