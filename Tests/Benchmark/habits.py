"""What it costs to look back on twenty years of thirty habits, beside a sum over the same rows."""

import datetime
import os
import shutil
import statistics

from place import today
from processes import milliseconds

COUNT = 30
COMMANDS = {
    "coach measures": ["measures"], "coach review year": ["review", "year"],
    "coach report all": ["report", "all"], "coach report year": ["report", "year"],
}
# How many days each looks at: all, or a year.
DAYS = {
    "coach measures": None, "coach review year": 365,
    "coach report all": None, "coach report year": 365,
}
# Times the peer: besides summing, a day is judged by what was meant on it and by what was asked.
LIMIT = 3
PEER = "sqlite3, the same"
SUM = """\
SELECT subject, count(*), sum(json_extract(payload, '$.answer')) FROM facts
WHERE kind = 'answered' AND day > '{}' GROUP BY subject"""


def measured(place, ledger, runs):
    """Milliseconds of each command with thirty habits, and of the same with an empty ledger."""
    for name in ("habits", "no-habits"):
        own = ".config/coach"
        names = [f"habit-{number + 1}" for number in range(COUNT)]
        question = '[[question]]\nid = "{0}"\nrows = []\nanswer = "yes-no"\nbetter = "more"\n'
        words = '[question.{0}]\ntitle = "{0}"\nask = "Did you?"\n'
        place.write(
            name, f"{own}/coach.toml", 'channels = ["spool"]\ndecks = ["daily", "own"]\n'
        )
        deck = "".join(map(question.format, names))
        place.write(name, f"{own}/decks/own/deck.toml", f'name = "own"\n{deck}')
        wording = "".join(map(words.format, names))
        place.write(name, f"{own}/decks/own/en.toml", f'language = "en"\n{wording}')
        place.write(name, "run/.keep")
        place.run(name, "history")
    shutil.copyfile(ledger, place.ledger("habits"))
    homes = ("habits", "no-habits")
    calls = {
        (word, name): ([place.coach, *arguments], place.environment(name))
        for word, arguments in COMMANDS.items()
        for name in homes
    }
    for word, days in DAYS.items():
        sums = SUM.format(day_before(days) if days else "")
        calls[word, PEER] = (["sqlite3", place.ledger("habits"), sums], os.environ)
    seen = {key: [] for key in calls}
    # All take turns, so that a busy moment of the machine meets all of them.
    for _ in range(runs + 1):
        for key, call in calls.items():
            seen[key].append(milliseconds(*call))
    return {key: statistics.median(times[1:]) for key, times in seen.items()}


def day_before(days):
    """The last day that is not looked at."""
    last = datetime.date.fromisoformat(today())
    return (last - datetime.timedelta(days=days)).isoformat()


def show(times, target):
    columns = {"ms": "habits", "empty": "no-habits", PEER: PEER}
    print(f"{'Twenty years of thirty habits':36}" + "".join(f"{one:>20}" for one in columns))
    for word in COMMANDS:
        print(f"{word:36}" + "".join(f"{times[word, one]:20.1f}" for one in columns.values()))
    for word in COMMANDS:
        more = (times[word, "habits"] - times[word, "no-habits"]) / times[word, PEER]
        target(f"{word} beyond an empty run ÷ {PEER}", more, LIMIT, " ×")
    print(flush=True)
