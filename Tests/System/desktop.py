"""What a desktop is made of, for one test: a session bus, a screen and a notification server."""

import json
import signal
import subprocess

from shared import screen, until

QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Desktop:
    """The person's session bus, and what the test starts on it; all of it ends with the test."""

    def __init__(self, person, stack):
        self.person = person
        self.stack = stack
        self.tools = person.machine.clone / "Tests/Bus"
        self.socket = person.machine.runtime / "bus"
        self.place = person.home / "desktop"
        self.bus = None
        # The manager's own, where Debian starts one: it would start servers that nobody asked for.
        person.systemctl("stop", "dbus.socket", "dbus.service", check=False)
        self.socket.unlink(missing_ok=True)
        stack.callback(person.systemctl, "start", "dbus.socket", check=False)
        person.run("rm", "-rf", self.place)
        person.run("mkdir", self.place)

    def spawn(self, *command, **options):
        """Starts a program as the person; it ends with the test at the latest."""
        environment = options.pop("environment", {})
        command = self.person.machine.as_person(
            command, DBUS_SESSION_BUS_ADDRESS=f"unix:path={self.socket}", **environment
        )
        process = subprocess.Popen(command, cwd="/", **{**QUIET, **options})
        self.stack.callback(end, process)
        return process

    def start_bus(self):
        command = ["dbus-daemon", f"--config-file={self.tools / 'bus.conf'}"]
        command += [f"--address=unix:path={self.socket}", "--nofork", "--nopidfile", "--nosyslog"]
        self.bus = self.spawn(*command)
        until(self.socket.exists, "the session bus listens")

    def stop_bus(self):
        end(self.bus)
        self.socket.unlink(missing_ok=True)

    def notifier(self, *capabilities):
        return Notifier(self, capabilities or ("body", "body-markup", "actions"))

    def teller(self, name, path=None):
        return Teller(self, name, path or "/" + name.replace(".", "/"))

    def dunst(self):
        """dunst on a screen of its own; its menu picks the line that holds what `pick` says."""
        environment = {"DISPLAY": screen()}
        self.spawn("Xvfb", screen(), "-screen", "0", "800x500x24")
        asked = lambda: self.person.run("xdotool", "getmouselocation", check=False, **environment)
        until(lambda: asked().returncode == 0, "there is a screen", 20)
        menu = self.place / "menu"
        choose = f"tee {self.place}/offered | grep -F -f {self.place}/pick"
        self.person.write(menu, f"#!/bin/sh\n{choose}\n")
        menu.chmod(0o755)
        self.person.write(
            self.place / "dunstrc",
            f'[global]\ndmenu = {menu}\nmouse_left_click = context\nwidth = 400\n'
            "origin = top-left\noffset = 10x10\n",
        )
        server = self.spawn("dunst", "-config", self.place / "dunstrc", environment=environment)
        self.wait_for_server()
        return server

    def click(self, words):
        """Clicks with the mouse on the uppermost notification, and picks a button from the menu."""
        self.person.write(self.place / "pick", f"{words}\n")
        seen = ["xdotool", "search", "--onlyvisible", "--class", "Dunst"]
        shown = lambda: self.person.run(*seen, check=False, DISPLAY=screen()).stdout
        until(shown, "it can be seen")
        self.person.run("xdotool", "mousemove", "100", "40", "click", "1", DISPLAY=screen())

    def mako(self):
        """mako under a sway that has no screen."""
        wayland = self.place / "sway"
        self.person.write(wayland, "output HEADLESS-1 resolution 800x500\nxwayland disable\n")
        environment = {
            "WLR_BACKENDS": "headless",
            "WLR_RENDERER": "pixman",
            "WLR_LIBINPUT_NO_DEVICES": "1",
        }
        self.spawn("sway", "-c", wayland, environment=environment)
        runtime = self.person.machine.runtime
        sockets = lambda: [p.name for p in runtime.glob("wayland-?")]
        [name] = until(sockets, "sway is there", 20)
        server = self.spawn("mako", environment={"WAYLAND_DISPLAY": name})
        self.wait_for_server()
        return server

    def on_bus(self, *command, **options):
        """Runs a command that asks somebody on the session bus; what it says."""
        address = f"unix:path={self.socket}"
        return self.person.run(*command, DBUS_SESSION_BUS_ADDRESS=address, **options).stdout

    def in_mako(self):
        """The keys of the buttons of each notification that mako shows, sorted."""
        [shown] = json.loads(self.on_bus("makoctl", "list"))["data"]
        return [sorted(notification["actions"]["data"]) for notification in shown]

    def has_server(self):
        asked = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
        asked += ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.Notifications"]
        return "boolean true" in self.on_bus(*asked, check=False)

    def wait_for_server(self):
        until(self.has_server, "the notification server is there", 20)


class Odd:
    """A program of Tests/Bus that does what it is told on the session bus, and keeps a log."""

    number = 0

    def __init__(self, desktop, program, *arguments):
        Odd.number += 1
        self.log = desktop.place / f"odd-{Odd.number}"
        address = f"unix:path={desktop.socket}"
        words = [self.log if word is Odd else word for word in arguments]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = desktop.spawn(desktop.tools / program, address, *words, **pipes)
        assert self.process.stdout.readline() == "ready\n"

    def say(self, line):
        print(line, file=self.process.stdin, flush=True)

    def lines(self):
        return [json.loads(line) for line in self.log.read_text().splitlines()] \
            if self.log.exists() else []

    def die(self):
        end(self.process, signal.SIGKILL)


class Teller(Odd):
    """Somebody who tells of the person; see Tests/Bus/teller.py."""

    def __init__(self, desktop, name, path):
        super().__init__(desktop, "teller.py", name, path, Odd)

    def asked(self, method):
        """How often a method was called."""
        return sum(call[0] == method for call in self.lines())


class Notifier(Odd):
    """A notification server that does what it is told; see Tests/Bus/notifier.py."""

    def __init__(self, desktop, capabilities):
        super().__init__(desktop, "notifier.py", Odd, *capabilities)

    def calls(self, member):
        """The arguments of each call of a method, oldest first."""
        calls = [line["call"] for line in self.lines()]
        return [call[1:] for call in calls if call[0] == member]

    def last(self):
        """The number of the notification that came last."""
        number = 0
        for call in self.calls("Notify"):
            number = call[1] or number + 1
        return number

    def notified(self, count=1, seconds=15):
        """What was shown, once it is so many notifications."""
        what = f"{count} notifications; there are {self.calls('Notify')}"
        return until(lambda: self.calls("Notify")[count - 1:], what, seconds)[0]


def end(process, how=signal.SIGTERM):
    if process.poll() is None:
        process.send_signal(how)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
