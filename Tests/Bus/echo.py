#!/usr/bin/python3
"""Answers calls on a bus, in a name of its choice, on the reference D-Bus library.

    echo.py ADDRESS NAME

Echo gives back what it got, with the same types; Fail answers with the error org.example.No and
the text it got; Silence answers nothing; Odd answers with a structure; Go ends it. It says “ready”
once it owns the name. Not the python3 of PATH, which may know no Debian packages.
"""

import os
import sys

import dbus.bus
import dbus.lowlevel
import dbus.mainloop.glib
from gi.repository import GLib


def main(address, name):
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.bus.BusConnection(address)
    loop = GLib.MainLoop()

    def answer(bus, message):
        values = message.get_args_list()
        member = message.get_member()
        reply = dbus.lowlevel.MethodReturnMessage(message)
        if member == "Echo":
            reply.append(*values, signature=message.get_signature())
        elif member == "Fail":
            reply = dbus.lowlevel.ErrorMessage(message, "org.example.No", values[0])
        elif member == "Odd":
            reply.append((1, 2), signature="(ii)")
        elif member == "Go":
            loop.quit()
        if member != "Silence":
            bus.send_message(reply)
            bus.flush()

    bus._register_object_path("/", answer, lambda bus: None)
    if bus.request_name(name) != dbus.bus.REQUEST_NAME_REPLY_PRIMARY_OWNER:
        raise SystemExit(f"{name} has an owner already")
    print("ready", flush=True)
    GLib.io_add_watch(sys.stdin, GLib.IO_HUP, lambda *_: loop.quit())
    loop.run()
    os._exit(0)  # the library complains of its own end


if __name__ == "__main__":
    main(*sys.argv[1:])
