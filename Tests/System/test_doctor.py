import json
import os
import pathlib
import shutil
import subprocess

from case import Case
from person import UNIT
from shared import UID, until
from test_backup import damage

CONCERNS = r"Sources/(Storage|Application|Systemd|coach)/|Tests/System/test_backup"


class TheDoctor(Case):
    """A home in which all is well, broken in one way: what is said, and its remedy tried."""

    def setUp(self):
        super().setUp()
        self.ledger = self.person.data / "ledger.sqlite"
        self.person.run("sh", "-c", f"rm -f {self.person.data}/ledger-replaced-*")
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        self.person.coach("check", "help", "taken")
        until(lambda: list((self.person.state / "backups").glob("*.sqlite")), "a backup")
        self.addCleanup(self.person.run, "chmod", "-R", "u+rwX", self.person.state)

    def doctor(self, **environment):
        """What is amiss, by its name; the exit code and both forms agree."""
        plain = self.person.coach("doctor", check=False, **environment)
        told = self.person.coach("doctor", "--json", check=False, **environment)
        checks = json.loads(told.stdout)["checks"]
        amiss = [check for check in checks if check.get("well") is False]
        self.assertEqual(plain.returncode, 1 if amiss else 0, plain.stdout)
        self.assertEqual(told.returncode, plain.returncode)
        marked = [line for line in plain.stdout.splitlines() if line.startswith("! ")]
        self.assertEqual(len(marked), len(amiss), plain.stdout)
        for check in amiss:
            says = check["says"] + check.get("remedy", "")
            self.assertTrue(check.get("remedy") or len(says) > 80, f"no remedy: {check}")
        return amiss

    def finds(self, name, words, **environment):
        """The one thing that is amiss; its remedy."""
        amiss = self.doctor(**environment)
        self.assertEqual([check["name"] for check in amiss], [name], amiss)
        self.assertIn(words, amiss[0]["says"])
        return amiss[0].get("remedy", "")

    def is_well(self, **environment):
        self.assertEqual(self.doctor(**environment), [])

    def shell(self, remedy):
        """Does what is advised."""
        self.person.run("sh", "-c", remedy)

    def test_says_nothing_where_all_is_well(self):
        self.is_well()
        told = json.loads(self.person.coach("doctor", "--json").stdout)["checks"]
        names = {check["name"] for check in told}
        expected = {"ledger", "backups", "configuration", "decks", "permissions", "spool", "disk"}
        expected |= {"service", "program", "bus name", "notifications", "linger", "zone", "clock"}
        self.assertLessEqual(expected, names)

    def test_says_what_cannot_be_known_and_why(self):
        nowhere = "unix:path=/nowhere"
        told = self.person.coach("doctor", "--json", DBUS_SESSION_BUS_ADDRESS=nowhere).stdout
        unknown = {c["name"]: c["says"] for c in json.loads(told)["checks"] if "well" not in c}
        self.assertIn("not known, because there is no session bus", unknown["service"])

    def test_1_a_damaged_ledger_is_put_back_from_the_backup_that_it_names(self):
        self.person.systemctl("stop", UNIT)
        damage(self.ledger)
        amiss = self.doctor()
        [ledger] = [check for check in amiss if check["name"] == "ledger"]
        self.assertIn("is damaged", ledger["says"])
        self.assertRegex(ledger["remedy"], r"^coach restore /.*/backups/ledger-.*\.sqlite$")
        self.shell(f"{ledger['remedy']} --yes")
        self.start()
        self.is_well()
        self.assertEqual(self.person.facts("answered"), ["question/help"])

    def test_2_a_log_of_another_time_beside_the_ledger(self):
        self.person.write(self.person.data / "ledger.sqlite-wal", "of another time" * 99)
        remedies = [check["says"] for check in self.doctor() if check["name"] == "ledger"]
        self.assertIn("ledger.sqlite-wal does not belong to the ledger beside it", remedies[0])
        self.shell(f"mv {self.ledger}-wal {self.person.home}/safe")
        self.is_well()

    def test_3_what_others_may_read_or_change(self):
        for path, mode in (
            (self.person.state / "backups", 0o755), (self.person.config, 0o777),
            (self.person.config / "coach.toml", 0o666),
        ):  # fmt: skip
            path.chmod(mode)
            remedy = self.finds("permissions", str(path))
            self.assertTrue(remedy.startswith("chmod "), remedy)
            self.shell(remedy)
            self.is_well()

    def test_4_a_slip_in_the_configuration(self):
        file = self.person.config / "coach.toml"
        good = file.read_text()
        self.person.write(file, "langage = 'en'\n" + good)
        self.finds("configuration", "coach.toml:1: unknown key “langage”")
        self.person.write(file, good)
        self.is_well()

    def test_5_a_configuration_that_leads_nowhere(self):
        file = self.person.config / "coach.toml"
        good = file.read_text()
        file.unlink()
        file.symlink_to("/nowhere/coach.toml")
        amiss = self.doctor()
        [found] = [check for check in amiss if check["name"] == "configuration"]
        self.assertIn("is a link that leads nowhere", found["says"])
        self.shell(found["remedy"].split(": ")[-1])
        self.person.write(file, good)
        self.is_well()

    def test_6_decks_that_are_copies_and_ids_that_two_have(self):
        tip = '[[tip]]\nid = "walk"\ntitle = "Walk"\naction = "Walk."\n'
        decks = self.person.config / "decks"
        self.person.write(decks / "mine.toml", tip)
        self.is_well()
        self.person.write(decks / "other.toml", tip)
        remedy = self.finds("decks", "what is named “walk” here is in mine.toml too")
        self.assertIn("another id", remedy)
        (decks / "other.toml").rename(decks / "mine.toml.bak")
        self.finds("decks", "looks like a copy")
        (decks / "mine.toml.bak").unlink()
        self.is_well()

    def test_7_a_zone_that_there_is_not(self):
        self.finds("zone", "Nowhere/Nix", TZ="Nowhere/Nix")
        self.is_well(TZ="Europe/Berlin")

    def test_8_a_spool_that_is_no_directory_or_cannot_be_written(self):
        spool = self.person.state / "spool"
        self.person.run("rm", "-rf", spool)
        self.person.write(spool, "a file")
        spool.chmod(0o600)
        self.shell(self.finds("spool", "is no directory").split(": ")[-1])
        self.person.run("mkdir", "-m", "700", spool)
        spool.chmod(0o500)
        self.shell(self.finds("spool", "cannot be written"))
        self.is_well()

    def test_9_a_service_that_does_not_run(self):
        self.person.systemctl("stop", UNIT)
        self.shell(self.finds("service", "it does not run"))
        self.is_well()
        self.person.systemctl("disable", UNIT)
        self.shell(self.finds("service", "will not at your next login"))
        self.is_well()

    def test_10_a_disk_that_is_full(self):
        self.person.systemctl("stop", UNIT)
        kept = self.person.home / "kept"
        shutil.copytree(self.person.state, kept)
        mount = ["mount", "-t", "tmpfs", "-o", f"size=24m,uid={UID},mode=0700", "tmpfs"]
        subprocess.run([*mount, self.person.state], check=True)
        self.addCleanup(shutil.rmtree, kept)
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.person.state)], check=True)
        subprocess.run(["cp", "-a", *kept.iterdir(), self.person.state], check=True)
        subprocess.run(["chown", "-R", f"{UID}:{UID}", self.person.state], check=True)
        self.start()
        self.person.run("sh", "-c", f"head -c 20M /dev/zero > {self.person.state}/filler")
        self.assertIn("df -h", self.finds("disk", "MiB left"))
        (self.person.state / "filler").unlink()
        self.is_well()
        self.person.systemctl("stop", UNIT)

    def test_11_a_backup_that_is_damaged(self):
        [backup] = (self.person.state / "backups").glob("*.sqlite")
        damage(backup)
        self.finds("backups", "is damaged")
        self.shell(f"mv {backup} {self.person.home}/away")
        self.person.coach("check", "energy", "7")
        until(lambda: list((self.person.state / "backups").glob("*.sqlite")), "another")
        self.is_well()

    def test_12_a_service_that_runs_an_older_program(self):
        program = self.person.home / ".local/bin/coach"
        self.person.run("cp", program, f"{program}.next")
        self.person.run("mv", f"{program}.next", program)
        self.shell(self.finds("program", "the service runs another program"))
        self.is_well()

    def test_13_a_clock_that_was_never_set(self):
        program = pathlib.Path(self.person.home / ".local/bin/coach")
        made = program.stat()
        self.addCleanup(os.utime, program, ns=(made.st_atime_ns, made.st_mtime_ns))
        os.utime(program, (4e9, 4e9))
        self.assertIn("timedatectl set-ntp true", self.finds("clock", "it stands before"))
        os.utime(program, ns=(made.st_atime_ns, made.st_mtime_ns))
        self.is_well()
