"""The manual, against the program that it came with."""

import json
import re
import subprocess
import tomllib
import unicodedata

from case import Case
from shared import REPOSITORY

CONCERNS = r"systemd/man|systemd/org\.|config/coach\.toml|Commands/|Main\.swift|JSON/"

# What every command has, and the page says once.
COMMON = {"--help", "--version", "-h"}


class TheManual(Case):
    @property
    def place(self):
        return self.person.home / ".local/share/man"

    def pages(self):
        return sorted(self.place.glob("man*/*"))

    def shown(self, name, columns=80):
        """A page as man shows it, each line without what makes it bold."""
        section = name.rsplit(".", 1)[1]
        page = self.place / f"man{section}" / name
        done = self.person.run("man", "--warnings", "--nh", "--nj", "--local-file", str(page),
                               MANWIDTH=str(columns))
        self.assertEqual(done.stderr, "")
        return re.sub(r".\x08|\x1b\[[0-9;]*m", "", done.stdout)

    def words(self, name):
        return " ".join(self.shown(name, 200).split())

    def commands(self):
        """The commands with their options, as the parser tells them."""
        told = json.loads(self.person.coach("--experimental-dump-help").stdout)
        found = {}

        def add(command):
            path = [*command.get("superCommands", [])[1:], command["commandName"]]
            options = set()
            for argument in command.get("arguments", []):
                for name in argument.get("names", []):
                    options.add(f"{'-' if name['kind'] == 'short' else '--'}{name['name']}")
            found[" ".join(path)] = options - COMMON
            for sub in command.get("subcommands", []):
                if sub["commandName"] != "help":
                    add(sub)

        for command in told["command"]["subcommands"]:
            if command["commandName"] != "help":
                add(command)
        return found

    def test_is_installed_and_found_by_man(self):
        names = [page.name for page in self.pages()]
        expected = ["coach.1", "coach-bus.5", "coach-decks.5", "coach-export.5", "coach-import.5",
                    "coach-json.5", "coach.toml.5"]
        self.assertEqual(sorted(names), sorted(expected))
        found = self.person.run("man", "--where", "coach").stdout.strip()
        self.assertEqual(found, str(self.place / "man1/coach.1"), "beside ~/.local/bin in PATH")

    def test_is_written_without_a_fault(self):
        for page in self.pages():
            done = subprocess.run(["mandoc", "-Tlint", "-W", "warning", page],
                                  capture_output=True, text=True)
            self.assertEqual(done.stdout, "", page.name)
            self.shown(page.name)

    def test_is_readable_in_eighty_columns(self):
        width = lambda line: sum(
            2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
        for page in self.pages():
            wide = [line for line in self.shown(page.name).splitlines() if width(line) > 80]
            self.assertEqual(wide, [], page.name)

    def test_has_every_command_and_option_and_no_other(self):
        text = self.shown("coach.1", 500)
        commands = text[text.index("\nCOMMANDS"):text.index("\nEXIT STATUS")]
        heads = re.findall(r"(?m)^   coach (.*)$", commands)
        found = {}
        for head in heads:
            name = re.match(r"(?:decks (?:list|check)|[a-z]+)", head)[0]
            found[name] = set(re.findall(r"(?<=\[)--[a-z-]+", head))
        self.assertEqual(found, self.commands())
        for name, options in found.items():
            part = commands[commands.index(f"   coach {name}"):]
            for option in options:
                self.assertRegex(part, rf"(?m)^       (-., )?{option}\b", f"{name} {option}")

    def test_has_the_words_of_the_helps(self):
        page = "".join(self.words("coach.1").split())
        for name in self.commands():
            help = self.person.coach(*name.split(), "--help").stdout
            abstract = help.split("\n\n")[0].removeprefix("OVERVIEW: ")
            self.assertIn("".join(abstract.split()), page, name)

    def test_has_every_key_of_the_configuration(self):
        page = self.words("coach.toml.5")
        text = (REPOSITORY / "config/coach.toml").read_text()
        for table, keys in tomllib.loads(text).items():
            for key in keys if isinstance(keys, dict) else [table]:
                self.assertIn(f"{key} =" if not isinstance(keys, dict) or table != "slot"
                              else f"[slot.{key}]", page)
        joined = "".join(page.split())
        for line in text.splitlines():
            # Whatever is said there is said here.
            said = "".join(line.removeprefix("#").split())
            self.assertIn(said.lstrip("#"), joined, line)

    def test_has_every_part_of_the_bus(self):
        page = self.words("coach-bus.5")
        xml = (REPOSITORY / "systemd/org.activeservice.Coach1.xml").read_text()
        for name in re.findall(r'<(?:method|property|signal|arg)[^>]* name="(\w+)"', xml):
            self.assertIn(name, page)
        for comment in re.findall(r"(?s)<!--(.*?)-->", xml):
            for word in re.findall(r"\w{6,}", comment):
                self.assertIn(word, page)

    def test_has_every_key_of_every_page(self):
        self.fill()
        text = self.shown("coach-json.5", 500)
        sections = {}
        for head, body in re.findall(r"(?ms)^   coach (.*?)\n(.*?)(?=^   \S|^\S)", text):
            sections[head] = body
        pages = [
            ("today",), ("tip", "--why", "--source"), ("questions",), ("promises", "--all"),
            ("notes",), ("history",), ("why",), ("plan",), ("plan", "--tips", "--why"),
            ("calendar", "07:30"), ("status",), ("review", "week"), ("review", "year"),
            ("measures", "--all"), ("explain", "strength", "energy"), ("programme",),
            ("hesitate",), ("hesitate", "1"), ("hesitate", "--evidence"), ("circles",), ("thanks",),
            ("extra",), ("away",), ("retire",), ("tips",), ("tips", "--rows"),
            ("glossary", "guest"), ("decks", "list"), ("doctor",), ("test",),
            ("decks", "check", str(REPOSITORY / "config/examples/mine.toml")),
        ]
        missing = {}
        for words in pages:
            done = self.person.coach(*words, "--json", check=False)
            name = " ".join(words[:2]) if words[0] == "decks" else words[0]
            self.assertIn(name, sections)
            lacking = {key for key in keys(json.loads(done.stdout))
                       if not re.search(rf"\b{key}\b", sections[name])}
            # What another page has is said there: “as coach extra has them”.
            named = [other for other in sections if f"coach {other}" in sections[name]]
            lacking = {key for key in lacking
                       if not any(re.search(rf"\b{key}\b", sections[n]) for n in named)}
            if lacking:
                missing[" ".join(words)] = sorted(lacking)
        self.assertEqual(missing, {})

    def fill(self):
        """A life with something of everything in it."""
        person = self.person
        person.configure(slot := person.due(1, carries=("tip", "help")))
        self.start()
        person.message(slot)
        for words in (
            ("check", "help", "taken", "--circle", "colleague", "--note", "x"),
            ("check", "energy", "6", "--day", "yesterday"), ("check", "energy", "7"),
            ("check", "sleep", "23:40", "--day", "yesterday"),
            ("check", "obstacles", "1", "2", "3", "4", "5"), ("hesitate", "2", "--fear", "6"),
            ("promise", "send it", "--to", "Ann", "--by", "tomorrow", "--reserve", "1h"),
            ("promise", "call"), ("promise", "keep", "2"), ("note", "principle", "listen"),
            ("note", "two-readings", "--part", "saw=a", "--part", "another=b"),
            ("extra", "fruit", "--minutes", "5", "--cost", "3", "--landed", "yes"),
            ("thanks", "given"),
            ("tip",),
            ("retire", "energy"), ("away", "2030-01-01..2030-01-03"),
        ):
            person.coach(*words)


def keys(value):
    """The names of all that an object has in it."""
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()
