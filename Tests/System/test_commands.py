import json

from case import Case

CONCERNS = r"Sources/(coach|Application|Pages)/"


class TheCommands(Case):
    """None of these has a daemon to talk to."""

    def test_record_answer_and_undo_without_a_daemon(self):
        self.person.coach("check", "help", "declined")
        self.person.coach("check", "energy", "7", "--note", "after a walk")
        self.assertEqual(self.person.facts("answered"), ["question/help", "question/energy"])
        undone = self.person.coach("undo").stdout
        self.assertIn("energy", undone.lower())
        history = json.dumps(self.person.told("history"))
        self.assertIn("declined", history)
        self.assertNotIn("after a walk", history)

    def test_that_read_speak_json_and_write_nothing(self):
        for command in ("tip", "history", "plan", "status", "measures", "review"):
            self.person.told(command)
        self.person.told()
        ledger = self.person.data / "ledger.sqlite"
        recorded = ledger.exists() and self.person.facts("prompted") + self.person.facts("answered")
        self.assertFalse(recorded)

    def test_say_what_a_question_accepts(self):
        for wrong in (("energy", "11"), ("help", "perhaps"), ("sleep", "25:00"), ("enrgy", "7")):
            done = self.person.coach("check", *wrong, check=False)
            self.assertIn(done.returncode, (64, 65), wrong)
            self.assertEqual(done.stdout, "", wrong)
        self.assertIn("energy", done.stderr, "the nearest known name is offered")
        energy = self.person.coach("check", "energy", "11", check=False)
        self.assertRegex(energy.stderr, r"0.*10")

    def test_end_where_their_input_ends(self):
        # Whether a question waits by itself is a matter of the hour; one that is named does.
        for command in (("check", "energy"), ("setup",)):
            done = self.person.coach(*command, check=False, seconds=10)
            self.assertEqual(done.returncode, 65, f"{command}: {done.stderr}")

    def test_refuse_a_bad_configuration_by_file_line_and_remedy(self):
        self.person.write(self.person.config / "coach.toml", 'language = "en"\nlangage = "en"\n')
        done = self.person.coach(check=False)
        self.assertEqual(done.returncode, 78)
        self.assertRegex(done.stderr, r"coach\.toml:2\b[\s\S]*language")

    def test_record_an_answer_whatever_is_wrong_with_a_tip(self):
        broken = self.person.config / "decks/mine/tips.toml"
        self.person.write(broken, '[[tip]]\nid = "walk"\nstpe = 1\n')
        self.person.write(self.person.config / "decks/mine/en.toml", "")
        self.person.write(self.person.config / "coach.toml", 'decks = ["daily", "mine"]\n')
        self.person.coach("check", "energy", "7")
        self.person.coach("check", "energy", "8", "--day", "yesterday")
        self.assertEqual(len(self.person.facts("answered")), 2)
        self.person.coach("undo")
        for command in ((), ("tip",), ("check", "energy"), ("daemon",)):
            done = self.person.coach(*command, check=False)
            self.assertEqual(done.returncode, 78, command)
            if command != ("daemon",):  # which says it in the journal
                self.assertRegex(done.stderr, r"mine/tips\.toml:3\b[\s\S]*stpe")

    def test_mean_the_same_in_their_plain_form_and_with_options(self):
        for wrong in (("enrgy", "7"), ("energy", "11"), ("", "7"), ("energy", "")):
            plain = self.person.coach("check", *wrong, check=False)
            parsed = self.person.coach("check", *wrong, "--day", "today", check=False)
            self.assertEqual((plain.returncode, plain.stderr), (parsed.returncode, parsed.stderr))
            self.assertEqual(plain.returncode, 65, wrong)
        plain = self.person.coach("check", "help", "taken").stdout
        self.person.coach("undo")
        parsed = self.person.coach("check", "help", "taken", "--day", "today").stdout
        self.assertEqual(plain, parsed)
        self.assertEqual(self.person.coach("check", "help", "-", check=False).returncode, 0)

    def test_refuse_a_file_that_is_no_ledger_and_leave_it_alone(self):
        ledger = self.person.data / "ledger.sqlite"
        self.person.write(ledger, "not a database, but somebody's only copy\n" * 50)
        before = ledger.read_bytes()
        done = self.person.coach("check", "energy", "7", check=False)
        self.assertIn(done.returncode, (65, 74))
        self.assertIn(str(ledger), done.stderr)
        self.assertEqual(ledger.read_bytes(), before)

    def test_keep_what_was_written_private(self):
        self.person.coach("check", "energy", "7")
        ledger = self.person.data.glob("ledger.sqlite*")
        for place in (self.person.data, *ledger):
            self.assertEqual(place.stat().st_mode & 0o077, 0, place)

    def test_tell_what_an_expression_comes_to_on_the_night_of_a_clock_change(self):
        asked = ("calendar", "02:30", "--zone", "Europe/Berlin", "--count", "3")
        told = self.person.told(*asked, "--from", "2025-03-29T00:00:00Z")
        self.assertEqual(told["normalized"], "*-*-* 02:30:00")
        self.assertEqual(told["next"][1], "2025-03-30T03:00:00+02:00")
        said = self.person.coach(*asked, "--from", "2025-03-29").stdout
        self.assertIn("02:30 does not exist on this day; 03:00 it is", said)
        self.assertIn("never elapses", self.person.coach("calendar", "*-02-30").stdout)

    def test_point_at_what_is_wrong_in_an_expression(self):
        done = self.person.coach("calendar", "Mon 25:00", check=False)
        self.assertEqual((done.returncode, done.stdout), (65, ""))
        self.assertIn("  Mon 25:00\n      ^\n", done.stderr)
        for wrong in (("--count", "0"), ("--zone", "Moon"), ("--from", "soon")):
            done = self.person.coach("calendar", "daily", *wrong, check=False)
            self.assertEqual(done.returncode, 64, wrong)

    def test_take_a_zone_in_the_time_of_a_slot(self):
        for zone, code in (("Asia/Tokyo", 0), ("Asia/Tokio", 78)):
            text = f'language = "en"\n[slot.morning]\nwhen = "07:30 {zone}"\n'
            self.person.write(self.person.config / "coach.toml", text)
            self.assertEqual(self.person.coach("plan", check=False).returncode, code, zone)

    def test_tell_of_a_prompt_what_became_of_it(self):
        self.person.configure(self.person.due(3600, "later"))
        self.assertEqual(self.person.told("why", "later")["now"], "to-come")
        self.assertEqual(self.person.told("why", "lat")["story"], [])
        self.assertIn("still to come", self.person.coach("why", "later").stdout)
        done = self.person.coach("why", "ltaer", check=False)
        self.assertEqual((done.returncode, done.stdout), (65, ""))
        self.assertIn("did you mean “later”", done.stderr)
        self.assertEqual(self.person.coach("why", "later/2026-02-30", check=False).returncode, 65)
