"""One prompt, one notification, whatever restarts or is slow, and never in quiet hours."""

import datetime
import os
import signal
import time

from person import UNIT
from shared import until
from test_desktop import DesktopCase

CONCERNS = r"Desktop|Notif|Session|Delivery|Daemon|Tests/Bus"

QUICK = "[Unit]\nStartLimitIntervalSec=0\n[Service]\nRestartSec=50ms"


class OnePrompt(DesktopCase):
    def setUp(self):
        super().setUp()
        self.person.drop_in(QUICK)

    def kill(self):
        """Kills the service, and waits until the manager has started it again."""
        first = self.person.pid()
        os.kill(first, signal.SIGKILL)
        until(lambda: self.person.pid() not in (None, first), "it is started again")

    def fresh(self, server):
        """The notifications that took the place of nothing."""
        return [call for call in server.calls("Notify") if call[1] == 0]

    def assert_one(self, slot, *servers):
        """One notification was made of a prompt, and the ledger says that it is shown."""
        self.shown(slot)
        time.sleep(1.5)  # a second one would come now
        made = [call for server in servers for call in self.fresh(server)]
        self.assertEqual(len(made), 1, [server.calls("Notify") for server in servers])
        self.assertEqual(self.person.facts("shown").count(slot.prompt), 2, "by desktop and spool")

    def is_asked(self, server, late):
        server.say(f"late {late}")
        slot = self.asks("help")
        server.notified()
        return slot

    def test_makes_one_notification_when_it_is_killed_before_the_answer(self):
        server = self.desktop.notifier()
        slot = self.is_asked(server, 4)
        self.kill()
        self.assert_one(slot, server)

    def test_makes_one_notification_when_it_is_killed_again_and_again(self):
        server = self.desktop.notifier()
        slot = self.is_asked(server, 6)
        for _ in range(4):
            self.kill()
            time.sleep(0.3)
        self.assert_one(slot, server)

    def test_is_answered_by_its_button_after_that(self):
        server = self.desktop.notifier()
        slot = self.is_asked(server, 2)
        self.kill()
        self.assert_one(slot, server)
        until(lambda: server.last() == 1, "the server has shown it")
        server.say(f"invoke answer:help:taken:{slot.prompt} 1")
        self.assertEqual(self.answered("help"), ("taken", "desktop"))
        until(lambda: [1] in server.calls("CloseNotification"), "it is closed")

    def test_makes_one_notification_when_it_is_stopped_before_the_answer(self):
        server = self.desktop.notifier()
        slot = self.is_asked(server, 2)
        self.person.systemctl("restart", UNIT)
        self.assert_one(slot, server)
        # It waited for the number, and takes its own place.
        self.assertEqual([call[1] for call in server.calls("Notify")], [0, 1])

    def test_makes_one_notification_when_it_is_stopped_and_the_server_takes_long(self):
        server = self.desktop.notifier()
        slot = self.is_asked(server, 8)
        began = time.monotonic()
        self.person.systemctl("restart", UNIT)
        self.assertLess(time.monotonic() - began, 7, "it does not wait for ever")
        self.assert_one(slot, server)

    def test_makes_one_notification_when_a_server_that_replaces_by_name_is_slow(self):
        caps = ("body", "actions", "x-canonical-private-synchronous")
        server = self.desktop.notifier(*caps)
        slot = self.is_asked(server, 2)
        self.kill()
        self.shown(slot)
        # It is sent once more under its name, which tells its number: then it can be closed.
        until(lambda: len(server.calls("Notify")) == 2, "it is sent under its name again")
        names = [call[6]["x-canonical-private-synchronous"] for call in server.calls("Notify")]
        self.assertEqual(len(set(names)), 1)
        until(lambda: server.last() == 2, "its number is known", 10)
        time.sleep(3)
        self.person.coach("check", "help", "taken")
        until(lambda: [2] in server.calls("CloseNotification"), "it is closed")

    def test_makes_one_notification_on_the_server_that_takes_the_place_of_a_dead_one(self):
        server = self.desktop.notifier()
        slot = self.is_asked(server, 60)
        os.kill(self.person.pid(), signal.SIGSTOP)
        server.die()
        other = self.desktop.notifier()
        os.kill(self.person.pid(), signal.SIGCONT)
        self.kill()
        self.assert_one(slot, other)

    def test_makes_one_notification_when_service_and_server_are_started_anew(self):
        server = self.desktop.notifier()
        slot = self.is_asked(server, 60)
        self.person.systemctl("kill", "--signal=KILL", UNIT)
        server.die()
        other = self.desktop.notifier()
        self.assert_one(slot, other)

    def test_makes_one_notification_when_the_bus_is_lost_before_the_answer(self):
        server = self.desktop.notifier()
        slot = self.is_asked(server, 60)
        self.desktop.stop_bus()
        server.die()
        self.desktop.start_bus()
        other = self.desktop.notifier()
        self.assert_one(slot, other)

    def test_makes_one_notification_when_it_sleeps_before_the_answer(self):
        server = self.desktop.notifier()
        slot = self.is_asked(server, 2)
        os.kill(self.person.pid(), signal.SIGSTOP)
        time.sleep(4)
        os.kill(self.person.pid(), signal.SIGCONT)
        self.assert_one(slot, server)

    def test_makes_one_notification_when_no_server_was_there_and_it_is_killed(self):
        slot = self.asks("help")
        self.journal_says(f"Not showing {slot.prompt} by desktop before it is there")
        self.kill()
        server = self.desktop.notifier()
        self.assert_one(slot, server)


class NothingIsSaid(DesktopCase):
    """Quiet hours that begin while something waits."""

    def quiet_in(self, seconds, **options):
        """A prompt that is due at once, and quiet hours that begin soon after."""
        now = self.person.machine.now()
        begin = now + datetime.timedelta(seconds=seconds)
        end = now + datetime.timedelta(hours=2)
        self.began = time.monotonic() + seconds
        quiet = f'quiet-hours = "{begin:%H:%M:%S}..{end:%H:%M:%S}"'
        return self.asks("help", seconds=1, more=quiet, **options)

    def wait_for_quiet(self):
        time.sleep(max(0, self.began - time.monotonic()) + 1)

    def test_by_a_server_that_comes_in_quiet_hours(self):
        slot = self.quiet_in(6)
        self.journal_says(f"Not showing {slot.prompt} by desktop before it is there")
        self.wait_for_quiet()
        server = self.desktop.notifier()
        self.still(0, lambda: server.calls("Notify"), "nothing is said in quiet hours")

    def test_by_a_server_that_is_slow_to_say_what_it_can_do(self):
        server = self.desktop.notifier()
        server.say("slow 6")
        slot = self.quiet_in(5)
        self.shown(slot, "spool")
        until(lambda: server.calls("GetCapabilities"), "it is asked")
        self.wait_for_quiet()
        time.sleep(4)
        self.assertEqual(server.calls("Notify"), [])

    def test_after_a_machine_that_slept_into_them(self):
        slot = self.quiet_in(6)
        self.journal_says(f"Not showing {slot.prompt} by desktop before it is there")
        os.kill(self.person.pid(), signal.SIGSTOP)
        server = self.desktop.notifier()
        self.wait_for_quiet()
        os.kill(self.person.pid(), signal.SIGCONT)
        self.still(0, lambda: server.calls("Notify"), "nothing is said in quiet hours")

    def test_but_is_taken_off_where_a_server_shows_it_too_late(self):
        server = self.desktop.notifier()
        server.say("late 6")
        slot = self.quiet_in(5)
        server.notified()
        self.wait_for_quiet()
        until(lambda: server.calls("CloseNotification") == [[1]], "it is closed at once")
        self.assertEqual(self.person.facts("shown"), [slot.prompt], "by the spool alone")
        self.journal_says(f"Took {slot.prompt} off the screen: it came there when nothing")

    def test_when_a_refused_answer_would_bring_it_back_in_them(self):
        server = self.desktop.notifier("body", "actions", "inline-reply")
        now = self.person.machine.now()
        begin, end = now + datetime.timedelta(seconds=7), now + datetime.timedelta(hours=2)
        self.began = time.monotonic() + 7
        quiet = f'quiet-hours = "{begin:%H:%M:%S}..{end:%H:%M:%S}"'
        slot = self.asks("energy", seconds=1, more=quiet)
        self.shown(slot)
        self.wait_for_quiet()
        server.say("reply nonsense")
        self.journal_says("What was done on the desktop")
        self.still(1, lambda: server.calls("Notify"), "nothing is said in quiet hours")


class WhatWasPutAway(DesktopCase):
    def test_is_told_of_by_why_and_by_the_journal(self):
        server = self.desktop.notifier()
        slot = self.asks("help")
        self.shown(slot)
        self.assertIn("Now: on the screen.", self.person.coach("why", slot.name).stdout)
        server.say("close 1 2")
        self.journal_says(f"Put away by the person: {slot.prompt}")
        said = self.person.coach("why", slot.name).stdout
        self.assertRegex(said, r"Now: put away at \d\d:\d\d\.")
        self.assertEqual(self.person.told("why", slot.name)["now"], "put-away")
