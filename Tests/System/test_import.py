import csv
import io
import json
import os
import pathlib
import re
import zipfile

from case import Case
from foreign import APPLE, FORMATS, LOOP, ZONE, zipped
from shared import UID

CONCERNS = r"Sources/(Storage|Application|Importing|Interchange|coach|coach-import)/|systemd/"


class WhatComesIn(Case):
    def setUp(self):
        super().setUp()
        self.place = self.person.home / "in"
        self.person.run("rm", "-rf", self.place)
        self.person.run("mkdir", self.place)

    def put(self, name, data):
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        os.chown(path, UID, UID)
        return path

    def told(self, *arguments):
        return json.loads(self.person.coach("import", *arguments, "--json").stdout)

    def facts(self):
        return self.person.coach("export").stdout.splitlines()[1:]

    def answers(self):
        undone = {json.loads(f)["subject"] for f in self.facts() if '"kind":"undone"' in f}
        kinds = ("answered", "away")
        found = [json.loads(f) for f in self.facts()]
        return [f for f in found if f["kind"] in kinds and f["id"] not in undone]

    def test_of_each_format_is_looked_at_taken_in_once_and_taken_back(self):
        self.person.coach("check", "energy", "7")
        rows = ["format | new | habits | notes | skips | zone | second run | undone"]
        for given in FORMATS:
            file = self.put(given.file, given.data)
            before = len(self.facts())
            looked = self.told(file, *given.options)
            self.assertEqual(looked["kind"], given.name)
            self.assertEqual(looked["new"], given.new, looked)
            self.assertFalse(looked["written"])
            self.assertEqual(len(self.facts()), before, "a look writes nothing")
            written = self.told(file, *given.options, "--write")
            self.assertEqual(written["new"], given.new)
            self.assertEqual(len(self.facts()), before + given.new)
            habits = [part for part in written["parts"] if part["name"] != "nights"]
            self.assertEqual(len([h for h in habits if h["new"]]), given.habits)
            self.assertEqual(sum(part["notes"] for part in written["parts"]), given.notes)
            self.assertEqual(sum(part["skips"] for part in written["parts"]), given.skips)
            again = self.told(file, *given.options, "--write")
            self.assertEqual(again["new"], 0, again)
            self.assertEqual(len(self.facts()), before + given.new)
            standing = len(self.answers())
            said = self.person.coach("undo").stdout
            self.assertIn("Taken back", said)
            self.assertEqual(len(self.answers()), standing - given.new, "one step")
            self.assertEqual(self.told(file, *given.options)["new"], given.new)
            rows.append(
                f"{given.name} | {given.new} | {given.habits} | {given.notes} | {given.skips} | "
                f"{given.zone} | 0 new | {given.new}"
            )
        if place := os.environ.get("COACH_FORMATS"):
            pathlib.Path(place).write_text("\n".join(rows) + "\n")
        self.assertEqual([a["subject"] for a in self.answers()], ["question/energy"])

    def test_says_where_it_came_from_and_what_becomes_of_it(self):
        file = self.put("loop.zip", LOOP)
        said = " ".join(self.person.coach("import", file).stdout.split())
        self.assertIn("Read → read (new): 2 new, 2026-01-01 to 2026-01-02", said)
        self.assertIn("left out: 1 days that Loop counted by itself (YES_AUTO)", said)
        self.assertIn('[[habit]] id = "read" title = "Read" question = "Did you read?"', said)
        self.assertIn("Nothing was written; --write does it.", said)
        written = self.person.coach("import", file, "--write", "--yes").stdout
        self.assertIn("“coach undo” takes all of it back", " ".join(written.split()))
        text = (self.person.config / "coach.toml").read_text()
        self.assertIn('per-days = 7', text)
        self.assertIn('unit = "km"', text)
        answers = self.answers()
        self.assertEqual({a["payload"]["from"] for a in answers}, {"import"})
        self.assertEqual({a["payload"]["file"] for a in answers}, {"loop.zip"})
        self.assertEqual({len(a["payload"]["hash"]) for a in answers}, {16})
        self.assertIn("run", [q["question"] for q in self.person.told("questions")])
        table = self.person.coach("export", "--format", "csv").stdout
        rows = [(r["habit"], r["value"], r["unit"]) for r in csv.DictReader(io.StringIO(table))]
        self.assertIn(("run", "5.25", "km"), rows)
        days = self.person.told("history", "--days", "10", "--until", "2026-01-05")
        said = [answer for day in days for answer in day["answers"]]
        self.assertEqual({answer["from"] for answer in said}, {"import"})

    def test_of_another_machine_is_the_same_ledger(self):
        for answer in ("3", "4", "5"):
            self.person.coach("check", "energy", answer)
        self.person.coach("undo")
        self.person.coach("promise", "a", "--by", "tomorrow")
        file = self.place / "life.jsonl"
        self.person.coach("export", "--output", file)
        before = self.person.coach("export").stdout
        (self.person.data / "ledger.sqlite").unlink()
        looked = self.told(file)
        self.assertEqual(looked["new"], before.count("\n") - 1)
        self.person.coach("import", file, "--write")
        self.assertEqual(self.person.coach("export").stdout, before)
        self.assertEqual(self.told(file, "--write")["new"], 0)
        self.assertEqual(self.person.coach("export").stdout, before)

    def test_that_is_half_a_file_is_refused_with_its_line(self):
        self.person.coach("check", "energy", "7")
        life = self.person.coach("export").stdout
        cases = (
            ("half.jsonl", life[:-20], 65, "line 2"),
            ("short.jsonl", life.splitlines()[0] + "\n", 65, "cut short"),
            ("half.zip", LOOP[: len(LOOP) // 2], 65, "cannot be unpacked"),
            ("bad.zip", zipped(**{"Habits.csv": "Position,Name\n001,a\n",
                                  "001/Checkmarks.csv": "2026-01-41,2\n"}), 65, "line 1"),
            ("entity.xml", APPLE.replace("<!ELEMENT HealthData (Record*)>",
                                         '<!ENTITY a SYSTEM "file:///etc/passwd">'),
             65, "words of its own"),
            ("plees.csv", "sid,start,stop\n1,2,3\n", 64, "--zone"),
            ("nothing.txt", "nothing", 65, "--as KIND"),
        )
        for name, data, code, words in cases:
            file = self.put(name, data)
            for more in ((), ("--write",)):
                done = self.person.coach("import", file, *more, check=False)
                self.assertEqual(done.returncode, code, (name, done))
                self.assertIn(words, " ".join(done.stderr.split()), name)
        self.assertEqual(len(self.facts()), 1)
        done = self.person.coach("import", self.place / "gone", check=False)
        self.assertEqual(done.returncode, 74, done)

    def test_that_grows_without_an_end_is_refused_in_little_memory(self):
        bomb = io.BytesIO()
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("Habits.csv", "Position,Name\n001,a\n")
            archive.writestr("001/Checkmarks.csv", b"0" * (300 << 20))
        evil = io.BytesIO()
        with zipfile.ZipFile(evil, "w") as archive:
            archive.writestr("../../../escape/Habits.csv", "Position,Name\n001,a\n")
            archive.writestr("../../../001/Checkmarks.csv", "2026-01-01,2\n")
        file = self.put("bomb.zip", bomb.getvalue())
        limited = ("sh", "-c", 'ulimit -v 2000000; exec "$0" "$@"', "coach", "import")
        done = self.person.run(*limited, file, check=False)
        self.assertEqual(done.returncode, 65, done)
        tricky = self.put("tricky.zip", evil.getvalue())
        self.assertEqual(self.told(tricky)["new"], 1)
        self.assertFalse((self.person.home / "escape").exists())
        rows = "day,value\n" + "2026-01-01,1\n" * 2_000_000
        many = self.put("many.csv", rows)
        # As long as that takes: to read them all is seconds, on a machine that is busy a minute.
        done = self.person.coach("import", many, "--json", seconds=180)
        self.assertEqual(json.loads(done.stdout)["new"], 1)

    def test_on_a_terminal_asks_before_it_touches_the_configuration(self):
        file = self.put("loop.zip", LOOP)
        terminal = self.terminal("coach", "import", file, "--write")
        terminal.reads(r"\[y/N\]")
        terminal.type("n\n")
        self.assertEqual(terminal.wait(), 0)
        self.assertFalse((self.person.config / "coach.toml").exists())
        self.assertEqual(len(self.answers()), 3)

    def test_of_a_table_needs_its_columns_and_goes_where_it_is_mapped(self):
        file = self.put("a.csv", "When;Done\n2026-01-01;yes\n2026-01-02;no\n")
        refused = self.person.coach("import", file, check=False)
        self.assertEqual(refused.returncode, 65, refused)
        columns = ("--columns", "day=When,value=Done")
        mapped = self.told(file, *columns, "--map", "a=sincere", "--from", "2026-01-02")
        [part] = mapped["parts"]
        self.assertEqual(part["questions"], ["sincere"])
        self.assertEqual(part["new"], 1)
        self.assertEqual(part["dropped"], [{"count": 1, "reason": "days before 2026-01-02"}])
        wrong = self.person.coach("import", file, *columns, "--map", "b=help", check=False)
        self.assertEqual(wrong.returncode, 65, wrong)
        self.assertTrue(re.search("there is no habit", wrong.stderr))
        self.assertEqual(len(ZONE), 2)

    def test_is_read_by_a_program_of_its_own(self):
        linked = self.person.run("ldd", self.person.home / ".local/bin/coach").stdout
        for library in ("libarchive", "libexpat"):
            self.assertNotIn(library, linked)
        helper = self.person.home / ".local/libexec/coach/coach-import"
        self.assertIn("libarchive", self.person.run("ldd", helper).stdout)
        alone = self.person.run(helper, check=False)
        self.assertEqual(alone.returncode, 64)
