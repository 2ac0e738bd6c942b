"""Coach on a real user manager, with a real journal, a real mail reader and real terminals.

    python3 Tests/System [--counts FILE] [WORD…]     only the tests whose names contain every WORD

It needs root once (sudo is asked) and touches nothing of the machine: see machine.py.
"""

import argparse
import os
import subprocess
import sys
import time
import unittest

import case
import machine
import outside
import person
import test_commands
import test_day
import test_desktop
import test_desktop_odd
import test_examples
import test_faults
import test_habits
import test_install
import test_interface
import test_measures
import test_presence
import test_program
import test_promises
import test_remedies
import test_silence
import test_sleep
import test_terminal
import test_words

MODULES = (
    test_install,
    test_interface,
    test_commands,
    test_measures,
    test_presence,
    test_program,
    test_examples,
    test_habits,
    test_remedies,
    test_day,
    test_desktop,
    test_desktop_odd,
    test_promises,
    test_silence,
    test_faults,
    test_sleep,
    test_terminal,
    test_words,
)


def sentence(test):
    """A test's name as people read it: its class and method are the words of a sentence."""
    words = "".join(f" {c}" if c.isupper() else c for c in type(test).__name__).split()
    words += test._testMethodName.removeprefix("test_").split("_")
    return " ".join([words[0], *(word.lower() for word in words[1:])])


class Result(unittest.TestResult):
    """Says each test as a sentence, at once, and what went wrong below it."""

    def __init__(self):
        super().__init__()
        self.passed = 0
        self.failed = 0

    def startTest(self, test):
        super().startTest(test)
        self.began = time.monotonic()

    def say(self, mark, test, more=""):
        took = time.monotonic() - self.began
        print(f"{mark} {sentence(test)} ({took:.1f} s)", flush=True)
        for line in more.splitlines():
            print(f"    {line}", flush=True)

    def addSuccess(self, test):
        self.passed += 1
        self.say("ok  ", test)

    def addFailure(self, test, err):
        self.failed += 1
        self.say("FAIL", test, self._exc_info_to_string(err, test) + last_words())

    addError = addFailure

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say("skip", test, reason)


def last_words():
    """What the service said last, to go with a failure."""
    asked = ["journalctl", "--no-pager", "--lines=12", "--output=short-precise"]
    asked += [f"_SYSTEMD_USER_UNIT={person.UNIT}", "SYSLOG_IDENTIFIER=coach"]
    return "The journal ends:\n" + subprocess.run(asked, capture_output=True, text=True).stdout


def chosen(words):
    suite = unittest.TestSuite()
    for module in MODULES:
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, case.Case):
                own = [name for name in vars(kind) if name.startswith("test_")]  # in their order
                tests = map(kind, own)
                suite.addTests(t for t in tests if all(w in sentence(t).lower() for w in words))
    return suite


def finish(counts, passed, failed, skipped):
    if counts:
        with open(counts, "w") as file:
            file.write(f"{passed} {failed} {skipped}\n")
    else:
        print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or (skipped and os.environ.get("CI") == "true") else 0


def inside(options):
    """In the private machine: starts it and runs the tests."""
    suite = chosen(options.words)
    result = Result()
    private = machine.Machine(options.inside)
    try:
        private.start()
        case.Case.person = person.Person(private)
        suite.run(result)
        private.stop()
    except KeyboardInterrupt:
        print("\nInterrupted.")
        return 130
    return finish(options.counts, result.passed, result.failed, len(result.skipped))


def become_root():
    """Goes on as root where sudo gives it: with a password only where somebody can type it."""
    sudo = ["sudo", "--"] if sys.stdin.isatty() else ["sudo", "--non-interactive", "--"]
    try:
        if subprocess.run([*sudo, "true"], stderr=subprocess.DEVNULL).returncode:
            return
    except FileNotFoundError:
        return
    kept = [f"{key}={os.environ[key]}" for key in ("PATH", "CI", "COACH_SEED") if key in os.environ]
    os.execvp("sudo", [*sudo, "env", *kept, sys.executable, *sys.argv])


def main():
    parser = argparse.ArgumentParser(prog="Tests/System")
    parser.add_argument("words", nargs="*", metavar="WORD", type=str.lower)
    parser.add_argument("--counts", help="a file for: passed failed skipped")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return inside(options)
    if os.geteuid() != 0:
        become_root()
    try:
        outside.check_possible()
    except outside.Impossible as reason:
        print(f"skip The system tests: {reason}")
        return finish(options.counts, 0, 0, chosen(options.words).countTestCases())
    return outside.run_inside(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
