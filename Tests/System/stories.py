"""The commands that meet a fault: what is before them, and what is to be true after it."""

import os
import pathlib
import signal
import socket
import sqlite3
import subprocess
import time

from calls import Home, Story, Wrong, own


class Check(Story):
    name = "check"
    command = ("check", "energy", "7")

    def prepare(self, home):
        home.coach("check", "help", "taken")

    def check(self, home, done, fault):
        now = home.answers("energy")
        if now not in ([], ["7"]):
            raise Wrong(f"the answers are {now}")
        if done.returncode == 0 and now != ["7"]:
            raise Wrong(f"it was acknowledged and is not there: {done.stdout}")
        if home.answers("help") != ["taken"]:
            raise Wrong("what was there before is gone")
        home.coach("check", "energy", "8")


class FirstCheck(Check):
    """The first of all, which makes the ledger and its directories."""

    name = "first check"

    def prepare(self, home):
        pass

    def check(self, home, done, fault):
        now = home.answers("energy")
        if done.returncode == 0 and now != ["7"]:
            raise Wrong(f"it was acknowledged and is not there: {done.stdout}")
        home.coach("check", "energy", "8")


class Undo(Story):
    name = "undo"
    command = ("undo",)

    def prepare(self, home):
        home.coach("check", "help", "taken")
        home.coach("check", "energy", "7")

    def check(self, home, done, fault):
        now = home.answers("energy")
        if done.returncode == 0 and now:
            raise Wrong("it was said to be taken back and is there")
        if home.answers("help") != ["taken"]:
            raise Wrong("another answer was taken back")
        home.coach("check", "energy", "8")


class Setup(Story):
    name = "setup"
    command = ("setup", "--lights-out", "23:15")
    before = '# mine\nlanguage = "en"\n\n[sleep]\nlights-out = "22:45"\n'

    def prepare(self, home):
        home.config.mkdir(parents=True)
        (home.config / "coach.toml").write_text(self.before)
        own(home)

    def check(self, home, done, fault):
        now = (home.config / "coach.toml").read_text()
        wanted = self.before.replace("22:45", "23:15")
        if now not in (self.before, wanted):
            raise Wrong(f"the file is half written: {now!r}")
        if done.returncode == 0 and now != wanted:
            raise Wrong("it was said to be written and is not")
        home.coach(*self.command)
        if (home.config / "coach.toml").read_text() != wanted:
            raise Wrong("the next does not write it")


class Backup(Story):
    name = "backup"
    command = ("backup", "copy")

    def prepare(self, home):
        for points in range(3):
            home.coach("check", "energy", str(points))

    def check(self, home, done, fault):
        copy = home.place / "copy"
        if done.returncode == 0 and not copy.exists():
            raise Wrong("it was said to be made and is not there")
        if copy.exists():
            if home.count(copy) != 3 or copy.stat().st_mode & 0o077:
                raise Wrong("it is not whole, or not private")
            self.put_back(home, copy)
        if home.count() != 3:
            raise Wrong("the ledger is another")
        home.coach("backup", "copy", "--force")
        if home.leftovers():
            raise Wrong(f"left: {home.leftovers()}")

    def put_back(self, home, copy):
        other = Home(home.place / "other", home.program, home.wrapper)
        (home.place / "other").mkdir()
        own(home)
        other.coach("restore", str(copy))
        if other.count() != 3:
            raise Wrong("what was put back is another")


class Restore(Story):
    name = "restore"
    command = ("restore", "copy", "--yes")

    def prepare(self, home):
        home.coach("check", "energy", "1")
        home.coach("backup", "copy")
        home.coach("check", "energy", "2")
        home.coach("check", "help", "taken")

    def check(self, home, done, fault):
        count = home.count()
        kept = list(home.ledger.parent.glob("ledger-replaced-*.sqlite"))
        if count not in (1, 3):
            raise Wrong(f"the ledger has {count} facts")
        if done.returncode == 0 and count != 1:
            raise Wrong("it was said to be put back and is not")
        if count == 1 and [home.count(path) for path in kept] != [3]:
            raise Wrong(f"what was replaced is not kept: {kept}")
        if home.answers("energy") != ["1" if count == 1 else "2"]:
            raise Wrong("the answers are others")
        home.coach("check", "energy", "8")
        home.coach(*self.command)
        if home.count() != 1 or home.leftovers():
            raise Wrong(f"it cannot be put back afterwards; left: {home.leftovers()}")


class FirstStart(Story):
    """The first start of the service: it makes all there is, and delivers what is due."""

    name = "first start"
    command = ("daemon",)

    def prepare(self, home):
        home.config.mkdir(parents=True)
        text = 'channels = ["spool"]\n[slot.now]\nwhen = "*:*"\nwindow = "24h"\n'
        now = time.gmtime(time.time() - 60)
        text = text.replace("*:*", f"{now.tm_hour:02}:{now.tm_min:02}")
        text += 'carries = ["tip"]\n'
        for slot in ("morning", "offer", "end-of-work", "weekend", "wind-down"):
            text += f'[slot.{slot}]\nwhen = "never"\n'
        (home.config / "coach.toml").write_text(text)
        own(home)

    def messages(self, home):
        found = [*home.spool.glob("new/*"), *home.spool.glob("cur/*")]
        return [path for path in found if "X-Coach-Prompt: now/" in path.read_text()]

    def act(self, home, options):
        tracer = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", *options]
        return self.serve(home, tracer, seconds=3)

    def serve(self, home, tracer, seconds):
        """Runs the service until it is up, having delivered what was due."""
        process, manager = self.start(home, tracer, seconds)
        with manager:
            return self.end(process)

    def start(self, home, tracer, seconds):
        """Starts the service, and waits until it says so, has ended, or does not get there."""
        manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        name = home.place / "manager"
        name.unlink(missing_ok=True)
        manager.bind(str(name))
        name.chmod(0o777)
        line = home.line(*tracer, home.program, *self.command)
        with open(home.place / "said", "a") as said:
            process = subprocess.Popen(
                line, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=home.place
            )
        end = time.monotonic() + seconds
        manager.settimeout(0.02)
        while process.poll() is None and time.monotonic() < end:
            try:
                if b"READY=1" in manager.recv(4096):
                    break
            except TimeoutError:
                pass
        return process, manager

    def end(self, process):
        for number in (signal.SIGTERM, signal.SIGKILL):
            if process.poll() is None:
                for child in children(process.pid) or [process.pid]:
                    signal_to(child, number)
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    continue
        if process.poll() is None:
            process.kill()
            process.wait()
        return process

    def check(self, home, done, fault):
        self.serve(home, [], seconds=20)
        messages = self.messages(home)
        if len(messages) != 1:
            raise Wrong(f"{len(messages)} messages: {(home.place / 'said').read_text()[-600:]}")
        with sqlite3.connect(f"file:{home.ledger}?mode=ro", uri=True) as opened:
            query = "SELECT count(*) FROM facts WHERE kind = 'prompted'"
            prompted = opened.execute(query).fetchone()[0]
        if prompted != 1:
            raise Wrong(f"it was prompted {prompted} times")
        if [*home.spool.glob("tmp/*")]:
            raise Wrong("half a message is left")
        home.coach("check", "energy", "8")


class Delivery(FirstStart):
    """A prompt that falls due for a service that knows its home."""

    name = "delivery"

    def prepare(self, home):
        super().prepare(home)
        home.coach("check", "energy", "1")


class Reload(FirstStart):
    """A configuration that changes while the service runs; it is killed, or fails, reading it."""

    name = "reload"

    def act(self, home, options):
        process, manager = self.start(home, [], 20)
        tracer = ["strace", "-f", "-qq", "-o", "/dev/null", *options, "-p", str(process.pid)]
        attached = subprocess.Popen(tracer, stderr=subprocess.DEVNULL)
        wait(lambda: traced(process.pid) or process.poll() is not None, 5)
        file = home.config / "coach.toml"
        file.write_text(file.read_text().replace('window = "24h"', 'window = "23h"'))
        signal_to(process.pid, signal.SIGHUP)
        # It answers a signal by reading, looking, and saying so.
        manager.settimeout(0.5)
        try:
            while b"READY=1" not in manager.recv(4096):
                pass
        except TimeoutError:
            pass
        with manager:
            self.end(process)
        attached.terminate()
        attached.wait()
        return process

    def check(self, home, done, fault):
        if "23h" not in (home.config / "coach.toml").read_text():
            raise Wrong("the configuration was changed back")
        super().check(home, done, fault)


KINDS = (Check, FirstCheck, Undo, Setup, Backup, Restore, FirstStart, Delivery, Reload)
STORIES = [kind() for kind in KINDS]


def wait(condition, seconds):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)


def traced(pid):
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
    return "TracerPid:\t0\n" not in status


def children(pid):
    """The processes under one, the deepest first: what strace runs, and what that runs."""
    try:
        lists = [path.read_text() for path in pathlib.Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    found = []
    for child in " ".join(lists).split():
        found += children(int(child)) + [int(child)]
    return found


def signal_to(pid, number):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass
