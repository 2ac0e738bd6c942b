"""Every command that a page, a mail or a refusal offers, run as it is offered."""

import os
import re
import tomllib

from case import Case
from shared import UID

CONCERNS = r"Suggest|Words|Language|config/decks|Frame|Saying|Pages|/Commands/"

PAGES = (
    (), ("why", "soon"), ("plan",), ("status",), ("promises",), ("notes",), ("note",),
    ("programme",), ("extra",), ("circles",), ("hesitate",), ("hesitate", "1"), ("questions",),
    ("measures",), ("retire",), ("tip",), ("tip", "--why"), ("history",), ("review", "day"),
    ("explain", "strength", "help"), ("decks", "list"), ("away",), ("doctor",),
    ("check", "help", "declined"), ("check", "thanks-given", "2"), ("thanks",),
    ("promise", "call"), ("note", "principle", "ask first"), ("extra", "fruit"),
    ("tip", "mute"), ("undo",), ("greet",), ("pause", "2h"), ("check", "obstacles"),
)
REFUSALS = (
    ("check", "slep"), ("check", "slep", "1"), ("check", "energy", "x"), ("promise", ""),
    ("promise", "keep", "x"), ("promise", "keep", "9"), ("promise", "keep", "the", "plan"),
    ("promise", "keeps", "1"), ("promise", "edit"), ("note", "drop", "9"), ("note", "drop", "x"),
    ("note", "drop"), ("note", "edit"), ("note", "edit", "x"), ("note", "x"),
    ("explain",), ("explain", "strength"), ("extra", ""),
    ("extra", "--landed"), ("hesitate", "7"), ("tip", "mute", "x"), ("tip", "mutes"),
    ("check", "hesitation-2", "yes"), ("check", "other-post", "hello"), ("chekc",),
    ("thanks", "--day", "yesterday"), ("check", "--day", "yesterday"), ("sleep",), ("retire", "x"),
    ("check", "--circle", "colleague"), ("snooze", "x"), ("report", "--only", "x"),
    ("tip", "--source", "x"),
)
OFFER = re.compile(r"(?<!-u )\bcoach((?: (?:\"[^\"]*\"|[^\s\"“”「」，。；（）();?？]+))+)")
"""What a person fills in, or takes from another list: 3 is an example of a number."""
FILLED = {
    "FILE": "copy.sqlite", "QUESTION": "energy", "ANSWER": "7", "…": "tomorrow", "3": "1",
}


class Offers(Case):
    def words(self, language):
        """The words that a command may have in a language: what is answered, and what is named."""
        path = self.person.machine.clone / f"config/decks/lexicon/{language}.toml"
        entries = str(tomllib.loads(path.read_text()))
        deck = self.person.machine.clone / f"config/decks/daily/{language}.toml"
        return set(re.findall(r"[\w-]+", entries + deck.read_text()))

    def offered(self, text, words):
        """The commands in a text, without the sentence that goes on behind them."""
        lines = (line for line in text.splitlines() if not re.match(r"Usage:|  See |Help:", line))
        for found in OFFER.findall("\n".join(lines)):
            # A sentence that ends with a command may be followed by another.
            found = re.split(r"[.:,] ", found + " ")[0]
            line = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', found)]
            while line and not re.match(r"^[ -~…]+$", line[-1]) and line[-1] not in words:
                line.pop()
            if line and re.match(r"^(--)?[a-z]+$", line[0]):
                yield tuple(line)

    def test_are_taken_in_every_language(self):
        for language in ("en", "zh-Hant", "zh-Hans"):
            self.person.fresh()
            soon = self.person.due(2, carries=("tip", "sleep", "help", "energy", "promises"))
            self.person.configure(soon, more=f'language = "{language}"')
            for words in (("energy", "7"), ("help", "taken"), ("thanks-given", "2")):
                self.person.coach("check", *words, "--day", "yesterday")
            self.person.coach("promise", "call", "--by", "in 3 days")
            self.person.coach("note", "principle", "ask first")
            self.start()
            mail = self.person.message(soon).get_payload(decode=True).decode()
            self.person.systemctl("stop", "coach.service")
            tried = self.tried(mail, language, set())
            for page in PAGES + REFUSALS:
                before = self.ledger()
                done = self.person.coach(*page, check=False)
                self.tried(f"{done.stdout}\n{done.stderr}", language, tried)
                self.restore(before)
            self.assertGreater(len(tried), 20, tried)

    def tried(self, text, language, tried):
        """Runs what a text offers that was not run before, each where the text was said."""
        words = self.words(language)
        for offer in self.offered(text, words):
            if offer in tried:
                continue
            tried.add(offer)
            before = self.ledger()
            with self.subTest(language=language, offer=offer):
                self.taken([FILLED.get(word, word) for word in offer])
            self.restore(before)
        return tried

    def ledger(self):
        """What is in the ledger now, with what is not yet in its place there."""
        return {file.name: file.read_bytes() for file in self.person.data.glob("ledger.sqlite*")}

    def restore(self, before):
        for file in self.person.data.glob("ledger.sqlite*"):
            file.unlink()
        for name, content in before.items():
            file = self.person.data / name
            file.write_bytes(content)
            os.chown(file, UID, UID)

    def taken(self, words):
        done = self.person.coach(*words, check=False)
        # Where it asks, nobody answers here.
        asks = words[0] in ("check", "hesitate", "greet", "setup", "note") and done.returncode == 65
        if not asks:
            self.assertEqual(done.returncode, 0, f"{words}: {done.stderr}")
