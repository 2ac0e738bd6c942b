#!/usr/bin/python3
"""Calls a method on a bus with three texts of which the second is none, not being UTF-8.

    raw.py SOCKET NAME PATH METHOD

It says what becomes of the connection.
"""

import os
import socket
import struct
import sys

END = {"path": (1, b"o"), "member": (3, b"s"), "destination": (6, b"s"), "signature": (8, b"g")}


def padded(data, size=8):
    return data + bytes(-len(data) % size)


def field(name, value):
    code, kind = END[name]
    head = struct.pack("BB", code, 1) + kind + b"\0"
    if kind == b"g":
        return head + struct.pack("B", len(value)) + value + b"\0"
    return head + struct.pack("<I", len(value)) + value + b"\0"


def call(serial, destination, path, method, *texts):
    body = b""
    for text in texts:
        body = padded(body, 4) + struct.pack("<I", len(text)) + text + b"\0"
    fields = {"path": path, "member": method, "destination": destination}
    interface = destination
    parts = [field(name, value.encode()) for name, value in fields.items()]
    parts.append(struct.pack("BB", 2, 1) + b"s\0" + struct.pack("<I", len(interface))
                 + interface.encode() + b"\0")
    if texts:
        parts.append(field("signature", b"s" * len(texts)))
    header = b""
    for part in parts:
        header = padded(header) + part
    return (
        struct.pack("<cBBBIII", b"l", 1, 0, 1, len(body), serial, len(header))
        + padded(header)
        + body
    )


def main(address, name, path, method):
    bus = socket.socket(socket.AF_UNIX)
    bus.settimeout(5)
    bus.connect(address)
    identity = str(os.getuid()).encode().hex()
    bus.sendall(b"\0AUTH EXTERNAL " + identity.encode() + b"\r\n")
    bus.recv(4096)
    bus.sendall(b"BEGIN\r\n")
    driver = "org.freedesktop.DBus"
    bus.sendall(call(1, driver, "/org/freedesktop/DBus", "Hello"))
    assert b":1." in bus.recv(4096)
    bus.sendall(call(2, name, path, method, b"help", b"taken\xff\xfe", b""))
    while True:
        try:
            came = bus.recv(4096)
        except ConnectionResetError:
            came = b""
        if not came:
            return print("the bus let us go")
        if b"Error" in came:
            return print("an error came")


if __name__ == "__main__":
    main(*sys.argv[1:])
