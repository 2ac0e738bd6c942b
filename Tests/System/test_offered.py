import datetime
import sqlite3
import uuid

import ledger
from case import Case
from shared import until

CONCERNS = r"BestHour|OwnPlan|SettingAnswers|SettingsForm|Undo"


class Offered(Case):
    """What the coach offers to change, and changes on a yes; the weeks are written beforehand."""

    def setUp(self):
        super().setUp()
        self.person.write(self.person.config / "coach.toml", 'language = "en"\n')
        self.person.coach("check", "get-up", "07:00")  # makes the ledger
        self.ledger = sqlite3.connect(self.person.data / "ledger.sqlite")
        self.addCleanup(self.ledger.close)
        (self.zone,) = self.ledger.execute("SELECT DISTINCT zone FROM facts").fetchone()
        self.today = datetime.date.fromisoformat(self.person.told("history")[-1]["day"])

    def put(self, ago, clock, question, answer, kind=None):
        """An answer that was given on its day, at a time of the clocks here."""
        day = self.today - datetime.timedelta(days=ago)
        payload = {"v": 1, "answer": answer, "from": "command"} | ({"type": kind} if kind else {})
        said = self.person.run("date", "--date", f"{day} {clock}", "+%s").stdout
        instant = int(said) * 1_000_000
        subject = f"question/{question}"
        ledger.append(
            self.ledger, str(uuid.uuid4()), instant, self.zone, day, "answered", subject, payload
        )

    def configure(self, more, *carries):
        """A slot that asks once, in a moment."""
        slot = self.person.due(3, carries=carries)
        self.person.configure(slot, more=more)
        return slot

    def body(self, slot):
        return self.person.message(slot).get_payload(decode=True).decode("utf-8")

    def text(self):
        return (self.person.config / "coach.toml").read_text()

    def tea(self):
        """When the slot comes tomorrow, as the service says."""
        days = self.person.told("plan", "--days", "2")
        return [moment["due"][11:16] for moment in days if moment["slot"] == "tea"][-1]

    def test_move_a_slot_that_is_answered_at_another_hour_and_move_it_back(self):
        for ago in range(1, 15):
            self.put(ago, "10:30", "energy", "7", "scale")
        tea = '[slot.tea]\nwhen = "09:00"\nwindow = "1min"\ncarries = ["energy"]\n'
        more = f'language = "en"\n# mine\n{tea}'
        slot = self.configure(more, "move-slot")
        self.start()
        body = " ".join(self.body(slot).split())
        self.assertIn("“tea” well after it came, 14 times of 14, by about 1 h 30 min.", body)
        self.assertIn("It comes at 09:00: shall it come at 10:30 instead?", body)
        self.assertIn("coach check move-slot yes", body)
        before = self.text()
        self.assertEqual(self.tea(), "09:00")
        said = self.person.coach("check", "move-slot", "yes").stdout
        self.assertIn("coach undo", said)
        self.assertEqual(self.text(), before.replace('when = "09:00"', 'when = "10:30"'))
        self.assertEqual(self.tea(), "10:30")
        # The service hears of it: it is the file that it watches.
        named = lambda: "10:30" in self.person.show("StatusText")
        until(named, "the status to name the new hour", 15)
        said = self.person.coach("undo").stdout
        self.assertIn("“tea” comes at 09:00 again.", said)
        self.assertEqual(self.text(), before)
        self.person.coach("check", "move-slot", "no")
        self.assertEqual(self.text(), before)

    def test_write_a_plan_anew_that_did_not_come_about(self):
        for ago in range(1, 10):
            self.put(ago, "10:30", "help", "none")
        plan = "When the kettle is on, I ask one colleague"
        more = f'language = "en"\n[programme]\nmoment = "{plan}"\n'
        slot = self.configure(more, "plan-again")
        self.start()
        body = " ".join(self.body(slot).split())
        self.assertIn(f"Your plan is: “{plan}”.", body)
        self.assertIn("You answered about 9 of the last ten days, and on 0 of them", body)
        before = self.text()
        refused = self.person.coach("check", "plan-again", "yes", check=False)
        self.assertEqual(refused.returncode, 65)
        self.person.coach("check", "plan-again", "When I say “goodbye”, I ask what is left")
        self.assertIn('moment = "When I say “goodbye”, I ask what is left"', self.text())
        self.assertIn(f"Your plan is again: “{plan}”.", self.person.coach("undo").stdout)
        self.assertEqual(self.text(), before)
