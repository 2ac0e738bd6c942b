"""Passes on what `swift build` and `swift test` say of what is wrong, and nothing of what is well.

    swift test 2>&1 | Tests/quiet.py [--years N]
    Tests/quiet.py --count FILE     how many cases of a JUnit file passed, failed, were skipped

Once a minute at most it says how far they are.
"""

import argparse
import re
import sys
import time
import xml.etree.ElementTree as tree

STEP = re.compile(r"\[(\d+)/(\d+)\] ")
YEAR = "A year with the coach"


class Quiet:
    def __init__(self, years):
        self.years = years
        self.passed = self.lived = 0
        self.step = ""
        self.said = time.monotonic()
        self.is_begun = False

    def is_noise(self, line):
        """Whether a line tells of what goes well; the arguments of a case may hold line ends."""
        if self.is_begun:
            self.is_begun = not line.endswith(" started.")
            return True
        step = STEP.match(line)
        if step:
            self.step = f"{step[1]} of {step[2]}"
            return True
        if line.startswith("◇ "):
            self.is_begun = not line.endswith(" started.")
            self.lived += " case " in line and YEAR in line
            return True
        if line.startswith(("✔ Test ", "✔ Suite ")) and not line.startswith("✔ Test run "):
            self.passed += line.startswith("✔ Test ")
            return True
        return line.startswith("↳ ///")  # what a suite says of itself

    def progress(self):
        if self.step and not self.passed and not self.lived:
            return f"… {self.step}"
        lived = f", {self.lived} of {self.years} years begun" if self.lived else ""
        return f"… {self.passed} tests passed{lived}"

    def read(self, lines):
        for line in lines:
            line = line.rstrip("\n")
            if not self.is_noise(line):
                print(line, flush=True)
                self.step = "" if line.startswith("Build complete") else self.step
            elif time.monotonic() - self.said > 60:
                self.said = time.monotonic()
                print(self.progress(), flush=True)


def counted(file):
    cases = tree.parse(file).findall(".//testcase")
    wrong = sum(any(case.find(kind) is not None for kind in ("failure", "error")) for case in cases)
    skipped = sum(case.find("skipped") is not None for case in cases)
    return len(cases) - wrong - skipped, wrong, skipped


def main():
    parser = argparse.ArgumentParser(prog="Tests/quiet.py")
    parser.add_argument("--years", help="how many the simulation lives")
    parser.add_argument("--count", metavar="FILE")
    options = parser.parse_args()
    if options.count:
        print(*counted(options.count))
        return
    sys.stdin.reconfigure(errors="replace")
    Quiet(options.years).read(sys.stdin)


if __name__ == "__main__":
    main()
