"""Before and after the machine: whether it can be, starting it, and leaving nothing of it."""

import functools
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

from shared import OURS, PROGRAMS, REPOSITORY, until

CACHE = REPOSITORY / ".build/pytest"


class Impossible(Exception):
    """This machine cannot hold the other one; the text says why."""


def check_possible():
    """Says early and in plain words what is missing."""
    if os.geteuid() != 0:
        raise Impossible("namespaces and a user manager need root, and sudo does not give it")
    for program in ("unshare", "setpriv", "mount", "systemctl", "journalctl"):
        if not shutil.which(program, path=PROGRAMS):
            raise Impossible(f"there is no {program}")
    systemd("systemd")
    systemd("systemd-journald")
    united_control_groups()
    namespaces = ["unshare", "--mount", "--cgroup", "--pid", "--fork", "--mount-proc", "true"]
    trial = subprocess.run(namespaces, capture_output=True, text=True)
    if trial.returncode:
        raise Impossible(f"no namespaces here: {trial.stderr.strip()}")


def systemd(program):
    """Where a program of systemd lies that is in nobody's PATH."""
    for directory in ("/usr/lib/systemd", "/lib/systemd"):
        if os.access(f"{directory}/{program}", os.X_OK):
            return f"{directory}/{program}"
    raise Impossible(f"there is no {program}")


def united_control_groups():
    """Where the control groups of version 2 are mounted."""
    for line in pathlib.Path("/proc/mounts").read_text().splitlines():
        _, place, kind, options, *_ = line.split()
        if kind == "cgroup2" and "rw" in options.split(","):
            return pathlib.Path(place)
    raise Impossible("no control groups of version 2 are mounted here for writing")


def run_inside(name, arguments, remembers):
    """Runs pytest again inside, where the variable of that name has the machine's directory.

    Returns its exit status when all of it is gone.
    """
    sweep()
    base = pathlib.Path(tempfile.mkdtemp(prefix=f"{OURS}{os.getpid()}-", dir="/var/tmp"))
    base.chmod(0o755)
    group = None
    inside = [
        *("setpriv", "--pdeathsig", "KILL"),  # nothing outlives this process, even if it is killed
        *("unshare", "--mount", "--cgroup", "--pid", "--fork", "--kill-child", "--mount-proc"),
        *("env", f"{name}={base}", sys.executable, "-B", "-m", "pytest"),
        *(f"--override-ini=cache_dir={base / 'cache'}", *arguments),
    ]
    child = None

    def end(number, _frame):
        raise SystemExit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
    try:
        copy_repository(base / "clone")
        if CACHE.is_dir():
            shutil.copytree(CACHE, base / "cache")
        if pathlib.Path("/run/systemd/system").is_dir():
            # A manager owns the control groups: ask it for one.
            scope = ["systemd-run", "--scope", "--quiet", "--collect", "--property=Delegate=yes"]
            child = subprocess.Popen([*scope, "--", *inside])
        else:
            group = united_control_groups() / base.name
            group.mkdir()
            procs = group / "cgroup.procs"
            child = subprocess.Popen(inside, preexec_fn=lambda: procs.write_text(str(os.getpid())))
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # the inner one got it too, and cleans up
                continue
    finally:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        if child and child.poll() is None:
            child.kill()  # unshare takes the first process inside along, and that all others
            child.wait()
        if group:
            remove_group(group)
        if remembers:
            keep_cache(base / "cache")
        shutil.rmtree(base, ignore_errors=True)


def keep_cache(made):
    """Puts pytest's memory of what failed where it is found again, for the person of the clone."""
    if not made.is_dir() or not CACHE.parent.is_dir():
        return
    shutil.rmtree(CACHE, ignore_errors=True)
    shutil.copytree(made, CACHE)
    owner = CACHE.parent.stat()
    for place in (CACHE, *CACHE.rglob("*")):
        os.chown(place, owner.st_uid, owner.st_gid)


def sweep():
    """Removes what a run left that was killed before it could clean up.

    Several machines start at the same time, and each of them does.
    """
    groups = united_control_groups()
    remove_all = functools.partial(shutil.rmtree, ignore_errors=True)
    for place, remove in ((pathlib.Path("/var/tmp"), remove_all), (groups, remove_group)):
        for left in place.glob(f"{OURS}*-*"):
            if not os.path.exists(f"/proc/{left.name.split('-')[2]}"):
                remove(left)


def remove_group(group):
    """Removes a control group and those in it, once the last process has left them."""

    def removed():
        for directory, _, _ in os.walk(group, topdown=False):
            try:
                os.rmdir(directory)
            except OSError:
                pass
        return not group.exists()

    until(removed, f"{group} is removed", 5)


def copy_repository(to):
    """Copies the clone with its release build, for a person to own; the first stays as it is."""

    def skipped(directory, names):
        if pathlib.Path(directory) == REPOSITORY:
            return {name for name in names if name == ".git" or name.startswith(".build-")}
        if ".build" in pathlib.Path(directory).relative_to(REPOSITORY).parts:
            return {name for name in names if name.startswith("debug")}
        return set()

    shutil.copytree(REPOSITORY, to, symlinks=True, ignore=skipped, copy_function=copy_if_there)


def copy_if_there(source, target):
    """Copies a file that stays: the package manager, which runs beside, has some for a moment."""
    try:
        shutil.copy2(source, target)
    except FileNotFoundError:
        pass
