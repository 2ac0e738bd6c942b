"""A machine within the machine: namespaces with a private /etc, /run, /tmp, log, terminals,
processes and control groups, a real journald and one throw-away person with a real user manager.

Nothing of it is seen outside, and all of it goes when its first process ends, whatever ends it.
What is left for the outside to remove is one directory and one control group: see outside.py.
"""

import datetime
import os
import pathlib
import shutil
import subprocess

from outside import systemd
from shared import NAME, PROGRAMS, REPOSITORY, UID, UNITED, until


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


def zone(west):
    """The zone that is so many hours west of Greenwich: its names count westwards."""
    # What is called Etc/GMT+0 leads to another name, and that is what the service says.
    return f"Etc/GMT{west:+d}" if west else "Etc/GMT"


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
        # Where it is a cgroup2 already, the kernel refuses the same once more; not over another.
        mount("-t", "tmpfs", "-o", "mode=0755", "tmpfs", UNITED)
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
        self.zone = zone(-ahead)
        self.offset = datetime.timezone(datetime.timedelta(hours=ahead))
        link = pathlib.Path("/etc/localtime")
        link.unlink(missing_ok=True)
        link.symlink_to(f"/usr/share/zoneinfo/{self.zone}")
        pathlib.Path("/etc/timezone").write_text(f"{self.zone}\n")

    def now(self):
        return datetime.datetime.now(self.offset)

    def zone_to_the_west(self):
        """The one where it is an hour less."""
        return zone(1 - round(self.offset.utcoffset(None).total_seconds() / 3600))

    def _add_person(self):
        self.home.mkdir(mode=0o700)
        os.chown(self.home, UID, UID)
        with open("/etc/passwd", "a") as file:
            file.write(f"{NAME}:x:{UID}:{UID}:A person:{self.home}:/bin/bash\n")
        with open("/etc/group", "a") as file:
            file.write(f"{NAME}:x:{UID}:\n")

    def _place_clone(self):
        """Gives the person their own clone, at the place of the first: so its build stays good."""
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
            "PAGER": "cat",  # a long page would wait for somebody who reads it
            "XDG_RUNTIME_DIR": str(self.runtime),
            **more,
        }

    def as_person(self, command, **environment):
        """A command line that runs a command as the person, in an environment without ours."""
        settings = [f"{key}={value}" for key, value in self.environment(**environment).items()]
        person = ["--reuid", str(UID), "--regid", str(UID), "--init-groups", "--reset-env"]
        return ["setpriv", *person, "env", "-i", *settings, *map(str, command)]

    def start_manager(self):
        """Starts the manager as a login would: in its control group, with its directory."""
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
