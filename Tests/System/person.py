"""The throw-away person: their commands, files, service, mail, journal and terminals."""

import collections
import datetime
import fcntl
import json
import mailbox
import os
import re
import select
import shutil
import signal
import sqlite3
import struct
import subprocess
import termios
import time
import unicodedata

from shared import UID, until

UNIT = "coach.service"
BUILT_IN_SLOTS = ("morning", "offer", "end-of-work", "weekend", "wind-down")


class Person:
    def __init__(self, machine):
        self.machine = machine
        self.home = machine.home
        self.config = self.home / ".config/coach"
        self.data = self.home / ".local/share/coach"
        self.state = self.home / ".local/state/coach"
        self.units = self.home / ".config/systemd/user"
        self.installed = False

    # Commands

    def run(self, *command, check=True, text="", seconds=30, cwd=None, **environment):
        """Runs a command without a terminal, with a text on its standard input."""
        done = subprocess.run(
            self.machine.as_person(command, **environment),
            input=text,
            capture_output=True,
            text=True,
            timeout=seconds,
            cwd=cwd or self.home,
        )
        if check and done.returncode:
            said = f"{done.stdout}{done.stderr}".strip()
            raise AssertionError(f"{' '.join(map(str, command))}: exit {done.returncode}\n{said}")
        return done

    def coach(self, *arguments, **options):
        return self.run("coach", *arguments, **options)

    def told(self, *arguments):
        """What a command says in JSON."""
        return json.loads(self.coach(*arguments, "--json").stdout)

    def install(self, *arguments, **options):
        """Runs the install script as the person, in their clone, with no terminal."""
        script = self.machine.clone / "systemd/install"
        done = self.run(script, *arguments, seconds=1800, cwd=self.machine.clone, **options)
        self.installed = self.installed or done.returncode == 0
        return done

    def uninstall(self):
        self.installed = False
        return self.run(self.machine.clone / "systemd/uninstall")

    # Files

    def write(self, path, text):
        """Writes a file whole, as the person."""
        owned = [p for p in path.parents if p.is_relative_to(self.home) and not p.exists()]
        path.parent.mkdir(parents=True, exist_ok=True)
        staged = path.with_name(path.name + ".new")
        staged.write_text(text)
        for place in (*owned, staged):
            os.chown(place, UID, UID)
        staged.rename(path)

    def configure(self, *slots, channels=("spool",), more=""):
        """A configuration with these slots and no other."""
        text = f"channels = {json.dumps(list(channels))}\n{more}\n"
        for name in BUILT_IN_SLOTS:
            text += f'[slot.{name}]\nwhen = "never"\n'
        for slot in slots:
            text += slot.text
        # As many as a test wants, as close as it wants.
        text += '[limits]\nprompts-per-day = 96\napart = "none"\n'
        self.write(self.config / "coach.toml", text)

    def due(self, seconds, name="soon", carries=("tip",), window="10m"):
        """A slot due some seconds from now, at a whole second."""
        when = self.machine.now() + datetime.timedelta(seconds=seconds + 0.999)
        return Slot(name, when.replace(microsecond=0), tuple(carries), window)

    # Service

    def systemctl(self, *arguments, **options):
        return self.run("systemctl", "--user", *arguments, **options)

    def show(self, key):
        return self.systemctl("show", "--property", key, "--value", UNIT).stdout.strip()

    def pid(self):
        """The service's process at this moment, or None; quicker than asking the manager."""
        group = self.machine.group / f"background.slice/{UNIT}/cgroup.procs"
        try:
            processes = group.read_text().split()
        except OSError:
            return None
        return int(processes[0]) if processes else None

    def fresh(self):
        """Installed, stopped, with nothing recorded and nothing configured."""
        if not self.installed:
            self.install()
        self.systemctl("stop", UNIT)
        shutil.rmtree(self.units / f"{UNIT}.d", ignore_errors=True)
        for place in (self.config, self.state):
            shutil.rmtree(place, ignore_errors=True)
        for file in self.data.glob("ledger.sqlite*"):  # the shipped decks lie there too
            file.unlink()
        self.systemctl("daemon-reload")
        self.systemctl("reset-failed", UNIT, check=False)
        self.began = time.time()

    def drop_in(self, text):
        self.write(self.units / f"{UNIT}.d/test.conf", f"{text}\n")
        self.systemctl("daemon-reload")

    # Mail

    @property
    def spool(self):
        return self.state / "spool"

    def mail(self):
        """The messages in the spool by the key that mail programs give them."""
        if not all((self.spool / name).is_dir() for name in ("tmp", "new", "cur")):
            return {}
        while True:
            try:
                return dict(mailbox.Maildir(self.spool, factory=None, create=False).iteritems())
            except FileNotFoundError:
                # The module lists a message and opens it later; it was moved to cur in between.
                continue

    def prompts(self):
        """How many messages there are of each prompt."""
        return collections.Counter(message["X-Coach-Prompt"] for message in self.mail().values())

    def message(self, slot, seconds=15):
        """The message of a slot, when it has come."""

        def found():
            for message in self.mail().values():
                if message["X-Coach-Prompt"] == slot.prompt:
                    return message
            return None

        return until(found, f"a message of {slot.prompt}", seconds)

    # Journal and ledger

    def journal(self, *matches):
        """The entries of the service since it was fresh, newest last."""
        asked = ["journalctl", "--no-pager", "--output", "json", "--all"]
        which = [f"--since=@{self.began:.6f}", f"_SYSTEMD_USER_UNIT={UNIT}", *matches]
        lines = subprocess.run([*asked, *which], capture_output=True, text=True).stdout
        return [json.loads(line) for line in lines.splitlines()]

    def everything_in_the_journal(self):
        export = ["journalctl", "--output", "export", "--no-pager"]
        return subprocess.run(export, capture_output=True).stdout

    def facts(self, kind):
        """The subjects of the ledger's facts of one kind, oldest first."""
        ledger = self.data / "ledger.sqlite"
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=5) as opened:
            query = "SELECT subject FROM facts WHERE kind = ? ORDER BY sequence"
            return [row[0] for row in opened.execute(query, (kind,))]


class Slot:
    def __init__(self, name, when, carries, window):
        self.name = name
        self.when = when
        self.prompt = f"{name}/{when:%Y-%m-%d}"
        carried = json.dumps(list(carries))
        self.text = (
            f'[slot.{name}]\nwhen = "{when:%H:%M:%S}"\nwindow = "{window}"\ncarries = {carried}\n'
        )

    def seconds_left(self):
        return self.when.timestamp() - time.time()


class Terminal:
    """A terminal of the person's with a program in it, as a login has."""

    STYLES = re.compile(r"\x1b\[[0-9;]*m")

    def __init__(self, person, *command, columns=80, **environment):
        self.seen = b""
        self.status = None
        command = person.machine.as_person(command, **environment)
        master, slave = os.openpty()
        self.name = os.ttyname(slave)
        os.fchown(slave, UID, 5)
        os.fchmod(slave, 0o620)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.pid = os.fork()
        if self.pid == 0:
            os.close(master)
            take_terminal(slave)
            os.chdir(person.home)
            os.execvp(command[0], command)
        os.close(slave)
        self.master = master

    def read(self, seconds=0.2):
        """What has come until nothing more comes for some time."""
        while select.select([self.master], [], [], seconds)[0]:
            try:
                piece = os.read(self.master, 65536)
            except OSError:  # the last program has gone
                break
            if not piece:
                break
            self.seen += piece
        return self.seen.decode()

    def reads(self, pattern, seconds=15):
        """Waits until the terminal shows a pattern."""
        try:
            return until(lambda: re.search(pattern, self.read(0.05)), f"“{pattern}”", seconds)
        except AssertionError as missed:
            raise AssertionError(f"{missed} on the terminal, which shows {self.seen!r}") from None

    def type(self, text):
        os.write(self.master, text.encode())

    def wait(self, seconds=15):
        """The exit status of the program."""

        def ended():
            self.read(0.01)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.status = os.waitstatus_to_exitcode(status)
            return done

        if self.status is None:
            until(ended, "the program in the terminal ends", seconds)
        return self.status

    def close(self):
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.master)

    def plain(self):
        """What was shown, without colours, as lines."""
        return self.STYLES.sub("", self.read()).replace("\r", "").split("\n")


def width(text):
    """How many columns a text takes."""
    wide = {"W": 2, "F": 2}
    return sum(
        0 if unicodedata.combining(c) else wide.get(unicodedata.east_asian_width(c), 1)
        for c in text
    )


def controls(text):
    """The control characters in a text other than line ends and colours."""
    rest = re.sub(r"\r*\n", "", Terminal.STYLES.sub("", text))
    return [c for c in rest if unicodedata.category(c) in ("Cc", "Cf")]


def take_terminal(slave):
    """Makes a terminal the controlling one; os.login_tty comes with Python 3.11 only."""
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    for descriptor in range(3):
        os.dup2(slave, descriptor)
