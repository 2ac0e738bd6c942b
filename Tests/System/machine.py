"""A machine within the machine: namespaces with a private /etc, /run, /tmp, log, terminals, processes
and control groups, a real journald and one throw-away person with a real user manager.

Nothing of it is seen outside, and all of it goes when its first process ends, whatever ends it. What is
left for the outside to remove is one directory and one control group.
"""

import datetime
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
OURS = "coach-system-"
NAME = "person"
UID = 58231  # far from people's and systemd's own ranges; the limits of a uid are the kernel's
UNITED = pathlib.Path("/sys/fs/cgroup")
PROGRAMS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


class Impossible(Exception):
    """This machine cannot hold the other one; the text says why."""


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


# Outside


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


def run_inside(arguments):
    """Runs this program again inside; returns its exit status when all of it is gone."""
    sweep()
    base = pathlib.Path(tempfile.mkdtemp(prefix=f"{OURS}{os.getpid()}-", dir="/var/tmp"))
    base.chmod(0o755)
    group = None
    inside = [
        *("setpriv", "--pdeathsig", "KILL"),  # nothing outlives this process, even if it is killed
        *("unshare", "--mount", "--cgroup", "--pid", "--fork", "--kill-child", "--mount-proc"),
        *(sys.executable, str(pathlib.Path(__file__).parent), "--inside", str(base), *arguments),
    ]
    child = None

    def end(number, _frame):
        raise SystemExit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
    try:
        copy_repository(base / "clone")
        if pathlib.Path("/run/systemd/system").is_dir():
            # A manager owns the control groups: ask it for one.
            scope = ["systemd-run", "--scope", "--quiet", "--collect", "--property=Delegate=yes"]
            child = subprocess.Popen([*scope, "--", *inside], cwd="/")
        else:
            group = united_control_groups() / base.name
            group.mkdir()
            procs = group / "cgroup.procs"
            child = subprocess.Popen(
                inside, cwd="/", preexec_fn=lambda: procs.write_text(str(os.getpid()))
            )
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
        shutil.rmtree(base, ignore_errors=True)


def sweep():
    """Removes what a run left that was killed before it could clean up."""
    groups = united_control_groups()
    for place, remove in ((pathlib.Path("/var/tmp"), shutil.rmtree), (groups, remove_group)):
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
    """Copies the clone with its release build, for a person to own: nothing is written to the first."""

    def skipped(directory, names):
        if pathlib.Path(directory) == REPOSITORY:
            return {name for name in names if name == ".git" or name.startswith(".build-")}
        if ".build" in pathlib.Path(directory).relative_to(REPOSITORY).parts:
            return {name for name in names if name.startswith("debug")}
        return set()

    shutil.copytree(REPOSITORY, to, symlinks=True, ignore=skipped)


# Inside


def toolchain():
    """The directory of the Swift toolchain's programs, or None."""
    swift = shutil.which("swift")
    if not swift:
        return None
    told = subprocess.run([swift, "-print-target-info"], capture_output=True, text=True).stdout
    for line in told.splitlines():
        if '"runtimeResourcePath"' in line:  # …/usr/lib/swift, also where swift is only a proxy
            return pathlib.Path(line.split('"')[3]).parents[1] / "bin"
    return pathlib.Path(swift).resolve().parent


def reachable(path):
    """Whether anybody may go to a directory."""
    return all(place.stat().st_mode & 0o001 for place in (path, *path.parents))


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)


class Machine:
    """The machine, seen from its first process."""

    def __init__(self, base):
        self.base = pathlib.Path(base)
        self.home = self.base / "home"
        self.runtime = pathlib.Path(f"/run/user/{UID}")
        self.group = UNITED / f"user.slice/user-{UID}.slice/user@{UID}.service"
        self.toolchain = toolchain()
        self.clone = REPOSITORY
        self.journald = None
        self.manager = None

    def start(self):
        self._hide()
        self._add_person()
        self._place_clone()
        self._start_journal()
        self.start_manager()

    def stop(self):
        self.stop_manager()
        self.journald.terminate()
        self.journald.wait()

    def _hide(self):
        """Puts private places over what is the machine's."""
        names = pathlib.Path("/etc/resolv.conf")
        resolver = names.read_text() if names.exists() else ""
        subprocess.run(["cp", "--archive", "/etc", self.base], check=True)
        mount("--bind", self.base / "etc", "/etc")
        mount("-t", "tmpfs", "-o", "mode=0755", "tmpfs", "/run")
        mount("-t", "tmpfs", "-o", "mode=1777", "tmpfs", "/tmp")
        mount("-t", "tmpfs", "-o", "mode=0755", "tmpfs", "/var/log")
        mount("-t", "cgroup2", "cgroup2", UNITED)
        terminals = "newinstance,ptmxmode=0666,mode=0620,gid=5"
        mount("-t", "devpts", "-o", terminals, "devpts", "/dev/pts")
        if not pathlib.Path("/dev/ptmx").is_symlink():
            mount("--bind", "/dev/pts/ptmx", "/dev/ptmx")
        if resolver:
            names.unlink()
            names.write_text(resolver)
        pathlib.Path("/run/lock").mkdir()
        # What PID 1 would have made: the sign that systemd runs, and the root of sandboxes.
        pathlib.Path("/run/systemd/system").mkdir(parents=True)
        pathlib.Path("/run/systemd/unit-root").mkdir(mode=0o700)
        self._make_it_noon()

    def _make_it_noon(self):
        """Chooses a zone where it is about noon: no run meets midnight or anybody's night."""
        ahead = 12 - datetime.datetime.now(datetime.timezone.utc).hour
        self.zone = f"Etc/GMT{-ahead:+d}"  # these names count westwards
        self.offset = datetime.timezone(datetime.timedelta(hours=ahead))
        link = pathlib.Path("/etc/localtime")
        link.unlink(missing_ok=True)
        link.symlink_to(f"/usr/share/zoneinfo/{self.zone}")
        pathlib.Path("/etc/timezone").write_text(f"{self.zone}\n")

    def now(self):
        return datetime.datetime.now(self.offset)

    def _add_person(self):
        self.home.mkdir(mode=0o700)
        os.chown(self.home, UID, UID)
        with open("/etc/passwd", "a") as file:
            file.write(f"{NAME}:x:{UID}:{UID}:A person:{self.home}:/bin/bash\n")
        with open("/etc/group", "a") as file:
            file.write(f"{NAME}:x:{UID}:\n")

    def _place_clone(self):
        """Gives the person their own clone, at the place of the first so that its build stays good."""
        copy = self.base / "clone"
        subprocess.run(["chown", "--recursive", f"{UID}:{UID}", copy], check=True)
        REPOSITORY.mkdir(parents=True, exist_ok=True)  # it may have lain in the hidden /tmp
        if reachable(REPOSITORY.parent):
            mount("--bind", copy, REPOSITORY)
        else:
            self.clone = copy
        if self.toolchain and not reachable(self.toolchain):
            place = pathlib.Path("/run/toolchain")
            place.mkdir()
            mount("--bind", self.toolchain.parent, place)
            self.toolchain = place / "bin"

    def _start_journal(self):
        directory = pathlib.Path("/var/log/journal")
        directory.mkdir()
        shutil.chown(directory, group="systemd-journal")
        directory.chmod(0o2755)  # with it each person may read what is theirs
        identity = pathlib.Path("/etc/machine-id")
        if not identity.exists() or len(identity.read_text().strip()) != 32:
            identity.write_text(os.urandom(16).hex() + "\n")
        shutil.rmtree("/etc/systemd/journald.conf.d", ignore_errors=True)
        # Not the kernel's messages nor its audit: they are the outer machine's.
        pathlib.Path("/etc/systemd/journald.conf").write_text(
            "[Journal]\nStorage=persistent\nReadKMsg=no\nAudit=\nRateLimitBurst=0\n"
            "ForwardToSyslog=no\nForwardToWall=no\n"
        )
        flushed = pathlib.Path("/run/systemd/journal/flushed")
        flushed.parent.mkdir()
        flushed.touch()  # write to the disk from the start
        self.journald = subprocess.Popen([systemd("systemd-journald")], stderr=subprocess.DEVNULL)
        until(pathlib.Path("/run/systemd/journal/socket").exists, "journald listens")

    def environment(self, **more):
        """What a person's login would set."""
        path = f"{self.home}/.local/bin:{PROGRAMS}"
        if self.toolchain:
            path = f"{self.toolchain}:{path}"
        return {
            "HOME": str(self.home),
            "USER": NAME,
            "LOGNAME": NAME,
            "SHELL": "/bin/bash",
            "PATH": path,
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "XDG_RUNTIME_DIR": str(self.runtime),
            **more,
        }

    def as_person(self, command, **environment):
        """A command line that runs a command as the person, with nothing of ours in its environment."""
        settings = [f"{key}={value}" for key, value in self.environment(**environment).items()]
        person = ["--reuid", str(UID), "--regid", str(UID), "--init-groups", "--reset-env"]
        return ["setpriv", *person, "env", "-i", *settings, *map(str, command)]

    def start_manager(self):
        """Starts the person's manager as a login would: in its control group, with its directory."""
        self.runtime.mkdir(parents=True, mode=0o700)
        os.chown(self.runtime, UID, UID)
        self.group.mkdir(parents=True, exist_ok=True)
        for delegated in ("", "cgroup.procs", "cgroup.subtree_control", "cgroup.threads"):
            os.chown(self.group / delegated, UID, UID)
        procs = self.group / "cgroup.procs"
        program = [systemd("systemd"), "--user", "--log-target=journal"]
        self.manager = subprocess.Popen(
            self.as_person(program),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: procs.write_text(str(os.getpid())),
        )
        asked = self.as_person(["systemctl", "--user", "is-system-running"])

        def running():
            state = subprocess.run(asked, capture_output=True, text=True).stdout.strip()
            return state in ("running", "degraded")

        until(running, "the user manager runs", 30)

    def stop_manager(self):
        """Ends the person's manager and all it started, as the last logout would."""
        exit_command = self.as_person(["systemctl", "--user", "exit"])
        subprocess.run(exit_command, capture_output=True)
        try:
            self.manager.wait(20)
        except subprocess.TimeoutExpired:
            self.manager.kill()
            self.manager.wait()
        shutil.rmtree(self.runtime, ignore_errors=True)
