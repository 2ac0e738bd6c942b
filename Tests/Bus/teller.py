#!/usr/bin/python3
"""Somebody on a session bus who tells what it is told to: a desktop's idle monitor, for example.

    teller.py ADDRESS NAME PATH LOG

It takes lines from its standard input:

    answer METHOD SIGNATURE VALUE        what it answers from now on
    silent METHOD                        answers that no more
    say MEMBER SIGNATURE VALUE           a signal to everybody
    whisper MEMBER SIGNATURE VALUE       to the last caller alone, as GNOME's does

and writes the name of each method that is called to the file LOG, with its arguments, one a line
as JSON. What it was told no answer for it refuses. It says “ready” once it owns the name. Not the
python3 of PATH, which may know no Debian packages.
"""

import json
import os
import sys

import dbus
import dbus.bus
import dbus.lowlevel
import dbus.mainloop.glib
from gi.repository import GLib

TRUTH = lambda text: dbus.Boolean(text == "true")
MAKE = {"b": TRUTH, "v": TRUTH, "u": int, "t": int, "s": str, "o": str}


class Teller:
    def __init__(self, bus, name, path, log):
        self.bus, self.name, self.path, self.log = bus, name, path, log
        self.answers = {}
        self.caller = None

    def handle(self, _, message):
        member = message.get_member()
        if message.get_interface() != self.name:
            return
        self.caller = message.get_sender()
        with open(self.log, "a") as file:
            file.write(json.dumps([member, *message.get_args_list()]) + "\n")
        if member not in self.answers:
            error = "org.freedesktop.DBus.Error.UnknownMethod"
            return self.send(dbus.lowlevel.ErrorMessage(message, error, member))
        if self.answers[member]:
            reply = dbus.lowlevel.MethodReturnMessage(message)
            self.send(append(reply, *self.answers[member]))

    def send(self, message):
        self.bus.send_message(message)
        self.bus.flush()

    def order(self, what, member, *value):
        if what == "answer":
            self.answers[member] = value
        elif what == "silent":
            self.answers[member] = None
        else:
            signal = append(dbus.lowlevel.SignalMessage(self.path, self.name, member), *value)
            if what == "whisper":
                signal.set_destination(self.caller)
            self.send(signal)


def append(message, signature="", text=""):
    if signature:
        message.append(MAKE[signature](text), signature=signature)
    return message


def main(address, name, path, log):
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.bus.BusConnection(address)
    teller = Teller(bus, name, path, log)
    bus._register_object_path(path, teller.handle, lambda _: None)
    if bus.request_name(name) != dbus.bus.REQUEST_NAME_REPLY_PRIMARY_OWNER:
        raise SystemExit(f"{name} has an owner already")

    def hear(descriptor, _):
        orders = os.read(descriptor, 65536).decode()
        if not orders:
            os._exit(0)  # the library complains of its own end
        for line in orders.splitlines():
            teller.order(*line.split())
        return True

    print("ready", flush=True)
    GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, hear)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main(*sys.argv[1:])
