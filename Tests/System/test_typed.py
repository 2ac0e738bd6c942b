"""What a person types, pipes or pastes, and what becomes of it when it cannot be said back."""

import json
import os

from case import Case
from shared import until

CONCERNS = r"Input|DashedText|Main\.swift|Output|Dialogue|TextLimit|Answers|Text/"


class Typed(Case):
    def texts(self):
        return [note["text"] for note in self.person.told("notes")]

    def refused(self, status, *words, **options):
        done = self.person.coach(*words, check=False, **options)
        self.assertEqual(done.returncode, status, f"{words}: {done.stdout}{done.stderr}")
        return " ".join(done.stderr.split())

    def test_with_a_dash_before_it_is_text(self):
        dashed = "- had a chat with Tom"
        self.person.coach("note", dashed)
        self.person.coach("note", "--", "-5 degrees outside")
        self.person.coach("note", "detail", "-hello", "there")
        self.assertEqual(self.texts(), [dashed, "-5 degrees outside", "-hello there"])
        self.assertEqual(len(self.person.told("notes", "--search", "- had")), 1)
        self.person.coach("promise", "- call H", "--to", "- the office", "--by", "tomorrow")
        [promise] = self.person.told("promises")
        self.assertEqual((promise["text"], promise["to"]), ("- call H", "- the office"))
        self.person.coach("check", "energy", "7", "--note", dashed)
        self.person.coach("check", "own-words", dashed)
        answers = self.person.told("history")[-1]["answers"]
        self.assertIn(dashed, [each.get("note") for each in answers])
        self.assertIn(dashed, [each["answer"] for each in answers])
        self.person.coach("extra", "- fruit")
        self.person.coach("thanks", "given", "- the lift")
        self.assertIn("YYYY-MM-DD", self.refused(65, "check", "energy", "7", "--day", "-1"))
        for help in (("-h",), ("--help",), ("note", "-h"), ("note", "--help")):
            self.assertIn("USAGE", self.person.coach(*help).stdout.upper())

    def test_into_a_pipe_is_read_to_its_end(self):
        self.person.coach("note", "detail", text="one\n\ntwo\r\nthree\n")
        self.assertEqual(self.texts(), ["one\n\ntwo\nthree"])
        self.person.coach("note", "two-readings", text="he left\nhe was late\nor\nill\n")
        parts = [part["text"] for part in self.person.told("notes", "two-readings")[0]["parts"]]
        self.assertEqual("\n".join(parts), "he left\nhe was late\nor\nill")
        self.person.coach("check", "own-words", text="\ufeffa\nb\n")
        self.assertIn("a\nb", [note["text"] for note in self.person.told("notes", "own-words")])
        done = self.person.coach("check", "energy", text="7\nand more\n")
        self.assertIn("not read", done.stderr)
        self.assertIn("at most", self.refused(65, "note", "detail", text="x" * 99999))

    def test_as_nothing_is_no_success(self):
        for words in (("check", "energy"), ("note", "detail"), ("check", "obstacles"),
                      ("check", "own-words"), ("note", "two-readings")):
            self.assertTrue(self.refused(65, *words, text=""))
            self.assertTrue(self.refused(65, *words, text="\n"))
        self.assertIn("nothing was written", self.refused(65, "setup", text=""))
        self.assertIn("nothing was written", self.refused(65, "setup", text="en\n23:00\n"))
        self.assertFalse((self.person.config / "coach.toml").exists())
        self.assertEqual(self.person.told("history") + self.person.told("notes"), [])

    def test_twice_keeps_what_stood_beside_it_and_adds_what_is_more(self):
        self.person.coach("check", "help", "taken", "--circle", "colleague", "--note", "a lift")
        said = self.person.coach("check", "help", "declined").stdout
        self.assertIn("Its note stays with it.", said)
        self.person.coach("check", "thanks-given", "2")
        self.assertIn(": 3.", self.person.coach("check", "thanks-given", "+1").stdout)
        self.assertIn(": 5.", self.person.coach("check", "thanks-given", "＋２").stdout)
        [day] = self.person.told("history")
        answers = {each["question"]: each for each in day["answers"]}
        self.assertEqual(answers["help"]["note"], "a lift")
        self.assertEqual(answers["thanks-given"]["answer"], "5")
        self.person.coach("check", "help", "declined", "--note", "")
        self.assertNotIn("note", self.person.told("history")[0]["answers"][-1])

    def test_with_what_steers_a_terminal_is_kept_without_it(self):
        self.person.coach("note", "detail", "\ufeffa\x1b[31mb\x9b\u202ec")
        self.assertEqual(self.texts(), ["abc"])
        said = self.refused(64, "plan", "\x1b]0;mine\x07\x1b[2J")
        self.assertNotIn("\x1b", said)

    def test_where_nothing_can_be_written_is_an_error(self):
        self.person.coach("note", "detail", "kept")
        commands = [
            ("history",), ("history", "--json"), ("status",), ("notes", "--json"), ("--help",),
            ("plan", "--json"), (), ("tips",), ("--version",), ("check", "energy", "5"),
            ("decks", "--json"), ("doctor",), ("note", "detail", "x"), ("help", "check"),
        ]
        for words in commands:
            shell = 'exec "$@" >/dev/full'
            done = self.person.run("sh", "-c", shell, "sh", "coach", *words, check=False)
            self.assertEqual(done.returncode, 74, words)
            self.assertIn("No space left", done.stderr, words)
            closed = 'exec "$@" >&-'
            done = self.person.run("sh", "-c", closed, "sh", "coach", *words, check=False)
            self.assertEqual(done.returncode, 74, words)
        self.assertEqual(self.person.facts("answered").count("question/energy"), 2)
        piped = 'coach tips --json | head -c1; coach history --json | true'
        self.assertEqual(self.person.run("bash", "-c", f"set -o pipefail; {piped}").stdout, "[")

    def test_by_others_is_escaped_in_json(self):
        deck = self.person.config / "decks" / "odd.toml"
        title = "a\x9bb\x7fc\u202ed\u200ee\u2028f"
        text = f'[[tip]]\nid = "odd"\ntitle = {json.dumps(title)}\naction = "b"\n'
        self.person.write(deck, text)
        said = self.person.coach("tips", "--json").stdout
        for mark in "\x9b\x7f\u202e\u200e\u2028":
            self.assertNotIn(mark, said)
        [tip] = [tip for tip in json.loads(said) if tip["id"] == "odd"]
        self.assertEqual(tip["title"], title)


class InTheirOwnWords(Case):
    """As people say it, in any language, whichever is configured."""

    def said(self, *words, **options):
        return " ".join(self.person.coach(*words, **options).stdout.split())

    def refused(self, *words):
        done = self.person.coach(*words, check=False)
        self.assertEqual(done.returncode, 65, f"{words}: {done.stdout}{done.stderr}")
        return " ".join(done.stderr.split())

    def test_answers_are_understood_and_said_back(self):
        self.assertIn("7", self.said("check", "energy", "七分"))
        self.assertIn("declined", self.said("check", "help", "被拒絕"))
        self.assertIn("declined", self.said("check", "help", "no thanks"))
        self.assertIn("2", self.said("check", "thanks-given", "兩次"))
        self.assertRegex(self.said("check", "sleep", "昨晚十一點四十"), r"23:40")
        self.assertRegex(self.said("check", "sleep", "last", "night", "11:40"), r"yesterday.*23:40")
        self.said("check", "obstacles", "3、5、0、2、7")
        self.said("check", "energy", "seven", "--day", "the day before yesterday")
        answered = [day["day"] for day in self.person.told("history") if day["answers"]]
        self.assertEqual(len(answered), 3)

    def test_names_are_what_the_program_shows(self):
        self.person.write(self.person.config / "coach.toml", 'language = "zh-Hant"\n')
        self.said("check", "精神", "７")
        self.said("check", "主動幫忙", "接受", "--circle", "鄰居")
        self.said("note", "原則", "先問再幫")
        self.said("hesitate", "怕被拒絕")
        self.said("review", "週")
        self.said("thanks", "說", "載我一程")
        self.assertEqual(self.person.told("notes")[0]["kind"], "principle")
        answers = self.person.told("history")[-1]["answers"]
        self.assertLessEqual({"energy", "help"}, {each["question"] for each in answers})

    def test_promises_are_due_as_they_are_said(self):
        self.said("promise", "交報告", "--by", "下週一下午三點", "--reserve", "半小時", "--kind", "跟進")
        [promise] = self.person.told("promises")
        self.assertIn("T15:00", promise["due"])
        self.assertEqual((promise["reserve"], promise["kind"]), (1800, "follow-up"))
        self.said("promise", "做到", "1")
        self.assertEqual(self.person.told("promises"), [])

    def test_what_looks_like_a_command_makes_nothing_new(self):
        self.said("promise", "send the plan")
        self.assertIn("keep", self.refused("promise", "keeep", "1"))
        self.assertIn("coach promise", self.person.coach("promise", "做到", check=False).stderr)
        self.assertEqual(len(self.person.told("promises", "--all")), 1)

    def test_what_is_not_understood_is_refused_with_what_is_near(self):
        self.assertIn("05:00 or 17:00", self.refused("check", "sleep", "5"))
        self.assertIn("did you mean", self.refused("check", "help", "declind"))
        self.refused("check", "energy", "十一")
        self.refused("check", "energy", "7", "--day", "some day")
        self.refused("pause", "一下")
        self.refused("snooze", "soon")
        self.refused("away", "改天")
        self.assertEqual(self.person.facts("answered"), [])

    def test_a_character_without_an_end_holds_nothing_up(self):
        endless = "e" + "\u0301" * 60000
        for words in (("tips", endless), ("check", endless, "7"), ("tip", "mute", endless),
                      ("check", "help", endless), ("check", "energy", "7", "--day", endless),
                      ("retire", endless), ("glossary", endless), ("hesitate", endless),
                      ("promise", "x", "--by", endless), ("notes", endless), ("why", endless)):
            done = self.person.coach(*words, check=False, seconds=10)
            self.assertIn(done.returncode, (0, 65), words[0])

    def test_setup_and_the_configuration_take_times_as_they_are_said(self):
        self.person.coach(
            "setup", "--language", "繁體中文", "--lights-out", "晚上十一點四十",
            "--get-up", "六點半", "--end-of-work", "週一到週五 17：30", "--roles", "主管、家長",
        )
        text = (self.person.config / "coach.toml").read_text()
        for line in ('language = "zh-Hant"', 'lights-out = "23:40"', 'get-up = "06:30"',
                     'when = "Mon..Fri 17:30"', 'roles = ["manager", "parent"]'):
            self.assertIn(line, text)
        self.person.write(
            self.person.config / "coach.toml", '[sleep]\nlights-out = "half past eleven"\n'
        )
        self.assertEqual(self.person.coach("status").returncode, 0)

    def test_a_word_of_ones_own_is_understood(self):
        self.person.write(
            self.person.config / "decks/lexicon/en.toml", '[outcome]\ntaken = ["ja gern"]\n'
        )
        self.assertIn("taken", self.said("check", "help", "Ja gern!"))
        self.said("decks", "check", str(self.person.config / "decks/lexicon"))
        self.person.write(
            self.person.config / "decks/lexicon/en.toml",
            '[outcome]\ntaken = ["ja"]\ndeclined = ["ja"]\n',
        )
        lexicon = str(self.person.config / "decks/lexicon")
        self.assertIn("“ja” is both", self.refused("decks", "check", lexicon))

    def test_the_language_is_found_as_gettext_finds_it(self):
        for variables, word in (
            ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_TW"}, "記"), ({"LANG": "yue_HK.UTF-8"}, "記"),
            ({"LANG": "cmn_CN.UTF-8"}, "记"), ({"LANG": "C", "LANGUAGE": "zh_TW"}, "Recorded"),
        ):
            self.assertIn(word, self.said("check", "energy", "7", LC_ALL="", **variables))


class Pasted(Case):
    """Into a terminal with a shell."""

    def shell(self):
        shell = self.terminal("sh", "-i", PS1="ready> ", ENV="")
        shell.reads("ready> ")
        return shell

    def assert_nothing_is_left(self, shell):
        """What was pasted is gone when the shell asks again."""
        shell.reads("(?s)ready> .*ready> $")
        shell.type("echo end-of-it\n")
        shell.reads("\nend-of-it\r\nready> $")
        names = os.listdir(self.person.home)
        self.assertEqual([name for name in names if name.startswith("leak")], [])

    def test_lines_are_one_note_and_none_of_them_is_run(self):
        shell = self.shell()
        shell.type("coach note detail\n")
        shell.reads("Detail|detail[\\s\\S]*\n")
        until(lambda: "  " in shell.read(0.2)[-4:], "it asks")
        shell.type("one\ntouch leaked\nand three")
        self.assert_nothing_is_left(shell)
        self.assertEqual(self.person.told("notes")[0]["text"], "one\ntouch leaked\nand three")

    def test_lines_behind_an_answer_are_not_run(self):
        shell = self.shell()
        shell.type("coach check energy\n")
        shell.reads("10: ?")
        shell.type("7\ntouch leaked\ntouch leak")
        shell.reads("was not read")
        self.assert_nothing_is_left(shell)
        self.assertEqual(self.person.told("history")[-1]["answers"][0]["answer"], "7")


class Linked(Case):
    """Files that are kept elsewhere and linked, as dotfiles are."""

    def link(self, place, target):
        self.person.run("mkdir", "-p", place.parent)
        self.person.run("ln", "-sfn", target, place)

    def test_are_read_at_once_when_their_targets_change(self):
        dotfiles = self.person.home / "dotfiles"
        later = self.person.due(3600, "later")
        self.person.configure(later)
        text = (self.person.config / "coach.toml").read_text()
        self.person.run("rm", "-r", self.person.config)
        self.person.write(dotfiles / "one/coach.toml", text)
        self.person.write(dotfiles / "two/coach.toml", text.replace("slot.later", "slot.other"))
        self.link(dotfiles / "now", "one")
        self.link(self.person.config / "coach.toml", dotfiles / "now/coach.toml")
        self.start()
        self.assertIn("later", self.person.show("StatusText"))
        self.link(dotfiles / "new", "two")
        self.person.run("mv", "-T", dotfiles / "new", dotfiles / "now")
        until(lambda: "other" in self.person.show("StatusText"), "the inner link is swapped")
        self.person.write(
            dotfiles / "two/coach.toml", text.replace("slot.later", "slot.third")
        )
        until(lambda: "third" in self.person.show("StatusText"), "the target is replaced")
        self.addCleanup(self.person.run, "rm", "-rf", dotfiles, self.person.config)

    def test_that_lead_nowhere_are_named_and_stay(self):
        self.link(self.person.config / "coach.toml", "/nowhere/coach.toml")
        for words in (("status",), ("check", "energy", "5"), ("tip",)):
            done = self.person.coach(*words)
            said = " ".join((done.stdout + done.stderr).split())
            self.assertIn("is a link to /nowhere/coach.toml, which is not there", said)
        self.assertIn("/nowhere", self.person.told("status")["configurationMissing"])
        done = self.person.coach("setup", "--language", "en", check=False)
        self.assertEqual(done.returncode, 78)
        self.assertTrue((self.person.config / "coach.toml").is_symlink())
        self.start()
        self.journal_shows("PRIORITY=4")

    def test_that_come_into_being_later_are_read_then(self):
        self.person.run("rm", "-rf", self.person.config)
        self.start()
        self.person.coach("setup", "--morning", "23:59", "--language", "en")
        again = f"Read the configuration again: {self.person.config}/coach.toml"
        said = lambda: [each["MESSAGE"] for each in self.journal_shows("PRIORITY=6")]
        until(lambda: any(again in text for text in said()), "the new file is read")

    def test_ledger_is_watched_where_it_lies(self):
        elsewhere = self.person.home / "elsewhere"
        self.person.run("mkdir", "-p", elsewhere)
        self.link(self.person.data / "ledger.sqlite", elsewhere / "ledger.sqlite")
        self.addCleanup(self.person.run, "rm", "-rf", elsewhere)
        slot = self.person.due(1, carries=("energy",))
        self.person.configure(slot)
        self.start()
        self.person.message(slot)
        self.person.coach("check", "energy", "7")
        self.journal_shows("COACH_QUESTION=energy", seconds=5)

    def test_copies_are_no_decks(self):
        good = '[[tip]]\nid = "own"\ntitle = "{}"\naction = "b"\n'
        decks = self.person.config / "decks"
        self.person.write(decks / "mine.toml", good.format("Mine"))
        self.person.write(decks / "mine (copy).toml", good.format("Copy"))
        self.person.write(decks / "mine.sync-conflict-20261129-1-A.toml", good.format("Other"))
        told = self.person.told("decks")
        self.assertEqual([file["file"] for file in told["files"]], [str(decks / "mine.toml")])
        self.assertEqual(len(told["copies"]), 2)
        self.assertIn("a copy of another", " ".join(self.person.coach("decks").stdout.split()))
        [tip] = [tip for tip in self.person.told("tips") if tip["id"] == "own"]
        self.assertEqual(tip["title"], "Mine")
        self.person.write(decks / "two.toml", good.format("Two"))
        said = " ".join(self.person.coach("tip").stderr.split())
        self.assertIn("“own” here is in mine.toml too", said)


class ADaemonsLock(Case):
    def test_in_whose_place_is_a_pipe_or_a_link_waits_for_nobody(self):
        lock = self.person.state / "daemon.lock"
        self.person.run("mkdir", "-p", lock.parent)
        for make in (("mkfifo", lock), ("ln", "-s", self.person.home / "precious", lock)):
            self.person.write(self.person.home / "precious", "words\n")
            self.person.run(*make)
            self.assertFalse(self.person.told("status")["daemon"]["running"])
            done = self.person.coach("daemon", check=False, seconds=10)
            self.assertEqual(done.returncode, 74)
            self.assertEqual((self.person.home / "precious").read_text(), "words\n")
            self.person.run("rm", lock)
