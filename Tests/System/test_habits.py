import datetime

from case import Case

CONCERNS = r"Habit|Strength"

WALK = """
[[habit]]
id = "walk"
title = "A walk"
question = "Did you go for a walk?"
answer = "yes-no"
times = 3
per-days = 7
"""


class OwnHabits(Case):
    """What a person sets for themselves, and the places on a line that they are asked for."""

    def configure(self, text):
        self.person.write(self.person.config / "coach.toml", 'language = "en"\n' + text)

    def test_are_asked_measured_and_still_read_when_they_are_gone(self):
        self.configure(WALK + 'slot = "offer"\n')
        said = self.person.coach("check", "walk", "yes").stdout
        self.assertIn("A walk: yes", said)
        carried = [p["carries"] for p in self.person.told("plan") if p["slot"] == "offer"]
        # Today's is answered; from tomorrow on it is asked again.
        self.assertIn("walk", carried[-1])
        [walk] = self.person.told("measures", "walk")["habits"]
        self.assertEqual(walk["aim"], "done 3/7")
        self.assertNotIn("former", walk)
        self.configure("")
        [former] = self.person.told("measures", "walk")["habits"]
        self.assertTrue(former.pop("former"))
        self.assertEqual(former, walk)
        named = [habit["habit"] for habit in self.person.told("measures")["habits"]]
        self.assertNotIn("walk", named)
        named = [habit["habit"] for habit in self.person.told("measures", "--all")["habits"]]
        self.assertIn("walk", named)
        week = self.person.told("review", "week")
        [line] = [line for line in week["habits"] if line["habit"] == "walk"]
        self.assertEqual((line["done"], line["title"]), (1, "A walk, no longer asked"))
        self.assertIn("A walk, no longer asked", self.person.coach("review", "month").stdout)
        self.assertIn("A walk, no longer asked: yes", self.person.coach("history").stdout)
        asked = self.person.coach("check", "walk", "yes", check=False)
        self.assertEqual(asked.returncode, 65)

    def test_keep_what_was_meant_when_it_was_answered(self):
        self.configure('[target]\nenergy = "at least 6"\n')
        self.person.coach("check", "energy", "5")
        self.configure('[target]\nenergy = "at least 4"\n')
        days = lambda: self.person.told("measures", "energy")["habits"][0]["days"]
        self.assertEqual((days()["done"], days()["missed"]), (0, 1))
        self.person.coach("check", "energy", "5")
        self.assertEqual((days()["done"], days()["missed"]), (1, 0))

    def test_go_by_the_weekday_where_times_do(self):
        evenings = "Mon..Fri 23:00; Sat,Sun 00:30"
        self.person.coach("setup", "--lights-out", evenings, "--get-up", "07:00")
        plan = self.person.told("plan", "--from", "2026-11-27", "--days", "2")
        windows = [p["due"][:16] for p in plan if p["slot"] == "wind-down"]
        self.assertEqual(windows, ["2026-11-27T22:30", "2026-11-29T00:00"])

    def test_and_checks_are_answered_in_one_go_or_not_at_all(self):
        self.configure("")
        short = self.person.coach("check", "obstacles", "3", "5", check=False)
        self.assertEqual(short.returncode, 65)
        wrong = self.person.coach("check", "obstacles", "3", "5", "0", "2", "11", check=False)
        self.assertEqual(wrong.returncode, 65)
        self.assertEqual(self.person.facts("answered"), [])
        said = [
            self.person.coach("check", "obstacles", *"35027", "--day", day).stdout
            for day in self.last_days(5)
        ]
        undone = self.person.coach("undo").stdout
        self.assertIn("Five obstacles", undone)
        self.assertIn("3 5 0 2 7", undone)
        self.assertEqual(len(self.person.told("history")[-1]["answers"]), 5)
        self.person.coach("check", "obstacles", *"35027", "--day", self.last_days(5)[-1])
        offered = ["coach retire obstacles" in text for text in said]
        self.assertEqual(offered, [False, False, False, True, False])
        checks = self.person.told("measures", "obstacles")["checks"]
        self.assertEqual(len(checks[0]["questions"][4]["answers"]), 5)
        self.assertIn("7 → 7 → 7 → 7 → 7", self.person.coach("measures", "obst").stdout)
        undone = self.person.coach("undo").stdout
        self.assertIn("3 5 0 2 7", undone)
        checks = self.person.told("measures", "obstacles")["checks"]
        self.assertEqual([len(q["answers"]) for q in checks[0]["questions"]], [4] * 5)
        self.person.coach("retire", "obstacles")
        self.assertEqual(self.person.told("retire"), ["obstacles"])
        self.person.coach("retire", "obstacles", "--back")
        self.assertEqual(self.person.told("retire"), [])
        lost = self.person.coach("retire", "obstacels", check=False)
        self.assertEqual(lost.returncode, 65)
        self.assertIn("did you mean “obstacles”?", lost.stderr)

    def test_and_checks_steer_the_next_tip_and_say_so(self):
        self.configure("")
        self.person.coach("check", "two-sides", "8", "3", "--day", "yesterday")
        reason = self.person.told("tip", "--why")["reason"]
        self.assertEqual(reason["claim"], "check/lowest/software")
        self.assertIn("lowest in your last self-check: Manner", reason["sentence"])

    def last_days(self, count):
        """The last days, the oldest first."""
        day = datetime.date.fromisoformat(self.person.told()["day"])
        return [str(day - datetime.timedelta(days=back)) for back in reversed(range(count))]
