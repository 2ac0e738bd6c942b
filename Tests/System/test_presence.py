import contextlib
import subprocess
import time

from case import Case
from desktop import Desktop, end
from shared import NAME, REPOSITORY, UID, until
from test_sleep import SOCKET

CONCERNS = r"Presence|Login|Desktop"

LOGIND = "org.freedesktop.login1"
SESSION = "/org/freedesktop/login1/session/auto"
MOCK = "org.freedesktop.DBus.Mock"


class ThePerson(Case):
    """Before a desktop, with python-dbusmock's logind on a system bus."""

    def setUp(self):
        super().setUp()
        self.stack = contextlib.ExitStack()
        self.addCleanup(self.stack.close)
        self.desktop = Desktop(self.person, self.stack)
        self.desktop.start_bus()
        self.server = self.desktop.notifier()

    def logind(self):
        """A logind whose session does as it is told; what tells it."""
        SOCKET.parent.mkdir(exist_ok=True)
        tools = REPOSITORY / "Tests/Bus"
        command = ["dbus-daemon", f"--config-file={tools / 'bus.conf'}"]
        bus = subprocess.Popen(
            [*command, "--nofork", "--nopidfile", "--nosyslog"], stderr=subprocess.DEVNULL
        )
        self.stack.callback(SOCKET.unlink, missing_ok=True)
        self.stack.callback(end, bus)
        until(SOCKET.exists, "the system bus listens")
        address = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={SOCKET}"}
        mock = ["/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "logind"]
        self.mock = subprocess.Popen(mock, env=address, stdout=subprocess.DEVNULL)
        self.stack.callback(end, self.mock)
        until(lambda: self.tell("/org/freedesktop/login1", "AddSession", "ssusb")
              if self.is_there() else None, "logind is there", 20)
        # The template has none.
        held = ("AddProperty", "ssv", f"{LOGIND}.Manager", "BlockInhibited", "s", "")
        self.tell("/org/freedesktop/login1", *held)
        return lambda name, value: self.tell(
            SESSION, "UpdateProperties", "sa{sv}", f"{LOGIND}.Session", 1, name, "b", value
        )

    def inhibit(self, what):
        """Somebody keeps the machine from something, by logind."""
        place = ("/org/freedesktop/login1", "UpdateProperties", "sa{sv}", f"{LOGIND}.Manager")
        self.tell(*place, 1, "BlockInhibited", "s", what)

    def is_there(self):
        return LOGIND in self.busctl("list", "--acquired").stdout

    def busctl(self, *arguments):
        command = ["busctl", f"--address=unix:path={SOCKET}", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True)

    def tell(self, path, method, signature, *arguments):
        if method == "AddSession":
            arguments = ("auto", "seat0", UID, NAME, "true")
        called = self.busctl("call", LOGIND, path, MOCK, method, signature, *arguments)
        self.assertEqual(called.stderr, "")
        return True

    def asks(self, *channels, more="", window="10m"):
        slot = self.person.due(2, carries=("help",), window=window)
        self.person.configure(slot, channels=channels or ("desktop", "spool"), more=more)
        self.start()
        return slot

    def held(self, slot, words):
        """Waits until the journal says once that a prompt is held back, and for what."""
        fields = (f"COACH_PROMPT={slot.prompt}",)
        held = lambda: [e for e in self.person.journal(*fields) if "Held" in e["MESSAGE"]]
        [entry] = until(held, f"{slot.prompt} is held back", 15)
        self.assertIn(words, entry["MESSAGE"])
        self.assertEqual(self.server.calls("Notify"), [])

    def why(self, slot):
        return [(step["what"], step.get("why") or step.get("channel"))
                for step in self.person.told("why", slot.prompt)["story"]]

    def test_who_is_not_there_is_not_interrupted_and_sees_it_on_coming_back(self):
        for name, away, there, reason, words in (
            ("LockedHint", "true", "false", "locked", "the screen is locked"),
            ("IdleHint", "true", "false", "idle", "nobody is at the machine"),
            ("Active", "false", "true", "inactive", "the session is not in front"),
        ):
            with self.subTest(name):
                self.setUp()
                session = self.logind()
                session(name, away)
                slot = self.asks()
                self.person.message(slot)
                self.held(slot, words)
                session(name, there)
                self.server.notified()
                self.journal_shows(f"COACH_PROMPT={slot.prompt}", "COACH_CHANNEL=desktop")
                story = self.why(slot)
                self.assertIn(("deferred", reason), story)
                self.assertEqual(story[-1], ("shown", "desktop"))
                self.assertEqual(self.person.facts("deferred"), [slot.prompt])
                self.stack.close()

    def test_who_is_busy_is_interrupted_at_a_break(self):
        session = self.logind()
        slot = self.asks()
        self.held(slot, "it waits for a break")
        session("IdleHint", "true")
        time.sleep(0.5)
        self.assertEqual(self.server.calls("Notify"), [])
        session("IdleHint", "false")
        self.server.notified()

    def test_who_wants_no_break_waited_for_is_not_waited_for(self):
        self.logind()
        self.asks(more='[presence]\npatience = "none"')
        self.server.notified()

    def test_who_wants_not_to_be_watched_is_not(self):
        session = self.logind()
        session("LockedHint", "true")
        self.asks(more="[presence]\nwatch = false")
        self.server.notified()

    def test_who_can_be_seen_by_nobody_is_told_at_once(self):
        session = self.logind()
        session("LockedHint", "true")
        slot = self.asks()
        self.held(slot, "the screen is locked")
        end(self.mock)
        self.server.notified()

    def test_whose_screen_saver_covers_the_screen_is_waited_for(self):
        saver = ["/usr/bin/python3", "-m", "dbusmock", "--session", "--template"]
        self.desktop.spawn(*saver, "gnome_screensaver")
        name = "org.gnome.ScreenSaver"
        cover = ["busctl", f"--address=unix:path={self.desktop.socket}", "call", name]
        cover += ["/org/gnome/ScreenSaver", name, "SetActive", "b"]
        called = lambda flag: self.person.run(*cover, flag, check=False).returncode == 0
        until(lambda: called("true"), "the screen saver is there", 20)
        slot = self.asks()
        self.held(slot, "the screen is locked")
        self.assertTrue(called("false"))
        self.server.notified()

    def test_who_watches_a_film_sees_it_when_that_is_over(self):
        self.logind()
        self.inhibit("sleep:idle")
        slot = self.asks()
        self.held(slot, "something holds the screen")
        self.inhibit("sleep:handle-lid-switch")
        self.server.notified()
        self.assertIn(("deferred", "presenting"), self.why(slot))

    def test_who_presents_in_gnome_sees_it_afterwards(self):
        session = self.desktop.teller("org.gnome.SessionManager")
        session.say("answer IsInhibited b true")
        slot = self.asks()
        self.held(slot, "something holds the screen")
        self.assertIn(["IsInhibited", 8], session.lines())
        session.say("answer IsInhibited b false")
        session.say("say InhibitorRemoved o /org/gnome/SessionManager/Inhibitor7")
        self.server.notified()

    def test_whom_gnome_has_not_seen_for_five_minutes_is_waited_for(self):
        name = "org.gnome.Mutter.IdleMonitor"
        monitor = self.desktop.teller(name, "/org/gnome/Mutter/IdleMonitor/Core")
        for order in ("AddIdleWatch u 1", "AddUserActiveWatch u 2", "GetIdletime t 7000"):
            monitor.say(f"answer {order}")
        slot = self.asks()
        self.held(slot, "it waits for a break")
        self.assertEqual(monitor.lines()[0], ["AddIdleWatch", 300_000])
        monitor.say("answer GetIdletime t 300000")
        monitor.say("whisper WatchFired u 1")
        self.journal_shows(f"COACH_PROMPT={slot.prompt}", "COACH_REASON=idle")
        until(lambda: monitor.asked("AddUserActiveWatch") == 1, "its end is to be told")
        monitor.say("answer GetIdletime t 3")
        monitor.say("whisper WatchFired u 2")
        self.server.notified()
        self.assertEqual(monitor.asked("AddIdleWatch"), 1, "that watch stays")

    def test_whom_plasma_has_not_seen_is_asked_for_once_when_it_is_due(self):
        saver = self.desktop.teller("org.freedesktop.ScreenSaver")
        saver.say("answer GetActive b false")
        saver.say("answer GetSessionIdleTime u 299999")
        at_once = '[presence]\npatience = "none"'
        slot = self.asks(more=at_once)
        self.server.notified()
        self.assertEqual(saver.asked("GetSessionIdleTime"), 1)
        saver.say("answer GetSessionIdleTime u 300000")
        later = self.person.due(2, "later", carries=("energy",))
        self.person.configure(slot, later, channels=("desktop", "spool"), more=at_once)
        [entry] = self.journal_shows(f"COACH_PROMPT={later.prompt}", "COACH_REASON=idle")
        self.assertIn("nobody is at the machine", entry["MESSAGE"])
        time.sleep(1)
        self.assertEqual(len(self.server.calls("Notify")), 1)
        self.assertEqual(saver.asked("GetSessionIdleTime"), 2, "once for each")
        # The first sign of the person is that they unlock the screen.
        saver.say("say ActiveChanged b true")
        saver.say("say ActiveChanged b false")
        self.server.notified(2)

    def test_whom_nobody_answers_for_is_told_in_a_moment(self):
        saver = self.desktop.teller("org.freedesktop.ScreenSaver")
        saver.say("answer GetActive b false")
        saver.say("silent GetSessionIdleTime")
        self.asks(more='[presence]\npatience = "none"')
        self.server.notified()

    def test_who_never_came_has_missed_it_and_is_told_so(self):
        session = self.logind()
        session("LockedHint", "true")
        slot = self.asks("desktop", window="2s")
        self.held(slot, "the screen is locked")
        missed = f"Missed {slot.prompt}: the person was not there in its window"
        self.journal_shows(f"MESSAGE={missed}")
        self.assertEqual(self.person.told("why", slot.prompt)["now"], "missed")
        self.assertEqual(self.person.facts("prompted"), [])
        session("LockedHint", "false")
        later = self.person.due(2, "later", carries=("energy",))
        at_once = '[presence]\npatience = "none"'
        self.person.configure(slot, later, channels=("desktop",), more=at_once)
        said = self.server.notified()
        # One of several wordings.
        missed = "could not be shown|did not reach you|found no moment to be shown"
        self.assertRegex(str(said), missed)

    def test_whose_night_was_seen_is_offered_it_and_nothing_is_recorded(self):
        session = self.logind()
        self.sees_a_night(lambda flag: session("LockedHint", flag))

    def test_whose_machine_slept_overnight_is_offered_that(self):
        self.logind()
        place = ("/org/freedesktop/login1", "EmitSignal", "sssav", f"{LOGIND}.Manager")
        sleeps = lambda flag: self.tell(*place, "PrepareForSleep", "b", 1, "b", flag)
        self.sees_a_night(sleeps)

    def sees_a_night(self, leave):
        day = self.person.due(4)
        more = f'day-starts = "{day.when:%H:%M:%S}"\n[presence]\npropose-sleep = true'
        self.person.configure(more=more)
        self.start()
        leave("true")
        left = self.person.machine.now()
        until(lambda: day.seconds_left() < -0.5, "the next day has begun")
        leave("false")
        until(lambda: self.person.facts("unseen") == ["night"], "the night is written down")
        # Its input has ended, so that nothing is answered and nothing kept.
        asked = self.person.coach("check", "sleep", check=False).stdout
        self.assertRegex(asked, f"last used at ({left:%H:%M}|{day.when:%H:%M})")
        self.assertEqual(self.person.facts("answered"), [])


class DoNotDisturbElsewhere(ThePerson):
    """Of desktops whose notification server does not tell it."""

    def is_held_until(self, off):
        slot = self.asks()
        self.held(slot, "not to be disturbed")
        off()
        self.server.notified()
        self.assertIn(("deferred", "inhibited"), self.why(slot))

    def test_in_xfce_stands_among_its_settings(self):
        settings = self.desktop.teller("org.xfce.Xfconf")
        settings.say("answer GetProperty v true")

        def off():
            settings.say("answer GetProperty v false")
            settings.say("say PropertyChanged s xfce4-panel")
            time.sleep(0.5)
            self.assertEqual(self.server.calls("Notify"), [], "another program's setting")
            settings.say("say PropertyChanged s xfce4-notifyd")

        self.is_held_until(off)
        self.assertEqual(settings.lines()[0], ["GetProperty", "xfce4-notifyd", "/do-not-disturb"])

    def test_in_swaync_is_asked_of_its_control_centre(self):
        control = self.desktop.teller("org.erikreider.swaync.cc", "/org/erikreider/swaync/cc")
        control.say("answer GetDnd b true")

        def off():
            control.say("answer GetDnd b false")
            control.say("say Subscribe u 0")

        self.is_held_until(off)

    def test_in_gnome_stands_among_its_settings_which_are_real(self):
        self.desktop.spawn("/usr/libexec/dconf-service")
        banners = ("org.gnome.desktop.notifications", "show-banners")

        def setting(value):
            # What is set before the service is there is lost without a word.
            self.desktop.on_bus("gsettings", "set", *banners, value)
            return self.desktop.on_bus("gsettings", "get", *banners).strip() == value

        until(lambda: setting("false"), "the setting is kept")
        self.addCleanup(self.person.run, "rm", "-rf", self.person.home / ".config/dconf")
        self.desktop.teller("org.gnome.Shell")
        self.is_held_until(lambda: setting("true"))


class DoNotDisturb(Case):
    def test_holds_a_prompt_back_until_it_is_off(self):
        with contextlib.ExitStack() as stack:
            desktop = Desktop(self.person, stack)
            desktop.start_bus()
            desktop.dunst()
            desktop.on_bus("dunstctl", "set-paused", "true")
            slot = self.person.due(2, carries=("help",))
            self.person.configure(slot, channels=("desktop", "spool"))
            self.start()
            self.person.message(slot)
            [held] = self.journal_shows(f"COACH_PROMPT={slot.prompt}", "COACH_REASON=inhibited")
            self.assertIn("not to be disturbed", held["MESSAGE"])
            waiting = lambda: desktop.on_bus("dunstctl", "count").replace(" ", "")
            self.assertIn("Waiting:0", waiting(), "it was not even sent")
            desktop.on_bus("dunstctl", "set-paused", "false")
            self.journal_shows(f"COACH_PROMPT={slot.prompt}", "COACH_CHANNEL=desktop")
            self.assertIn("displayed:1", waiting())
