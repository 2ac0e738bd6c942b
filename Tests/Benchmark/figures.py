"""The figures: what idles, what starts, what a command takes."""

import contextlib
import os
import sqlite3
import statistics
import time

from place import LEDGERS, Daemon
from processes import Started, memory, milliseconds, switched, switches

ROW = (
    "'0b5fba0e-36f5-4d3c-9d1e-6f1d4f5f9a10', 1795408200000000, 'Europe/Berlin', '2026-11-22', "
    "'answered', 'question/energy', '{\"v\":1,\"type\":\"scale\",\"answer\":\"7\"}'"
)


def idle_memory(place, starts):
    """RSS, PSS, private memory and threads for each ledger, the medians of several starts."""
    seen = {name: [] for name in LEDGERS}
    for _ in range(starts):
        for name, held in seen.items():
            with Started() as started:  # one at a time, or they would share their pages
                daemon = Daemon(started, place, name)
                time.sleep(1.5)
                held.append(memory(daemon.process.pid))
    return {name: tuple(map(statistics.median, zip(*held))) for name, held in seen.items()}


def idle(place, window):
    """What happens in a time in which nothing is to be done.

    For each ledger and peer: wake-ups, other switches, times it fed the watchdog; and the
    memory of the peers.
    """
    with Started() as started:
        daemons = {name: Daemon(started, place, name) for name in LEDGERS}
        others = _peers(started, place)
        pids = {name: daemon.process.pid for name, daemon in daemons.items()}
        pids |= {name: process.pid for name, process in others.items()}
        time.sleep(3)
        for daemon in daemons.values():
            daemon.watchdogs()
        before = {name: switches(pid) for name, pid in pids.items()}
        time.sleep(window)
        for name, process in others.items():
            if process.poll() is not None:
                raise SystemExit(f"{name} ended with {process.returncode}")
        after = {name: switches(pid) for name, pid in pids.items()}
        fed = {name: daemon.watchdogs() for name, daemon in daemons.items()}
        held = {name: memory(process.pid) for name, process in others.items()}
    woken = {name: switched(before[name], after[name]) for name in pids}
    return {name: (*woken[name], fed.get(name, 0)) for name in pids}, held


def _peers(started, place):
    """dunst under a screen and a bus of its own, and remind."""
    home = place.home("peers")
    address = f"unix:path={home}/run/bus"
    place.write("peers", ".config/dunst/dunstrc")
    place.write("peers", "reminders", "REM AT 23:59 MSG Lights out\n")
    place.write(
        "peers",
        "run/bus.conf",
        f"<busconfig><type>session</type><listen>{address}</listen><policy context='default'>"
        "<allow send_destination='*'/><allow receive_sender='*'/><allow own='*'/></policy>"
        "</busconfig>\n",
    )
    own = place.environment("peers")
    started.start(["dbus-daemon", f"--config-file={home}/run/bus.conf", "--nofork"], own)
    screen, screen_end = os.pipe()
    size = ["-screen", "0", "800x600x24"]
    xvfb = ["Xvfb", "-displayfd", screen_end, "-nolisten", "tcp", *size]
    started.start(xvfb, own, pass_fds=[screen_end])
    os.close(screen_end)
    with open(screen) as display:
        number = display.readline().strip()
    seen = place.environment("peers", DISPLAY=f":{number}", DBUS_SESSION_BUS_ADDRESS=address)
    return {
        "dunst": started.start(["dunst"], seen),
        "remind": started.start(["remind", "-z", home / "reminders"], own),
    }


def start_to_ready(place, runs):
    """Milliseconds from the fork to READY, for each ledger."""
    seen = {name: [] for name in LEDGERS}
    for _ in range(runs + 1):
        for name, times in seen.items():
            with Started() as started:
                times.append(Daemon(started, place, name).milliseconds)
    return {name: statistics.median(times[1:]) for name, times in seen.items()}


def commands(place, runs, has_daemon):
    """Milliseconds of each command, the median of rounds in which all take turns."""
    place.renew()
    with Started() as started:
        listed = _command_lines(place, "beside" if has_daemon else "alone")
        if has_daemon:
            for name in LEDGERS:
                Daemon(started, place, name)
        seen = {name: [] for name in listed}
        for _ in range(runs + 1):
            for name, line in listed.items():
                seen[name].append(milliseconds(*line))
                if has_daemon and "check" in name:
                    time.sleep(0.2)  # the daemon looks at it now, and not beside the next command
    return {name: statistics.median(times[1:]) for name, times in seen.items()}


def _command_lines(place, word):
    """Arguments and environment of each command, whose files are made."""
    peer = f"commands-{word}"
    home = place.home(peer)
    place.write(peer, "tasks/.keep")
    place.write(peer, "taskrc", "confirmation=off\n")
    own = place.environment(peer, TASKDATA=f"{home}/tasks", TASKRC=f"{home}/taskrc")
    floor = home / "floor.sqlite"
    with contextlib.closing(sqlite3.connect(floor)) as database:
        database.execute("CREATE TABLE facts (id, instant, zone, day, kind, subject, payload)")
    durably = "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL"
    insert = f"{durably}; INSERT INTO facts VALUES ({ROW});"
    task = ["task", "rc.confirmation=off"]
    lines = {
        "floor": (["sqlite3", floor, insert], own),
        "task add": ([*task, "add", "Serve before being asked"], own),
        "task list": ([*task, "list"], own),
    }
    for name in LEDGERS:
        mine = place.environment(name)
        lines[f"coach check, {name}"] = ([place.coach, "check", "energy", "7"], mine)
        lines[f"coach, {name}"] = ([place.coach], mine)
        lines[f"coach greet, {name}"] = ([place.coach, "greet"], mine)
    return lines
