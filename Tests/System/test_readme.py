"""What README shows, run in its order."""

import os
import re
import signal
import subprocess

from case import Case
from shared import REPOSITORY, until

CONCERNS = r"README|Pages|config/decks/daily"

# The clock of a program that loads this stands at another time, and goes on from there.
CLOCK = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
int clock_gettime(clockid_t id, struct timespec *now) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int status = real(id, now);
  if (id == CLOCK_REALTIME) now->tv_sec += atol(getenv("COACH_SHIFT"));
  return status;
}
"""


def transcript():
    """The commands of README's day, each with what it says."""
    text = (REPOSITORY / "README.md").read_text()
    part = text.split("## A day with it\n")[1].split("\nTimes, days")[0]
    lines = [line[4:] for line in part.splitlines()]
    steps = []
    for line in lines:
        if line.startswith("$ "):
            words, _, at = line[2:].partition("#")
            moment = re.match(r"at (\d\d:\d\d)", at.strip())
            steps.append((words.split(), moment and moment[1], []))
        elif steps:
            steps[-1][2].append(line)
    return steps


class TheReadme(Case):
    def test_is_shorter_than_a_hundred_and_fifty_lines(self):
        self.assertLess((REPOSITORY / "README.md").read_text().count("\n"), 150)

    def test_shows_a_day_as_it_is(self):
        steps = transcript()
        self.assertGreaterEqual(len(steps), 6)
        moment = min(moment for _, moment, _ in steps if moment)
        environment = self.clock(moment)
        for number, (words, _, shown) in enumerate(steps):
            asked = [line for line in shown if line.endswith(":") or "]: " in line]
            answers = "".join(f"{line.partition(']: ')[2]}\n" for line in shown if "]:" in line)
            text = answers + "\n" * 20 if "setup" in words else ""
            done = self.person.coach(*words[1:], text=text, **environment)
            said = done.stdout.replace(str(self.person.home), "/".join(["", "home", "mei"]))
            self.assert_shown(shown, said, words)
            self.assertEqual(done.stderr if not asked else "", "", words)
            if number == 0:
                self.say_good_morning(self.clock("07:30"))

    def assert_shown(self, shown, said, words):
        """What is shown is what was said, in its order; “…” stands for any lines."""
        lines = [re.escape(re.sub(r"(\]:).*", r"\1", line).rstrip()) for line in shown]
        # Which tip it is, is drawn for each person anew.
        if tips := [n for n, line in enumerate(shown) if line.startswith("Today's tip: ")]:
            lines[tips[0]:shown.index("", tips[0])] = ["Today's\\ tip:\\ .*", "…"]
        while lines and not lines[-1]:
            lines.pop()
        # Where nobody types, one question stands behind the other.
        said = re.sub(r"(\]:) ", r"\1\n", said)
        pattern = "\n".join(lines).replace("…", r"[\s\S]*?").replace("\n[", "\n?[")
        self.assertRegex(said.strip(), rf"\A{pattern.strip()}", words)

    def clock(self, moment):
        """What brings a program to a moment of the day that README shows."""
        place = self.person.home / "clock.so"
        self.person.write(place.with_suffix(".c"), CLOCK)
        self.person.run("gcc", "-shared", "-fPIC", "-o", place, place.with_suffix(".c"))
        day = re.search(r"Today, (\d{4}-\d\d-\d\d)", (REPOSITORY / "README.md").read_text())[1]
        then = int(subprocess.run(["date", "--date", f"{day} {moment} UTC", "+%s"],
                                  capture_output=True, text=True).stdout)
        now = int(subprocess.run(["date", "+%s"], capture_output=True, text=True).stdout)
        return {"LD_PRELOAD": str(place), "COACH_SHIFT": str(then - now), "TZ": "UTC"}

    def say_good_morning(self, environment):
        """The service looks once at that time, as it did when the moment came."""
        words = self.person.machine.as_person(["coach", "daemon"], **environment)
        daemon = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            until(lambda: self.person.facts("prompted"), "the morning")
        finally:
            os.kill(daemon.pid, signal.SIGTERM)
            daemon.wait(10)
