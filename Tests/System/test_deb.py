"""The package: what is in it, what reads it without a word, and what becomes of it on a system."""

import os
import re
import shutil
import subprocess
import tempfile

from case import Case
from shared import REPOSITORY

CONCERNS = r"systemd/|config/examples"


class ThePackage(Case):
    """Made once of what was built for the installation, and looked at by every test."""

    made = None

    @classmethod
    def package(cls, person):
        if cls.made is None:
            place, clone = person.home / "packages", person.machine.clone
            # The machine has the files of the clone, and a package names a commit.
            who = ("-c", "user.name=A Person", "-c", "user.email=person@example.org")
            for words in (("init", "--quiet"), ("add", "--all"),
                          (*who, "commit", "--quiet", "--message", "All of it")):
                person.run("git", *words, cwd=clone, seconds=120)
            done = person.run(clone / "systemd/package", "--here", place, seconds=1800, cwd=clone)
            cls.said = done.stdout
            [cls.symbols] = place.glob("coach-dbgsym_*.deb")
            [cls.made] = place.glob("coach_*.deb")
            cls.root = person.home / "unpacked"
            subprocess.run(["dpkg-deb", "--extract", cls.made, cls.root], check=True)
        return cls.made

    def setUp(self):
        super().setUp()
        self.deb = self.package(self.person)

    def quiet(self, *command):
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
        self.assertEqual(done.stdout + done.stderr, "", command)

    def test_has_everything_in_the_places_of_the_system(self):
        for place in (
            "bin/coach", "lib/systemd/user/coach.service", "share/man/man1/coach.1.gz",
            "share/dbus-1/services/org.activeservice.Coach1.service",
            "share/man/man5/coach.toml.5.gz", "share/man/man5/coach-json.5.gz",
            "share/bash-completion/completions/coach", "share/zsh/vendor-completions/_coach",
            "share/fish/vendor_completions.d/coach.fish", "share/coach/decks/daily/deck.toml",
            "share/metainfo/org.activeservice.Coach.metainfo.xml", "share/doc/coach/NEWS.gz",
            "share/doc/coach/copyright", "share/doc/coach/examples/mine.toml",
        ):
            self.assertTrue((self.root / "usr" / place).is_file(), place)
        unit = (self.root / "usr/lib/systemd/user/coach.service").read_text()
        self.assertIn("ExecStart=/usr/bin/coach daemon", unit)
        self.assertEqual([p.name for p in self.root.iterdir()], ["usr"], "nothing lies elsewhere")

    def test_is_stripped_and_its_symbols_lie_beside_it(self):
        asked = ["readelf", "--sections", "--notes", "--wide", self.root / "usr/bin/coach"]
        sections = subprocess.run(asked, capture_output=True, text=True).stdout
        self.assertNotIn(".symtab", sections)
        self.assertNotIn(".debug_info", sections)
        identity = re.search(r"Build ID: ([0-9a-f]+)", sections)[1]
        listed = subprocess.run(["dpkg-deb", "--contents", self.symbols], capture_output=True,
                                text=True).stdout
        self.assertIn(f"/.build-id/{identity[:2]}/{identity[2:]}.debug", listed)

    def test_is_the_same_byte_for_byte_when_it_is_made_again(self):
        again = self.person.home / "again"
        clone = self.person.machine.clone
        self.person.run(clone / "systemd/package", "--here", again, seconds=1800, cwd=clone)
        for first in (self.deb, self.symbols):
            self.assertEqual((again / first.name).read_bytes(), first.read_bytes(), first.name)
        shutil.rmtree(again)

    def test_is_read_by_those_who_check_packages_without_a_word(self):
        self.quiet("lintian", "--allow-root", "--fail-on=error,warning", "--suppress-tags",
                   "bad-distribution-in-changes-file", self.deb, self.symbols)
        component = self.root / "usr/share/metainfo/org.activeservice.Coach.metainfo.xml"
        done = subprocess.run(["appstreamcli", "validate", "--no-net", component],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertNotRegex(done.stdout, r"(?m)^[EWI]: ")
        for entry in self.root.glob("usr/share/applications/*.desktop"):
            self.quiet("desktop-file-validate", entry)
        for page in self.root.glob("usr/share/man/man?/*"):
            done = self.person.run("man", "--warnings", "--local-file", str(page))
            self.assertEqual(done.stderr, "")

    def test_runs_beside_an_installation_of_the_persons_own_without_mixing(self):
        program = self.root / "usr/bin/coach"
        subprocess.run(["chmod", "-R", "a+rX", self.root.parent], check=True)
        of_the_system = self.person.run(program, "--version").stdout
        own = self.person.coach("--version").stdout
        self.assertIn(str(program), of_the_system)
        self.assertIn(str(self.person.home / ".local/bin/coach"), own)
        listed = self.person.run(program, "decks", "--json").stdout
        self.assertIn(str(self.root / "usr/share/coach/decks"), listed)
        self.assertNotIn(".local/share/coach/decks", listed)
        # The service is the person's own; the other program says that it is none of it.
        self.start()
        said = self.person.run(program, "doctor", check=False).stdout
        self.assertIn("another program", said)

    def test_is_installed_upgraded_and_purged_without_a_trace(self):
        base = self.person.machine.base
        with tempfile.TemporaryDirectory(dir=base) as root:
            admin = f"{root}/var/lib/dpkg"
            for place in ("updates", "info", "triggers"):
                os.makedirs(f"{admin}/{place}")
            open(f"{admin}/status", "w").close()
            dpkg = ["dpkg", f"--root={root}", "--force-depends", "--force-not-root",
                    "--force-script-chrootless"]
            older = f"{root}/older.deb"
            unpacked = f"{root}/unpacked"
            subprocess.run(["dpkg-deb", "--raw-extract", self.deb, unpacked], check=True)
            control = f"{unpacked}/DEBIAN/control"
            with open(control) as file:
                text = re.sub(r"(?m)^Version: .*$", "Version: 0.0.9", file.read())
            with open(control, "w") as file:
                file.write(text)
            with open(f"{unpacked}/usr/share/coach/gone", "w") as file:
                file.write("of the older one\n")
            subprocess.run(["dpkg-deb", "-Znone", "--build", unpacked, older], check=True,
                           stdout=subprocess.DEVNULL)
            shutil.rmtree(unpacked)
            for package in (older, self.deb):
                subprocess.run([*dpkg, "--install", package], check=True, capture_output=True)
            self.assertTrue(os.access(f"{root}/usr/bin/coach", os.X_OK))
            self.assertFalse(os.path.exists(f"{root}/usr/share/coach/gone"))
            subprocess.run([*dpkg, "--purge", "coach"], check=True, capture_output=True)
            self.assertFalse(os.path.exists(f"{root}/usr"), "not even a directory")

    def test_has_examples_that_the_coach_takes(self):
        examples = REPOSITORY / "config/examples"
        self.person.coach("decks", "check", examples / "mine.toml")
        self.person.write(self.person.config / "coach.toml",
                          (examples / "night-worker.toml").read_text())
        self.assertEqual(self.person.coach("status").stderr, "")


class TheScript(Case):
    def test_refuses_what_it_does_not_know(self):
        script = self.person.machine.clone / "systemd/package"
        for words in (("--help",), ("a", "b")):
            done = self.person.run(script, *words, check=False)
            self.assertEqual(done.returncode, 64)
            self.assertIn("usage: ", done.stderr)
