import os
import re
import shlex
import shutil

from case import Case
from shared import NAME, until
from person import UNIT

CONCERNS = r"systemd/|config/"

# By what a desktop knows who sends the notifications.
APPLICATION = (
    ".local/share/applications/org.activeservice.Coach.desktop",
    ".local/share/icons/hicolor/scalable/apps/org.activeservice.Coach.svg",
    ".local/share/icons/hicolor/symbolic/apps/org.activeservice.Coach-symbolic.svg",
)


class TheInstaller(Case):
    def test_brings_a_person_from_a_clone_to_a_running_service_and_the_first_tip(self):
        person = self.person
        person.uninstall()
        done = person.install()
        self.assertEqual(person.show("ActiveState"), "active")
        self.assertEqual(person.show("UnitFileState"), "enabled")
        self.assertIn("Next", person.show("StatusText"))
        tip = person.coach("tip").stdout.strip().splitlines()[0]
        self.assertIn(tip, done.stdout)
        self.assertRegex(done.stdout, r"(?m)^Answer with: +coach check$")
        self.assertFalse(
            (person.config / "coach.toml").exists(), "nobody asked for a configuration"
        )

    def test_puts_program_decks_reference_and_unit_where_they_belong(self):
        home = self.person.home
        for place in (
            ".local/bin/coach",
            ".local/share/coach/coach.toml",
            ".local/share/coach/decks/active-service/tips.toml",
            ".local/share/doc/coach/NEWS",
            f".config/systemd/user/{UNIT}",
            *APPLICATION,
        ):
            self.assertEqual((home / place).owner(), NAME)
        self.assertTrue(os.access(home / ".local/bin/coach", os.X_OK))
        strange = [p.name for p in (home / ".local/share/coach/decks").iterdir() if p.is_file()
                   and p.suffix != ".toml"]
        self.assertEqual(strange, [], "the decks are what the coach reads, and nothing else")
        left = [str(p) for p in (home / ".local").rglob("*.new")]
        self.assertEqual(left, [], "nothing half done is left")

    def test_is_an_application_that_opens_today_in_a_terminal(self):
        entry = (self.person.home / APPLICATION[0]).read_text()
        self.assertIn("Terminal=true\n", entry)
        self.assertIn("Icon=org.activeservice.Coach\n", entry)
        command, report = re.findall(r"(?m)^Exec=(.*)$", entry)
        self.assertEqual(report, "coach report week --open")
        # First the file's own escapes, then those between the quotes: see the specification.
        words = shlex.split(command.replace("\\\\", "\\"))
        words = [word.replace("\\$", "$") for word in words]
        done = self.person.run(*words, text="echo in the shell\n", SHELL="/bin/sh", PATH="/usr/bin")
        self.assertEqual(done.stderr, "")
        self.assertIn(self.person.coach().stdout.splitlines()[0], done.stdout)
        self.assertTrue(done.stdout.endswith("in the shell\n"), done.stdout)

    def test_run_again_upgrades_and_keeps_configuration_and_answers(self):
        person = self.person
        person.configure(more="# mine")
        before = (person.config / "coach.toml").read_bytes()
        person.coach("check", "energy", "7")
        self.start()
        first = person.pid()
        person.install()
        self.assertEqual((person.config / "coach.toml").read_bytes(), before)
        self.assertEqual(person.facts("answered"), ["question/energy"])
        self.assertEqual(person.show("ActiveState"), "active")
        self.assertNotEqual(person.pid(), first, "the new program runs")

    def test_installs_elsewhere_with_a_prefix(self):
        person = self.person
        prefix = person.home / "opt/coach"
        self.addCleanup(person.install)
        self.addCleanup(shutil.rmtree, prefix)
        done = person.install(PREFIX=str(prefix))
        self.assertIn(str(prefix / "bin/coach").encode(), read(f"/proc/{person.pid()}/cmdline"))
        self.assertIn("not in your PATH", done.stdout)

    def test_without_manager_or_terminal_shows_the_tip_and_says_how_to_start(self):
        done = self.person.install(XDG_RUNTIME_DIR=str(self.person.home))
        self.assertIn("no systemd user manager", done.stdout)
        self.assertIn(self.person.coach("tip").stdout.strip().splitlines()[0], done.stdout)
        self.assertIn("coach daemon --terminal", done.stdout)

    def test_without_manager_runs_in_the_terminal_it_was_started_in(self):
        clone = self.person.machine.clone
        # The real terminal of somebody with no runtime directory at all.
        terminal = self.terminal(clone / "systemd/install", XDG_RUNTIME_DIR=str(self.person.home))
        terminal.reads("Coach now runs in this terminal", 1800)
        self.assertNotIn(b"Compiling", terminal.seen, "a terminal is no reason to build all anew")
        until(lambda: read(f"/proc/{terminal.pid}/comm") == b"coach\n", "the daemon is the program")
        terminal.reads("Next", 10)
        terminal.type("\x03")
        self.assertEqual(terminal.wait(), 0)

    def test_says_what_to_do_when_swift_is_missing_or_too_old(self):
        tools = self.person.home / "tools"
        self.addCleanup(shutil.rmtree, tools)
        tools.mkdir()
        for program in ("bash", "dirname", "sed", "head", "sort"):
            (tools / program).symlink_to(shutil.which(program, path="/usr/bin:/bin"))
        missing = self.person.install(check=False, PATH=str(tools))
        self.assertEqual(missing.returncode, 69)
        self.assertRegex(missing.stderr, r"6\.2[\s\S]*swift\.org")
        (tools / "swift").write_text(
            "#!/bin/bash\necho 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'\n"
        )
        (tools / "swift").chmod(0o755)
        old = self.person.install(check=False, PATH=str(tools))
        self.assertEqual(old.returncode, 69)
        self.assertRegex(old.stderr, r"6\.2[\s\S]*5\.10\.1[\s\S]*swift\.org")

    def test_says_what_it_will_touch_before_it_does_and_what_else_there_is(self):
        done = self.person.install()
        first = done.stdout.split("==> Checking")[0]
        prefix = str(self.person.home / ".local")
        for place in (".build", prefix, "systemd/user", "dbus-1/services"):
            self.assertIn(place, first)
        for words in ("loginctl enable-linger", "coach test", "man coach", "systemd/uninstall"):
            self.assertIn(words, done.stdout)
        self.assertNotIn("==> Today's tip", done.stdout, "it is not said twice")

    def test_puts_back_what_was_there_when_a_step_fails(self):
        person = self.person
        before = contents(person.home)
        self.addCleanup(person.install)
        # Somebody else's file stands where the directory of the completions for fish belongs.
        place = person.home / ".local/share/fish"
        shutil.rmtree(place)
        place.write_text("in the way")
        self.addCleanup(lambda: place.is_file() and place.unlink())
        done = person.install(check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("as it was before", done.stderr)
        place.unlink()
        after = contents(person.home)
        # Named one by one: to show where a program of twenty megabytes differs takes for ever.
        changed = {place for place in before if before[place] != after.get(place)}
        strange = {place for place in changed | (after.keys() - before.keys())
                   if "/fish" not in place and "/.cache/" not in place}
        self.assertEqual(sorted(strange), [])
        person.uninstall()
        place.write_text("in the way")
        self.assertNotEqual(person.install(check=False).returncode, 0)
        place.unlink()
        for made in (".local/bin/coach", ".local/share/coach/decks", ".local/share/doc",
                     ".local/share/man", ".local/share/bash-completion", ".config/systemd"):
            self.assertFalse((person.home / made).exists(), made)

    def test_strips_the_program(self):
        program = self.person.home / ".local/bin/coach"
        self.assertLess(program.stat().st_size, 25_000_000)

    def test_builds_nothing_anew_where_path_has_changed(self):
        more = f"{self.person.home}/other:{self.person.machine.environment()['PATH']}"
        done = self.person.install(PATH=more)
        self.assertNotIn("Compiling", done.stdout + done.stderr)

    def test_says_why_when_the_service_does_not_start(self):
        self.person.write(self.person.config / "coach.toml", 'day-starts = "soon"\n')
        done = self.person.install(check=False)
        self.assertEqual(done.returncode, 69)
        self.assertRegex(done.stderr, r"coach\.toml:1: “soon”[\s\S]*did not start")


class TheUninstaller(Case):
    def test_removes_what_was_installed_and_nothing_of_the_persons(self):
        person = self.person
        self.addCleanup(person.install)
        person.configure()
        person.coach("check", "energy", "7")
        self.start()
        pid = person.pid()
        done = person.uninstall()
        self.assert_gone(pid)
        for place in (
            ".local/bin/coach",
            ".local/share/coach/decks",
            ".local/share/doc/coach",
            f".config/systemd/user/{UNIT}",
            *APPLICATION,
        ):
            self.assertFalse((person.home / place).exists(), place)
        self.assertEqual(person.show("LoadState"), "not-found")
        self.assertFalse(list(person.units.rglob(UNIT)), "no link to the unit is left")
        for place in (".local/share/dbus-1", ".local/share/man", ".config/systemd",
                      ".local/share/bash-completion", ".local/share/fish", ".local/share/zsh"):
            self.assertFalse((person.home / place).exists(), f"{place} was empty")
        self.assertEqual(person.facts("answered"), ["question/energy"])
        self.assertTrue((person.config / "coach.toml").exists())
        for place in (person.config, person.data, person.state):
            self.assertIn(str(place), done.stdout)

    def test_refuses_what_it_does_not_know_and_takes_nothing_away(self):
        script = self.person.machine.clone / "systemd/uninstall"
        for word in ("--help", "now"):
            done = self.person.run(script, word, check=False)
            self.assertEqual(done.returncode, 64)
            self.assertIn("usage: ", done.stderr)
            self.assertTrue((self.person.home / ".local/bin/coach").exists())


    def test_leaves_alone_what_it_did_not_install(self):
        person = self.person
        prefix = person.home / "opt"
        person.write(prefix / "bin/coach", "somebody else's")
        self.addCleanup(shutil.rmtree, prefix, ignore_errors=True)
        script = person.machine.clone / "systemd/uninstall"
        done = person.run(script, check=False, PREFIX=str(prefix))
        self.assertEqual(done.returncode, 69)
        self.assertTrue((prefix / "bin/coach").exists())
        (prefix / "bin/coach").unlink()
        done = person.run(script, PREFIX=str(prefix))
        self.assertIn("The service stays", done.stdout)
        self.assertEqual(person.show("LoadState"), "loaded")


class TheUnit(Case):
    def test_is_verified_without_a_word(self):
        unit = self.person.units / UNIT
        strict = ("--recursive-errors=yes", "--man=no")
        done = self.person.run("systemd-analyze", "--user", "verify", *strict, unit)
        self.assertEqual(done.stdout + done.stderr, "")

    def test_is_exposed_at_most_four_and_a_half(self):
        unit = self.person.units / UNIT
        offline = ("--offline=yes", "--no-pager")
        done = self.person.run("systemd-analyze", "--user", "security", *offline, unit)
        exposure = re.search(rf"exposure level for {UNIT}: ([0-9.]+)", done.stdout)
        self.assertLessEqual(float(exposure[1]), 4.5)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def contents(home):
    """All that lies in a home, as far as it is not the person's own, with what is in it."""
    found = {}
    for top in (".local", ".config"):
        for path in sorted((home / top).rglob("*")):
            if "state" in path.parts or path.name.startswith("ledger.sqlite"):
                continue
            is_plain = path.is_file() and not path.is_symlink()
            found[str(path)] = path.read_bytes() if is_plain else b""
    return found
