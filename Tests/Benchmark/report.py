"""What a report costs: by the days that it is about, and by the years that lie behind them."""

import os
import statistics
import time

PERIODS = ("week", "month", "year", "all")
#: Of twenty years in milliseconds, and the most memory it may take in MiB.
MOST, ROOM = 500, 60
#: A week of a life of twenty years, beside a week of nothing.
GROWTH = 2


def measured(place, runs):
    """Milliseconds and MiB of a report of each period, with nothing known and with twenty years."""
    homes = ("empty", "long")
    seen = {(period, home): [] for period in PERIODS for home in homes}
    # All take turns, so that a busy moment of the machine meets all of them.
    for _ in range(runs + 1):
        for (period, home), costs in seen.items():
            costs.append(cost([place.coach, "report", period], place.environment(home)))
    return {
        key: (statistics.median(ms for ms, _ in costs[1:]), max(peak for _, peak in costs))
        for key, costs in seen.items()
    }


def cost(arguments, environment):
    """How long a command takes, and how much memory it had at most."""
    arguments = list(map(str, arguments))
    nothing = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)]
    began = time.perf_counter()
    pid = os.posix_spawnp(arguments[0], arguments, environment, file_actions=nothing)
    _, status, usage = os.wait4(pid, 0)
    took = (time.perf_counter() - began) * 1000
    if status:
        code = os.waitstatus_to_exitcode(status)
        raise SystemExit(f"{' '.join(arguments)} ended with {code}")
    return took, usage.ru_maxrss / 1024


def show(costs, target):
    print(f"{'A report':36}{'nothing known':>20}{'twenty years':>20}{'MiB at most':>20}")
    for period in PERIODS:
        (empty, _), (long, peak) = costs[period, "empty"], costs[period, "long"]
        print(f"{'of a ' + period if period != 'all' else 'of all':36}"
              f"{empty:17.1f} ms{long:17.1f} ms{peak:20.1f}")
    target("report of twenty years", costs["all", "long"][0], MOST, " ms")
    target("report of twenty years, memory", costs["all", "long"][1], ROOM, " MiB")
    week = costs["week", "long"][0] / costs["week", "empty"][0]
    target("report of a week: twenty years ÷ nothing known", week, GROWTH, " ×")
    print(flush=True)
