"""What four times as much costs: four times the time where the way through it is straight."""

import os
import statistics
import subprocess

#: Four times as much may take so many times as long; twice the straight way, and half the square.
LIMIT = 8
#: What is held by a case, at a size, in the home of that size; and the command that goes through
#: it.
SIZES = (4_000, 16_000)


def tips(count):
    """A deck of one file."""
    tip = '[[tip]]\nid = "own-{0}"\ntitle = "Number {0}"\naction = "Do the thing number {0}."\n'
    return "".join(map(tip.format, range(count)))


def directory(count):
    """A deck in a directory: its structure, and its words."""
    structure = '[[tip]]\nid = "own-{0}"\nrows = ["E08"]\nsystems = ["S3"]\n'
    words = '[tip.own-{0}]\ntitle = "a"\naction = "b"\nwhy = "c"\nshort = "b"\nask = "d"\n'
    return "".join(map(structure.format, range(count))), "".join(map(words.format, range(count)))


def chain(count):
    """A deck with one tip, whose title is a row of joined pictures that is one character."""
    title = "\U0001f469\u200d" * count + "\U0001f469"
    return f'[[tip]]\nid = "own"\ntitle = "{title}"\naction = "e{chr(0x301) * count}"\n'


def cpu(command, environment):
    """Milliseconds of this machine's time that a command takes, whoever else wants it."""
    before = os.times()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    spent = after.children_user + after.children_system
    return (spent - before.children_user - before.children_system) * 1000


def measured(place, runs):
    """Milliseconds of each case at each size, beyond those of nothing."""
    own = ".config/coach/decks"
    seen = {}
    for count in (0, *SIZES):
        names = {kind: f"growth-{kind}-{count}" for kind in ("file", "directory", "chain")}
        for name in names.values():
            place.write(name, ".config/coach/coach.toml", 'channels = ["spool"]\n')
            place.write(name, "run/.keep")
        place.write(names["file"], f"{own}/mine.toml", tips(count or 1))
        structure, words = directory(count or 1)
        place.write(names["directory"], f"{own}/mine/tips.toml", structure)
        place.write(names["directory"], f"{own}/mine/en.toml", f'language = "en"\n{words}')
        toml = 'channels = ["spool"]\ndecks = ["daily", "mine"]\n'
        place.write(names["directory"], ".config/coach/coach.toml", toml)
        place.write(names["chain"], f"{own}/mine.toml", chain(count or 1))
        commands = {
            "coach, a deck of one file": (names["file"], []),
            "coach tips, a deck of one file": (names["file"], ["tips"]),
            "coach tip, a deck in a directory": (names["directory"], ["tip"]),
            "coach tips, one joined character": (names["chain"], ["tips"]),
        }
        for word, (name, arguments) in commands.items():
            command = [place.coach, *arguments]
            times = [cpu(command, place.environment(name)) for _ in range(runs)]
            seen[word, count] = statistics.median(times)
    return seen


def show(times, target):
    print(f"{'Four times as much':36}{SIZES[0]:>9}{SIZES[1]:>9}  (ms of CPU)")
    words = list(dict.fromkeys(word for word, _ in times))
    for word in words:
        print(f"{word:36}{times[word, SIZES[0]]:9.1f}{times[word, SIZES[1]]:9.1f}")
    for word in words:
        none = times[word, 0]
        small, large = (times[word, count] - none for count in SIZES)
        # What takes less than the clock can tell has not grown.
        target(f"{word}: four times as much", large / max(small, 5), LIMIT, " times")
    print(flush=True)
