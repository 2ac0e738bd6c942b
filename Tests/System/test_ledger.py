"""A ledger that is not as it was left: damaged, in another's place, on a disk that is full or can
only be read."""

import os
import subprocess
import time

from case import Case
from shared import UID, until

CONCERNS = r"Storage|CSeal|Ledger|Daemon\.swift|ReopeningLedger|Tips\.swift|Workspace\+Opening"

READING = [
    (), ("history",), ("notes",), ("promises",), ("measures",), ("review",), ("status",),
    ("plan",), ("circles",), ("thanks",), ("tip",), ("tips",), ("why",), ("greet",), ("away",),
    ("retire",), ("extra",), ("programme",), ("explain", "strength", "energy"), ("tip", "--json"),
    ("today", "--json"), ("history", "--json"), ("status", "--format", "waybar"),
]
WRITING = [
    ("check", "energy", "7"), ("note", "detail", "x"), ("promise", "x", "--by", "tomorrow"),
    ("pause",), ("undo",), ("extra", "x"), ("thanks", "given"), ("away", "2030-01-01"),
]

#: What may lie beside a ledger that was taken away from whoever had it open: an empty journal, one
#: that is over, one of a write that was cut short, and the log of another program.
ENDED = """
import os, sqlite3
with_it = sqlite3.connect("ledger.sqlite", isolation_level=None)
"""
BESIDE = {
    "empty": "open('ledger.sqlite-journal', 'w')",
    "over": "open('ledger.sqlite-journal', 'wb').write(bytes(2000))",
    "hot": f"""{ENDED}
with_it.executescript("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
with_it.execute("CREATE TABLE other (a)")
for _ in range(300):
    with_it.execute("INSERT INTO other VALUES (?)", ("x" * 1000,))
os._exit(0)
""",
    "log": f"""{ENDED}
with_it.executescript("PRAGMA journal_mode = WAL; PRAGMA user_version = 6")
os.unlink("ledger.sqlite-shm")
os._exit(0)
""",
}


class TheLedger(Case):
    def setUp(self):
        super().setUp()
        self.person.run("sh", "-c", f"rm -f {self.person.data}/ledger-replaced-*")

    @property
    def ledger(self):
        return self.person.data / "ledger.sqlite"

    def disk(self, size):
        """Another disk of the person's, on which the ledger lies by a link."""
        place = self.person.home / "disk"
        self.person.run("mkdir", "-p", place)
        options = f"size={size},uid={UID},mode=0700"
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", str(place)], check=True)
        self.person.run("ln", "-s", place / "ledger.sqlite", self.ledger)
        return place

    def serve(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()

    def processor(self):
        """The seconds of processor time that the service has had."""
        fields = open(f"/proc/{self.person.pid()}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def assert_asleep(self):
        """The service does nothing, whatever it said before."""
        before = self.processor()
        time.sleep(3)
        self.assertLess(self.processor() - before, 0.2)

    def change(self):
        """Changes one letter of an answer, as a disk may."""
        text = self.ledger.read_bytes()
        place = text.index(b'"answer":') + 10
        with open(self.ledger, "r+b") as file:
            file.seek(place)
            file.write(bytes([text[place] ^ 1]))

    def test_that_a_disk_changed_is_said_at_once_and_keeps_nobody_busy(self):
        self.serve()
        for points in range(4):
            self.person.coach("check", "energy", points)
        self.change()
        for words in (("check", "energy", "4"), (), ("history",), ("status",)):
            done = self.person.coach(*words, check=False)
            self.assertEqual(done.returncode, 65)
            self.assertIn("is damaged: changed facts", done.stderr)
        self.assertIn("is damaged", self.person.coach("greet").stderr)
        self.person.systemctl("restart", "coach.service")
        # Perhaps the one before has said so too.
        said = self.journal_shows("MESSAGE_ID=f5d12519ef564f64b95fa9c3e96271a3")[-1]
        self.assertEqual(said["PRIORITY"], "3")
        self.assertIn("coach doctor", self.person.show("StatusText"))
        self.assert_asleep()
        self.person.coach("restore", "--fresh", "--yes")
        until(lambda: "later" in self.person.show("StatusText"), "it goes on")

    def test_in_whose_place_another_lies_is_said_in_the_journal(self):
        self.serve()
        self.person.coach("check", "energy", "1")
        self.person.coach("backup", "copy", cwd=self.person.home)
        self.person.coach("check", "energy", "2")
        self.journal_shows("COACH_QUESTION=energy")
        until(lambda: list((self.person.state / "backups").glob("*.sqlite")), "the day's backup")
        self.person.run("cp", self.person.home / "copy", self.ledger)
        replaced = "MESSAGE_ID=6a1f0d54c2b94a0f8a7e3b5dd1c64e27"
        [said] = self.journal_shows(replaced)
        self.assertIn("another one than before", said["MESSAGE"])
        self.person.run("rm", self.ledger)
        done = self.person.coach("check", "energy", "3")
        until(lambda: len(self.person.journal(replaced)) == 2, "it is gone")
        self.person.run("rm", self.person.home / "copy")
        self.person.systemctl("stop", "coach.service")
        self.person.run("rm", self.ledger)
        done = self.person.coach("check", "energy", "3")
        said = " ".join(done.stderr.split())
        self.assertIn("is not there any more, and a new one begins", said)
        self.assertIn("coach restore", said)
        self.person.run("truncate", "--size=0", self.ledger)
        done = self.person.coach("check", "energy", "3", check=False)
        self.assertEqual(done.returncode, 65)
        self.assertIn("it is empty", done.stderr)
        self.person.coach("restore", "--fresh", "--yes")
        self.assertEqual(self.person.coach("check", "energy", "3").stderr, "")

    def test_on_a_disk_that_can_only_be_read_is_read_by_every_command(self):
        place = self.disk("8m")
        self.person.coach("check", "energy", "5")
        self.person.coach("note", "detail", "kept")
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        before = (place / "ledger.sqlite").read_bytes()
        for words in READING:
            done = self.person.coach(*words, check=False)
            self.assertEqual(done.returncode, 0, f"{words}: {done.stderr}")
        self.assertIn("not yet the tip of the day", self.person.coach("tip").stderr)
        self.assertEqual(self.person.told("notes")[0]["text"], "kept")
        for words in WRITING:
            done = self.person.coach(*words, check=False)
            self.assertEqual(done.returncode, 74, words)
            self.assertIn("cannot be written", done.stderr)
        self.assertEqual((place / "ledger.sqlite").read_bytes(), before)
        self.assertEqual(os.listdir(place), ["ledger.sqlite"])

    def test_on_a_disk_that_can_only_be_read_is_read_whatever_lies_beside_it(self):
        for name in ("empty", "over", "hot", "log"):
            with self.subTest(name):
                place = self.disk("8m")
                self.person.coach("check", "energy", "5")
                self.person.coach("note", "detail", "kept")
                self.person.run("python3", "-c", BESIDE[name], cwd=place)
                beside = sorted(os.listdir(place))
                self.assertEqual(len(beside), 2, beside)
                subprocess.run(["mount", "-o", "remount,ro", place], check=True)
                for words in READING:
                    done = self.person.coach(*words, check=False)
                    self.assertEqual(done.returncode, 0, f"{words}: {done.stderr}")
                self.assertEqual(self.person.told("notes")[0]["text"], "kept")
                [day] = self.person.told("history")
                self.assertEqual([a["answer"] for a in day["answers"]], ["5"])
                for words in WRITING:
                    done = self.person.coach(*words, check=False)
                    self.assertEqual(done.returncode, 74, words)
                    self.assertIn("cannot be written", done.stderr)
                said = self.person.coach("doctor", check=False).stdout
                self.assertIn("each as it was written", said)
                self.assertEqual(sorted(os.listdir(place)), beside)
                self.doCleanups()
                self.ledger.unlink()

    def test_on_a_full_disk_keeps_what_was_there_and_says_that_no_more_is(self):
        place = self.disk("1m")
        self.person.coach("check", "energy", "5")
        self.serve()
        with open(place / "filler", "wb", buffering=0) as filler:
            with self.assertRaisesRegex(OSError, "No space left"):
                while True:
                    filler.write(bytes(4096))
        kept = 0
        for points in range(400):
            done = self.person.coach("check", "energy", points % 10, check=False)
            if done.returncode:
                break
            kept += 1
        self.assertEqual(done.returncode, 74)
        self.assertIn("is full", done.stderr)
        self.assertIn("was not written down", done.stderr)
        self.assertEqual(len(self.person.facts("answered")), kept + 1)
        for words in READING:
            self.assertEqual(self.person.coach(*words, check=False).returncode, 0, words)
        self.assert_asleep()
        (place / "filler").unlink()
        self.person.coach("check", "energy", "9")
        self.assertEqual(self.person.told("history")[-1]["answers"][0]["answer"], "9")
        done = self.person.coach("doctor", check=False)
        self.assertIn("each as it was written", done.stdout)
