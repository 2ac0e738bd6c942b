"""Kills a program at each of its system calls, and makes each of them fail, by strace.

A `Story` has a home of its own for each try: what is prepared, the command that meets the fault,
and what has to be true afterwards. The fault comes at the n-th call of a name: so strace counts.
"""

import collections
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess

ERRORS = ("ENOSPC", "EIO", "EINTR", "EMFILE")
KILL = "KILL"
# Without memory, or what the loader needs, no program can go on; it may end as it likes.
OF_THE_LOADER = {
    *("mmap", "munmap", "mprotect", "mremap", "brk", "execve", "arch_prctl", "set_tid_address"),
    *("set_robust_list", "rseq", "prlimit64", "getrandom", "futex", "madvise", "sigaltstack"),
}
# A command that takes so long hangs, in seconds.
PATIENCE = 60


class Wrong(AssertionError):
    pass


@dataclasses.dataclass(frozen=True)
class Fault:
    """A kill, or an error, at the n-th call of a name."""

    call: str
    number: int
    what: str

    def options(self):
        deed = "signal=KILL" if self.what == KILL else f"error={self.what}"
        return ["-e", f"trace={self.call}", "-e", f"inject={self.call}:{deed}:when={self.number}"]

    def __str__(self):
        return f"{self.what} at {self.call} {self.number}"


class Home:
    """A home in which one try happens."""

    def __init__(self, place, program, wrapper):
        self.place = pathlib.Path(place)
        self.program = program
        self.wrapper = wrapper
        self.ledger = self.place / "data/coach/ledger.sqlite"
        self.state = self.place / "state/coach"
        self.config = self.place / "config/coach"
        self.spool = self.state / "spool"

    def environment(self):
        return {
            "HOME": str(self.place),
            "XDG_DATA_HOME": str(self.place / "data"),
            "XDG_STATE_HOME": str(self.place / "state"),
            "XDG_CONFIG_HOME": str(self.place / "config"),
            # No desktop, and nobody who tells whether the person is there.
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.place}/no-bus",
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.place}/no-bus",
            "XDG_RUNTIME_DIR": str(self.place),
            "NOTIFY_SOCKET": str(self.place / "manager"),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TZ": "UTC",
        }

    def line(self, *command):
        settings = [f"{key}={value}" for key, value in self.environment().items()]
        return [*self.wrapper, "env", "-i", *settings, *map(str, command)]

    def run(self, *arguments, before=()):
        try:
            return subprocess.run(
                self.line(*before, self.program, *arguments),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                cwd=self.place,
            )
        except subprocess.TimeoutExpired:
            raise Wrong(f"{arguments} hangs") from None

    def coach(self, *arguments):
        done = self.run(*arguments)
        if done.returncode:
            said = f"{done.stderr}{done.stdout}"
            raise Wrong(f"{' '.join(arguments)}: exit {done.returncode}: {said}")
        return done.stdout

    def answers(self, question):
        """The answers to a question that stand today, as `coach history` tells."""
        days = json.loads(self.coach("history", "--json"))
        given = [answer for day in days for answer in day["answers"]]
        return [answer["answer"] for answer in given if answer["question"] == question]

    def count(self, ledger=None):
        """How many facts there are, as somebody else reads them."""
        with sqlite3.connect(f"file:{ledger or self.ledger}?mode=ro", uri=True) as opened:
            return opened.execute("SELECT count(*) FROM facts").fetchone()[0]

    def leftovers(self):
        return [path for path in self.place.rglob("*.new") if path.is_file()]


class Story:
    """One command, what is there before it, and what is to be true after a fault in it."""

    name = ""
    command = ()

    def prepare(self, home):
        """Makes what is there before the command."""

    def check(self, home, done, fault):
        """Raises what is wrong; `done` is nil where the command was killed."""

    def act(self, home, options):
        """Runs the command with a fault; what became of it."""
        tracer = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", *options]
        return home.run(*self.command, before=tracer)

    def calls(self, home):
        """How often it makes each call."""
        log = home.place / "calls"
        self.act(home, ["-o", log])
        return counted(log)


def counted(log):
    names = collections.Counter()
    for line in log.read_text(errors="replace").splitlines():
        found = re.match(r"(?:\d+\s+)?(\w+)\(", line)
        if found:
            names[found[1]] += 1
    return names


def own(home):
    """Gives what was written here to whoever the wrapper makes of us."""
    for path in [home.place, *home.place.rglob("*")]:
        os.chown(path, *owner(home), follow_symlinks=False)


def owner(home):
    status = home.place.stat()
    return status.st_uid, status.st_gid


class Bench:
    """Tries faults of stories, each in a fresh home under a directory."""

    def __init__(self, base, program, wrapper=(), uid=None):
        self.base = pathlib.Path(base)
        self.program = program
        self.wrapper = wrapper
        self.uid = os.getuid() if uid is None else uid
        self.number = 0

    def home(self):
        self.number += 1
        place = self.base / f"home-{self.number}"
        place.mkdir(mode=0o700)
        os.chown(place, self.uid, -1 if self.uid == os.getuid() else self.uid)
        return Home(place, self.program, self.wrapper)

    def faults(self, story):
        """Every fault there is in a story."""
        home = self.home()
        story.prepare(home)
        counts = story.calls(home)
        shutil.rmtree(home.place)
        return [
            Fault(call, number, what)
            for what in (KILL, *ERRORS)
            for call, count in sorted(counts.items())
            for number in range(1, count + 1)
            if what != KILL or call not in ("exit_group",)
        ]

    def attempt(self, story, fault):
        """What is wrong after a fault; nil where nothing is."""
        home = self.home()
        try:
            story.prepare(home)
            done = story.act(home, fault.options())
            crashed = (-signal.SIGSEGV, -signal.SIGILL, -signal.SIGTRAP, -signal.SIGABRT)
            crashed += tuple(128 - code for code in crashed)
            if done.returncode in crashed and fault.call not in OF_THE_LOADER:
                raise Wrong(f"it crashed: {done.returncode}")
            story.check(home, done, fault)
        except (Wrong, sqlite3.Error) as wrong:
            return f"{story.name}, {fault}: {wrong} (in {home.place})"
        except Exception as wrong:  # the test itself
            return f"{story.name}, {fault}: {wrong!r} (in {home.place})"
        shutil.rmtree(home.place, ignore_errors=True)
        return None

    def attempts(self, story, faults):
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            found = pool.map(lambda fault: self.attempt(story, fault), faults)
            return [wrong for wrong in found if wrong]
