"""The next elapse beside systemd's own: same expressions, same zones, a process each in turn."""

import glob
import pathlib
import shutil
import subprocess
import sys

from place import built

EXPRESSIONS = (
    "Mon..Fri 07:30",
    "daily",
    "*:0/30",
    "*-02-29",
    "*-*~01 12:00",
    "Mon *-*-1..7 09:00",
    "*-*-* 02:30",
    "*:*:0/0.25",
)
ZONES = ("Europe/Berlin", "UTC", "America/Santiago")
# How many times faster than systemd each is to be, at least.
WANTED = {("Mon..Fri 07:30", "Europe/Berlin"): 100}
WANTED |= {("*-02-29", zone): 20 for zone in ZONES}
PLACES = ("/usr/lib/*/systemd", "/usr/lib/systemd", "/usr/lib64/systemd")
START = 1_764_000_000_000_000


# As for a timer of systemd's: TZ is unset, and the zone is the machine's, here for one process.
LOCAL = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
LOCAL += ['mount --bind "/usr/share/zoneinfo/$0" /etc/localtime && exec "$@" local']


def measured(root):
    """Nanoseconds of ours, of systemd's by /etc/localtime and by TZ; and those of a year's plan."""
    ours, theirs = built("elapse"), [_compiled(root), _library()]
    times = {}
    for zone in ZONES:
        lines = "".join(f"{zone}\t{START}\t{expression}\n" for expression in EXPRESSIONS)
        *own, year = _told([ours], lines)
        local, fixed = _told([*LOCAL, zone, *theirs], lines), _told(theirs, lines)
        for expression, *took in zip(EXPRESSIONS, own, local, fixed):
            times[expression, zone] = took
    return times, year


def show(times, year, target):
    """Prints a table, and which figures are reached."""
    print("Next elapse in ns; systemd's as for its timers (TZ unset), and with TZ set")
    print(f"{'':20}{'zone':>18}{'ours':>8}{'systemd':>10}{'÷ ours':>8}{'with TZ':>10}{'÷ ours':>8}")
    for (expression, zone), (ours, local, fixed) in times.items():
        ratios = (local / ours, fixed / ours)
        print(f"{expression:20}{zone:>18}{ours:8.0f}{local:10.0f}{ratios[0]:8.0f}{fixed:10.0f}"
              f"{ratios[1]:8.0f}")  # fmt: skip
    for case, (ours, local, fixed) in times.items():
        name = "{} in {}, ours ÷ systemd's".format(*case)
        if case in WANTED:
            target(name, ours / local, 1 / WANTED[case])
    slowest = max(ours / fixed for ours, _, fixed in times.values())
    target("the slowest expression of all, ours ÷ systemd's with TZ set", slowest, 1)
    target("a year of ten slots", year / 1e6, 5, " ms")
    print(flush=True)


def _told(words, lines):
    done = subprocess.run(words, input=lines, text=True, stdout=subprocess.PIPE, check=True)
    return [float(line) for line in done.stdout.split()]


def _compiled(root):
    compiler = shutil.which("cc") or shutil.which("clang")  # Swift brings the second
    source = pathlib.Path(__file__).with_name("elapse.c")
    subprocess.run([compiler, "-O2", "-o", root / "elapse", source, "-ldl"], check=True)
    return root / "elapse"


def _library():
    found = [path for place in PLACES for path in glob.glob(f"{place}/libsystemd-shared-*.so")]
    return found[-1] if found else sys.exit("There is no libsystemd-shared: apt install systemd")
