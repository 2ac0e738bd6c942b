"""What the inside and the outside of the machine share."""

import os
import pathlib
import re
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
OURS = "coach-system-"
NAME = "person"
UID = 58231  # far from people's and systemd's own ranges; the limits of a uid are the kernel's
UNITED = pathlib.Path("/sys/fs/cgroup")
# Set inside, to the directory of the machine.
INSIDE = "COACH_MACHINE"
PROGRAMS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def screen():
    """This machine's display: an X server's socket is the network's, and so every machine's."""
    started_by = re.search(rf"{OURS}(\d+)", os.environ.get(INSIDE, ""))
    return f":{100 + int(started_by[1]) % 10_000}" if started_by else ":77"


def until(condition, what, seconds=10.0):
    """Waits for a condition, and gives what it gave."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds:g} s: {what}")
        time.sleep(0.02)
