"""What a person asks for who wants to be left alone, and what they find afterwards."""

import datetime
import json

from case import Case
from shared import until
from person import UNIT

CONCERNS = r"Silence|Pause|Away|Snooze|Missed|BackOff|Quiet|Plan"


class LeftAlone(Case):
    def soon(self, seconds=2, **options):
        """A person whose only prompt is due in some seconds."""
        slot = self.person.due(seconds, **{"carries": ("tip", "energy"), **options})
        self.person.configure(slot)
        return slot

    def shown(self, seconds=2):
        """A prompt that has just come."""
        slot = self.soon(seconds)
        self.start()
        self.assertEqual(self.person.message(slot).get_subdir(), "new")
        return slot

    def lies_in(self, slot, part, flags, seconds=15):
        """Waits until the one message of a slot lies in a part of the spool, with these flags."""

        def lies():
            message = self.person.message(slot)
            return (message.get_subdir(), message.get_flags()) == (part, flags)

        until(lies, f"{slot.prompt} in {part} with “{flags}”", seconds)
        self.assertEqual(self.person.prompts(), {slot.prompt: 1})

    def assert_silent(self, slot):
        self.assertEqual(self.person.prompts()[slot.prompt], 0)
        self.assertEqual(self.person.facts("prompted"), [])

    def test_by_a_pause_until_it_is_resumed(self):
        slot = self.soon(window="3h")
        self.person.coach("pause", "2h")
        self.start()
        [held] = self.journal_shows(f"COACH_PROMPT={slot.prompt}")
        self.assertRegex(held["MESSAGE"], f"^Held {slot.prompt} back until .*: the coach is paused")
        self.assertIn("pausedUntil", self.person.told("today"))
        self.assert_silent(slot)
        self.person.coach("resume")
        self.person.message(slot)
        self.assertNotIn("pausedUntil", self.person.told("today"))
        self.assertEqual(self.person.facts("passed"), [])

    def test_by_a_pause_until_it_is_over(self):
        slot = self.soon()
        self.person.coach("pause", "8s")
        self.start()
        self.journal_shows(f"COACH_PROMPT={slot.prompt}")
        self.assert_silent(slot)
        self.person.message(slot)

    def test_by_a_pause_that_is_taken_back(self):
        slot = self.soon(window="3h")
        self.person.coach("pause", "2h")
        self.start()
        self.journal_shows(f"COACH_PROMPT={slot.prompt}")
        self.assert_silent(slot)
        self.assertIn("the pause until", self.person.coach("undo").stdout)
        self.person.message(slot)

    def test_by_a_prompt_that_is_put_off_and_comes_back(self):
        slot = self.shown()
        self.person.coach("snooze", "6s")
        self.lies_in(slot, "cur", "S")
        self.lies_in(slot, "new", "")
        self.assertEqual(self.person.facts("snoozed"), [slot.prompt])
        self.assertEqual(self.person.facts("prompted"), [slot.prompt])

    def test_by_a_prompt_that_is_put_off_through_a_restart(self):
        slot = self.shown()
        self.person.coach("snooze", slot.name, "8s")
        self.lies_in(slot, "cur", "S")
        self.person.systemctl("restart", UNIT)
        self.lies_in(slot, "cur", "S", seconds=0)
        self.lies_in(slot, "new", "")
        self.person.systemctl("restart", UNIT)
        self.lies_in(slot, "new", "", seconds=0)

    def test_by_a_prompt_that_is_put_off_and_answered_meanwhile(self):
        slot = self.shown()
        self.person.coach("snooze", "4s")
        self.lies_in(slot, "cur", "S")
        again = self.person.machine.now() + datetime.timedelta(seconds=5)
        self.person.coach("check", "energy", "7")
        until(lambda: self.person.machine.now() > again, "its time has come and gone")
        self.lies_in(slot, "cur", "S", seconds=0)

    def test_by_a_prompt_that_is_put_off_until_that_is_taken_back(self):
        slot = self.shown()
        self.person.coach("snooze", "2h")
        self.lies_in(slot, "cur", "S")
        self.assertIn("was put off until", self.person.coach("undo").stdout)
        self.lies_in(slot, "new", "")

    def test_by_an_absence_until_it_is_taken_back(self):
        slot = self.shown()
        self.person.coach("away", "today")
        self.lies_in(slot, "cur", "S")
        self.assertEqual(self.person.told("today")["rest"], "away")
        self.assertEqual(self.person.told("plan", "--days", "1"), [])
        self.assertIn("away on", self.person.coach("undo").stdout)
        asked = [open["question"] for open in self.person.told("today")["open"]]
        self.assertEqual(asked, ["energy"], "it is a day like any other again")

    def test_by_an_absence_that_says_why_nothing_came(self):
        slot = self.soon(window="1s")
        self.person.coach("away", "today..tomorrow")
        self.start()
        until(lambda: slot.seconds_left() < -2, "its window is over")
        # On such a day it has no reason to look before the day is over, but this one.
        self.person.systemctl("restart", UNIT)
        [passed] = self.journal_shows(f"COACH_PROMPT={slot.prompt}")
        self.assertEqual(passed["MESSAGE"], f"Suppressed {slot.prompt}: the person was away")
        self.assert_silent(slot)
        self.assertEqual(self.person.told("today")["missed"], 0)
        self.person.coach("resume")
        self.assertEqual(self.person.told("away"), [])
        self.assertNotIn("rest", self.person.told("today"))

    def test_never_by_an_end_that_has_passed(self):
        for command in (
            ("pause", "until", "2020-01-01"),
            ("pause", "soon"),
            ("away", "2026-02-02..2026-02-01"),
            ("away", "2026-02-30"),
            ("snooze",),
        ):
            done = self.person.coach(*command, check=False)
            self.assertEqual((done.returncode, done.stdout), (65, ""), command)
            self.assertTrue(done.stderr.strip(), command)
        for kind in ("paused", "away", "snoozed"):
            self.assertEqual(self.person.facts(kind), [], kind)


class WhatWasMissed(Case):
    def missed(self, *carries):
        """A prompt that was over before the service was there to show it."""
        slot = self.person.due(1, carries=carries, window="1s")
        self.person.configure(slot)
        self.person.coach("tip")  # what was over before any fact is not missed
        until(lambda: slot.seconds_left() < -1.5, "its window is over")
        self.start()
        self.journal_shows(f"COACH_PROMPT={slot.prompt}")
        self.assertEqual(self.person.told("today")["missed"], len(carries))

    def test_can_be_answered_afterwards(self):
        self.missed("energy", "help")
        said = self.person.coach("check", "--missed", text="7\n\n").stdout
        self.assertIn("Recorded", said)
        self.assertEqual(self.person.facts("answered"), ["question/energy"])
        self.assertEqual(self.person.told("today")["missed"], 1)
        self.person.coach("check", "--missed", text="")
        self.assertEqual(self.person.told("today")["missed"], 1)

    def test_can_be_set_aside_at_once(self):
        self.missed("energy", "help")
        self.person.coach("check", "--skip-missed")
        answered = ["question/energy", "question/help"]
        self.assertEqual(self.person.facts("answered"), answered)
        self.assertEqual(self.person.told("today")["missed"], 0)
        self.assertIn("Nothing", self.person.coach("check", "--missed").stdout)
        self.assertIn("2", self.person.coach("undo").stdout)
        self.assertEqual(self.person.told("today")["missed"], 2, "all that one command did")

    def test_is_answered_for_no_day_to_come_and_none_too_long_ago(self):
        today = self.person.machine.now().date()
        for days, code in ((1, 65), (0, 0), (-7, 0), (-8, 65), (-4000, 65)):
            day = str(today + datetime.timedelta(days=days))
            done = self.person.coach("check", "energy", "7", "--day", day, check=False)
            self.assertEqual(done.returncode, code, day)
            if code:
                self.assertRegex(done.stderr, f"{day} (has not come yet|is too long ago)")
                self.assertEqual(done.stdout, "", day)
        self.assertEqual(self.person.facts("answered"), ["question/energy"] * 2)


class ThePlan(Case):
    def planned(self, text, *arguments, check=True, **environment):
        self.person.write(self.person.config / "coach.toml", text)
        return self.person.coach("plan", *arguments, check=check, **environment)

    def slot(self, name, when, window="30min"):
        return f'[slot.{name}]\nwhen = "{when}"\nwindow = "{window}"\ncarries = ["tip"]\n'

    def workday(self):
        """A Monday ahead, whenever this runs: nothing of it is over in any zone."""
        today = datetime.date.today()
        return (today + datetime.timedelta(days=14 - today.weekday())).isoformat()

    def test_warns_of_what_is_odd_and_plans_all_the_same(self):
        for text, warned in (
            (self.slot("leap", "*-02-30 09:00"), "“leap” never comes.* names a day that none"),
            (
                self.slot("chime", "*:0/30", "4h"),
                "“chime” has a window of 4h, longer than the 30min",
            ),
            (
                'quiet-hours = "01:00..02:00"\n' + self.slot("night", "01:15"),
                "quiet hours cover the slot “night”",
            ),
            ('days-off = "Mon..Sun"\n', "every day is a day off"),
        ):
            done = self.planned(text)
            self.assertRegex(" ".join(done.stderr.split()), warned)
        self.assertEqual(self.planned('language = "en"\n').stderr, "")

    def test_says_which_slot_gives_way_and_why(self):
        text = self.slot("lunch", "11:30") + self.slot("tea", "15:00")
        day = self.workday()
        done = self.planned(text, "--from", day, "--days", "1", "--json")
        passes = {each["slot"]: each.get("passes") for each in json.loads(done.stdout)}
        self.assertEqual(passes["lunch"], "near")
        self.assertEqual(passes["end-of-work"], "limit")
        self.assertNotIn("wind-down", passes)
        said = " ".join(done.stderr.split())
        self.assertRegex(said, "“lunch” gives way.*1h 30min apart")
        self.assertRegex(said, "“end-of-work” gives way.*at most 3 prompts")
        more = text + '[limits]\nprompts-per-day = 5\napart = "none"\n'
        self.assertEqual(self.planned(more).stderr, "")

    def test_refuses_a_slot_in_a_zone_that_does_not_exist_by_file_and_line(self):
        text = 'language = "en"\n\n' + self.slot("far", "07:30 Moon/Sea")
        done = self.planned(text, check=False)
        self.assertEqual((done.returncode, done.stdout), (78, ""))
        self.assertRegex(done.stderr, r"coach\.toml:4\b[\s\S]*Moon/Sea")

    def test_has_each_day_of_a_slot_where_the_clock_changes_at_midnight(self):
        asked = ("--from", "2025-09-06", "--days", "3", "--json")
        done = self.planned(self.slot("daily", "daily"), *asked, TZ="America/Santiago")
        daily = [each for each in json.loads(done.stdout) if each["slot"] == "daily"]
        days = [each["day"] for each in daily]
        self.assertEqual(days, ["2025-09-06", "2025-09-07", "2025-09-08"])
        self.assertEqual(daily[0]["due"], "2025-09-07T01:00:00-03:00")
        said = self.planned(self.slot("daily", "daily"), *asked[:-1], TZ="America/Santiago").stdout
        self.assertIn("The clocks go forward, from 00:00 to 01:00.", said)
