"""The desktop: how soon a prompt is on it, and a click in the ledger; what the channel costs."""

import contextlib
import datetime
import json
import sqlite3
import statistics
import subprocess
import time

from place import REPOSITORY, Daemon, zone
from processes import Started, memory, milliseconds

HOME = "desktop"
NOTIFIER = REPOSITORY / "Tests/Bus/notifier.py"
FIRST_SECONDS = 4


def measured(place, runs):
    """The medians, in milliseconds and MiB, of as many prompts one second apart."""
    address = f"unix:path={place.home(HOME)}/run/bus"
    log = place.home(HOME) / "run/calls"
    configure(place, runs, FIRST_SECONDS)
    with Started() as started:
        server = serve(started, place, address, log)
        daemon = Daemon(started, place, HOME)
        # Reads meanwhile what it says to its manager, or it would wait for that.
        until(lambda: daemon.watchdogs() or len(called(log)) == runs, FIRST_SECONDS + runs + 10)
        shown = [at - decided(place)[prompt] for at, prompt in called(log)]
        clicks = [click(place, server, prompt, daemon) for _, prompt in called(log)]
        with_it = memory(daemon.process.pid)[0]
        send = ["notify-send", "--app-name", "bench", "Coach", "Ask before you help."]
        own = place.environment(HOME, DBUS_SESSION_BUS_ADDRESS=address)
        sent = [milliseconds(send, own) for _ in range(runs)]
    configure(place, runs, FIRST_SECONDS, channels='"spool"')
    with Started() as started:
        daemon = Daemon(started, place, HOME)
        for _ in range(FIRST_SECONDS + runs + 2):
            time.sleep(1)
            daemon.watchdogs()
        without = memory(daemon.process.pid)[0]
    median = lambda seconds: statistics.median(seconds) * 1000
    return median(shown), median(clicks), statistics.median(sent), with_it, without


def show(figures, target):
    shown, click, sent, with_it, without = figures
    print(f"{'The desktop':36}{'ms':>9}")
    for name, took in (
        ("from the wake-up to Notify received", shown),
        ("from a click to the ledger's disk", click),
        ("notify-send, one notification", sent),
    ):
        print(f"{name:36}{took:9.1f}")
    target("wake-up to Notify", shown, 20, " ms")
    target("click to disk", click, 20, " ms")
    target("RSS more than by the spool alone", with_it - without, 2, " MiB")
    print(flush=True)


def configure(place, runs, ahead, channels='"desktop", "spool"'):
    """A home with nothing in its ledger and some prompts that are due soon."""
    for file in place.ledger(HOME).parent.glob("ledger.sqlite*"):
        file.unlink()
    text = f'channels = [{channels}]\nquiet-hours = "none"\n'
    text += '[limits]\nprompts-per-day = 96\napart = "none"\n'
    for name in ("morning", "offer", "end-of-work", "wind-down"):
        text += f'[slot.{name}]\nwhen = "never"\n'
    hours = int(zone().removeprefix("Etc/GMT"))
    now = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=hours)
    for number in range(runs):
        when = now + datetime.timedelta(seconds=ahead + number)
        text += f'[slot.s{number}]\nwhen = "{when:%H:%M:%S}"\nwindow = "1h"\ncarries = ["offer"]\n'
    place.write(HOME, ".config/coach/coach.toml", text)
    place.write(HOME, "run/.keep")


def serve(started, place, address, log):
    """A bus, and a notification server that notes when it was called."""
    own = place.environment(HOME)
    config = REPOSITORY / "Tests/Bus/bus.conf"
    bus = ["dbus-daemon", f"--config-file={config}", f"--address={address}", "--nofork"]
    started.start([*bus, "--nopidfile", "--nosyslog"], own)
    until((place.home(HOME) / "run/bus").exists, 10)
    server = subprocess.Popen(
        [NOTIFIER, address, log, "body", "actions"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    started.callback(server.terminate)
    server.stdout.readline()
    return server


def called(log):
    """When each prompt came, and which it is."""
    calls = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    return [(call["at"], call["call"][6][0].removeprefix("snooze:")) for call in calls
            if call["call"][0] == "Notify"]  # fmt: skip


def decided(place):
    """When each prompt was decided: the first thing after a wake-up."""
    query = "SELECT subject, instant FROM facts WHERE kind = 'prompted'"
    with contextlib.closing(sqlite3.connect(place.ledger(HOME))) as ledger:
        return {prompt: instant / 1_000_000 for prompt, instant in ledger.execute(query)}


def click(place, server, prompt, daemon):
    """Seconds until the ledger holds what a click says."""
    query = "SELECT count(*) FROM facts WHERE kind = 'snoozed' AND subject = ?"
    with contextlib.closing(sqlite3.connect(place.ledger(HOME))) as ledger:
        began = time.perf_counter()
        print("invoke", f"snooze:{prompt}", file=server.stdin, flush=True)
        until(lambda: ledger.execute(query, (prompt,)).fetchone()[0], 10, pause=0)
        took = time.perf_counter() - began
    daemon.watchdogs()
    return took


def until(condition, seconds, pause=0.02):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("the desktop's figures could not be measured")
        time.sleep(pause)
