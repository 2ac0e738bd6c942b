#!/usr/bin/python3
"""A notification server of its own kind on a session bus: what it can do and what fails is told.

    notifier.py ADDRESS LOG [CAPABILITY…]

It takes lines from its standard input:

    invoke KEY [NUMBER]      presses a button, of the last notification or of another
    whisper KEY              presses it as dunst does, telling the sender alone
    reply TEXT               writes into the line of the last notification
    close NUMBER REASON      says that a notification is gone
    fail NAME TEXT           refuses what comes from now on
    well                     takes it again
    silent                   answers nothing any more; die in the middle of it is for the caller
    late SECONDS             answers late
    slow SECONDS             says late what it can do
    called NAME              is called so from now on, and not “odd”

Each call goes to the file LOG, one a line as JSON with its time. It says “ready” once it owns the
name. Not the python3 of PATH, which may know no Debian packages.
"""

import json
import os
import sys
import time

import dbus.bus
import dbus.lowlevel
import dbus.mainloop.glib
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


class Notifier:
    def __init__(self, bus, log, capabilities):
        self.bus = bus
        self.log = log
        self.capabilities = capabilities
        self.last = 0
        self.senders = {}
        self.error = None
        self.is_silent = False
        self.lateness = 0
        self.slowness = 0
        self.name = "odd"

    def handle(self, _, message):
        member, values = message.get_member(), message.get_args_list()
        with open(self.log, "a") as file:
            file.write(json.dumps({"at": time.time(), "call": [member, *values]}) + "\n")
        if self.is_silent:
            return
        wait = {"Notify": self.lateness, "GetCapabilities": self.slowness}.get(member, 0)
        if wait:
            GLib.timeout_add(int(wait * 1000), lambda: self.answer(message, values))
            return
        self.answer(message, values)

    def answer(self, message, values):
        member = message.get_member()
        reply = dbus.lowlevel.MethodReturnMessage(message)
        if self.error and member == "Notify":
            reply = dbus.lowlevel.ErrorMessage(message, *self.error)
        elif member == "GetCapabilities":
            reply.append(self.capabilities, signature="as")
        elif member == "GetServerInformation":
            reply.append(self.name, "nobody", "1", "1.2", signature="ssss")
        elif member == "Notify":
            self.last = int(values[1]) or self.last + 1
            self.senders[self.last] = message.get_sender()
            reply.append(self.last, signature="u")
        elif member == "CloseNotification":
            self.say("NotificationClosed", "uu", int(values[0]), 3)
        self.bus.send_message(reply)
        self.bus.flush()

    def say(self, member, signature, *values, to=None):
        signal = dbus.lowlevel.SignalMessage(PATH, NAME, member)
        signal.append(*values, signature=signature)
        if to:
            signal.set_destination(to)
        self.bus.send_message(signal)
        self.bus.flush()

    def order(self, line):
        what, *words = line.split()
        if what == "invoke":
            number = int(words[1]) if len(words) > 1 else self.last
            self.say("ActionInvoked", "us", number, words[0])
        elif what == "whisper":
            self.say("ActionInvoked", "us", self.last, words[0], to=self.senders[self.last])
        elif what == "reply":
            self.say("NotificationReplied", "us", self.last, line.partition(" ")[2])
        elif what == "close":
            self.say("NotificationClosed", "uu", int(words[0]), int(words[1]))
        elif what == "fail":
            self.error = (words[0], " ".join(words[1:]))
        elif what == "well":
            self.error, self.lateness, self.slowness = None, 0, 0
        elif what == "silent":
            self.is_silent = True
        elif what == "late":
            self.lateness = float(words[0])
        elif what == "called":
            self.name = words[0]
        elif what == "slow":
            self.slowness = float(words[0])


def main(address, log, *capabilities):
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.bus.BusConnection(address)
    loop = GLib.MainLoop()
    notifier = Notifier(bus, log, list(capabilities))
    bus._register_object_path(PATH, notifier.handle, lambda _: None)
    if bus.request_name(NAME) != dbus.bus.REQUEST_NAME_REPLY_PRIMARY_OWNER:
        raise SystemExit(f"{NAME} has an owner already")

    def hear(descriptor, _):
        orders = os.read(descriptor, 65536).decode()
        if not orders:
            loop.quit()
            return False
        for line in orders.splitlines():
            notifier.order(line)
        return True

    print("ready", flush=True)
    GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, hear)
    loop.run()
    os._exit(0)  # the library complains of its own end


if __name__ == "__main__":
    main(*sys.argv[1:])
