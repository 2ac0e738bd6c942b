import time

from shared import until
from test_desktop import DesktopCase

CONCERNS = r"Desktop|Notif|Screen|Tests/Bus"

MARKUP = """
[[tip]]
id = "odd"
title = "<b>Tom & \\"Jerry\\"</b>"
action = "Press <a href='file:///etc/passwd'>here</a> \\u202e & %s %n \\u0007 there."
why = "LONG"
"""


class AnOddServer(DesktopCase):
    def shows_markup(self, *capabilities):
        server = self.desktop.notifier(*capabilities)
        deck = MARKUP.replace("LONG", "&" * 3000)
        self.person.write(self.person.config / "decks/mine.toml", deck)
        slot = self.asks("tip", more='decks = ["daily"]')
        self.shown(slot)
        return server.notified()

    def test_that_reads_markup_gets_every_text_escaped_and_cut(self):
        name, replaced, icon, summary, body, _, hints, expires = self.shows_markup(
            "body", "body-markup", "actions"
        )
        application = "org.activeservice.Coach"
        self.assertEqual((name, replaced, icon, expires), ("Coach", 0, application, -1))
        self.assertEqual(hints["desktop-entry"], application)
        self.assertEqual(summary, '<b>Tom & "Jerry"</b>')
        self.assertTrue(body.startswith("Press &lt;a href='file:///etc/passwd'&gt;here&lt;/a&gt; "))
        self.assertIn("&amp; %s %n there.\n", body)
        self.assertLess(len(body), 12_000)
        self.assertEqual(hints["urgency"], 1, "GNOME shows no banner of less")
        self.assertNotIn("transient", hints)
        self.assertEqual(hints["category"], "x-coach.tip")

    def test_that_reads_no_markup_gets_the_text_as_it_is(self):
        body = self.shows_markup("body")[4]
        self.assertIn("<a href='file:///etc/passwd'>here</a> & %s", body)

    def test_without_buttons_gets_the_commands(self):
        server = self.desktop.notifier("body")
        self.shown(self.asks("help"))
        body, buttons = server.notified()[4:6]
        self.assertIn("coach check help taken", body)
        self.assertEqual(buttons, [])

    def test_with_a_line_to_write_in_takes_the_answer_there(self):
        server = self.desktop.notifier("body", "actions", "inline-reply")
        self.shown(self.asks("energy"))
        buttons, hints = server.notified()[5:7]
        self.assertEqual(buttons[:2], ["inline-reply", "Answer…"])
        self.assertIn("0 to 10", hints["x-kde-reply-placeholder-text"])
        server.say("reply a secret of mine")
        body = server.notified(2)[4]
        self.assertTrue(body.startswith("“a secret of mine” is no answer here; it takes"), body)
        self.assertIn("Answer with: coach check energy 7", body)
        self.assertIsNone(self.answer("energy"))
        self.journal_says("What was done on the desktop")
        self.assertNotIn(b"secret of mine", self.person.everything_in_the_journal())
        server.say("reply 8")
        self.assertEqual(self.answered("energy"), ("8", "desktop"))
        until(lambda: [2] in server.calls("CloseNotification"), "it is closed")

    def test_that_refuses_is_told_of_and_leaves_the_prompt_to_the_next_channel(self):
        server = self.desktop.notifier()
        server.say("fail org.freedesktop.Notifications.Error.LimitsExceeded too <b>many</b>")
        terminal = self.terminal("sleep", "60")
        slot = self.asks("help", channels=("desktop", "spool", "terminal"))
        [text] = self.journal_says(f"Could not show {slot.prompt} by desktop")
        self.assertIn("too <b>many</b> (org.freedesktop.Notifications.Error.LimitsExceeded)", text)
        terminal.reads("coach check help")
        server.say("well")
        self.still(1, lambda: server.calls("Notify"), "it is not tried again at once")

    def test_that_refused_shows_it_once_another_has_its_place(self):
        server = self.desktop.notifier()
        server.say("fail org.example.Tired later")
        slot = self.asks("help")
        self.journal_says(f"Could not show {slot.prompt} by desktop")
        server.die()
        other = self.desktop.notifier()
        self.shown(slot)
        self.still(1, lambda: other.calls("Notify"), "it is shown once")

    def test_that_is_slow_is_waited_for_and_shows_it_once(self):
        server = self.desktop.notifier()
        server.say("late 3")
        slot = self.asks("help")
        server.notified()
        self.shown(slot, "spool")
        self.assertEqual(self.person.facts("shown"), [slot.prompt], "by the spool alone, so far")
        self.shown(slot)
        self.still(1, lambda: server.calls("Notify"), "it is shown once")

    def test_that_takes_a_prompt_too_late_closes_it_again(self):
        server = self.desktop.notifier()
        server.say("late 3")
        self.asks("help")
        server.notified()
        self.person.coach("check", "help", "taken")
        until(lambda: server.calls("CloseNotification") == [[1]], "it is closed")
        self.assertEqual(len(self.person.facts("shown")), 1, "by the spool alone")

    def test_that_answers_when_nobody_waits_any_more_has_shown_it_and_once(self):
        server = self.desktop.notifier()
        server.say("late 11")
        slot = self.asks("help")
        [text] = self.journal_says(f"Not showing {slot.prompt} by desktop")
        self.assertIn("has not answered in 10 s", text)
        self.shown(slot)
        self.still(1, lambda: server.calls("Notify"), "it is shown once")
        self.assertEqual(server.calls("CloseNotification"), [])
        server.say(f"invoke answer:help:taken:{slot.prompt}")
        self.assertEqual(self.answered("help"), ("taken", "desktop"))

    def test_that_answers_when_another_channel_has_shown_it_closes_it(self):
        server = self.desktop.notifier()
        server.say("late 11")
        terminal = self.terminal("sleep", "60")
        slot = self.asks("help", channels=("desktop", "spool", "terminal"))
        self.shown(slot, "terminal")
        terminal.reads("coach check help")
        until(lambda: server.calls("CloseNotification") == [[1]], "it is closed")
        self.still(1, lambda: server.calls("Notify"), "it is not shown again")

    def test_of_another_bus_keeps_what_is_somebody_elses(self):
        server = self.desktop.notifier()
        slot = self.asks("energy", "help")
        self.shown(slot)
        self.person.systemctl("stop", "coach.service")
        self.desktop.stop_bus()
        server.die()
        # This bus gives the same names, and its server the same numbers.
        self.desktop.start_bus()
        other = self.desktop.notifier()
        self.start()
        self.assertEqual(other.notified()[1], 0, "it takes the place of nothing")
        self.person.systemctl("stop", "coach.service")
        self.desktop.stop_bus()
        other.die()
        self.person.coach("check", "help", "taken")
        self.person.coach("check", "energy", "7")
        self.desktop.start_bus()
        last = self.desktop.notifier()
        self.start()
        self.still(0, lambda: last.calls("CloseNotification"), "nothing of ours is there")

    def test_that_never_answers_holds_nothing_up(self):
        server = self.desktop.notifier()
        server.say("silent")
        slot = self.asks("help")
        self.shown(slot, "spool")
        [text] = self.journal_says(f"Could not show {slot.prompt} by desktop")
        self.assertIn("does not answer", text)

    def test_that_dies_over_a_prompt_does_not_get_it_again_and_again(self):
        server = self.desktop.notifier()
        server.say("late 60")
        slot = self.asks("help")
        server.notified()
        server.die()
        [text] = self.journal_says(f"Could not show {slot.prompt} by desktop")
        self.assertIn("went away", text)

    def test_that_lets_a_prompt_go_is_heard_when_its_button_is_pressed_in_a_list(self):
        server = self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        server.say("close 1 1")
        time.sleep(0.5)
        server.say(f"invoke answer:help:declined:{slot.prompt} 1")
        self.assertEqual(self.answered("help"), ("declined", "desktop"))
        until(lambda: server.calls("CloseNotification") == [[1]], "it leaves the list too")

    def test_is_told_when_a_prompt_is_over(self):
        server = self.desktop.notifier()
        slot = self.person.due(2, carries=("help",), window="4s")
        self.person.configure(slot, channels=("desktop", "spool"))
        self.start()
        self.shown(slot)
        until(lambda: server.calls("CloseNotification") == [[1]], "it is closed")
        self.journal_says(f"Took {slot.prompt} off the screen: it is over")

    def test_that_writes_nonsense_changes_nothing(self):
        server = self.desktop.notifier("body", "actions", "inline-reply")
        slot = self.asks("energy")
        self.shown(slot)
        for count, text in enumerate(("7" * 100_000, "\x1b[31mplenty\x07", "<b>7</b>", " "), 2):
            server.say(f"reply {text}")
            server.notified(count)
        self.assertEqual(self.person.facts("answered"), [])
        self.assertIsNotNone(self.person.pid())
        server.say("reply 7")
        self.assertEqual(self.answered("energy"), ("7", "desktop"))

    def test_that_whispers_is_heard_and_nobody_else_who_does(self):
        server = self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        key = f"answer:help:taken:{slot.prompt}"
        for owner in range(12):
            self.desktop.on_bus(
                *("gdbus", "emit", "--session", "--dest", f":1.{owner}"),
                *("--object-path", "/org/freedesktop/Notifications"),
                *("--signal", "org.freedesktop.Notifications.ActionInvoked", "1", f"'{key}'"),
                check=False,
            )
        time.sleep(1)
        self.assertIsNone(self.answer("help"), "that was not the server")
        server.say(f"whisper {key}")
        self.assertEqual(self.answered("help"), ("taken", "desktop"))

    def test_is_heard_of_what_is_ours_alone(self):
        server = self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        day = slot.prompt.partition("/")[2]
        for key in (
            *("default", "answer", "answer:help:taken", "snooze:nothing", f"snooze:never/{day}"),
            *(f"answer:help:taken:never/{day}", f"answer:help:perhaps:{slot.prompt}"),
            *(f"answer:nothing:taken:{slot.prompt}", f"answer:help:taken:{slot.prompt}/..", "🦉"),
        ):
            server.say(f"invoke {key} 77")
        time.sleep(1)
        self.assertIsNone(self.answer("help"))
        self.assertEqual(self.person.facts("snoozed"), [])
        # A number that it never heard of, but a key of its own: from before it was started anew.
        server.say(f"invoke answer:help:taken:{slot.prompt} 4711")
        self.assertEqual(self.answered("help"), ("taken", "desktop"))
        numbers = lambda: [number for [number] in server.calls("CloseNotification")]
        until(lambda: server.last() in numbers(), "the one that it knew is closed too")

    def test_keeps_one_notification_over_a_restart_of_the_service(self):
        server = self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        self.person.systemctl("restart", "coach.service")
        self.assertEqual(server.notified(2)[1], 1, "the second takes the place of the first")
        self.person.coach("check", "help", "none")
        until(lambda: server.calls("CloseNotification") == [[1]], "it is closed")
        self.still(2, lambda: server.calls("Notify"), "and stays so")

    def test_closes_what_was_answered_while_the_service_was_down(self):
        server = self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        self.person.systemctl("stop", "coach.service")
        self.person.coach("check", "help", "taken")
        self.start()
        until(lambda: server.calls("CloseNotification") == [[1]], "it is closed")
        self.still(1, lambda: server.calls("Notify"), "and not shown again")

    def test_asks_the_next_question_when_one_is_answered(self):
        server = self.desktop.notifier()
        slot = self.asks("energy", "help")
        self.shown(slot)
        self.assertIn("answer:help:taken", server.notified()[5][0])
        server.say(f"invoke answer:help:taken:{slot.prompt}")
        body, buttons = server.notified(2)[4:6]
        self.assertTrue(buttons[0].startswith("range:energy:0-10:"), buttons)
        self.assertNotIn("offer of help", body)
        self.person.coach("check", "energy", "7")
        until(lambda: [2] in server.calls("CloseNotification"), "it is closed")
        self.assertEqual(len(server.calls("Notify")), 2)
