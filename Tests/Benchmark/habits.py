"""What it costs to look back on twenty years of thirty habits."""

import shutil
import statistics

from processes import milliseconds

COUNT = 30
COMMANDS = {"coach measures": ["measures"], "coach review year": ["review", "year"]}
LIMITS = {"coach measures": 250, "coach review year": 150}


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
    seen = {(word, name): [] for word in COMMANDS for name in ("habits", "no-habits")}
    for _ in range(runs + 1):
        for (word, name), times in seen.items():
            times.append(
                milliseconds([place.coach, *COMMANDS[word]], place.environment(name))
            )
    return {key: statistics.median(times[1:]) for key, times in seen.items()}


def show(times, target):
    print(f"{'Twenty years of thirty habits':36}{'ms':>9}{'empty':>9}")
    for word in COMMANDS:
        print(f"{word:36}{times[word, 'habits']:9.1f}{times[word, 'no-habits']:9.1f}")
    for word, limit in LIMITS.items():
        more = times[word, "habits"] - times[word, "no-habits"]
        target(f"{word} beyond an empty run", more, limit, " ms")
    print(flush=True)
