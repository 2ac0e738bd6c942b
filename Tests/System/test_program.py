import json

from case import Case
from shared import until
from person import UNIT


class AProgram(Case):
    """The person's own, which the channel “command” runs."""

    def program(self, script, timeout="10s"):
        """Configures a program that keeps what it was given; what it keeps lies in its place."""
        place = self.person.home / "program"
        self.person.run("rm", "-rf", place)
        self.person.write(place / "run", f"#!/bin/sh\ncd {place}\n{script}\n")
        (place / "run").chmod(0o755)
        more = f'[command]\nrun = ["{place}/run", "one word"]\ntimeout = "{timeout}"\n'
        self.slot = self.person.due(2, carries=("tip", "help"))
        self.slot.text += more
        self.person.configure(self.slot, channels=("command", "spool"))
        self.start()
        return place

    def came(self, place, name):
        return until(lambda: (place / name).exists() and (place / name).read_text(), name)

    def failed(self, *words):
        [entry] = self.journal_shows(f"COACH_PROMPT={self.slot.prompt}", "PRIORITY=4")
        self.assertEqual(entry["COACH_CHANNEL"], "command")
        for word in words:
            self.assertIn(word, entry["MESSAGE"])

    def test_gets_the_prompt_as_json_and_in_its_environment_once(self):
        script = 'cat >json; echo "$1|$COACH_PROMPT|$COACH_SLOT|$COACH_DAY" >env; echo x >>times'
        place = self.program(script)
        told = json.loads(self.came(place, "json"))
        self.assertEqual(told["prompt"], self.slot.prompt)
        keys = ["at", "day", "prompt", "questions", "slot", "subject", "text"]
        self.assertEqual(sorted(told), keys)
        [question] = told["questions"]
        self.assertEqual(question["question"], "help")
        self.assertEqual(question["answers"], ["taken", "declined", "could-not"])
        self.assertIn("coach check help", told["text"])
        slot, day = self.slot.prompt.split("/")
        self.assertEqual(self.came(place, "env").strip(), f"one word|{slot}/{day}|{slot}|{day}")
        self.person.systemctl("restart", UNIT)
        self.person.message(self.slot)
        self.assertEqual((place / "times").read_text(), "x\n")

    def test_may_answer(self):
        self.program("echo '{\"answer\": {\"help\": \"taken\"}}'")
        until(lambda: self.person.facts("answered") == ["question/help"], "the answer")
        [answer] = self.person.told("history")[0]["answers"]
        self.assertEqual((answer["answer"], answer["from"]), ("taken", "program"))
        told = self.person.coach("history").stdout
        self.assertIn("Offer of help: taken, by a program of your own", told)

    def test_that_answers_nonsense_is_told_so_and_changes_nothing(self):
        self.program("echo '{\"answer\": {\"hlp\": \"taken\"}}'")
        [entry] = self.journal_shows("SYSLOG_IDENTIFIER=coach", "PRIORITY=4")
        self.assertIn("did you mean “help”", entry["MESSAGE"])
        self.assertEqual(self.person.facts("answered"), [])

    def test_that_fails_is_in_the_journal_with_what_it_said(self):
        self.program("echo 'no route' >&2; exit 7")
        self.failed("status 7", "no route")
        self.person.message(self.slot)

    def test_that_hangs_is_killed_with_its_children_and_holds_up_nothing(self):
        place = self.program("sleep 300 & echo $! >pid; wait", timeout="1s")
        self.failed("longer than 1s")
        self.assert_gone(int(self.came(place, "pid")))
        self.person.message(self.slot)

    def test_that_is_not_there_keeps_nothing_from_the_other_channels(self):
        slot = self.person.due(2)
        slot.text += '[command]\nrun = ["/nowhere/at/all"]\n'
        self.person.configure(slot, channels=("command", "spool"))
        self.start()
        self.person.message(slot)
        [entry] = self.journal_shows(f"COACH_PROMPT={slot.prompt}", "PRIORITY=4")
        self.assertIn("“/nowhere/at/all” could not be started", entry["MESSAGE"])


class Reading(Case):
    """By “coach reload”."""

    def test_again_waits_for_the_service_and_says_what_came_of_it(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        said = " ".join(self.person.coach("reload").stdout.split())
        self.assertIn("has read the configuration again", said)
        self.person.configure(more="nonsense = 1")
        done = self.person.coach("reload", check=False)
        self.assertEqual((done.returncode, done.stdout), (78, ""))
        self.assertRegex(done.stderr, r"coach\.toml:2: unknown key “nonsense”")
        self.person.configure(self.person.due(3600, "mended"))
        self.person.coach("reload")
        self.assertIn("Mended", self.person.show("StatusText").title())

    def test_again_needs_a_service_that_runs(self):
        done = self.person.coach("reload", check=False)
        self.assertEqual(done.returncode, 69)
        self.assertIn("systemctl --user start coach", done.stderr)


class AGreeting(Case):
    def waiting(self):
        slot = self.person.due(1, carries=("energy", "help"))
        self.person.configure(slot)
        self.start()
        self.person.message(slot)

    def test_says_in_two_lines_what_waits(self):
        self.waiting()
        said = self.person.coach("greet")
        self.assertEqual(len(said.stdout.splitlines()), 2, said.stdout)
        self.assertIn("Energy", said.stdout)
        self.assertIn("coach check", said.stdout)

    def test_is_nothing_where_nothing_waits_or_nothing_is_to_be_said(self):
        self.assertEqual(self.person.coach("greet").stdout, "")
        self.assertFalse((self.person.data / "ledger.sqlite").exists(), "it makes no ledger")
        self.waiting()
        self.person.coach("pause")
        self.assertEqual(self.person.coach("greet").stdout, "")
        self.person.coach("resume")
        self.person.coach("check", "energy", "7")
        self.person.coach("check", "help", "taken")
        self.assertEqual(self.person.coach("greet").stdout, "")

    def test_is_no_complaint_whatever_is_wrong(self):
        self.waiting()
        self.person.configure(more="nonsense = 1")
        done = self.person.coach("greet")
        # What was good goes on, and nobody else may tell of what is not.
        self.assertIn("Offer of help", done.stdout)
        self.assertIn("unknown key “nonsense”", done.stderr)
        self.person.configure()
        self.person.systemctl("stop", UNIT)
        for file in self.person.data.glob("ledger.sqlite*"):
            file.write_text("no ledger")
        done = self.person.coach("greet", TZ="Moon/Sea")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        # What can be lost is said wherever the person looks.
        self.assertIn("is no ledger", done.stderr)


class AStatusBar(Case):
    def told(self):
        said = self.person.coach("status", "--format", "waybar").stdout
        self.assertEqual(said.count("\n"), 1, said)
        return json.loads(said)

    def test_reads_what_waits_on_one_line(self):
        self.person.configure()
        self.assertEqual(self.told()["class"], "stopped")
        slot = self.person.due(1, carries=("energy", "help"))
        self.person.configure(slot)
        self.start()
        self.person.message(slot)
        told = self.told()
        self.assertEqual(sorted(told), ["alt", "class", "percentage", "text", "tooltip"])
        self.assertEqual((told["text"], told["class"], told["percentage"]), ("2", "waiting", 0))
        self.assertIn("Energy", told["tooltip"])
        self.person.coach("check", "energy", "7")
        self.assertEqual((self.told()["text"], self.told()["percentage"]), ("1", 50))
        self.person.coach("check", "help", "taken")
        self.assertEqual((self.told()["text"], self.told()["class"]), ("", "clear"))
        self.person.coach("pause")
        self.assertEqual(self.told()["class"], "paused")
