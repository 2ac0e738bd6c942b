"""What a person types wrongly, or too much of, and how it is said back to them."""

import tomllib

from case import Case
from shared import REPOSITORY

CONCERNS = r"Word|Language|config/decks|Frame|Refus"


class Words(Case):
    def refused(self, status, *words):
        done = self.person.coach(*words, check=False)
        self.assertEqual((done.returncode, done.stdout), (status, ""), words)
        return " ".join(done.stderr.split())

    def test_that_are_too_many_are_refused_with_their_count_and_nothing_is_kept(self):
        long = "x" * 501
        for words in (
            ("promise", long), ("promise", "x", "--to", long), ("note", "detail", long),
            ("note", "two-readings", "--part", f"saw={long}"), ("extra", long),
            ("check", "own-words", long), ("check", "energy", "7", "--note", long),
            ("thanks", "given", long),
        ):
            said = self.refused(65, *words)
            self.assertIn("501 characters, and at most 500 are kept", said)
        self.assertEqual(self.person.told("history"), [])
        self.assertEqual(self.person.told("notes") + self.person.told("promises", "--all"), [])
        self.person.coach("note", "detail", long[1:])
        self.assertEqual(len(self.person.told("notes")[0]["text"]), 500)

    def test_that_the_documents_have_are_told_with_their_rows_and_no_others(self):
        self.assertIn("E34, Z14, Z15, Z16\n", self.person.coach("glossary", "service").stdout)
        silent = {
            "en": "The documents do not say.\n", "zh-Hant": "文中沒有說。\n",
            "zh-Hans": "文中没有说。\n",
        }
        for language, words in silent.items():
            self.person.write(self.person.config / "coach.toml", f'language = "{language}"\n')
            self.assertEqual(self.person.coach("glossary", "hours of sleep").stdout, words)
        self.assertEqual(self.person.told("glossary", "hours of sleep"), [])

    def test_that_contradict_themselves_are_refused(self):
        self.assertIn("circle", self.refused(65, "check", "help", "none", "--circle", "colleague"))
        said = self.refused(65, "promise", "x", "--by", "in 2d", "--reserve", "90d")
        self.assertIn("a reserve of 90d is longer than the 2d that are left", said)
        self.assertIn("“x” is no number", self.refused(64, "promise", "keep", "x"))
        self.assertIn("coach promise \"keep the plan\"",
                      self.refused(64, "promise", "keep", "the", "plan"))
        self.assertIn("“x” is no number", self.refused(64, "note", "drop", "x"))
        self.assertIn("coach hesitate 2", self.refused(65, "check", "hesitation-2", "yes"))
        self.assertIn("[profile]", self.refused(65, "check", "other-post", "hello"))
        self.assertEqual(self.person.told("promises", "--all"), [])
        self.assertEqual(self.person.told("history"), [])
        self.person.coach("promise", "keep the plan")
        self.assertEqual(self.person.told("promises")[0]["text"], "keep the plan")

    def test_below_nothing_are_answers_that_are_refused(self):
        self.assertIn("“-1” is no answer to “energy”: it takes a whole number from 0 to 10",
                      self.refused(65, "check", "energy", "-1"))
        self.assertIn("“-3” is no answer", self.refused(65, "check", "thanks-given", "-3"))
        self.assertIn("say it without the minus: 1h", self.refused(65, "pause", "-1h"))

    def test_that_name_nothing_are_refused_with_the_nearest_and_no_long_list(self):
        said = self.refused(65, "check", "slep", "23:00")
        self.assertEqual(said, "coach: there is no question “slep”; did you mean “sleep”?")
        for option, name in (("--system", "S19"), ("--row", "E999"), ("--step", "7"),
                             ("--obstacle", "9"), ("--role", "pirate")):
            self.assertIn(name, self.refused(65, "tips", option, name))
        tips = self.person.told("tips", "--obstacle", "refusal")
        self.assertEqual(tips, self.person.told("tips", "--obstacle", "1"))
        self.assertTrue(tips)

    def test_that_all_name_forms_need_no_commas(self):
        self.person.coach("check", "came-back", "thanks", "goodwill", "a lift home")
        back = self.person.told("review", "day")["cameBack"]
        self.assertEqual({each["form"] for each in back["forms"]}, {"thanks", "goodwill"})
        self.assertEqual(back["words"], ["a lift home"])

    def test_of_the_own_are_found_whichever_way_they_were_written_down(self):
        self.person.coach("note", "own-words", "one bag")
        self.person.coach("check", "own-words", "two bags")
        self.person.coach("check", "own-words", "two of them")
        found = self.person.told("notes", "own-words")
        texts = [(each.get("number"), each["text"]) for each in found]
        self.assertEqual(texts, [(1, "one bag"), (None, "two of them")])
        self.assertIn("two of them", self.person.coach("notes", "--search", "two").stdout)

    def test_say_why_nothing_is_ever_said(self):
        for text, silent in (
            ('channels = []\n', "no-channel"), ('quiet-hours = "00:00..23:59"\n', "quiet"),
            ('days-off = "Mon..Sun"\n', "off"), ("", None),
        ):
            self.person.write(self.person.config / "coach.toml", f'language = "en"\n{text}')
            self.assertEqual(self.person.told("status").get("silent"), silent)
            self.assertEqual(self.person.told("today").get("silent"), silent)
            said = self.person.coach().stdout + self.person.coach("status").stdout
            is_said = "Nothing is ever said" in " ".join(said.split())
            self.assertEqual(is_said, silent is not None, said)

    def test_of_a_day_away_are_one_day(self):
        self.assertIn("Away on ", self.person.coach("away", "today").stdout)
        self.assertIn("away on ", self.person.coach("undo").stdout)

    def test_in_chinese_have_the_marks_of_chinese(self):
        self.person.write(self.person.config / "coach.toml", 'language = "zh-Hant"\n')
        energy = ("energy", "7", "--day", "yesterday", "--note", "好")
        said = self.person.coach("check", *energy).stdout
        self.assertIn("，昨天）", said)
        self.person.coach("extra", "果盤", "--minutes", "20", "--cost", "5 EUR")
        self.person.coach("promise", "打電話", "--by", "in 2d", "--reserve", "1h 30min")
        said += self.person.coach("promises").stdout
        self.assertIn("預留 1 小時 30 分鐘", said)
        said += self.person.coach("extra").stdout + self.person.coach().stdout
        said += self.person.coach("explain", "strength", "help").stdout
        self.assertIn("果盤（20 分鐘，", said)
        self.assertIn("主動幫忙，要做", said)
        for mark in (", ", " (", "; "):
            self.assertNotIn(mark, said)

    def test_of_a_dialogue_are_in_its_language_and_end_with_one_reply(self):
        self.person.write(self.person.config / "coach.toml", 'language = "zh-Hant"\n')
        done = self.person.coach("check", "energy", text="abc\n7\n")
        self.assertIn("這裡不收「abc」，請答：0 到 10 的數字", done.stderr)
        self.assertIn("0 到 10 的數字：", done.stdout.split("\n")[1])
        done = self.person.coach("check", "energy", text="abc\n", check=False)
        self.assertEqual(done.returncode, 65)
        self.person.write(self.person.config / "coach.toml", 'language = "en"\n')
        said = self.person.coach("check", "obstacles", text="3\n5\n0\n2\n7\n").stdout
        self.assertEqual(said.count("Recorded for"), 5)
        words = tomllib.loads((REPOSITORY / "config/decks/self-checks/en.toml").read_text())
        replies = words["check"]["obstacles"]["reply"]["recorded"]
        self.assertEqual(sum(said.count(reply) for reply in replies), 1, "one of its wordings")

    def test_of_a_whole_deck_are_checked_as_those_of_one_file(self):
        deck = self.person.config / "decks" / "two"
        tip = '[[tip]]\nid = "a"\nrows = ["E08"]\nsystems = ["S3"]\n'
        self.person.write(deck / "tips.toml", tip)
        self.person.write(
            deck / "en.toml",
            'language = "en"\n[tip.a]\ntitle = "A"\naction = "b"\nwhy = "c"\n'
            'short = "b"\nask = "d"\n',
        )
        self.assertIn("1 tip, in en, nothing to mend", self.person.coach(
            "decks", "check", str(deck)).stdout.replace("\n", " "))
        again = self.person.told("decks", "check", str(deck / "en.toml"))
        self.assertEqual((again["tips"], again["languages"]), (["a"], ["en"]))
        said = self.refused(65, "decks", "check", str(deck.parent))
        self.assertIn("neither deck.toml nor tips.toml", said)
        self.person.write(deck / "en.toml", 'language = "en"\n[tip.a]\ntitel = "A"\n')
        self.assertIn("“titel”", self.refused(65, "decks", "check", str(deck)))
