"""What the inside and the outside of the machine share."""

import pathlib
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
OURS = "coach-system-"
NAME = "person"
UID = 58231  # far from people's and systemd's own ranges; the limits of a uid are the kernel's
UNITED = pathlib.Path("/sys/fs/cgroup")
PROGRAMS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


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
