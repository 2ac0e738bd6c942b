"""GNOME's own shell, on a screen that is none: what pops up there, and what a mouse does with it.

The shell is Debian's, run headless; a picture of what went wrong is left in
.build/pytest/d/pictures.
"""

import contextlib
import datetime
import subprocess

import pytest

from desktop import end
from gnome import AWAY, COMMAND, ENVIRONMENT, Gnome
from shared import REPOSITORY, until
from test_desktop import DesktopCase
from test_sleep import SOCKET

CONCERNS = r"Desktop|Notif|AnswerWindow|Card|gnome"

# The shell tells for how long nobody has touched anything; not to wait for a break in that.
AT_ONCE = '[presence]\npatience = "none"\n'
# What is kept of what popped up, below the clock.
LIST = "Main.panel.statusArea.dateMenu._messageList"


@pytest.fixture(autouse=True)
def pictures(request):
    """Where a picture is left of what failed; those of the time before go."""
    place = request.config.cache.mkdir("pictures")
    for old in place.glob(f"{request.node.name}*.png"):
        old.unlink()
    request.instance.picture = place / f"{request.node.name}.png"


class InGnome(DesktopCase):
    """A person before GNOME Shell, with nothing on the screen."""

    def setUp(self):
        super().setUp()
        stack = contextlib.ExitStack()
        self.addCleanup(stack.close)
        self.start_system_bus(stack)
        self.desktop.spawn("/usr/libexec/dconf-service")
        self.addCleanup(self.person.run, "rm", "-rf", self.person.home / ".config/dconf")
        self.gnome = Gnome(self.desktop.on_bus)
        self.gnome.greet()
        self.log = self.enterContext(open(self.desktop.place / "shell.log", "w"))
        shell = self.desktop.spawn(*COMMAND, environment=ENVIRONMENT, stderr=self.log)
        try:
            until(lambda: shell.poll() is not None or self.gnome.is_up(), "the shell is up", 60)
        except AssertionError as missed:
            missed.add_note((self.desktop.place / "shell.log").read_text()[-2000:])
            raise
        # A bus would start it; this one starts nobody.
        self.desktop.spawn("gjs", "/usr/share/gnome-shell/org.gnome.Shell.Notifications")
        self.desktop.wait_for_server()
        self.gnome.clear()
        until(lambda: not self.gnome.texts(), "nothing is on the screen")

    def start_system_bus(self, stack):
        """A bus on which nobody is; without one the shell does not start."""
        SOCKET.parent.mkdir(exist_ok=True)
        config = REPOSITORY / "Tests/Bus/bus.conf"
        words = ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--nosyslog"]
        bus = subprocess.Popen(words, stderr=subprocess.DEVNULL)
        stack.callback(SOCKET.unlink, missing_ok=True)
        stack.callback(end, bus)
        until(SOCKET.exists, "the system bus listens")

    @contextlib.contextmanager
    def pictured(self):
        """Takes a picture of the screen where what is tried fails."""
        try:
            yield
        except BaseException as trouble:
            taken = self.desktop.place / "screen.png"
            with contextlib.suppress(Exception):
                self.gnome.picture(taken)
                self.picture.write_bytes(taken.read_bytes())
                trouble.add_note(f"The screen: .build/pytest/d/pictures/{self.picture.name}")
            raise

    def click(self, *labels):
        """Clicks on the button that says something, of what has popped up."""
        for label in labels:
            button = until(lambda: self.gnome.presses(label), f"a button “{label}”")
            self.assertTrue(button["isWhole"], f"“{label}” can be read")

    def pops_up(self, *words):
        """Waits until something has popped up that says these; all of it."""
        says = lambda: [text for text in self.gnome.texts() if text in words]
        until(lambda: len(says()) == len(words), f"{words}", 20)

    def test_a_promise_is_reminded_of_and_is_kept_by_a_click(self):
        self.person.configure(channels=("desktop", "spool"), more=AT_ONCE)
        self.start()
        due = self.person.machine.now() + datetime.timedelta(seconds=3 + 15 * 60 + 3600)
        by = f"{due:%Y-%m-%d %H:%M:%S}"
        self.person.coach("promise", "call Bob", "--by", by, "--reserve", "1h")
        with self.pictured():
            self.pops_up("Promise: call Bob")
            self.click("Done")
            state = lambda: self.person.told("promises", "--all")[0]["state"]
            until(lambda: state() == "kept", "it is kept")
            until(lambda: not self.gnome.texts(), "it has left the screen")

    def test_a_number_is_answered_by_two_clicks(self):
        slot = self.asks("energy", more=AT_ONCE)
        with self.pictured():
            self.shown(slot)
            self.click("Answer…", "5")
            self.assertEqual(self.answered("energy"), ("5", "desktop"))
            until(lambda: not self.gnome.texts(), "it has left the screen")

    def test_what_was_asked_stands_in_the_list_once_after_a_restart(self):
        slot = self.asks("help", more=AT_ONCE)
        with self.pictured():
            self.shown(slot)
            until(self.gnome.texts, "it pops up")
            self.person.systemctl("restart", "coach.service")
            # Of somebody who is there it goes in some seconds.
            self.gnome.point(*AWAY)
            until(lambda: not self.gnome.texts(), "it has left the screen")
            self.gnome.click(640, 12)
            asks = "How did your offer of help go?"
            says = lambda: [text for text in self.gnome.texts(LIST) if text.startswith(asks)]
            until(says, "it is in the list")
            self.assertEqual(len(says()), 1)
            self.assertEqual(self.gnome.texts(), [], "it does not pop up again")
