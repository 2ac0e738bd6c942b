"""What config/coach.toml shows as examples of the channel “command”, for real."""

import email
import http.server
import subprocess
import threading

from case import Case
from shared import REPOSITORY, until

CONCERNS = r"config/coach\.toml|Command|Child"


def example(name):
    """The words of an example as they stand in the file."""
    lines = (REPOSITORY / "config/coach.toml").read_text().splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(f"#   {name} "))
    text = " ".join(line.lstrip("# ") for line in lines[first : first + 6])
    text = text[text.index("[") :]
    quoted = None
    for end, letter in enumerate(text):
        if quoted:
            quoted = None if letter == quoted else quoted
        elif letter in "'\"":
            quoted = letter
        elif letter == "]":
            return text[: end + 1]
    raise AssertionError(f"the example {name} has no end")


class AnExample(Case):
    """Run by the hardened service, with a tip and a question that a person can read."""

    def runs(self, name, *replaced, language="en"):
        run = example(name)
        for old, new in replaced:
            self.assertIn(old, run)
            run = run.replace(old, new)
        self.slot = self.person.due(2, carries=("tip", "help"))
        self.slot.text += f"[command]\nrun = {run}\n"
        more = f'language = "{language}"'
        self.person.configure(self.slot, channels=("command", "spool"), more=more)
        self.start()

    def well(self):
        """The journal says of no failure, once the program has ended."""
        running = lambda: self.person.run("pgrep", "--parent", self.person.pid(), check=False)
        until(lambda: not running().stdout, "the program has ended")
        said = self.person.journal("SYSLOG_IDENTIFIER=coach")
        self.assertEqual([e["MESSAGE"] for e in said if int(e["PRIORITY"]) <= 4], [])

    def test_sends_the_text_to_a_phone_line_by_line(self):
        came = []

        class Receiver(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                size = int(self.headers["Content-Length"])
                came.append((self.path, dict(self.headers), self.rfile.read(size).decode()))
                self.send_response(status[0])
                self.end_headers()

            def log_message(self, *_):
                pass

        status = [200]
        server = http.server.HTTPServer(("127.0.0.1", 0), Receiver)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        self.runs("phone", ("https://ntfy.sh", f"http://127.0.0.1:{server.server_port}"))
        path, headers, text = until(lambda: came and came[0], "a message on the phone")
        self.assertEqual(path, "/MY-TOPIC")
        self.assertIn("\n", text)
        self.assertIn("coach check help", text)
        self.well()
        # A server that refuses is told of.
        status[0] = 403
        later = self.person.due(2, "later", carries=("energy",))
        later.text += self.slot.text[self.slot.text.index("[command]") :]
        self.person.configure(later, channels=("command", "spool"))
        [entry] = self.journal_shows(f"COACH_PROMPT={later.prompt}", "PRIORITY=4")
        self.assertIn("403", entry["MESSAGE"])

    def test_sends_a_mail_that_any_language_can_be_read_in(self):
        got = self.person.home / "got"
        self.person.run("rm", "-f", got)
        self.person.write(self.person.home / "sendmail", f"#!/bin/sh\nexec cat >{got}\n")
        (self.person.home / "sendmail").chmod(0o755)
        settings = self.person.home / ".mailrc"
        self.person.write(settings, f"set sendmail={self.person.home}/sendmail\n")
        self.addCleanup(settings.unlink)
        self.runs("mail", language="zh-Hant")
        read = lambda: got.exists() and email.message_from_bytes(got.read_bytes())
        mail = until(lambda: (read() or None) and read().get_payload() and read(), "a mail")
        self.assertEqual((mail["To"], mail["Subject"]), ("me@example.org", "Coach"))
        self.assertEqual(mail.get_content_charset(), "utf-8")
        text = mail.get_payload(decode=True).decode()
        self.assertIn("coach check help", text)
        self.assertRegex(text, "[\u4e00-\u9fff]{4}")
        self.well()

    def test_says_aloud_what_it_is_about(self):
        place = self.person.home / ".config/speech-dispatcher"
        said = self.person.home / "said"
        self.person.run("rm", "-rf", place, said)
        # A voice that writes; the real ones differ in nothing but this.
        self.person.write(
            place / "speechd.conf",
            'AddModule "pen" "sd_generic" "pen.conf"\nDefaultModule pen\n'
            'LanguageDefaultModule "en" "pen"\nAudioOutputMethod "libao"\n',
        )
        self.person.write(self.person.home / ".libao", "default_driver=null\n")
        self.person.write(
            place / "modules/pen.conf",
            f"GenericExecuteSynth \"printf %s \\'$DATA\\' >>{said}\"\n"
            'AddVoice "en" "MALE1" "pen"\n',
        )
        self.addCleanup(self.person.run, "pkill", "-x", "speech-dispatch", check=False)
        self.runs("speech")
        until(lambda: said.exists() and "soon" in said.read_text().lower(), "it is said", 20)
        self.well()

    def test_tells_a_bar_to_read_what_waits(self):
        heard = self.person.home / "heard"
        self.person.run("rm", "-f", heard)
        bar = self.person.home / "waybar"
        script = f"trap 'echo heard >>{heard}' RTMIN+8; while :; do sleep 0.1; done"
        self.person.run("cp", "/bin/bash", bar)
        command = self.person.machine.as_person([bar, "-c", script])
        with subprocess.Popen(command) as process:
            self.addCleanup(process.kill)
            self.runs("bar")
            until(heard.exists, "the bar hears of it")
            self.well()
            process.kill()
