"""What somebody meets who is new to it: what there is, what comes, and where it will appear."""

import json
import os
import re

from case import Case
from shared import until

CONCERNS = r"Main\.swift|Version|FirstHour|Surroundings|PromptTrial|Pager|Questions|TestCommand"


class TheFirstHour(Case):
    def refused(self, status, *words):
        done = self.person.coach(*words, check=False)
        self.assertEqual((done.returncode, done.stdout), (status, ""), words)
        return " ".join(done.stderr.split())

    def test_lists_what_can_be_answered_in_the_persons_language(self):
        self.person.configure()
        said = self.person.coach("questions").stdout
        self.assertRegex(said, r"(?m)^  sleep +Lights out \(a time of day, such as 23:40\)$")
        self.assertIn("taken, declined or could not", said)
        listed = self.person.told("questions")
        [help] = [each for each in listed if each["question"] == "help"]
        self.assertEqual([a["answer"] for a in help["answers"]], ["taken", "declined", "could-not"])
        [check] = [each for each in listed if each["question"] == "obstacles"]
        self.assertEqual((check["kind"], len(check["questions"])), ("self-check", 5))
        for each in listed:
            word = each["answers"][0]["word"] if "answers" in each else None
            if word and each["question"] != "tip-done" and "hesitation" not in each["question"]:
                done = self.person.coach("check", each["question"], word, check=False)
                # A question may have no ground yet; no answer of it may be no answer.
                self.assertNotIn("is no answer", done.stderr)
        for language, words in (("zh_TW", "熄燈（時間"), ("zh_CN", "熄灯（时间")):
            said = self.person.coach("questions", LANG=f"{language}.UTF-8").stdout
            self.assertIn(words, said)

    def test_says_what_is_retired_and_what_waits(self):
        self.person.coach("retire", "energy")
        self.assertRegex(self.person.coach("questions").stdout, r"Asked no more\n  energy ")
        [energy] = [e for e in self.person.told("questions") if e["question"] == "energy"]
        self.assertTrue(energy["retired"])
        self.person.configure(slot := self.person.due(1, carries=("help",)))
        self.start()
        self.person.message(slot)
        first = self.person.told("questions")[0]
        self.assertEqual((first["question"], first["open"]), ("help", True))

    def test_shows_a_test_prompt_by_every_channel_and_says_what_each_did(self):
        self.person.configure(channels=("spool", "terminal", "command"),
                              more='[command]\nrun = ["sh", "-c", "cat >seen"]')
        text = (self.person.config / "coach.toml").read_text()
        text = text.replace("cat >seen", f"cat >{self.person.home}/seen")
        self.person.write(self.person.config / "coach.toml", text)
        terminal = self.terminal("cat")
        for again in range(2):
            did = {each["channel"]: each for each in self.person.told("test")}
            self.assertEqual(did["spool"]["shown"], True)
            self.assertEqual(did["terminal"]["shown"], True)
            self.assertEqual(did["command"]["shown"], True)
            self.assertNotIn("shown", did["desktop"], "it is not wanted")
        terminal.reads("A test prompt")
        [mail] = self.person.mail().values()
        self.assertIn("test prompt", mail["Subject"])
        self.assertEqual(json.loads((self.person.home / "seen").read_text())["questions"], [])
        self.assertEqual(self.person.facts("prompted"), [], "it is no prompt of the day")
        self.assertIn("a mail lies there", self.person.coach("test").stdout)
        self.person.configure(channels=("desktop",))
        self.assertEqual(self.person.coach("test", check=False).returncode, 69)

    def test_says_its_name_its_version_and_its_commit(self):
        said = self.person.coach("--version").stdout
        path = re.escape(str(self.person.home / ".local/bin/coach"))
        commit = r"\(([0-9a-f]{12}|no commit)( and changes)?\)"
        self.assertRegex(said, rf"^coach \d+\.\d+\.\d+ {commit}, {path}\n$")

    def test_names_the_nearest_command_also_where_help_is_asked_for(self):
        for words in (("chekc",), ("help", "chekc")):
            self.assertIn("did you mean “check”?", self.refused(64, *words))
        self.assertIn("did you mean “--version”?", self.refused(64, "--vers"))
        self.assertIn("there is no option “-x”", self.refused(64, "-x"))
        for words in (("decks", "lst"), ("help", "decks", "lst")):
            self.assertIn("did you mean “decks list”?", self.refused(64, *words))
        for words in (("help", "check"), ("help", "decks", "check"), ("help",)):
            self.assertIn("USAGE: coach", self.person.coach(*words).stdout)

    def test_has_the_daily_five_first_in_its_help(self):
        said = self.person.coach("--help").stdout
        groups = re.findall(r"(?ms)^([A-Z ]+) SUBCOMMANDS:\n(.*?)\n\n", said)
        self.assertEqual(groups[0][0], "EVERY DAY")
        named = re.findall(r"(?m)^  ([a-z]+) ", groups[0][1])
        self.assertEqual(named, ["today", "check", "tip", "undo", "snooze"])

    def test_refuses_options_that_would_do_nothing(self):
        for words in (
            ("plan", "--why"), ("plan", "--seed", "x"), ("plan", "--tips", "--zone", "UTC"),
            ("status", "--json", "--format", "waybar"), ("tip", "--short", "--why"),
            ("tip", "--short", "--json"), ("measures", "sleep", "--all"),
            ("away", "tomorrow", "--json"), ("hesitate", "--fear", "3", "--json"),
            ("explain", "strength", "help", "--json", "--days", "3"),
            ("tips", "--rows", "--lang", "en"),
        ):
            self.assertIn("coach: ", self.refused(64, *words))

    def test_shows_the_name_of_a_tip_which_mute_takes(self):
        name = self.person.told("tip")["id"]
        self.assertIn(f"({name})", self.person.coach("tip").stdout.splitlines()[0])
        more = self.person.coach("tip", "--another").stdout
        other = re.search(r"\(([a-z0-9-]+)\)$", more.splitlines()[0])[1]
        self.person.coach("tip", "mute", other)


class Setup(Case):
    def test_ends_with_what_comes_next_and_where(self):
        said = self.person.coach("setup", "--lights-out", "23:00").stdout
        self.assertRegex(said, r"Next: .*\d\d:\d\d")
        self.assertRegex(said, r"It will appear here:\n  desktop +.*\n(.*\n)*? +spool +a mail")
        self.assertIn("coach test", said)

    def test_offers_in_a_terminal_what_else_is_usual(self):
        terminal = self.terminal("coach", "setup", PAGER="cat")
        for number in range(1, 14):
            until(lambda: terminal.read(0.05).count("]: ") == number, f"question {number}", 5)
            terminal.type("\n")
        terminal.reads(r"Start the service now.*\[Y/n\] $")
        terminal.type("y\n")
        # What is due the service says in the same terminal: a question need not be the last.
        terminal.reads(r"Show a test prompt now\? \[Y/n\] ")
        terminal.type("\n")
        terminal.reads(r"\.bashrc\? \[y/N\] ")
        terminal.type("y\n")
        terminal.reads(r"the Tab key completes")
        terminal.reads(r"logged out\? \[y/N\] ")
        terminal.type("\n")
        self.assertEqual(terminal.wait(), 0)
        self.assertEqual(self.person.show("ActiveState"), "active")
        self.assertIn("coach greet", (self.person.home / ".bashrc").read_text())
        (self.person.home / ".bashrc").unlink()


class ALongPage(Case):
    def shown(self, *words, **environment):
        """What a terminal shows of a command, which may stay in a pager."""
        terminal = self.terminal("coach", *words, **environment)
        terminal.read(1.5)
        return terminal

    def test_goes_through_the_persons_pager_on_a_terminal(self):
        marks = "sed 's/^/> /'"
        for pagers in ({"COACH_PAGER": marks, "PAGER": "false"}, {"PAGER": marks}):
            terminal = self.shown("glossary", **pagers)
            self.assertEqual(terminal.wait(), 0)
            self.assertIn("> ", terminal.plain()[0])

    def test_goes_through_less_which_leaves_the_screen_as_it_is(self):
        terminal = self.terminal("env", "-u", "PAGER", "coach", "tips", LESS="")
        terminal.reads(r":")
        self.assertLess(len(terminal.plain()), 30, "it waits for the reader")
        terminal.type("q")
        self.assertEqual(terminal.wait(), 0)

    def test_goes_nowhere_else_where_nobody_sits_or_it_fits_or_none_is_wanted(self):
        marks = {"COACH_PAGER": "sed 's/^/> /'"}
        self.assertNotIn("> ", self.person.coach("glossary", **marks).stdout)
        for words, pagers in ((("circles",), marks), (("glossary",), {"COACH_PAGER": ""}),
                              (("glossary",), {"COACH_PAGER": "cat"}),
                              (("glossary",), {"COACH_PAGER": "/nowhere/at/all"})):
            terminal = self.shown(*words, **pagers)
            self.assertEqual(terminal.wait(), 0)
            self.assertFalse([line for line in terminal.plain() if line.startswith("> ")])
            self.assertTrue(len(terminal.plain()) > 3, pagers)

    def test_that_nobody_reads_to_its_end_is_no_failure(self):
        terminal = self.shown("tips", COACH_PAGER="head -n 2")
        self.assertEqual(terminal.wait(), 0)
        self.assertEqual(os.WEXITSTATUS(terminal.status), 0)


class ACommandWithoutAWord(Case):
    def test_lists_what_there_is_as_its_siblings_do(self):
        self.person.coach("promise", "send the plan")
        self.person.coach("note", "principle", "ask before helping")
        self.assertEqual(self.person.coach("promise").stdout, self.person.coach("promises").stdout)
        self.assertEqual(self.person.coach("note").stdout, self.person.coach("notes").stdout)
        self.assertIn("Nothing is retired", self.person.coach("retire").stdout)
        piped = self.person.coach("note", text="kept as what?\n", check=False)
        self.assertEqual((piped.returncode, piped.stdout), (64, ""), "nothing was kept")
        self.assertEqual(self.person.coach("promise", "--to", "Ann", check=False).returncode, 64)

    def test_tells_of_the_past_as_a_person_would(self):
        self.person.configure(slot := self.person.due(1, carries=("help",)))
        self.start()
        self.person.message(slot)
        self.person.coach("check", "help", "taken", "--circle", "colleague")
        said = self.person.coach("history").stdout
        self.assertRegex(said, r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{4}-\d\d-\d\d\n")
        self.assertIn("  Offer of help: taken (Colleagues)\n  Prompts\n    soon: ", said)
