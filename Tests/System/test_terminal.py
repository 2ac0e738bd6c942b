import os
import re
import signal
import time

from case import Case
from shared import until
from person import controls, width

CONCERNS = r"Terminal|Layout|Dialog"


class ATerminal(Case):
    def test_shows_today_wrapped_to_its_width(self):
        for language in ("en", "zh-Hant"):
            self.person.configure(self.person.due(3600, "later"), more=f'language = "{language}"')
            terminal = self.terminal("coach", columns=44)
            self.assertEqual(terminal.wait(), 0)
            lines = terminal.plain()
            self.assertGreater(len(lines), 3, lines)
            self.assertLessEqual(max(map(width, lines)), 44, lines)
            self.assertEqual(controls(terminal.read()), [])

    def test_has_no_colour_when_the_person_wants_none(self):
        terminal = self.terminal("coach", NO_COLOR="1")
        self.assertEqual(terminal.wait(), 0)
        self.assertNotIn("\x1b", terminal.read())

    def test_asks_what_is_open_one_by_one(self):
        slot = self.person.due(1, carries=("energy", "help"))
        self.person.configure(slot)
        self.start()
        self.person.message(slot)
        terminal = self.terminal("coach", "check")
        terminal.reads("10")
        terminal.type("7\n")
        terminal.reads("declined|help")
        terminal.type("declined\n")
        terminal.reads("Enter to leave it out")
        terminal.type("colleague\n")
        self.assertEqual(terminal.wait(), 0)
        self.assertIn("For: Colleagues.", "\n".join(terminal.plain()))
        answered = ["question/energy", "question/help", "question/help"]
        self.assertEqual(self.person.facts("answered"), answered)

    def test_runs_the_daemon_in_the_foreground(self):
        slot = self.person.due(3)
        self.person.configure(slot, more='language = "zh-Hans"')
        terminal = self.terminal("coach", "daemon", "--terminal", columns=40)
        # First it says, in the same language, that it is there.
        terminal.reads(r"[\u4e00-\u9fff]{4}")
        until(lambda: self.person.facts("shown"), "a prompt")
        self.assertEqual(controls(terminal.read()), [])
        self.assertLessEqual(max(map(width, terminal.plain())), 40)
        terminal.type("\x03")
        self.assertEqual(terminal.wait(), 0)
        self.assertEqual(self.person.facts("prompted"), [slot.prompt])


class TheTerminalChannel(Case):
    def test_writes_to_the_terminals_of_the_person_but_not_where_mesg_is_n(self):
        willing, unwilling = self.terminal("cat", columns=50), self.terminal("cat")
        os.chmod(unwilling.name, 0o600)
        slot = self.person.due(2, carries=("tip",))
        self.person.configure(slot, channels=("terminal",))
        self.start()
        willing.reads(r"\w{3}")
        self.assertEqual(controls(willing.read().replace("\a", "")), [])
        self.assertLessEqual(max(map(width, willing.plain())), 50)
        self.assertEqual(unwilling.read(), "")
        self.journal_shows(f"COACH_PROMPT={slot.prompt}", "COACH_CHANNEL=terminal")

    def test_writes_to_those_at_a_shells_prompt_where_there_is_one(self):
        waiting, busy = self.terminal("bash", "--norc", "-i"), self.terminal("cat")
        waiting.reads(r"\$ ")
        slot = self.person.due(2, carries=("tip",))
        self.person.configure(slot, channels=("terminal",))
        self.start()
        waiting.reads("── coach")
        self.journal_shows(f"COACH_PROMPT={slot.prompt}", "COACH_CHANNEL=terminal")
        self.assertEqual(busy.read(), "")

    def test_that_fails_does_not_keep_a_prompt_from_the_other_channels(self):
        terminal = self.terminal("cat")
        self.addCleanup(os.kill, terminal.pid, signal.SIGCONT)
        terminal.type("\x13")  # Ctrl-S: it takes nothing more
        time.sleep(0.2)
        slot = self.person.due(2)
        self.person.configure(slot, channels=("terminal", "spool"))
        self.start()
        self.person.message(slot)
        pid = self.person.pid()
        self.person.systemctl("reload", "coach")
        until(lambda: self.person.pid() == pid, "it does not hang on the terminal")
        self.assertTrue(re.match("Next", self.person.show("StatusText")))
