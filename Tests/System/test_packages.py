"""Whether a fresh Debian has all programs that scripts and tests call, once they have installed."""

import ast
import os
import re
import shutil
import subprocess
import tomllib

import pytest

from shared import REPOSITORY
from test_examples import example

PLACES = "/usr/sbin:/usr/bin:/sbin:/bin"  # not /usr/local: no package puts anything there
# With git the clone came; sudo is asked only of somebody who is not root, and its lack is told.
GIVEN = ("git", "sudo")
# Each has its own list; what it guards with `command -v` it does without.
TESTS = ("Tests/run", ".ci/run")
INSTALLERS = ("systemd/install", "systemd/uninstall")
# Words that begin a list and are no programs there.
NO_PROGRAMS = {"as", "edit"}  # a signature on the bus, and what is done to a note
CALLS = ("run", "Popen", "spawn", "on_bus", "terminal", "Terminal", "execvp", "which")


def text(path):
    return (REPOSITORY / path).read_text()


def listed(script):
    """The packages that a script installs."""
    found = re.search(r"\bpackages=\((.*?)\)$", without_comments(text(script)), re.S | re.M)
    return found[1].split() if found else []


# What is called


def without_comments(script):
    return re.sub(r"(?m)(^|\s)#.*$", "", script)


def in_shell(script):
    """The words of a shell script that stand where a command does."""
    script = without_comments(re.sub(r"(?ms)<<-?'?(\w+)'?$.*?^\s*\1$", "", script))
    before = r"^|[;&|({`]|\b(?:then|do|else|if|elif|while|until|exec|env|sudo)\b|\s!\s|\s--\s"
    settings = r"(?:[A-Za-z_]\w*=\S*\s+)*"
    words = re.findall(rf"(?m)(?:{before})\s*{settings}(?=([a-z][\w.+-]*))", script)
    functions = re.findall(r"(?m)^(\w+)\(\)", script)
    return set(words) - set(functions)


def guarded(script):
    """The programs without which a script does too."""
    return set(re.findall(r"command -v ([\w.+-]+)", script))


def in_python(module):
    """Words that begin a list of words, or the arguments of what runs programs."""
    found = set()
    for node in ast.walk(ast.parse(module)):
        words = []
        if isinstance(node, (ast.List, ast.Tuple)):
            words = node.elts
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            words = node.args if name in CALLS else []
        if words and isinstance(words[0], ast.Constant) and isinstance(words[0].value, str):
            found.add(words[0].value)
    return found


def in_swift(source):
    """The commands that are handed to a shell, and lists of words with an option in them."""
    shell = re.findall(r'(?:shell|popen|system)\("([^"]*)', source)
    shell += re.findall(r'"exec ([^"]*)', source)
    return set().union(*map(in_shell, shell)) | set(re.findall(r'\["([\w.+-]+)", "-', source))


def in_examples():
    found = set()
    for name in ("phone", "mail", "speech", "bar"):
        words = tomllib.loads(f"run = {example(name)}")["run"]
        found |= {os.path.basename(words[0])}.union(*map(in_shell, words[1:]))
    return found


# Where it comes from


class Debian:
    """The packages that are installed here."""

    def __init__(self):
        fields = ("Package", "Pre-Depends", "Depends", "Provides", "Essential", "Priority")
        form = "\\t".join(f"${{{field}}}" for field in fields) + "\\n"
        asked = ["dpkg-query", "--show", f"--showformat={form}"]
        told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        self.needs, self.provided, self.base = {}, {}, set()
        for line in told.splitlines():
            name, before, needs, provides, essential, priority = line.split("\t")
            self.needs[name] = self.names(before) + self.names(needs)
            for [virtual] in self.names(provides):
                self.provided.setdefault(virtual, name)
            if essential == "yes" or priority == "required":
                self.base.add(name)

    @staticmethod
    def names(field):
        """The alternatives of each dependency, without versions."""
        every = [part for part in field.split(",") if part.strip()]
        return [[re.split(r"[ :(]", one.strip())[0] for one in part.split("|")] for part in every]

    def closure(self, packages):
        """These packages, and all that they depend on."""
        found, left = set(), list(packages)
        while left:
            name = left.pop()
            name = name if name in self.needs else self.provided.get(name)
            if name and name not in found:
                found.add(name)
                for alternatives in self.needs[name]:
                    left += [one for one in alternatives if self.has(one)][:1]
        return found

    def has(self, name):
        return name in self.needs or name in self.provided

    def owners(self, programs):
        """The packages that each of some programs is in, as far as it is here."""
        found = {}
        for program in programs:
            path = "/" not in program and shutil.which(program, path=PLACES)
            if path:
                paths = {path, os.path.realpath(path)}
                # Some packages still say /bin for what lies in /usr/bin.
                paths |= {p.removeprefix("/usr") for p in paths} | {f"/usr{p}" for p in paths}
                found[program] = paths
        asked = ["dpkg", "--search", *set().union(*found.values())]
        owners = {}
        for line in subprocess.run(asked, capture_output=True, text=True).stdout.splitlines():
            names, path = line.rsplit(": ", 1)
            if not line.startswith("diversion "):
                owners.setdefault(path, set()).update(n.split(":")[0] for n in names.split(", "))
        every = lambda paths: set().union(*(owners.get(path, set()) for path in paths))
        return {program: every(paths) or {"no package"} for program, paths in found.items()}


@pytest.fixture(scope="module")
def debian():
    return Debian()


def strangers(debian, programs, packages):
    """Programs that are here, and of none of some packages nor of what every Debian has."""
    allowed = debian.closure([*packages, *GIVEN, *debian.base])
    owners = debian.owners(programs - NO_PROGRAMS)
    return {program: sorted(owners[program]) for program in owners if not owners[program] & allowed}


def called_by_tests():
    found = in_examples().union(*(in_shell(text(script)) for script in TESTS + INSTALLERS))
    for file in (REPOSITORY / "Tests").rglob("*.py"):
        if "Benchmark" not in file.parts:  # it installs its own
            found |= in_python(file.read_text())
    for file in (REPOSITORY / "Tests").rglob("*.swift"):
        found |= in_swift(file.read_text())
    return found


def test_every_program_that_tests_call_is_in_a_package_that_they_install(debian):
    packages = listed("Tests/run") + ["msmtp-mta"]
    assert strangers(debian, called_by_tests(), packages) == {}


def test_every_program_that_the_installer_calls_is_in_a_package_that_it_installs(debian):
    for script in INSTALLERS:
        spared = set().union(*debian.owners(guarded(text(script))).values())
        packages = {*listed("systemd/install"), *spared}
        assert strangers(debian, in_shell(text(script)), packages) == {}


def test_every_package_that_is_listed_is_there(debian):
    for script in ("Tests/run", "systemd/install"):
        assert [name for name in listed(script) if not debian.has(name)] == [], script


def test_a_program_in_no_package_that_is_installed_is_found(debian):
    called = called_by_tests()
    for program in ("sqlite3", "mlist", "xdotool", "jq", "strace", "dunst", "mandoc", "curl"):
        [owners] = debian.owners({program}).values()
        others = set(listed("Tests/run")) - owners
        assert program in strangers(debian, called, others), program


SHELL = """
# comment cat
one=$(sort <file | tail -n 1)
if ! grep x; then exec env; B=c paste "$1"; fi
say "words (that run) are words"
say() { printf x; }
python3 - <<'END'
find nothing
END
sudo -- apt-get update || true
"""


def test_a_command_is_found_where_it_stands():
    found = in_shell(SHELL)
    assert {"sort", "tail", "grep", "env", "paste", "python3", "apt-get"} <= found
    assert not {"cat", "find", "say", "x"} & found
    assert in_python("a.run('b', c)\nd = ['e', *f]\ng('h')") == {"b", "e"}
    assert in_swift('shell("a \'b\' | c") popen("exec d -e", "w") ["f", "-g"] "h"') >= set("acdf")
