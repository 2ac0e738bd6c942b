import csv
import io
import json
import os
import re
import sqlite3

import icalendar
import jsonschema
from case import Case
from shared import REPOSITORY

CONCERNS = r"Sources/(Storage|Application|Files|coach)/|systemd/"


class WhatGoesOut(Case):
    def setUp(self):
        super().setUp()
        self.ledger = self.person.data / "ledger.sqlite"
        self.place = self.person.home / "out"
        self.person.run("rm", "-rf", self.place)
        self.person.run("mkdir", self.place)

    def lived(self):
        self.person.coach("check", "energy", "7", "--note", 'a "good" day,\n字 too')
        self.person.coach("check", "energy", "8")
        self.person.coach("check", "help", "taken")
        self.person.coach("undo")
        self.person.coach("check", "help", "declined")
        self.person.coach("promise", "Bring the book; soon, or later", "--by", "tomorrow 18:00")
        self.person.coach("away", "2099-12-24", "2099-12-27", check=False)

    def lines(self, *options):
        told = self.person.coach("export", *options).stdout
        return [json.loads(line) for line in told.splitlines()]

    def test_is_every_fact_as_it_lies_there_and_the_same_each_time(self):
        self.lived()
        head, *facts = self.lines()
        with sqlite3.connect(f"file:{self.ledger}?mode=ro&immutable=1", uri=True) as ledger:
            rows = ledger.execute(
                "SELECT sequence, id, instant, zone, day, kind, subject, payload FROM facts"
            ).fetchall()
        self.assertEqual(head["format"], "coach-facts")
        self.assertEqual(head["version"], 1)
        self.assertEqual(head["facts"], len(rows))
        self.assertEqual(head["install"], rows[0][1])
        keys = ("sequence", "id", "instant", "zone", "day", "kind", "subject", "payload")
        self.assertEqual([tuple(fact) for fact in facts], [keys] * len(rows))
        self.assertEqual(
            [tuple(fact.values())[:-1] for fact in facts], [row[:-1] for row in rows]
        )
        self.assertEqual([fact["payload"] for fact in facts], [json.loads(r[-1]) for r in rows])
        self.assertIn("undone", [fact["kind"] for fact in facts])
        schema = json.loads((REPOSITORY / "systemd/coach-export.schema.json").read_text())
        validator = jsonschema.Draft7Validator(schema)
        for line in (head, *facts):
            validator.validate(line)
        one, other = (self.person.coach("export").stdout for _ in range(2))
        self.assertEqual(one, other)

    def test_lies_in_a_file_of_the_persons_own_whole_or_not_at_all(self):
        self.lived()
        file = self.place / "life.jsonl"
        self.person.coach("export", "--output", file)
        self.assertEqual(file.stat().st_mode & 0o7777, 0o600)
        self.assertEqual(file.read_text(), self.person.coach("export").stdout)
        for target in ("/dev/full", self.place, "/proc/life.jsonl"):
            refused = self.person.coach("export", "--output", target, check=False)
            self.assertEqual(refused.returncode, 74, refused)
        itself = self.person.coach("export", "--output", self.ledger, check=False)
        self.assertEqual(itself.returncode, 65, itself)
        self.assertEqual(os.listdir(self.place), ["life.jsonl"])
        full = self.person.run("sh", "-c", "coach export >/dev/full", check=False)
        self.assertEqual(full.returncode, 74)

    def test_ends_where_nobody_reads_any_more(self):
        self.lived()
        said = self.person.run("sh", "-c", "coach export | head -n 1; echo end", check=False)
        self.assertEqual(said.stderr, "")
        self.assertRegex(said.stdout, r"^\{.*\}\nend\n$")

    def test_is_a_table_of_the_answers_that_stand(self):
        self.lived()
        told = self.person.run("coach", "export", "--format", "csv").stdout
        rows = list(csv.DictReader(io.StringIO(told, newline="")))
        today = f"{self.person.machine.now():%Y-%m-%d}"
        self.assertEqual(
            [(row["day"], row["habit"], row["value"], row["origin"]) for row in rows],
            [(today, "energy", "8", "command"), (today, "help", "declined", "command")],
        )
        self.assertEqual(rows[0]["note"], 'a "good" day,\n字 too')
        self.assertRegex(rows[0]["instant"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$")
        self.assertTrue(rows[0]["zone"])
        self.assertEqual(
            list(rows[0]),
            ["day", "habit", "value", "unit", "note", "origin", "instant", "zone"],
        )

    def test_is_a_calendar_that_others_read(self):
        self.lived()
        file = self.place / "life.ics"
        self.person.coach("export", "--output", file)
        text = file.read_bytes()
        for line in text.split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
        events = list(icalendar.Calendar.from_ical(text).walk("VEVENT"))
        names = [str(event["UID"]) for event in events]
        self.assertEqual(len(names), len(set(names)))
        self.assertTrue(any(name.startswith("morning/") for name in names), names)
        [promise] = [e for e in events if str(e["UID"]).startswith("promise/1@")]
        self.assertEqual(str(promise["SUMMARY"]), "Promise: Bring the book; soon, or later")
        self.assertEqual(self.person.coach("export", "--format", "ics").stdout.split("\n"),
                         text.decode().replace("\r\n", "\n").split("\n"))
        khal = self.place / "khal.conf"
        self.person.run("mkdir", self.place / "calendar")
        self.person.write(
            khal,
            f"[calendars]\n[[coach]]\npath = {self.place}/calendar\n"
            f"[sqlite]\npath = {self.place}/khal.db\n"
            "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n",
        )
        self.person.run("khal", "-c", khal, "import", "--batch", "-a", "coach", file,
                        LC_ALL="C.UTF-8")
        shown = self.person.run("khal", "-c", khal, "list", "today", "3d", LC_ALL="C.UTF-8").stdout
        self.assertIn("Bring the book; soon, or later", shown)

    def test_is_read_of_a_ledger_that_can_only_be_read(self):
        self.lived()
        before = self.person.coach("export").stdout
        os.chmod(self.ledger, 0o400)
        os.chmod(self.person.data, 0o500)
        try:
            for form in ("jsonl", "csv", "ics"):
                said = self.person.coach("export", "--format", form)
                self.assertEqual(said.stderr, "", form)
            self.assertEqual(self.person.coach("export").stdout, before)
        finally:
            os.chmod(self.person.data, 0o700)
            os.chmod(self.ledger, 0o600)

    def test_needs_a_ledger(self):
        refused = self.person.coach("export", check=False)
        self.assertEqual(refused.returncode, 69, refused)
        self.assertFalse(re.search("Traceback", refused.stderr))
        self.assertFalse(self.ledger.exists())
