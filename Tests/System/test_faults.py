import collections
import os
import pathlib
import random
import signal
import time

from case import Case
from shared import until
from person import UNIT

CONCERNS = r"Session|Storage|Ledger|Spool|Daemon|Lock|coach\.service"

QUICK = "[Unit]\nStartLimitIntervalSec=0\n[Service]\nRestartSec=50ms"


class TheService(Case):
    def assert_once(self, *slots):
        """Each prompt was recorded once and shown once, and there is no other."""
        expected = collections.Counter(slot.prompt for slot in slots)
        until(lambda: self.person.prompts().keys() >= expected.keys(), "all prompts are shown", 20)
        time.sleep(1)  # a second one would come now
        self.assertEqual(self.person.prompts(), expected)
        self.assertEqual(collections.Counter(self.person.facts("prompted")), expected)

    def test_shows_no_prompt_again_after_a_restart(self):
        slot = self.person.due(2)
        self.person.configure(slot)
        self.start()
        self.person.message(slot)
        for _ in range(3):
            self.person.systemctl("restart", UNIT)
        self.assert_once(slot)

    def test_shows_no_prompt_again_that_was_read_or_deleted(self):
        read, deleted = self.person.due(2, "read"), self.person.due(2, "deleted")
        self.person.configure(read, deleted)
        self.start()
        for slot in (read, deleted):
            self.person.message(slot)
        [path] = [p for p in (self.person.spool / "new").iterdir() if read.prompt in p.read_text()]
        path.rename(self.person.spool / "cur" / f"{path.name}:2,S")
        [path] = [p for p in (self.person.spool / "new").iterdir()]
        path.unlink()
        self.person.systemctl("restart", UNIT)
        self.assertEqual(self.person.show("ActiveState"), "active")
        time.sleep(1)
        self.assertEqual(self.person.prompts(), {read.prompt: 1})

    def test_catches_up_after_it_was_off_when_a_prompt_was_due(self):
        slot = self.person.due(2)
        self.person.configure(slot)
        until(lambda: slot.seconds_left() < -1, "the prompt is due")
        self.start()
        self.assert_once(slot)

    def test_notices_a_new_zone_while_it_runs(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        pid, before = self.person.pid(), self.person.show("StatusText")
        link, other = pathlib.Path("/etc/localtime"), pathlib.Path("/etc/localtime.other")
        home = os.readlink(link)

        def move_to(zone):
            other.symlink_to(zone)
            other.replace(link)  # as timedatectl does it

        self.addCleanup(move_to, home)
        # An hour to the west it is the same civil day, and the moment is still to come.
        west = self.person.machine.zone_to_the_west()
        move_to(f"/usr/share/zoneinfo/{west}")
        said = lambda: [e["MESSAGE"] for e in self.journal_shows("SYSLOG_IDENTIFIER=coach")]
        until(lambda: any(f"now {west}" in text for text in said()), "the journal names it")
        same = "what is set for a time of day stays at that time of day"
        self.assertEqual(self.person.show("StatusText"), before, same)
        self.assertEqual(self.person.pid(), pid, "it is the same process")

    def test_notices_a_zone_of_its_own_whose_file_is_replaced(self):
        """As an upgrade of tzdata does the day before a change."""
        zones = self.person.home / "zones"
        place = zones / "Own/Place"
        self.person.run("mkdir", "-p", place.parent)
        self.addCleanup(self.person.run, "rm", "-rf", zones)
        home = pathlib.Path("/usr/share/zoneinfo") / self.person.machine.zone
        # An hour to the west the moment is still to come.
        west = f"/usr/share/zoneinfo/{self.person.machine.zone_to_the_west()}"
        self.person.run("cp", west, place)
        slot = self.person.due(1)
        self.person.configure(slot)
        self.person.drop_in(f"[Service]\nEnvironment=TZDIR={zones} TZ=Own/Place")
        self.start()
        time.sleep(2)
        self.assertEqual(self.person.prompts(), {})
        self.person.run("cp", home, f"{place}.new")
        self.person.run("mv", f"{place}.new", place)
        self.assert_once(slot)

    def test_comes_back_after_sigkill(self):
        slot = self.person.due(3)
        self.person.configure(slot)
        self.person.drop_in(QUICK)
        self.start()
        first = self.person.pid()
        os.kill(first, signal.SIGKILL)
        until(lambda: self.person.pid() not in (None, first), "another process")
        self.assert_once(slot)
        self.assertEqual(self.person.show("ActiveState"), "active")

    def test_neither_loses_nor_repeats_a_prompt_however_often_it_is_killed(self):
        seed = int(os.environ.get("COACH_SEED", time.time()))
        print(f"     killing by seed {seed} (COACH_SEED)", flush=True)
        chance = random.Random(seed)
        self.ways = (
            self.at_once,
            self.when_it_writes,
            self.when_it_delivers,
            self.when_it_has_delivered,
        )
        kills = collections.Counter()
        slots = self.killed(40, self.ways, chance, kills)
        self.assertGreaterEqual(kills.total(), len(slots), kills)
        # On a busy machine a way may come too late each time; it is tried until it has hit.
        for _ in range(6):
            missed = [how for how in self.ways if not kills[how.__name__]]
            if not missed:
                break
            slots += self.killed(10, missed, chance, kills, slots)
        self.assert_once(*slots)
        self.assertEqual(list((self.person.spool / "tmp").iterdir()), [], "no half message is left")
        for how in self.ways:
            self.assertTrue(kills[how.__name__], kills)

    def killed(self, count, ways, chance, kills, earlier=()):
        """A prompt a second, and at each the service is killed; in every way equally often."""
        first = len(earlier)
        slots = [self.person.due(4 + n, f"t{first + n}") for n in range(count)]
        turns = [ways[n % len(ways)] for n in range(count)]
        chance.shuffle(turns)
        self.person.configure(*earlier, *slots)
        self.person.drop_in(QUICK)
        self.start()
        for slot, how in zip(slots, turns):
            wait = slot.seconds_left() + chance.uniform(-0.02, 0.1)
            time.sleep(max(0, wait if how == self.at_once else slot.seconds_left() - 0.05))
            kills[how.__name__] += how(slot)
            time.sleep(chance.uniform(0, 0.3))
            kills["in between"] += self.at_once(slot)
        until(lambda: self.person.show("ActiveState") == "active", "it is back")
        return slots

    def at_once(self, _slot):
        """Kills it now, if it lives; says how often it did."""
        pid = self.person.pid()
        if not pid:
            return 0
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return 0
        return 1

    def when_it_writes(self, slot):
        """Kills it between writing and showing: at the first change of the ledger or its log."""
        files = [self.person.data / f"ledger.sqlite{end}" for end in ("", "-journal", "-wal")]
        return self.at_change(slot, lambda: [stamp(file) for file in files])

    def when_it_delivers(self, slot):
        """Kills it in the midst of a delivery: a message begins."""
        return self.at_change(slot, lambda: stamp(self.person.spool / "tmp"))

    def when_it_has_delivered(self, slot):
        """Kills it before it can take down that it showed a prompt."""
        return self.at_change(slot, lambda: stamp(self.person.spool / "new"))

    def at_change(self, slot, look):
        before = look()
        while slot.seconds_left() > -0.4:
            if look() != before:
                return self.at_once(slot)
        return 0

    def test_is_restarted_by_the_watchdog_when_it_hangs(self):
        self.person.configure(self.person.due(3600, "later"))
        self.person.drop_in(f"{QUICK}\nWatchdogSec=3s")
        self.start()
        first = self.person.pid()
        time.sleep(4)
        self.assertEqual(self.person.pid(), first, "one that turns is left alone")
        os.kill(first, signal.SIGSTOP)
        until(lambda: self.person.pid() not in (None, first), "another process", 15)
        until(lambda: self.person.show("ActiveState") == "active", "READY again")
        self.assertEqual(self.person.show("NRestarts"), "1")
        self.assertIn("Next", self.person.show("StatusText"))

    def test_is_one_at_a_time(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        second = self.person.coach("daemon", "--terminal", check=False, seconds=10)
        self.assertEqual(second.returncode, 69, second.stderr)
        self.assertIn(str(self.person.pid()), second.stderr, "it says who runs already")

    def test_stops_and_leaves_nothing_behind(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        pid = self.person.pid()
        began = time.monotonic()
        self.person.systemctl("stop", UNIT)
        self.assertLess(time.monotonic() - began, 2)
        self.assert_gone(pid)
        self.assertEqual(self.person.show("MainPID"), "0")
        self.assertEqual(self.person.show("Result"), "success")
        self.assertEqual(self.person.show("ActiveState"), "inactive")
        self.assertFalse((self.person.machine.group / f"background.slice/{UNIT}").exists())
        left = sorted(p.name for p in self.person.data.glob("ledger*"))
        kept = ["ledger.sqlite", "ledger.sqlite.coach.toml"]
        self.assertEqual(left, kept, "the ledger is one file, its journal gone")

    def test_leaves_cleanly_on_sigint_too(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        os.kill(self.person.pid(), signal.SIGINT)
        until(lambda: self.person.show("ActiveState") == "inactive", "it has left")
        self.assertEqual(self.person.show("ExecMainStatus"), "0")

    def test_starts_with_the_manager_at_the_next_login(self):
        slot = self.person.due(1)
        self.person.configure(slot)
        self.start()
        self.person.message(slot)
        self.person.machine.stop_manager()
        self.person.machine.start_manager()
        until(lambda: self.person.show("ActiveState") == "active", "it runs after the login")
        self.assert_once(slot)


def stamp(path):
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size
