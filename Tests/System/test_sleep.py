import contextlib
import os
import pathlib
import subprocess

from case import Case
from shared import REPOSITORY, until

CONCERNS = r"Sleep|Suspend|Clock|Timer"

SOCKET = pathlib.Path("/run/dbus/system_bus_socket")
PREPARE = "/org/freedesktop/login1 org.freedesktop.login1.Manager PrepareForSleep"
LINK = pathlib.Path("/etc/localtime")


class TheService(Case):
    def test_hears_from_logind_of_sleep_and_looks_again_at_wake(self):
        self.person.configure(self.person.due(3600, "later"))
        move = self.travelling()
        with self.logind() as say:
            self.start()
            self.journal_shows("MESSAGE=Connected to the system bus, to hear of sleep and wake")
            pid = self.person.pid()
            say("true")
            self.journal_shows("MESSAGE=The machine goes to sleep")
            move()
            self.assertEqual(self.said("The zone is now"), [], "nothing else tells of it")
            say("false")
            self.journal_shows("MESSAGE=The machine is awake again; looking again")
            until(lambda: self.said("The zone is now"), "the look finds what changed in its sleep")
        until(lambda: self.said("No system bus"), "the end of the bus is noticed")
        self.assertEqual(self.person.pid(), pid, "it is the same process")

    def test_does_well_without_a_system_bus(self):
        self.assertFalse(SOCKET.exists())
        slot = self.person.due(2)
        self.person.configure(slot)
        self.start()
        self.assertEqual(len(self.said("No system bus")), 1)
        self.person.message(slot)
        entries = self.person.journal("SYSLOG_IDENTIFIER=coach")
        self.assertEqual([e["MESSAGE"] for e in entries if int(e["PRIORITY"]) <= 4], [])

    def said(self, beginning):
        entries = self.person.journal("SYSLOG_IDENTIFIER=coach")
        return [e["MESSAGE"] for e in entries if e["MESSAGE"].startswith(beginning)]

    def travelling(self):
        """Puts the zone where no watch sees it; what it gives moves an hour to the west."""
        home, travel = os.readlink(LINK), pathlib.Path("/run/travel")
        west = self.person.machine.zone_to_the_west()

        def point(link, to):
            other = link.with_name("other")
            other.symlink_to(to)
            other.replace(link)

        point(travel, home)
        point(LINK, travel)
        self.addCleanup(point, LINK, home)
        return lambda: point(travel, f"/usr/share/zoneinfo/{west}")

    @contextlib.contextmanager
    def logind(self):
        """A system bus with a stand-in for logind on it; what it gives says PrepareForSleep."""
        tools = REPOSITORY / "Tests/Bus"
        SOCKET.parent.mkdir(exist_ok=True)
        command = ["dbus-daemon", f"--config-file={tools / 'bus.conf'}"]
        command += ["--nofork", "--nopidfile", "--nosyslog"]
        bus = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # it may raise no limits here
        try:
            until(SOCKET.exists, "the system bus listens")
            command = [tools / "speaker.py", f"unix:path={SOCKET}", "org.freedesktop.login1"]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
            with subprocess.Popen(command, **pipes) as speaker:
                self.assertEqual(speaker.stdout.readline(), "ready\n")
                yield lambda sleeps: print(PREPARE, sleeps, file=speaker.stdin, flush=True)
        finally:
            bus.terminate()
            bus.wait()
            SOCKET.unlink(missing_ok=True)
