"""What a person promises, from making it to closing it."""

import datetime

from case import Case
from test_silence import LeftAlone

CONCERNS = r"Promise|Note|Entr(y|ies)|Remind"


class Promises(Case):
    lies_in = LeftAlone.lies_in

    def promise(self, text, due, *more):
        self.person.coach("promise", text, "--by", f"{due:%Y-%m-%d %H:%M:%S}", *more)
        return Reminder(1, due)

    def due(self, seconds):
        when = self.person.machine.now() + datetime.timedelta(seconds=seconds + 0.999)
        return when.replace(microsecond=0)

    def test_is_reminded_of_before_its_reserve_and_leaves_the_spool_when_it_is_kept(self):
        self.person.configure()
        reminder = self.promise("send the plan", self.due(3 + 15 * 60 + 3600), "--reserve", "1h")
        self.start()
        message = self.person.message(reminder)
        self.assertIn("send the plan", message.get_payload(decode=True).decode())
        self.assertIn("coach promise keep 1", message.get_payload(decode=True).decode())
        self.assertIn("Kept", self.person.coach("promise", "keep", "1").stdout)
        self.lies_in(reminder, "cur", "S")
        self.assertEqual(self.person.told("promises"), [])
        self.assertEqual(self.person.told("review", "day")["promises"]["kept"], 1)

    def test_closed_it_can_be_taken_back_and_closed_again_but_not_twice(self):
        self.promise("call", self.due(3600))
        self.person.coach("promise", "miss", "1")
        twice = self.person.coach("promise", "keep", "1", check=False)
        self.assertEqual((twice.returncode, twice.stdout), (65, ""))
        self.assertIn("closed as missed", twice.stderr)
        self.assertIn("Open again", self.person.coach("undo").stdout)
        self.person.coach("promise", "keep", "1")
        [promise] = self.person.told("promises", "--all")
        self.assertEqual((promise["number"], promise["state"]), (1, "kept"))

    def test_due_in_the_past_is_refused_and_nothing_is_written(self):
        refused = self.person.coach("promise", "call", "--by", "2020-01-01", check=False)
        self.assertEqual((refused.returncode, refused.stdout), (65, ""))
        self.assertIn("“2020-01-01” has passed", refused.stderr)
        self.assertEqual(self.person.told("promises", "--all"), [])

    def test_without_a_time_is_taken_and_asked_for_one_and_numbers_last(self):
        self.assertIn("By when? coach promise edit 1", self.person.coach("promise", "call").stdout)
        self.person.coach("promise", "look after it", "--kind", "follow-up")
        self.person.coach("undo")
        self.person.coach("promise", "find out", "--kind", "find-out", "--by", "in 2d")
        self.person.coach("promise", "edit", "1", "--by", "tomorrow 09:00", "--reserve", "2h")
        first, third = self.person.told("promises")
        self.assertEqual((first["number"], first["reserve"]), (1, 7200))
        self.assertIn("T09:00:00", first["due"])
        self.assertEqual((third["number"], third["kind"]), (3, "find-out"))
        self.person.coach("undo")
        # By when they are due, and what has no time comes after them.
        self.assertEqual([p["number"] for p in self.person.told("promises")], [3, 1])
        self.assertNotIn("due", self.person.told("promises")[1])

    def test_what_is_due_was_due_or_has_no_day_is_seen_today_and_in_the_review(self):
        tomorrow = self.person.machine.now() + datetime.timedelta(days=1)
        made = self.person.coach("promise", "look after it", "--by", f"{tomorrow:%Y-%m-%d}").stdout
        self.assertIn(f"by {tomorrow:%a %Y-%m-%d}.", made)
        edited = self.person.coach("promise", "edit", "1", "--by", "today").stdout
        said = "Number 1 is now changed. Promise: look after it, by today."
        self.assertEqual(edited.strip(), said)
        self.person.coach("promise", "whenever")
        today = self.person.coach().stdout
        seen = "Promises\n  Promise: look after it, by today\n    coach promise keep 1\n"
        self.assertIn(seen, today)
        self.assertNotIn("whenever", today)
        [promised] = self.person.told("today")["promised"]
        self.assertEqual((promised["number"], promised["wholeDay"]), (1, True))
        self.person.coach("promise", "keep", "1")
        self.assertNotIn("look after it", self.person.coach().stdout)
        self.assertIn("1 kept, 1 open\n", self.person.coach("review", "day").stdout)

    def test_that_cannot_be_meant_is_refused_in_words(self):
        self.promise("call", self.due(3600))
        for status, *words in (
            (64, "promise", "keep"), (64, "promise", "keep", "1", "--by", "now"),
            (64, "promise", "x", "--kind", "vow"), (64, "promise", "edit", "1"),
            (65, "promise", "keep", "9"), (65, "promise", "x", "--by", "soon"),
            (65, "promise", "x", "--reserve", "long"),
        ):
            with self.subTest(words=words):
                refused = self.person.coach(*words, check=False)
                self.assertEqual((refused.returncode, refused.stdout), (status, ""))
                self.assertTrue(refused.stderr)
        self.assertEqual(len(self.person.told("promises", "--all")), 1)


class Notes(Case):
    def test_are_kept_found_changed_dropped_and_taken_back(self):
        first = self.person.coach("note", "principle", "ask before helping").stdout
        self.assertIn("without their names", " ".join(first.split()))
        second = self.person.coach("note", "she had waited \x1b[31man hour").stdout
        self.assertNotIn("names", second)
        self.assertNotIn("\x1b", self.person.coach("notes").stdout)
        [found] = self.person.told("notes", "--search", "AN HOUR", "--since", "today")
        self.assertEqual((found["number"], found["kind"]), (2, "detail"))
        self.person.coach("note", "edit", "1", "ask first")
        [principle] = self.person.told("notes", "principle")
        self.assertEqual(principle["text"], "ask first")
        self.person.coach("note", "drop", "1")
        self.assertEqual(self.person.told("notes", "principle"), [])
        self.person.coach("undo")
        self.person.coach("undo")
        [principle] = self.person.told("notes", "principle")
        self.assertEqual(principle["text"], "ask before helping")

    def test_in_parts_are_asked_for_part_by_part_or_taken_by_name(self):
        said = self.person.coach("note", "two-readings", text="he left\n\nhe was late\n").stdout
        self.assertIn("What I concluded", said)
        self.person.coach("note", "two-readings", "--part", "saw=a", "--part", "concluded=b=c")
        notes = self.person.told("notes", "two-readings")
        parts = [[(part["name"], part["text"]) for part in note["parts"]] for note in notes]
        self.assertEqual(parts[0], [("saw", "he left"), ("another", "he was late")])
        self.assertEqual(parts[1], [("saw", "a"), ("concluded", "b=c")])
        for words in (("edit", "1", "new"), ("edit", "1", "--part", "saw=x", "--part", "saw=y")):
            self.assertEqual(self.person.coach("note", *words, check=False).returncode, 65)
        self.person.coach("note", "edit", "1", "--part", "saw=she left")
        parts = self.person.told("notes", "two-readings")[0]["parts"]
        self.assertEqual(parts[0]["text"], "she left")
        shown = self.person.coach("notes", "two-readings").stdout
        self.assertIn("\n   What I saw: she left\n   Another reading: he was late\n", shown)

    def test_that_cannot_be_meant_are_refused_in_words_and_nothing_is_kept(self):
        for status, *words in (
            (64, "note", "drop"), (65, "note", "pinciple", "x"),
            (65, "note", "growth"), (65, "note", "two-readings", "--part", "sah=x"),
            (65, "note", "drop", "1"), (65, "notes", "vow"),
        ):
            with self.subTest(words=words):
                refused = self.person.coach(*words, check=False)
                self.assertEqual(refused.returncode, status)
                self.assertTrue(refused.stderr)
        self.assertEqual(self.person.told("notes"), [])

    def test_come_back_word_for_word_in_a_slot_that_carries_them(self):
        self.person.coach("note", "principle", "ask before helping")
        slot = self.person.due(3, carries=("principle",))
        self.person.configure(slot)
        self.start()
        message = self.person.message(slot)
        said = message.get_payload(decode=True).decode()
        self.assertIn("Principle: ask before helping", said)
        self.assertIn("Principle: ask before helping", self.person.coach().stdout)
        self.assertEqual(self.person.told("today")["notes"][0]["kind"], "principle")


class Reminder:
    def __init__(self, number, due):
        # It comes within seconds, on the civil day that this is.
        today = datetime.datetime.now(due.tzinfo) - datetime.timedelta(hours=4)
        self.prompt = f"promise-{number}/{today:%Y-%m-%d}"
