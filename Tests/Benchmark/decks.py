"""What it costs to read the decks, beside Python's own reader of TOML."""

import statistics
import sys

from processes import milliseconds

PEER = "Python's tomllib"
READING = """\
import pathlib, sys, tomllib
for file in pathlib.Path(sys.argv[1]).rglob("*.toml"):
    tomllib.loads(file.read_text())"""
# It is started as often as a person types; a page must not wait for a language's own library.
LIMIT = 1


def measured(place, runs):
    """Milliseconds to read the largest deck in all languages, from the fork to the exit."""
    home = place.environment("empty")
    deck = place.root / "share/coach/decks/active-service"
    python = [sys.executable, "-S", "-E", "-c"]
    calls = {
        "coach decks check": [place.coach, "decks", "check", deck],
        PEER: [*python, READING, deck],
        "Python without reading": [*python, "import pathlib, sys, tomllib"],
    }
    seen = {word: [] for word in calls}
    for _ in range(runs + 1):
        for word, call in calls.items():
            seen[word].append(milliseconds(call, home))
    return {word: statistics.median(times[1:]) for word, times in seen.items()}


def show(times, target):
    print(f"{'Reading a deck':36}{'ms':>9}")
    for word, took in times.items():
        print(f"{word:36}{took:9.1f}")
    reading = times[PEER] - times["Python without reading"]
    target(f"coach decks check ÷ {PEER}", times["coach decks check"] / reading, LIMIT, " ×")
    print(flush=True)
