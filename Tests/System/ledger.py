"""Writes facts into a ledger as the coach does: each with a checksum, as `Chain.swift` has it."""

import json

POLYNOMIAL = 0xC96C5795D7870F42  # ECMA-182, its lowest bit first
ONES = 2**64 - 1


def _table():
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ POLYNOMIAL if byte & 1 else byte >> 1
        yield byte


TABLE = tuple(_table())


def crc(data):
    """CRC-64/XZ; of b"123456789" it is 0x995DC9BBDF1939FA."""
    value = ONES
    for byte in data:
        value = value >> 8 ^ TABLE[(value ^ byte) & 0xFF]
    return value ^ ONES


def checksum(before, sequence, identifier, instant, *texts):
    def number(value):
        return (value & ONES).to_bytes(8, "big")

    def text(value):
        data = value.encode()
        return len(data).to_bytes(4, "big") + data

    data = number(before) + number(sequence) + text(identifier) + number(instant)
    value = crc(data + b"".join(map(text, texts)))
    return value - 2**64 if value >> 63 else value


def append_all(ledger, facts):
    """Writes many facts in one go, each in the order in which `append` names its parts."""
    last, before = ledger.execute("SELECT sequence, checksum FROM head").fetchone()
    rows = []
    for *named, payload in facts:
        last += 1
        fact = (last, *named, json.dumps(payload))
        before = checksum(before, *fact)
        rows.append((*fact, before))
    columns = "sequence, id, instant, zone, day, kind, subject, payload, checksum"
    places = ", ".join("?" * 9)
    ledger.executemany(f"INSERT INTO facts ({columns}) VALUES ({places})", rows)
    ledger.execute("UPDATE head SET sequence = ?, checksum = ?", (last, before))
    ledger.commit()


def append(ledger, identifier, instant, zone, day, kind, subject, payload):
    """Writes one fact over an open connection, and commits."""
    last, before = ledger.execute("SELECT sequence, checksum FROM head").fetchone()
    fact = (last + 1, identifier, instant, zone, str(day), kind, subject, json.dumps(payload))
    whole = (*fact, checksum(before, *fact))
    columns = "sequence, id, instant, zone, day, kind, subject, payload, checksum"
    ledger.execute(f"INSERT INTO facts ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", whole)
    ledger.execute("UPDATE head SET sequence = ?, checksum = ?", (last + 1, whole[-1]))
    ledger.commit()
