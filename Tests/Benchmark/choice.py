"""What the decks cost, and the choice among their tips after twenty years."""

import shutil
import subprocess

from place import REPOSITORY, built


def measured(root, ledger, day):
    """Nanoseconds of reading all decks in all languages, of recalling, and of choosing."""
    own = shutil.copyfile(ledger, root / "choice.sqlite")  # it is written to
    words = [built("choice"), REPOSITORY / "config/decks", own, day]
    done = subprocess.run(words, text=True, stdout=subprocess.PIPE, check=True)
    return [float(line) for line in done.stdout.split()]


def show(times, target):
    decks, recalled, chosen = (took / 1e6 for took in times)
    print(f"{'Teaching':44}{'ms':>9}")
    print(f"{'the decks in all languages, read and checked':44}{decks:9.2f}")
    print(f"{'what twenty years recall, read':44}{recalled:9.2f}")
    print(f"{'a choice among 300 tips':44}{chosen:9.2f}")
    target("the decks in all languages", decks, 25, " ms")
    target("a choice among 300 tips, twenty years", chosen, 2, " ms")
    print(flush=True)
