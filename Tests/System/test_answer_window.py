"""What no button says is said in a window, which the service opens outside its own walls."""

import datetime
import json

from shared import screen, until
from test_desktop import DesktopCase

CONCERNS = r"Desktop|Notif|AnswerWindow|PromptActs|Tests/Bus"

# It tells what it was asked, and says what the test wants; nothing is a window that is closed.
ZENITY = """#!/bin/sh
printf '%s\\n' "$@" >PLACE/asked.new
mv PLACE/asked.new PLACE/asked
cat PLACE/says
[ -s PLACE/says ]
"""


class AWindow(DesktopCase):
    def setUp(self):
        super().setUp()
        # The manager's own bus: what starts a unit and waits for it has to find it there.
        self.desktop.stop_bus()
        self.person.systemctl("start", "dbus.socket")
        self.addCleanup(self.person.systemctl, "stop", "dbus.socket", "dbus.service", check=False)
        self.server = self.desktop.notifier()
        self.place = self.desktop.place
        tools = self.place / "bin"
        self.person.run("mkdir", tools)
        self.person.write(tools / "zenity", ZENITY.replace("PLACE", str(self.place)))
        (tools / "zenity").chmod(0o755)
        self.says("")
        path = self.person.systemctl("show-environment").stdout
        [path] = [line[5:] for line in path.splitlines() if line.startswith("PATH=")]
        self.set(f"PATH={tools}:{path}", f"DISPLAY={screen()}")
        self.addCleanup(self.person.systemctl, "set-environment", f"PATH={path}")
        self.addCleanup(self.person.systemctl, "unset-environment", "DISPLAY", "TERMINAL")

    def set(self, *variables):
        self.person.systemctl("set-environment", *variables)

    def says(self, text):
        self.person.write(self.place / "says", text)

    def asked(self):
        """What the window was asked to show."""
        path = self.place / "asked"
        until(path.exists, "a window")
        return path.read_text().splitlines()

    def test_takes_an_answer_that_is_written(self):
        slot = self.asks("sleep")
        self.shown(slot)
        self.says("23:40\n")
        self.server.say(f"invoke ask:sleep:{slot.prompt}")
        asked = self.asked()
        self.assertEqual(asked[0], "--entry")
        self.assertIn("--text=When did you put out the light last night?", asked)
        day = until(lambda: self.person.facts("answered"), "an answer")
        self.assertEqual(day, ["question/sleep"])
        until(lambda: [1] in self.server.calls("CloseNotification"), "it has left the screen")

    def test_is_opened_by_a_click_on_the_body_too(self):
        slot = self.asks("sleep")
        self.shown(slot)
        self.says("23:40\n")
        self.server.say("invoke default")
        until(lambda: self.person.facts("answered"), "an answer")

    def test_that_is_closed_loses_nothing(self):
        slot = self.asks("sleep")
        self.shown(slot)
        self.server.say(f"invoke ask:sleep:{slot.prompt}")
        body, buttons = self.server.notified(2)[4:6]
        self.assertIn("Answer with: coach check sleep", body)
        self.assertEqual(buttons[1::2][:1], ["Not now"], buttons)
        self.assertEqual(self.person.facts("answered"), [])

    def test_that_is_told_nonsense_says_why_and_asks_again(self):
        slot = self.asks("sleep")
        self.shown(slot)
        self.says("seven\n")
        self.server.say(f"invoke ask:sleep:{slot.prompt}")
        body = self.server.notified(2)[4]
        self.assertTrue(body.startswith("“seven” is no answer here; it takes a time"), body)

    def test_has_all_buttons_where_none_can_be_seen(self):
        self.server.say("called mako")
        slot = self.asks("help")
        self.shown(slot)
        self.says("Could not\n")
        self.server.say("invoke default")
        labels = [word[15:] for word in self.asked() if word.startswith("--extra-button=")]
        self.assertEqual(
            labels, ["Taken", "Declined", "Could not", "No occasion", "Later", "Not now"]
        )
        self.assertEqual(self.answered("help"), ("could-not", "desktop"))

    def test_is_a_terminal_where_there_is_more_than_a_line_to_write(self):
        terminal = self.place / "bin/xterm-of-mine"
        self.person.write(terminal, f'#!/bin/sh\nshift\nprintf "%s " "$@" >{self.place}/asked\n')
        terminal.chmod(0o755)
        self.set("TERMINAL=xterm-of-mine")
        slot = self.asks("two-sides")
        self.shown(slot)
        self.server.say(f"invoke ask:two-sides:{slot.prompt}")
        [words] = self.asked()
        self.assertRegex(words, r"/coach check two-sides $")

    def test_is_the_weeks_report_where_a_prompt_speaks_of_it(self):
        browser = self.place / "bin/xdg-open"
        self.person.write(browser, f'#!/bin/sh\nprintf "%s" "$1" >{self.place}/asked\n')
        browser.chmod(0o755)
        slot = self.asks("report", channels=("desktop", "spool"))
        self.shown(slot)
        self.shown(slot, "spool")
        message = self.person.message(slot)
        text, page = message.get_payload()
        self.assertIn("coach report week --open", text.get_payload(decode=True).decode())
        report = (self.person.state / "report.html").read_bytes()
        self.assertEqual(page.get_payload(decode=True), report)
        self.assertEqual(page.get_content_type(), "text/html")
        (self.person.state / "report.html").unlink()
        self.server.say("invoke default")
        self.assertEqual(self.asked(), [str(self.person.state / "report.html")])
        self.assertTrue((self.person.state / "report.html").is_file())

    def test_that_cannot_be_opened_is_told_of_and_the_prompt_stays(self):
        self.person.systemctl("unset-environment", "DISPLAY")
        slot = self.asks("sleep")
        self.shown(slot)
        self.server.say(f"invoke ask:sleep:{slot.prompt}")
        self.journal_says(f"{slot.prompt} has no window for its answer")
        self.server.notified(2)


class AReminder(DesktopCase):
    def reminded(self):
        server = self.desktop.notifier()
        self.person.configure(channels=("desktop", "spool"))
        self.start()
        # So much before its reserve it is reminded of, which is in a moment.
        due = self.person.machine.now() + datetime.timedelta(seconds=3 + 15 * 60 + 3600)
        by = f"{due:%Y-%m-%d %H:%M:%S}"
        self.person.coach("promise", "call Bob", "--by", by, "--reserve", "1h")
        return server

    def test_pops_up_and_stays_and_is_kept_by_the_click(self):
        server = self.reminded()
        *_, summary, body, buttons, hints, expires = server.notified()
        self.assertEqual(summary, "Promise: call Bob")
        self.assertEqual((hints["urgency"], expires), (1, 0))
        self.assertEqual(buttons[1::2][:3], ["Done", "Later", "More…"])
        self.assertIn("Done: coach promise keep 1", body)
        server.say(f"invoke {buttons[0]}")
        closed = lambda: self.person.told("promises", "--all")
        until(lambda: "kept" in json.dumps(closed()), "it is kept")
        until(lambda: [1] in server.calls("CloseNotification"), "it has left the screen")
