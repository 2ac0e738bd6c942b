import contextlib
import os
import pathlib
import re
import subprocess
import time

from case import Case
from desktop import Desktop
from person import UNIT
from shared import UID, until
from stories import children, traced

CONCERNS = r"Sources/(Storage|Application|coach)/|systemd/"


class ABackup(Case):
    def setUp(self):
        super().setUp()
        self.place = self.person.home / "copies"
        self.person.run("rm", "-rf", self.place)
        self.person.run("mkdir", self.place)
        self.ledger = self.person.data / "ledger.sqlite"
        self.person.run("sh", "-c", f"rm -f {self.person.data}/ledger-replaced-*")

    def backups(self):
        return sorted((self.person.state / "backups").glob("ledger-*.sqlite"))

    def answers(self):
        given = [a for day in self.person.told("history") for a in day["answers"]]
        return {answer["question"]: answer["answer"] for answer in given}

    def serve(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()

    def test_is_made_beside_the_running_service_and_put_back_while_it_runs(self):
        self.serve()
        self.person.coach("check", "help", "taken")
        copy = self.place / "copy"
        said = self.person.coach("backup", copy).stdout
        today = f"{self.person.machine.now():%Y-%m-%d}"
        self.assertRegex(said, rf"Backed up \d+ facts?, up to {today} to")
        self.assertEqual(copy.stat().st_mode & 0o7777, 0o600)
        self.person.coach("check", "energy", "7")
        pid = self.person.pid()
        refused = self.person.coach("restore", copy, check=False)
        self.assertEqual(refused.returncode, 64)
        self.assertIn("say --yes", refused.stderr)
        self.assertEqual(self.answers(), {"help": "taken", "energy": "7"})
        told = self.person.coach("restore", copy, "--yes").stdout
        words = " ".join(told.split())
        self.assertRegex(words, rf"does not have \d+ facts? of it: \d+ of {today}")
        self.assertEqual(self.answers(), {"help": "taken"})
        [kept] = self.person.data.glob("ledger-replaced-*.sqlite")
        self.assertIn(kept.name, told.replace("\n", ""))
        # What is answered now lies in the ledger that was put back, whoever takes it.
        on_bus = ["busctl", "--user", "call", "org.activeservice.Coach1"]
        object_ = ["/org/activeservice/Coach1", "org.activeservice.Coach1", "Answer"]
        self.person.run(*on_bus, *object_, "ssss", "energy", "5", "", "", check=False)
        self.person.coach("check", "energy", "6")
        self.assertEqual(self.answers(), {"help": "taken", "energy": "6"})
        self.person.systemctl("stop", UNIT)
        self.assertEqual(self.answers(), {"help": "taken", "energy": "6"})
        self.assertTrue(pid)

    def test_is_asked_for_on_a_terminal(self):
        self.person.coach("check", "help", "taken")
        self.person.coach("backup", self.place / "copy")
        self.person.coach("check", "energy", "7")
        for typed, count in (("n\n", 2), ("\n", 2), ("y\n", 1)):
            terminal = self.terminal("coach", "restore", self.place / "copy")
            terminal.reads(r"\[y/N\]")
            terminal.type(typed)
            self.assertEqual(terminal.wait(), 0)
            self.assertEqual(len(self.person.facts("answered")), count, typed)

    def test_is_never_the_ledger_itself_nor_over_another_file(self):
        self.person.coach("check", "help", "taken")
        (self.place / "link").symlink_to(self.ledger)
        os.link(self.ledger, self.place / "hard")
        self.addCleanup((self.place / "hard").unlink)
        self.person.write(self.place / "mine", "mine")
        before = self.ledger.read_bytes()
        for name in (self.ledger, self.place / "link", self.place / "hard", f"{self.ledger}-wal"):
            done = self.person.coach("backup", name, "--force", check=False)
            self.assertEqual(done.returncode, 65, name)
            self.assertIn("is the ledger itself, or belongs to it", done.stderr)
        done = self.person.coach("backup", self.place / "mine", check=False)
        self.assertEqual(done.returncode, 65)
        self.assertEqual((self.place / "mine").read_text(), "mine")
        self.assertEqual(self.ledger.read_bytes(), before)
        self.person.coach("backup", "copies/mine", "--force")
        self.assertNotEqual((self.place / "mine").read_bytes(), b"mine")

    def test_is_whole_or_not_there_on_a_full_disk(self):
        self.person.coach("check", "help", "taken")
        mount = ["mount", "-t", "tmpfs", "-o", f"size=16k,uid={UID},mode=0700", "tmpfs"]
        subprocess.run([*mount, self.place], check=True)
        self.addCleanup(subprocess.run, ["umount", str(self.place)], check=True)
        done = self.person.coach("backup", self.place / "copy", check=False)
        self.assertEqual(done.returncode, 74)
        self.assertIn("its disk is full", done.stderr)
        self.assertEqual(list(self.place.iterdir()), [])
        self.assertEqual(self.answers(), {"help": "taken"})

    def test_is_made_by_the_service_once_a_day_and_said_once_where_it_cannot(self):
        self.person.write(self.person.state / "backups", "a file in its place")
        self.serve()
        self.person.coach("check", "help", "taken")
        [said] = self.journal_shows("MESSAGE_ID=" + self.identifier("backupFailed"))
        self.assertIn("backups", said["MESSAGE"])
        self.person.coach("check", "energy", "7")
        until(lambda: len(self.person.facts("answered")) == 2, "two answers")
        told = self.person.coach("doctor", check=False)
        self.assertEqual(told.returncode, 1)
        self.assertRegex(told.stdout, r"! backups: ")
        failures = self.person.journal("MESSAGE_ID=" + self.identifier("backupFailed"))
        self.assertEqual(len(failures), 1)
        self.person.run("rm", self.person.state / "backups")
        self.person.systemctl("restart", UNIT)
        [backup] = until(self.backups, "the service's backup")
        self.assertEqual(backup.stat().st_mode & 0o7777, 0o600)
        self.assertEqual(backup.parent.stat().st_mode & 0o7777, 0o700)
        self.person.coach("check", "energy", "8")
        self.person.systemctl("restart", UNIT)
        self.assertEqual(self.backups(), [backup], "one a day")

    def test_is_made_in_a_process_of_its_own_while_the_service_answers(self):
        stack = contextlib.ExitStack()
        self.addCleanup(stack.close)
        Desktop(self.person, stack).start_bus()
        self.person.configure(more="[backup]\nkeep-days = 0\nkeep-weeks = 0\n")
        self.start()
        self.person.coach("check", "help", "taken")
        pid = self.person.pid()
        # Of a ledger this small it is made in no time.
        late = ("-e", "trace=?link,linkat", "-e", "inject=?link,linkat:delay_enter=8s")
        tracer = subprocess.Popen(("strace", "-f", "-qq", "-o", "/dev/null", *late, "-p", str(pid)))
        self.addCleanup(tracer.wait)
        self.addCleanup(tracer.terminate)
        until(lambda: traced(pid), "the service is looked at")
        self.person.configure(self.person.due(3600, "later"))
        [child] = until(lambda: children(pid), "a process that makes the backup")
        began = time.monotonic()
        on_bus = ("busctl", "--user", "call", "org.activeservice.Coach1")
        object_ = ("/org/activeservice/Coach1", "org.activeservice.Coach1", "Answer")
        self.person.run(*on_bus, *object_, "sss", "energy", "5", "")
        self.assertLess(time.monotonic() - began, 3)
        until(lambda: nice(child) == "19", "everybody else goes first", 3)
        self.assertEqual(self.backups(), [])
        self.assertEqual(self.answers(), {"help": "taken", "energy": "5"})
        until(self.backups, "the backup", 15)
        self.journal_shows("MESSAGE_ID=" + self.identifier("backedUp"))
        self.assertEqual(children(pid), [], "nobody is left to be waited for")
        self.assertEqual(self.person.pid(), pid)

    def identifier(self, kind):
        """The MESSAGE_ID of a kind of entry."""
        log = (self.person.machine.clone / "Sources/coach/Daemon/DaemonLog.swift").read_text()
        return re.search(rf'case {kind} = "(\w+)"', log)[1]

    def test_a_damaged_ledger_is_said_at_once_and_answers_go_on_where_the_person_says_so(self):
        self.person.coach("check", "help", "taken")
        for points in range(5):
            self.person.coach("check", "energy", str(points))
        self.person.coach("backup", self.place / "copy")
        damage(self.ledger)
        broken = self.ledger.read_bytes()
        commands = [(), ("check", "energy", "7"), ("history",), ("status",), ("plan",), ("undo",)]
        commands += [("measures",), ("review",), ("note", "a note"), ("backup", self.place / "b")]
        for command in commands:
            done = self.person.coach(*command, check=False)
            self.assertEqual(done.returncode, 65, f"{command}: {done.stdout}{done.stderr}")
            self.assertIn("is damaged", done.stderr)
            self.assertIn("coach restore --fresh", done.stderr)
            self.assertEqual(done.stdout, "", command)
        self.assertIn("is damaged", self.person.coach("greet", check=False).stderr)
        self.assertEqual(self.ledger.read_bytes(), broken, "nothing is written to it")
        self.serve_damaged()
        told = self.person.coach("restore", "--fresh", "--yes").stdout
        self.assertIn("A new ledger begins", told)
        self.person.coach("check", "energy", "7")
        self.assertEqual(self.answers(), {"energy": "7"})
        kept = sorted(self.person.data.glob("ledger-replaced-*.sqlite"))
        self.assertEqual(kept[0].read_bytes(), broken)
        self.person.coach("restore", self.place / "copy", "--yes")
        self.assertEqual(self.answers(), {"help": "taken", "energy": "4"})

    def serve_damaged(self):
        """The service says so too, and writes nothing."""
        self.person.configure(self.person.due(3600, "later"))
        self.person.systemctl("start", UNIT, check=False)
        [said] = self.journal_shows("PRIORITY=3")
        self.assertIn("is damaged", said["MESSAGE"])
        self.person.systemctl("stop", UNIT, check=False)


def nice(pid):
    """How far a process stands behind others."""
    return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[16]


def damage(ledger):
    """What a failing disk does: a page of facts is another."""
    data = bytearray(ledger.read_bytes())
    for place in range(4096, len(data), 7):
        data[place] ^= 0x55
    with open(ledger, "r+b") as file:
        file.write(data)
