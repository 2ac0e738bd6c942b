import contextlib
import json
import sqlite3
import time

from case import Case
from desktop import Desktop
from shared import until

CONCERNS = r"Desktop|Notif|Screen|Tests/Bus"


class DesktopCase(Case):
    """A person with a session bus and nothing on it yet."""

    def setUp(self):
        super().setUp()
        stack = contextlib.ExitStack()
        self.addCleanup(stack.close)
        self.desktop = Desktop(self.person, stack)
        self.desktop.start_bus()

    def asks(self, *carries, seconds=2, channels=("desktop", "spool"), name="soon", more=""):
        """A prompt that is due soon; the service runs."""
        slot = self.person.due(seconds, name, carries=carries)
        self.person.configure(slot, channels=channels, more=more)
        self.start()
        return slot

    def shown(self, slot, channel="desktop"):
        """Waits until the journal says that a channel has shown a prompt."""
        fields = (f"COACH_PROMPT={slot.prompt}", f"COACH_CHANNEL={channel}")
        found = lambda: [e for e in self.person.journal(*fields) if "Showed" in e["MESSAGE"]]
        return until(found, f"{slot.prompt} by {channel}", 15)

    def answer(self, question):
        """The answer that stands in the history of today, and where it was given."""
        [day] = self.person.told("history", "--days", "1")
        given = [a for a in day["answers"] if a["question"] == question]
        return (given[0]["answer"], given[0]["from"]) if given else None

    def answered(self, question):
        return until(lambda: self.answer(question), f"an answer to {question}")

    def journal_says(self, beginning):
        entries = lambda: self.person.journal("SYSLOG_IDENTIFIER=coach")
        found = lambda: [e["MESSAGE"] for e in entries() if e["MESSAGE"].startswith(beginning)]
        return until(found, f"“{beginning}…” in the journal", 15)

    def still(self, count, calls, what):
        """Sees that nothing comes on top of what there is."""
        time.sleep(1.5)
        self.assertEqual(len(calls()), count, what)


class ANotification(DesktopCase):
    def test_in_dunst_is_answered_by_a_click_of_the_mouse_and_goes(self):
        self.desktop.dunst()
        slot = self.asks("tip", "help")
        self.shown(slot)
        self.desktop.click("Declined")
        self.assertEqual(self.answered("help"), ("declined", "desktop"))
        offered = (self.desktop.place / "offered").read_text()
        for label in ("Taken", "Declined", "More…"):
            self.assertIn(f"#{label} (", offered)
        history = self.person.coach("history", "--days", "1").stdout
        self.assertIn("Offer of help: declined, on the desktop", history)
        displayed = lambda: self.desktop.on_bus("dunstctl", "count", "displayed").strip()
        until(lambda: displayed() == "0", "it has left the screen")
        self.assertEqual(self.person.facts("shown").count(slot.prompt), 2)

    def test_in_dunst_is_heard_by_a_service_that_was_started_anew(self):
        self.desktop.dunst()
        slot = self.asks("help")
        self.shown(slot)
        self.person.systemctl("restart", "coach.service")
        # dunst tells a click to whoever sent the notification last.
        time.sleep(1)
        displayed = self.desktop.on_bus("dunstctl", "count", "displayed").strip()
        self.assertEqual(displayed, "1", "it is the same one")
        self.desktop.click("Taken")
        self.assertEqual(self.answered("help"), ("taken", "desktop"))

    def test_in_mako_has_three_buttons_and_the_rest_behind_them(self):
        self.desktop.mako()
        slots = [
            self.person.due(2, "one", carries=("help",)),
            self.person.due(2, "two"),
            self.person.due(2, "three", carries=("energy",)),
        ]
        self.person.configure(*slots, channels=("desktop", "spool"))
        self.start()
        for slot in slots:
            self.shown(slot)
        one, two, three = (slot.prompt for slot in slots)
        shows = lambda *keys: lambda: self.desktop.in_mako() == [sorted(keys)]
        body = "default"
        keys = [
            sorted([f"answer:help:{said}:{one}" for said in ("taken", "declined")]
                   + [f"more:help:0:{one}", body]),
            sorted([f"not-now:{two}", f"snooze:{two}"]),
            sorted([f"range:energy:0-10:{three}", f"snooze:{three}", f"more:energy:0:{three}",
                    body]),
        ]
        self.assertCountEqual(self.desktop.in_mako(), keys)
        self.press(f"more:help:0:{one}")
        until(lambda: f"answer:help:could-not:{one}" in str(self.desktop.in_mako()), "the rest")
        self.press(f"answer:help:could-not:{one}")
        self.assertEqual(self.answered("help"), ("could-not", "desktop"))
        self.press(f"snooze:{two}")
        until(lambda: self.person.facts("snoozed") == [two], "it is put off")
        self.press(f"more:energy:0:{three}")
        rest = (f"answer:energy:none:{three}", f"not-now:{three}", body)
        until(shows(*rest), "what else can be done")
        self.press(f"not-now:{three}")
        until(lambda: self.desktop.in_mako() == [], "nothing is on the screen")
        # The server takes it off by itself, before the service has heard of the button.
        until(lambda: self.person.facts("snoozed") == [two, three], "it is put off too")
        self.assertEqual(self.until(two) - time.time() > 800, True, "back in a quarter of an hour")
        self.assertGreater(self.until(three), self.until(two) + 3600, "not again today")

    def test_in_mako_that_asks_for_a_number_is_answered_by_two_presses(self):
        self.desktop.mako()
        slot = self.asks("energy")
        self.shown(slot)
        self.press(f"range:energy:0-10:{slot.prompt}")
        until(lambda: f"answer:energy:5:{slot.prompt}" in str(self.desktop.in_mako()), "numbers")
        self.press(f"answer:energy:5:{slot.prompt}")
        self.assertEqual(self.answered("energy"), ("5", "desktop"))
        until(lambda: self.desktop.in_mako() == [], "nothing is on the screen")

    def press(self, key):
        """Presses a button of the notification in mako that has it."""
        [shown] = json.loads(self.desktop.on_bus("makoctl", "list"))["data"]
        [number] = [n["id"]["data"] for n in shown if key in n["actions"]["data"]]
        self.desktop.on_bus("makoctl", "invoke", "-n", number, key)

    def until(self, prompt):
        """When a prompt that was put off comes back, in seconds since 1970."""
        ledger = self.person.data / "ledger.sqlite"
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=5) as opened:
            query = "SELECT payload FROM facts WHERE kind = 'snoozed' AND subject = ?"
            [(payload,)] = opened.execute(query, (prompt,))
        return json.loads(payload)["until"] / 1_000_000

    def test_leaves_mako_when_it_is_answered_at_a_terminal(self):
        self.desktop.mako()
        slot = self.asks("help")
        self.shown(slot)
        self.person.coach("check", "help", "taken")
        until(lambda: self.desktop.in_mako() == [], "it has left the screen")

    def test_leaves_the_screen_when_the_desktop_is_no_channel_any_more_and_comes_back(self):
        server = self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        self.person.configure(slot)
        until(lambda: server.calls("CloseNotification") == [[1]], "it is closed")
        self.journal_says(f"Took {slot.prompt} off the screen: its place is none")
        self.person.configure(slot, channels=("spool", "desktop"))
        self.assertEqual(server.notified(2)[1], 0)
        self.still(2, lambda: server.calls("Notify"), "it is shown once more")

    def test_waits_for_a_server_and_is_shown_once_when_it_comes(self):
        slot = self.asks("help")
        [text] = self.journal_says(f"Not showing {slot.prompt} by desktop before it is there")
        self.assertIn("No notification server is there", text)
        self.shown(slot, "spool")
        server = self.desktop.notifier()
        self.shown(slot)
        self.still(1, lambda: server.calls("Notify"), "it is shown once")

    def test_goes_to_the_terminal_where_no_desktop_is_and_then_to_no_other(self):
        terminal = self.terminal("sleep", "60")
        slot = self.asks("help", channels=("desktop", "spool", "terminal"))
        terminal.reads("coach check help")
        self.shown(slot, "terminal")
        server = self.desktop.notifier()
        self.still(0, lambda: server.calls("Notify"), "the person has been told")

    def test_keeps_the_terminals_still_where_a_desktop_is(self):
        terminal = self.terminal("sleep", "60")
        server = self.desktop.notifier()
        slot = self.asks("help", channels=("desktop", "spool", "terminal"))
        self.shown(slot)
        server.notified()
        self.assertNotIn("coach check", terminal.read(1))
        self.assertEqual(len(self.person.facts("shown")), 2, "by desktop and spool")

    def test_is_shown_again_by_a_server_that_takes_the_place_of_a_dead_one(self):
        server = self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        server.die()
        other = self.desktop.notifier()
        [_, replaced, *_] = other.notified()
        self.assertEqual(replaced, 0, "the other's numbers are nothing to it")
        self.still(1, lambda: other.calls("Notify"), "it is shown once")
        other.say(f"invoke answer:help:taken:{slot.prompt}")
        self.assertEqual(self.answered("help"), ("taken", "desktop"))
        self.assertEqual(self.person.facts("shown").count(slot.prompt), 2, "one fact a channel")

    def test_that_was_put_away_does_not_come_back_with_another_server(self):
        server = self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        server.say("close 1 2")
        time.sleep(0.5)
        server.die()
        other = self.desktop.notifier()
        self.person.systemctl("restart", "coach.service")
        self.still(0, lambda: other.calls("Notify"), "the person has put it away")

    def test_survives_a_bus_that_is_started_anew_under_the_service(self):
        server = self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        pid = self.person.pid()
        self.desktop.stop_bus()
        server.die()
        self.journal_says("No session bus")
        self.desktop.start_bus()
        other = self.desktop.notifier()
        other.notified(seconds=20)
        self.still(1, lambda: other.calls("Notify"), "it is shown once")
        other.say(f"invoke answer:help:declined:{slot.prompt}")
        self.assertEqual(self.answered("help"), ("declined", "desktop"))
        self.assertEqual(self.person.pid(), pid, "it is the same process")

    def test_comes_over_a_bus_that_appears_after_the_service(self):
        self.desktop.stop_bus()
        slot = self.asks("help")
        [text] = self.journal_says(f"Not showing {slot.prompt} by desktop")
        self.assertIn("There is no session bus", text)
        self.desktop.start_bus()
        server = self.desktop.notifier()
        self.shown(slot)
        self.still(1, lambda: server.calls("Notify"), "it is shown once")

    def test_costs_no_wake_up_while_it_waits(self):
        self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        time.sleep(3)
        status = lambda: open(f"/proc/{self.person.pid()}/status").read()
        wakes = lambda: [line for line in status().splitlines() if "ctxt_switches" in line]
        before = wakes()
        time.sleep(10)
        self.assertEqual(wakes(), before)
