#!/usr/bin/python3
"""Speaks on a bus, in a name of its choice: a stand-in for logind, on the reference D-Bus library.

    speaker.py ADDRESS NAME

It takes signals from its standard input, one a line, with one truth value each:

    PATH INTERFACE MEMBER true|false [DESTINATION]

and says “ready” once it owns the name. Not the python3 of PATH, which may know no Debian packages.
"""

import sys

import dbus
import dbus.bus
import dbus.lowlevel


def main(address, name):
    bus = dbus.bus.BusConnection(address)
    if bus.request_name(name) != dbus.bus.REQUEST_NAME_REPLY_PRIMARY_OWNER:
        raise SystemExit(f"{name} has an owner already")
    print("ready", flush=True)
    for line in sys.stdin:
        path, interface, member, value, *destination = line.split()
        signal = dbus.lowlevel.SignalMessage(path, interface, member)
        signal.append(value == "true", signature="b")
        if destination:
            signal.set_destination(destination[0])
        bus.send_message(signal)
        bus.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
