"""A private place: an installed coach, a home for each ledger, and nothing of the person's."""

import contextlib
import datetime
import os
import pathlib
import re
import shutil
import socket
import subprocess
import time

LEDGERS = {"empty": "empty ledger", "long": "twenty years"}
REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
AFTERNOON = 14


def built(product):
    """Builds a release of a program of the tests; returns where it is."""
    build = ["swift", "build", "--configuration", "release", "--product", product]
    subprocess.run(build, cwd=REPOSITORY, stdout=subprocess.DEVNULL, check=True)
    asked = subprocess.run([*build, "--show-bin-path"], cwd=REPOSITORY, capture_output=True)
    return pathlib.Path(asked.stdout.decode().strip()) / product


class Place:
    """Knows two ledgers, `empty` and `long`, each in the home of its name."""

    def __init__(self, root, prefix, long_ledger):
        self.root = pathlib.Path(root)
        self.coach = self.root / "bin/coach"
        shutil.copytree(prefix / "share/coach", self.root / "share/coach")
        self.coach.parent.mkdir()
        shutil.copy2(prefix / "bin/coach", self.coach)
        shutil.copytree(prefix / "libexec/coach", self.root / "libexec/coach")
        for name in LEDGERS:
            # Not to the person's terminals.
            self.write(name, ".config/coach/coach.toml", 'channels = ["spool"]\n')
            self.write(name, "run/.keep")
            self.run(name, "history")  # makes the ledger
        self.origins = {"empty": self.root / "empty.sqlite", "long": pathlib.Path(long_ledger)}
        shutil.copyfile(self.ledger("empty"), self.origins["empty"])
        self.renew()

    def home(self, name):
        return self.root / name

    def ledger(self, name):
        return self.home(name) / ".local/share/coach/ledger.sqlite"

    def write(self, name, path, text=""):
        file = self.home(name) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def environment(self, name, **more):
        home = str(self.home(name))
        own = {"HOME": home, "USER": "person", "XDG_RUNTIME_DIR": f"{home}/run"}
        return {**own, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": zone(), **more}

    def run(self, name, *arguments):
        command = [self.coach, *arguments]
        done = subprocess.run(command, env=self.environment(name), capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"coach {' '.join(arguments)} failed: {done.stderr}")

    def renew(self):
        """Puts the ledgers back as they were; no coach may be running."""
        for name, origin in self.origins.items():
            for file in self.ledger(name).parent.glob("ledger.sqlite*"):
                file.unlink()
            shutil.copyfile(origin, self.ledger(name))
            self.run(name, "history")


class Daemon:
    """A running coach, and what it tells the manager that we are to it."""

    def __init__(self, started, place, name):
        address = place.home(name) / "run/notify"
        address.unlink(missing_ok=True)
        self.socket = started.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM))
        self.socket.bind(str(address))
        self.socket.settimeout(20)
        watchdog = str(watchdog_seconds() * 1_000_000)
        environment = place.environment(name, NOTIFY_SOCKET=str(address), WATCHDOG_USEC=watchdog)
        began = time.perf_counter()
        self.process = started.start([place.coach, "daemon"], environment)
        while b"READY=1" not in self.socket.recv(4096).split(b"\n"):
            pass
        self.milliseconds = (time.perf_counter() - began) * 1000

    def watchdogs(self):
        """How often it fed the watchdog since this was asked last."""
        count = 0
        self.socket.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                count += self.socket.recv(4096).count(b"WATCHDOG=1")
        return count


def watchdog_seconds():
    """The service's own watchdog."""
    unit = (REPOSITORY / "systemd/coach.service").read_text()
    number, scale = re.search(r"^WatchdogSec=(\d+)(s|min)$", unit, re.MULTILINE).groups()
    return int(number) * {"s": 1, "min": 60}[scale]


def _ahead():
    return AFTERNOON - datetime.datetime.now(datetime.timezone.utc).hour


def zone():
    """A zone where it is after 14:00: no slot is due there, and no window open, until 17:30."""
    return f"Etc/GMT{-_ahead():+d}"  # these names count westwards


def today():
    """The civil day in that zone."""
    now = datetime.datetime.now(datetime.timezone.utc)
    return (now + datetime.timedelta(hours=_ahead())).date().isoformat()
