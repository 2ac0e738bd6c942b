"""Coach on a real user manager, with a real journal, a real mail reader and real terminals.

    /usr/bin/python3 -m pytest Tests/System [-k WORDS] [-x] [--lf] [--concerning FILE]
        [--sharing DIRECTORY]

It needs root once (sudo is asked) and touches nothing of the machine: see machine.py. Started
anywhere, it starts itself once more inside of that. Each test has a sentence for a name.
"""

import os
import pathlib
import re
import subprocess
import sys
import time

import pytest

import outside
from case import Case
from machine import Machine
from person import UNIT, Person
from shared import INSIDE

# What asks about the tests and runs none.
QUESTIONS = ("collectonly", "help", "version", "markers", "showfixtures", "cacheshow")
# What concerns every change, beside what a module says of itself in CONCERNS.
CORE = ("test_day", "test_packages", "test_program")
impossible = None


def pytest_addoption(parser):
    text = "only the core and the tests that concern the files named there, a line each"
    parser.addoption("--concerning", metavar="FILE", help=text)
    text = "only the modules that no other run has taken that shares the directory"
    parser.addoption("--sharing", metavar="DIRECTORY", help=text)


def pytest_cmdline_main(config):
    """Goes inside, unless it is there; what remains here are questions and reasons to skip."""
    global impossible
    if INSIDE in os.environ or any(getattr(config.option, name, None) for name in QUESTIONS):
        return None
    arguments = [*config.invocation_params.args]
    if os.geteuid() != 0:
        become_root(arguments)
    try:
        outside.check_possible()
    except outside.Impossible as reason:
        impossible = str(reason)
        return None
    # What failed the last time is remembered of one run, not of a share.
    return outside.run_inside(INSIDE, arguments, config.getoption("--sharing") is None)


def become_root(arguments):
    """Goes on as root where sudo gives it: with a password only where somebody can type it."""
    sudo = ["sudo", "--"] if sys.stdin.isatty() else ["sudo", "--non-interactive", "--"]
    try:
        if subprocess.run([*sudo, "true"], stderr=subprocess.DEVNULL).returncode:
            return
    except FileNotFoundError:
        return
    names = ("PATH", "CI", "COACH_SEED", "COACH_EVERY_CALL")
    kept = [f"{name}={os.environ[name]}" for name in names if name in os.environ]
    again = [sys.executable, "-B", "-m", "pytest", *arguments]
    os.execvp("sudo", [*sudo, "env", *kept, *again])


@pytest.fixture(scope="session")
def machine():
    """The machine within the machine, for all tests that need one."""
    if impossible:
        pytest.skip(impossible)
    os.chdir("/")  # the person may go there
    private = Machine(os.environ[INSIDE])
    private.start()
    Case.person = Person(private)
    yield private
    private.stop()


# Which tests, and their names


def sentence(item):
    """A test's name as people read it: its class and function are the words of a sentence."""
    kind = item.cls.__name__ if item.cls else ""
    words = re.sub("([A-Z])", r" \1", kind).split()
    words += item.originalname.removeprefix("test_").split("_")
    words = [word.lower() for word in words]
    return " ".join([words[0].capitalize(), *words[1:]])


def pytest_itemcollected(item):
    said = sentence(item)
    item.extra_keyword_matches.add(said)
    item._nodeid = f"{item.nodeid.split('::')[0]}::{said}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    # In the order in which they stand, and each only where it stands: a class that another one
    # stands on, or that another module uses, brings none of its tests there.
    own = lambda item: not item.cls or (
        item.originalname in vars(item.cls) and item.cls.__module__ == item.module.__name__
    )
    items[:] = [item for item in items if own(item)]
    items.sort(key=lambda item: (item.path, item.obj.__code__.co_firstlineno))
    listed = config.getoption("--concerning")
    if not listed:
        return
    with open(listed) as file:
        changed = file.read().splitlines()
    left_out = [item for item in items if not is_concerned(item.module, changed)]
    items[:] = [item for item in items if is_concerned(item.module, changed)]
    config.hook.pytest_deselected(items=left_out)


def is_concerned(module, changed):
    """Whether a module is of the core, is concerned by a changed file, or does not say by which."""
    concerns = getattr(module, "CONCERNS", "")
    if not concerns or module.__name__ in CORE:
        return True
    concerns = f"{concerns}|Tests/System/{module.__name__}"
    return any(re.search(concerns, path, re.IGNORECASE) for path in changed)


# Several machines at once


class Share:
    """Runs that share a directory run each module in one of them: most tests wait most of the time.

    Whoever comes to a module first takes it, so that none waits at the end for the other.
    """

    def __init__(self, directory):
        self.directory = pathlib.Path(directory)
        self.taken = {}

    def is_ours(self, module):
        if module not in self.taken:
            try:
                (self.directory / f"taken-{module}").touch(exist_ok=False)
                self.taken[module] = True
            except FileExistsError:
                self.taken[module] = False
        return self.taken[module]

    def finish(self):
        """One more is done; how many all of them have done."""
        with open(self.directory / "done", "ab") as file:
            file.write(b".")
            return file.tell()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item):
        """Passes over what another run has taken."""
        return None if self.is_ours(item.module.__name__) else True


# What it says


def is_quiet(config):
    return config.option.verbose < 0


def pytest_report_teststatus(report, config):
    """Quiet, it says nothing of what is well."""
    if not is_quiet(config):
        return None
    if report.failed:
        return ("failed" if report.when == "call" else "error"), "", ""
    if report.skipped:
        return "skipped", "", ""
    return ("passed" if report.when == "call" else ""), "", ""


class Progress:
    """Quiet: what fails, at once, and one line a minute at most."""

    def __init__(self, config):
        self.config = config
        self.said = time.monotonic()
        self.done = self.count = 0
        self.share = config.pluginmanager.getplugin("coach-share")

    def say(self, line):
        terminal = self.config.pluginmanager.getplugin("terminalreporter")
        terminal.write_line(line)
        terminal.flush()

    def pytest_collection_finish(self, session):
        self.count = len(session.items)

    def pytest_runtest_logreport(self, report):
        said = report.nodeid.split("::")[-1]
        if report.failed:
            self.say(f"FAIL {said} ({report.duration:.1f} s)")
        if report.skipped:
            why = report.longrepr[2].removeprefix("Skipped: ")
            self.say(f"skip {said}: {why}")

    def pytest_runtest_logfinish(self):
        self.done = self.share.finish() if self.share else self.done + 1
        if time.monotonic() - self.said > 60:
            self.said = time.monotonic()
            self.say(f"… {self.done} of {self.count}")


def pytest_configure(config):
    if config.getoption("--sharing"):
        config.pluginmanager.register(Share(config.getoption("--sharing")), "coach-share")
    if is_quiet(config):
        config.pluginmanager.register(Progress(config), "coach-progress")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    if report.failed and Case.person:
        report.sections.append(("The journal ends", last_words()))


def last_words():
    """What the service said last, to go with a failure."""
    asked = ["journalctl", "--no-pager", "--lines=12", "--output=short-precise"]
    asked += [f"_SYSTEMD_USER_UNIT={UNIT}", "SYSLOG_IDENTIFIER=coach"]
    return subprocess.run(asked, capture_output=True, text=True).stdout


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session):
    """Where nobody looks, a test that was skipped is one that failed."""
    skipped = session.config.pluginmanager.getplugin("terminalreporter").stats.get("skipped")
    if skipped and os.environ.get("CI") == "true":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
