"""What the manual has for status bars, in those bars."""

import contextlib
import re
import shutil
import subprocess
import tomllib

from case import Case
from shared import until

CONCERNS = r"systemd/man/coach\.1|Status|Waybar"


class ABar(Case):
    """With a person for whom one question waits."""

    def setUp(self):
        super().setUp()
        slot = self.person.due(1, carries=("energy",))
        self.person.configure(slot)
        self.start()
        self.person.message(slot)

    def of_the_manual(self, program):
        """The lines for a program, as a person reads and copies them."""
        page = self.person.home / ".local/share/man/man1/coach.1"
        shown = self.person.run("man", "--nh", "--nj", "--local-file", page, MANWIDTH="200").stdout
        section = re.sub(r".\x08", "", shown).split("\nSTATUS BARS\n")[1].split("\nSEE ALSO\n")[0]
        lines = section.splitlines()
        first = next(n for n, line in enumerate(lines) if line.strip().startswith(program))
        found = []
        for line in lines[first + 2:]:
            if not line.startswith(" " * 8):
                break
            found.append(line.strip())
        self.assertTrue(found)
        return "\n".join(found) + "\n"

    def says(self, command):
        return self.person.run("sh", "-c", command).stdout.strip()

    def test_that_tmux_draws_has_the_number(self):
        settings = self.person.home / ".tmux.conf"
        self.person.write(settings, self.of_the_manual("tmux"))
        self.addCleanup(settings.unlink)
        self.addCleanup(self.person.run, "tmux", "kill-server", check=False)
        terminal = self.terminal("tmux", "new-session", columns=100)
        terminal.reads("coach 1", 40)

    def test_that_polybar_draws_has_the_number(self):
        settings = self.person.home / "polybar.ini"
        bar = "[bar/test]\nmodules-right = coach\n"
        self.person.write(settings, bar + self.of_the_manual("polybar"))
        self.addCleanup(settings.unlink)
        with contextlib.ExitStack() as stack:
            screen = ["Xvfb", ":78", "-screen", "0", "800x500x24"]
            self.spawn(stack, screen)
            asked = lambda: self.person.run("xdotool", "getmouselocation", check=False,
                                            DISPLAY=":78")
            until(lambda: asked().returncode == 0, "there is a screen", 20)
            words = ["polybar", f"--config={settings}", "--stdout", "--quiet", "test"]
            said = self.person.home / "polybar.said"
            with open(said, "w") as file:
                self.spawn(stack, words, stdout=file, DISPLAY=":78")
                until(lambda: "coach 1" in said.read_text(), "the number", 20)

    def spawn(self, stack, words, stdout=subprocess.DEVNULL, **environment):
        command = self.person.machine.as_person(words, **environment)
        process = subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL)
        stack.callback(process.wait)
        stack.callback(process.terminate)

    def test_that_i3status_rs_draws_has_the_number(self):
        # Debian has no package of it.
        [block] = tomllib.loads(self.of_the_manual("i3status-rs"))["block"]
        self.assertEqual((block["block"], block["interval"]), ("custom", 60))
        self.assertEqual(self.says(block["command"]), "1")
        self.person.coach("check", "energy", "7")
        self.assertEqual(self.says(block["command"]), "", "then it is hidden")

    def test_that_starship_draws_has_the_number(self):
        text = self.of_the_manual("starship")
        module = tomllib.loads(text)["custom"]["coach"]
        self.assertEqual(self.person.run("sh", "-c", module["when"]).returncode, 0)
        self.assertEqual(self.says(module["command"]), "1")
        if shutil.which("starship"):  # from Debian 13 on
            settings = self.person.home / "starship.toml"
            self.person.write(settings, text)
            self.addCleanup(settings.unlink)
            drawn = self.person.run("starship", "module", "custom.coach",
                                    STARSHIP_CONFIG=str(settings)).stdout
            self.assertIn("coach 1", drawn)
