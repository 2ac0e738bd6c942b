import email.header
import email.policy
import email.utils
import pathlib
import re

from case import Case
from shared import until
from person import UNIT, controls


class ADay(Case):
    def test_begins_when_the_service_is_ready_and_says_what_comes_next(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        self.assertEqual(self.person.show("ActiveState"), "active")
        self.assertRegex(self.person.show("StatusText"), r"^Next: .*\d\d:\d\d")
        [process] = (
            (self.person.machine.group / f"background.slice/{UNIT}/cgroup.procs")
            .read_text()
            .split()
        )
        with open(f"/proc/{process}/status") as file:
            self.assertRegex(file.read(), r"\nThreads:\s+1\n")

    def test_puts_a_prompt_into_the_mail_when_it_is_due(self):
        slot = self.person.due(3, carries=("tip", "energy"))
        self.person.configure(slot)
        self.start()
        message = self.person.message(slot)
        sent = email.utils.parsedate_to_datetime(message["Date"])
        self.assertLess(abs((sent - slot.when).total_seconds()), 5)
        self.assertEqual(sent.utcoffset(), slot.when.utcoffset())
        self.assertRegex(message["Message-ID"], r"^<[^<>@\s]+@[^<>@\s]+>$")
        subject = str(email.header.make_header(email.header.decode_header(message["Subject"])))
        self.assertTrue(subject.strip())
        self.assertEqual(controls(subject), [])
        body = message.get_payload(decode=True).decode("utf-8")
        self.assertIn("coach check energy", body)
        self.assertEqual(self.person.facts("prompted"), [slot.prompt])

    def test_is_read_with_an_ordinary_mail_reader(self):
        slot = self.person.due(2)
        self.person.configure(slot, more='language = "zh-Hant"')
        self.start()
        message = self.person.message(slot)
        subject = str(email.header.make_header(email.header.decode_header(message["Subject"])))
        [path] = self.person.run("mlist", "-N", self.person.spool).stdout.splitlines()
        seen = self.person.run("mscan", "-f", "%u|%s", path).stdout
        self.assertRegex(seen, r"^\W*\.", "unread")
        self.assertIn(subject[:8], seen)
        shown = self.person.run("mshow", path).stdout
        self.assertRegex(shown, r"[\u4e00-\u9fff]{4}", "the body is Chinese, whatever carried it")
        self.assertEqual(
            self.person.run("mhdr", "-h", "X-Coach-Prompt", path).stdout.strip(), slot.prompt
        )

    def test_keeps_its_mail_private_and_leaves_nothing_in_tmp(self):
        slot = self.person.due(2)
        self.person.configure(slot)
        self.start()
        self.person.message(slot)
        for place in self.person.spool.rglob("*"):
            self.assertEqual(place.stat().st_mode & 0o077, 0, place)
        self.assertEqual(list((self.person.spool / "tmp").iterdir()), [])

    def test_is_told_by_the_journal_under_the_unit(self):
        slot = self.person.due(2, carries=("tip", "energy"))
        self.person.configure(slot)
        self.start()
        self.journal_shows(f"COACH_PROMPT={slot.prompt}")
        entry = self.journal_shows(f"COACH_PROMPT={slot.prompt}", "COACH_CHANNEL=spool")[0]
        self.assertEqual(entry["COACH_SLOT"], slot.name)
        self.assertEqual(entry["COACH_DAY"], f"{slot.when:%Y-%m-%d}")
        self.assertEqual(entry["SYSLOG_IDENTIFIER"], "coach")
        self.assertEqual(entry["_SYSTEMD_USER_UNIT"], UNIT)
        self.assertRegex(entry["MESSAGE_ID"], r"^[0-9a-f]{32}$")
        self.assertRegex(entry["CODE_FILE"], r"\.swift$")
        own = self.person.run("journalctl", "--user", "--unit", "coach", "--output", "cat").stdout
        self.assertIn(entry["MESSAGE"], own.splitlines(), "the person may read it too")

    def test_takes_an_answer_and_marks_the_message_as_seen(self):
        slot = self.person.due(2, carries=("tip", "energy"))
        self.person.configure(slot)
        self.start()
        self.assertEqual(self.person.message(slot).get_subdir(), "new")
        self.person.coach("check", "energy", "7")

        def seen():
            message = self.person.message(slot)
            return message.get_subdir() == "cur" and "S" in message.get_flags()

        until(seen, "the message is in cur, seen")
        self.assertEqual(self.person.prompts()[slot.prompt], 1)
        self.assertEqual(self.person.facts("answered"), ["question/energy"])
        self.journal_shows("COACH_QUESTION=energy")

    def test_never_tells_the_journal_what_a_person_wrote(self):
        slot = self.person.due(2, carries=("energy",))
        self.person.configure(slot)
        self.start()
        self.person.message(slot)
        self.person.coach("check", "energy", "7", "--note", "quokka in the garden")
        self.journal_shows("COACH_QUESTION=energy")
        self.person.systemctl("stop", UNIT)
        everything = self.person.everything_in_the_journal()
        self.assertIn(b"COACH_QUESTION=energy", everything)
        self.assertNotIn(b"quokka", everything)

    def test_closes_a_message_when_its_window_is_over(self):
        slot = self.person.due(2, window="3s", carries=("energy",))
        self.person.configure(slot)
        self.start()
        self.person.message(slot)
        over = lambda: self.person.message(slot).get_subdir() == "cur"
        until(over, "the message is closed", 8)

    def test_says_why_a_prompt_was_missed(self):
        slot = self.person.due(2, window="1s")
        self.person.configure(slot)
        self.person.coach(
            "tip"
        )  # as the installer does: what was over before any fact is not missed
        until(lambda: slot.seconds_left() < -2, "its window is over")
        self.start()
        [*entries] = self.journal_shows(f"COACH_PROMPT={slot.prompt}")
        self.assertRegex(entries[-1]["MESSAGE"].lower(), "miss|late|over")
        self.assertEqual(self.person.prompts()[slot.prompt], 0)


class TheConfiguration(Case):
    def refusals(self):
        entries = self.person.journal("SYSLOG_IDENTIFIER=coach")
        return [e for e in entries if "nonsense" in e["MESSAGE"] and int(e["PRIORITY"]) <= 4]

    def wait_for_refusal(self, after=0):
        until(lambda: len(self.refusals()) > after, "the journal names the bad key")

    def test_is_read_again_on_reload_and_when_the_file_changes(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        first = self.person.pid()
        before = self.person.show("StatusText")
        slot = self.person.due(3, "sooner")
        self.person.configure(slot)
        self.person.message(slot)
        self.person.configure(self.person.due(7200, "much-later"))
        self.person.systemctl("reload", UNIT)
        changed = lambda: "Next" in self.person.show("StatusText") != before
        until(changed, "the status names the new next slot")
        self.assertEqual(self.person.pid(), first, "it is the same process")

    def test_that_is_read_again_and_again_takes_no_more_memory(self):
        """A megabyte each time, when the TOML library kept what it had read."""
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        self.person.systemctl("reload", UNIT)
        before = self.resident()
        for _ in range(20):
            self.person.systemctl("reload", UNIT)
        self.assertLess(self.resident() - before, 4096, "KiB")

    def resident(self):
        """In KiB, of what is its own."""
        status = pathlib.Path(f"/proc/{self.person.pid()}/status").read_text()
        return int(re.search(r"RssAnon:\s*(\d+)", status)[1])

    def test_that_is_bad_is_refused_and_the_old_one_stays_in_force(self):
        slot = self.person.due(5)
        self.person.configure(slot)
        self.start()
        first = self.person.pid()
        self.person.configure(more="nonsense = 1")
        self.wait_for_refusal()
        self.assertNotEqual(self.person.systemctl("reload", UNIT, check=False).returncode, 0)
        self.wait_for_refusal(after=1)
        self.person.message(slot)
        self.assertEqual(self.person.pid(), first)
        self.assertEqual(self.person.show("ActiveState"), "active")

    def test_that_is_mended_takes_effect(self):
        self.person.configure(self.person.due(3600, "later"))
        self.start()
        self.person.configure(more="nonsense = 1")
        self.wait_for_refusal()
        slot = self.person.due(3)
        self.person.configure(slot)
        self.person.message(slot)

    def test_that_is_bad_at_the_start_ends_with_78_and_is_not_tried_again(self):
        self.person.configure(more="nonsense = 1")
        self.person.drop_in("[Service]\nRestartSec=100ms")
        started = self.person.systemctl("start", UNIT, check=False)
        self.assertNotEqual(started.returncode, 0)
        until(lambda: self.person.show("ActiveState") == "failed", "the service has failed")
        self.assertEqual(self.person.show("ExecMainStatus"), "78")
        self.assertEqual(self.person.show("NRestarts"), "0")
        self.wait_for_refusal()
