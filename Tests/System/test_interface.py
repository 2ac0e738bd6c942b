import json
import re
import subprocess
import xml.etree.ElementTree as tree

from case import Case
from shared import until

CONCERNS = r"Bus|Interface|Export|activeservice"

NAME = "org.activeservice.Coach1"
PATH = "/org/activeservice/Coach1"


class TheInterface(Case):
    """On the session bus that Debian starts with the person's manager."""

    def setUp(self):
        super().setUp()
        self.person.systemctl("start", "dbus.socket")

    def busctl(self, *arguments, check=True):
        return self.person.run("busctl", "--user", *arguments, check=check)

    def call(self, method, *arguments, check=True):
        signature = ["s" * len(arguments)] if arguments else []
        done = self.busctl("call", NAME, PATH, NAME, method, *signature, *arguments, check=check)
        return done if not check else done.stdout.strip()

    def told(self, name):
        asked = ("get-property", NAME, PATH, NAME, name, "--json=short")
        return json.loads(self.busctl(*asked).stdout)["data"]

    def waiting(self):
        slot = self.person.due(1, carries=("energy", "help"))
        self.person.configure(slot)
        self.start()
        self.person.message(slot)
        return slot

    def test_is_what_the_file_says(self):
        self.start()
        until(lambda: NAME in self.busctl("list", "--acquired").stdout, "it has its name")
        shown = self.busctl("introspect", "--xml-interface", NAME, PATH).stdout
        written = (self.person.machine.clone / f"systemd/{NAME}.xml").read_text()
        self.assertEqual(outline(shown), outline(written))

    def test_starts_the_service_at_a_first_call(self):
        self.person.configure()
        self.assertEqual(self.person.show("ActiveState"), "inactive")
        self.assertRegex(self.call("Tip"), r'^ssss "[a-z0-9-]+" ".+" ".+" ".+"$')
        # It has its name, and answers by it, a moment before it says READY.
        until(lambda: self.person.show("ActiveState") == "active", "it is READY")

    def test_takes_an_answer_and_takes_it_back(self):
        self.waiting()
        self.assertEqual(self.told("Waiting"), ["energy", "help"])
        self.assertIn("Energy", self.call("Answer", "energy", "7", ""))
        self.assertIn("taken", self.call("Answer", "help", "taken", "today"))
        self.assertEqual(self.person.facts("answered"), ["question/energy", "question/help"])
        self.assertEqual(self.told("Waiting"), [])
        self.assertIn("Energy: 7, by another program", self.person.coach("history").stdout)
        self.assertIn("Taken back", self.call("Undo"))
        self.assertEqual(self.told("Waiting"), ["help"])
        self.person.coach("hesitate", "1")
        self.assertIn("the fear of a no", self.call("Undo"))

    def test_puts_off_pauses_and_resumes(self):
        slot = self.waiting()
        self.assertIn("comes back", self.call("Snooze", "soon", "5m"))
        self.assertEqual(self.person.facts("snoozed"), [slot.prompt])
        self.assertEqual(self.told("Paused"), "")
        self.call("Pause", "2h")
        self.assertRegex(self.told("Paused"), r"^\d{4}-\d\d-\d\dT")
        self.assertEqual(self.call("Resume"), "b true")
        self.assertEqual(self.call("Resume"), "b false")
        self.assertEqual(self.told("Paused"), "")

    def test_refuses_by_name_what_is_hostile_and_changes_nothing(self):
        self.waiting()
        for method, arguments, name, words in (
            ("Answer", ("hlp", "taken", ""), "UnknownQuestion", "did you mean “help”"),
            ("Answer", ("help", "perhaps", ""), "InvalidAnswer", "taken, declined"),
            ("Answer", ("help", "taken", "2031-01-01"), "InvalidAnswer", "has not come yet"),
            ("Answer", ("help", "taken", "someday"), "InvalidDay", "YYYY-MM-DD"),
            ("Answer", ("help\x07", "taken", ""), "InvalidArgument", "control character"),
            ("Answer", ("help", "taken\n", ""), "InvalidArgument", "control character"),
            ("Answer", ("help", "a" * 4097, ""), "InvalidArgument", "4097 bytes"),
            ("Answer", ("<b>help</b>", "$(reboot)", "../.."), "UnknownQuestion", "known: sleep"),
            ("Snooze", ("sonn", ""), "UnknownPrompt", "did you mean “soon”"),
            ("Snooze", ("soon", "40000d"), "InvalidTime", ""),
            ("Pause", ("soon",), "InvalidTime", "15m"),
            ("Undo", (), "NothingToUndo", ""),
        ):
            refused = self.call(method, *arguments, check=False)
            self.assertNotEqual(refused.returncode, 0, (method, arguments))
            self.assertIn(words, refused.stderr, (method, arguments))
            self.assertIn(f"{NAME}.Error.{name}", self.error(method, *arguments), arguments)
        for kind in ("answered", "snoozed", "paused", "undone"):
            self.assertEqual(self.person.facts(kind), [], kind)
        wrong = self.busctl("call", NAME, PATH, NAME, "Answer", "su", "help", "7", check=False)
        self.assertIn("expecting 'sss'", wrong.stderr)
        for arguments in (("as", "1", "help"), ("v", "s", "help"), ("", ), ("ssss", *"help")):
            wrong = self.busctl("call", NAME, PATH, NAME, "Answer", *arguments, check=False)
            self.assertNotEqual(wrong.returncode, 0, arguments)
        written = ("set-property", NAME, PATH, NAME, "Paused", "s", "now")
        self.assertNotEqual(self.busctl(*written, check=False).returncode, 0)
        elsewhere = ("call", NAME, f"{PATH}/elsewhere", NAME, "Undo")
        self.assertNotEqual(self.busctl(*elsewhere, check=False).returncode, 0)
        self.say_what_is_no_text()
        self.assertEqual(self.told("Waiting"), ["energy", "help"], "it is still there")

    def say_what_is_no_text(self):
        """A call whose answer is not UTF-8, which no library sends."""
        address = str(self.person.machine.runtime / "bus")
        script = [self.person.machine.clone / "Tests/Bus/raw.py", address]
        said = self.person.run(*script, NAME, PATH, "Answer")
        self.assertEqual(said.stdout, "the bus let us go\n")
        self.assertEqual(self.person.facts("answered"), [])

    def error(self, method, *arguments):
        """The name of the error that a call meets, which busctl does not say."""
        asked = ["dbus-send", "--session", "--print-reply", f"--dest={NAME}", PATH]
        texts = [f"string:{text}" for text in arguments]
        environment = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.person.machine.runtime}/bus"}
        called = self.person.run(*asked, f"{NAME}.{method}", *texts, check=False, **environment)
        return called.stderr

    def test_lets_nobody_else_call(self):
        self.waiting()
        address = f"--address=unix:path={self.person.machine.runtime}/bus"
        stranger = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
        called = [*stranger, "busctl", address, "call", NAME, PATH, NAME, "Undo"]
        self.assertNotEqual(subprocess.run(called, capture_output=True).returncode, 0)

    def test_reads_the_configuration_again_and_says_what_is_wrong(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        self.assertIn("coach.toml", self.call("Reload"))
        self.person.configure(more="nonsense = 1")
        refused = self.call("Reload", check=False)
        self.assertIn("coach.toml:2: unknown key “nonsense”", refused.stderr)
        self.assertIn(f"{NAME}.Error.Configuration", self.error("Reload"))

    def test_tells_of_prompts_answers_and_what_has_changed(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        command = ["busctl", "--user", "--json=short", "monitor", NAME]
        command = self.person.machine.as_person(command)
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        with subprocess.Popen(command, **pipes) as monitor:
            self.addCleanup(monitor.kill)
            self.assertIn("Monitoring", monitor.stderr.readline())
            slot = self.person.due(2, carries=("energy",))
            self.person.configure(slot)
            self.person.message(slot)
            self.person.coach("check", "energy", "7")
            self.journal_shows("COACH_QUESTION=energy", "PRIORITY=6")
            until(lambda: self.told("Waiting") == [], "the answer is seen")
            monitor.terminate()
            lines = [json.loads(line) for line in monitor.stdout]
        said = [(m["member"], m["payload"]["data"]) for m in lines if m["type"] == "signal"]
        self.assertIn(("Prompted", [slot.prompt, "", ["energy"]]), said)
        self.assertIn("Answered", [member for member, _ in said])
        changed = [data[1] for member, data in said if member == "PropertiesChanged"]
        waiting = [each["Waiting"]["data"] for each in changed if "Waiting" in each]
        self.assertEqual(waiting[-2:], [["energy"], []])

    def test_is_there_again_when_the_bus_was_restarted(self):
        self.waiting()
        pid = self.person.pid()
        self.person.systemctl("restart", "dbus.service", check=False)
        self.person.systemctl("start", "dbus.socket")
        listed = lambda: NAME in self.busctl("list", "--acquired", check=False).stdout
        until(listed, "it has its name again", 20)
        self.assertEqual(self.told("Waiting"), ["energy", "help"])
        self.assertEqual(self.person.pid(), pid, "it is the same process")

    def test_leaves_the_name_to_whoever_has_it_and_a_second_daemon_leaves(self):
        self.waiting()
        second = self.person.coach("daemon", check=False)
        self.assertEqual(second.returncode, 69)
        self.assertIn("another coach daemon is running", second.stderr)
        self.assertEqual(self.told("Waiting"), ["energy", "help"])

    def test_goes_with_the_rest_and_the_service_does_without_a_bus(self):
        self.person.systemctl("stop", "dbus.socket", "dbus.service", check=False)
        self.waiting()
        entries = self.person.journal("SYSLOG_IDENTIFIER=coach")
        self.assertEqual([e["MESSAGE"] for e in entries if int(e["PRIORITY"]) <= 4], [])
        activation = self.person.home / f".local/share/dbus-1/services/{NAME}.service"
        self.assertTrue(activation.exists())
        self.person.uninstall()
        self.assertFalse(activation.exists())


def outline(text):
    """The interface's members with their types and names, in any order."""
    for interface in tree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", text)).iter("interface"):
        if interface.get("name") != NAME:
            continue
        return sorted(
            (
                member.tag,
                member.get("name"),
                member.get("type"),
                member.get("access"),
                [(a.get("name"), a.get("type"), a.get("direction")) for a in member.iter("arg")],
            )
            for member in interface
        )
    return None
