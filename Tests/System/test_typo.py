"""A slip of the finger in coach.toml, and a ledger that is damaged: what goes on all the same, and
how the person hears of it."""

import json
import os

from person import UNIT
from shared import until
from test_backup import damage
from test_desktop import DesktopCase

CONCERNS = r"Sources/(Configuration|Application|coach)/"

HABIT = '[[habit]]\nid = "run"\ntitle = "Run"\nquestion = "Did you run?"\nanswer = "yes-no"\n'
ON_BUS = ("org.activeservice.Coach1", "/org/activeservice/Coach1", "org.activeservice.Coach1")


class Spoiled:
    """What both kinds of test do to a file."""

    def good(self, name="later", **options):
        self.person.configure(self.person.due(3600, name), more=options.pop("more", ""), **options)
        with open(self.file, "a", encoding="utf-8") as file:
            file.write(HABIT)

    @property
    def file(self):
        return self.person.config / "coach.toml"

    def spoil(self):
        text = self.file.read_text().replace("prompts-per-day", "promts-per-day")
        self.person.write(self.file, text)

    def mend(self):
        text = self.file.read_text().replace("promts-per-day", "prompts-per-day")
        self.person.write(self.file, text)

    def messages(self):
        """The notices in the spool, with whether each was taken back."""
        found = self.person.spool.glob("*/*.trouble-*")
        return sorted((path.name.endswith("S"), path.read_text()) for path in found)

    def troubles(self):
        words = ("busctl", "--user", "--json=short", "get-property", *ON_BUS, "Troubles")
        return json.loads(self.person.run(*words).stdout)["data"]


class ATypo(Spoiled, DesktopCase):
    def test_stops_no_command_and_is_said_once_by_each(self):
        self.good()
        self.start()
        self.person.systemctl("stop", UNIT)
        self.spoil()
        commands = (
            ("check", "run", "yes"), ("check", "energy", "7", "--note", "a"), ("undo",),
            ("pause", "2h"), ("resume",), ("promise", "call", "--by", "in 2d"),
            ("note", "detail", "b"), ("thanks", "given"), ("away", "2031-01-01"), (), ("status",),
            ("plan",), ("history",), ("tip",), ("greet",), ("decks",),
        )
        for words in commands:
            done = self.person.coach(*words)
            self.assertEqual(done.stderr.count("coach.toml:"), 1, f"{words}: {done.stderr}")
            said = " ".join(done.stderr.split())
            self.assertRegex(said, r"unknown key “promts-per-day”.*the last configuration that was")
            self.assertTrue(done.stdout or words == ("greet",), words)
        answered = ["question/run", "question/energy", "question/thanks-given"]
        self.assertEqual(self.person.facts("answered"), answered)
        told = self.person.told("status")
        self.assertEqual(told["configurationStandIn"], "last-good")
        self.assertIn("promts-per-day", told["configurationRefused"])
        bar = json.loads(self.person.coach("status", "--format", "waybar").stdout)
        self.assertIn("coach.toml", bar["tooltip"])
        refused = self.person.coach("reload", check=False)
        self.assertEqual(refused.returncode, 69, "no service runs")
        self.mend()
        self.assertEqual(self.person.coach("status").stderr, "")

    def test_stops_no_answer_where_nothing_was_ever_good(self):
        self.person.write(self.file, 'langage = "en"\n')
        commands = (("check", "energy", "7"), ("note", "detail", "a"), ("pause", "2h"), ("undo",))
        for words in commands:
            done = self.person.coach(*words)
            said = " ".join(done.stderr.split())
            self.assertIn("coach.toml:1", said, words)
            self.assertIn("the defaults hold", said, words)
        self.assertEqual(json.loads(self.person.coach("--json").stdout)["day"][:2], "20")
        bar = json.loads(self.person.coach("status", "--format", "waybar").stdout)
        self.assertEqual(bar["class"], "stopped")
        self.assertEqual(self.person.coach(check=False).returncode, 78)

    def test_at_a_restart_is_told_once_and_healed_by_the_mended_file(self):
        self.good()
        self.start()
        self.person.systemctl("stop", UNIT)
        self.spoil()
        for count in range(2):
            self.start()
            self.assertEqual(self.person.show("ActiveState"), "active")
            self.assertRegex(self.person.show("StatusText"), r"Next: later.*coach\.toml is refused")
            [(isSeen, text)] = until(self.messages, "a notice in the spool")
            self.assertFalse(isSeen)
            self.assertIn("Subject: Your coach.toml is refused", text)
            self.assertIn("promts-per-day", text)
            self.assertIn("coach doctor", text)
            self.assertIn("promts-per-day", self.troubles()[0])
            refused = self.person.journal("MESSAGE_ID=7edd76435b954baf8d7b9547d0c811db")
            self.assertEqual(len(refused), count + 1)
            self.person.systemctl("stop", UNIT)
        self.start()
        # Also on the bus it goes on with what was good.
        self.person.run("busctl", "--user", "call", *ON_BUS, "Answer", "sss", "run", "yes", "")
        self.mend()
        until(lambda: "refused" not in self.person.show("StatusText"), "it is read again")
        self.assertEqual(self.troubles(), [])
        self.assertEqual([isSeen for isSeen, _ in self.messages()], [True])
        self.spoil()
        self.person.systemctl("restart", UNIT)
        until(lambda: len(self.messages()) == 2, "another time is told too")

    def test_while_it_runs_is_said_in_its_status_and_on_the_bus_and_disturbs_nobody(self):
        self.good()
        self.start()
        self.spoil()
        until(lambda: "coach.toml is refused" in self.person.show("StatusText"), "it is said")
        self.assertIn("promts-per-day", self.troubles()[0])
        # Whoever writes the file saves it half done now and then.
        self.assertEqual(self.messages(), [])
        self.mend()
        until(lambda: "refused" not in self.person.show("StatusText"), "it is read again")
        self.assertEqual(self.troubles(), [])

    def test_is_not_told_in_quiet_hours(self):
        quiet = 'quiet-hours = ["00:00..12:00", "12:00..00:00"]'
        self.good(more=quiet)
        self.start()
        self.person.systemctl("stop", UNIT)
        self.spoil()
        self.start()
        self.assertIn("coach.toml is refused", self.person.show("StatusText"))
        self.assertEqual(self.messages(), [])


class ADamagedLedger(Spoiled, DesktopCase):
    def test_is_told_once_and_the_service_goes_on_when_it_is_put_back(self):
        ledger = self.person.data / "ledger.sqlite"
        self.good()
        for points in range(5):
            self.person.coach("check", "energy", str(points))
        self.person.coach("backup", "copy", "--force", cwd=self.person.home)
        damage(ledger)
        broken = ledger.read_bytes()
        for _ in range(2):
            self.start()
            self.assertIn("coach doctor", self.person.show("StatusText"))
            [(isSeen, text)] = until(self.messages, "a notice in the spool")
            self.assertFalse(isSeen)
            self.assertIn("Subject: Your ledger cannot be used", text)
            self.assertIn("coach restore --fresh", " ".join(text.split()))
            self.assertIn("is damaged", self.troubles()[0])
            words = ("busctl", "--user", "call", *ON_BUS, "Answer", "sss", "energy", "5", "")
            refused = self.person.run(*words, check=False)
            self.assertIn("is damaged", refused.stderr)
            bar = self.person.coach("status", "--format", "waybar")
            self.assertEqual(json.loads(bar.stdout)["class"], "trouble")
            self.person.systemctl("stop", UNIT)
        self.assertEqual(ledger.read_bytes(), broken)
        self.start()
        self.person.coach("restore", "copy", "--yes", cwd=self.person.home)
        until(lambda: "later" in self.person.show("StatusText"), "it goes on")
        self.assertEqual(self.troubles(), [])
        until(lambda: [isSeen for isSeen, _ in self.messages()] == [True], "it is taken back")
        self.assertFalse(os.path.exists(self.person.state / "told"))


class OnTheDesktop(Spoiled, DesktopCase):
    def test_it_is_one_notification_that_stays_until_it_is_mended(self):
        self.good(channels=("desktop", "spool"))
        self.start()
        self.person.systemctl("stop", UNIT)
        self.spoil()
        self.start()
        until(self.messages, "the spool has it at once")
        server = self.desktop.notifier()
        until(lambda: server.calls("Notify"), "the server has it when it comes")
        self.person.systemctl("restart", UNIT)
        self.still(1, lambda: server.calls("Notify"), "and once")
        [call] = server.calls("Notify")
        self.assertIn("coach.toml", call[3])
        self.assertIn("promts-per-day", call[4])
        self.assertEqual(call[7], 0, "it stays")
