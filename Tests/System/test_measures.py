import datetime
import sqlite3
import uuid

import ledger
from case import Case
from person import width

CONCERNS = r"Measure|Review|Strength|Statistics|Habit|Explain"


def at_noon(day):
    noon = datetime.datetime.combine(day, datetime.time(12), datetime.timezone.utc)
    return int(noon.timestamp()) * 1_000_000


class Measures(Case):
    """What the answers of a life add up to; the life is written into the ledger beforehand."""

    def setUp(self):
        super().setUp()
        self.person.write(
            self.person.config / "coach.toml",
            'language = "en"\n[sleep]\nlights-out = "23:00"\nget-up = "07:00"\n',
        )
        self.person.coach("check", "help", "taken")  # makes the ledger
        self.ledger = sqlite3.connect(self.person.data / "ledger.sqlite")
        self.ledger.execute("PRAGMA synchronous = OFF")  # a made-up life need not last
        self.addCleanup(self.ledger.close)
        self.today = datetime.date.fromisoformat(self.person.told("history")[-1]["day"])

    def day(self, ago):
        return self.today - datetime.timedelta(days=ago)

    def put(self, ago, question, answer, kind=None):
        day = self.day(ago)
        payload = {"v": 1, "answer": answer, "from": "command"} | ({"type": kind} if kind else {})
        self.write(day, "answered", f"question/{question}", payload)

    def ask(self, ago, question):
        day = self.day(ago)
        payload = {"v": 1, "due": 0, "until": 1, "questions": [question]}
        self.write(day, "prompted", f"asked-{question}/{day}", payload)

    def write(self, day, kind, subject, payload):
        identifier = str(uuid.uuid4())
        ledger.append(self.ledger, identifier, at_noon(day), "UTC", day, kind, subject, payload)

    def habit(self, name, *options):
        return self.person.told("measures", name, *options)["habits"][0]

    def assert_fits(self, columns, *command):
        terminal = self.terminal("coach", *command, columns=columns)
        self.assertEqual(terminal.wait(), 0)
        lines = terminal.plain()
        self.assertLessEqual(max(map(width, lines)), columns, lines)

    def test_count_an_offer_whatever_became_of_it_and_excuse_what_had_no_occasion(self):
        for ago, outcome in ((8, "taken"), (7, "declined"), (6, "could-not")):
            self.put(ago, "help", outcome, "outcome")
        self.put(5, "help", "none")
        self.ask(4, "help")
        help = self.habit("help")
        days = {"done": 4, "missed": 1, "excused": 1, "not-due": 0, "unknown": 3}
        self.assertEqual(help["days"], days)
        score = 0.0
        m = help["strength"]["retention"]
        for x in (1, 1, 1, 0, 1):
            score = score * m + x * (1 - m)
        self.assertEqual(help["strength"]["score"], score)
        self.assertEqual(help["comeback"], {"returns": 1, "chances": 1, "rate": 1})
        explained = self.person.told("explain", "strength", "help")
        self.assertEqual(explained["score"], score)
        self.assertEqual(explained["steps"][-1]["after"], score)
        yesterday = self.habit("help", "--as-of", "yesterday")
        self.assertEqual(yesterday["days"]["done"], 3)

    def test_never_judge_again_what_was_judged(self):
        self.person.coach("check", "sleep", "23:20", "--day", "yesterday")
        before = self.habit("sleep")
        self.assertEqual(before["days"]["done"], 1)
        self.person.write(
            self.person.config / "coach.toml", 'language = "en"\n[sleep]\nlights-out = "21:00"\n'
        )
        after = self.habit("sleep")
        self.assertEqual(after["strength"], before["strength"])
        self.assertEqual(after["days"], before["days"])
        self.assertNotEqual(after["aim"], before["aim"])

    def test_say_how_much_is_missing(self):
        said = self.person.coach("measures").stdout
        self.assertIn("6 more nights are needed", said)
        self.assertIn("no target of yours is set", said)
        told = self.person.told("measures")
        self.assertEqual(told["sleep"]["energy"]["missing"], {"days": 14})
        self.assertNotIn("index", told["sleep"]["regularity"])

    def test_tell_of_four_weeks_of_nights_in_any_width_and_language(self):
        for ago in range(1, 29):
            self.put(ago, "sleep", "23:10" if ago % 2 else "23:50", "time-of-day")
            self.put(ago, "get-up", "07:00", "time-of-day")
            self.put(ago, "energy", "8" if ago % 2 else "6" if ago % 4 else "7", "scale")
        told = self.person.told("measures", "sleep")["sleep"]
        self.assertEqual(told["lightsOut"]["mean"], "23:30")
        self.assertAlmostEqual(told["lightsOut"]["lateMinutes"], 30)
        self.assertEqual(told["energy"]["onTimeDays"], 13)
        self.assertAlmostEqual(told["energy"]["onTimeMean"], (7 * 6 + 6 * 7) / 13)
        self.assertEqual(told["energy"]["lateMean"], 8)
        for language in ("en", "zh-Hant", "zh-Hans"):
            configuration = f'language = "{language}"\n[sleep]\nlights-out = "23:00"\n'
            self.person.write(self.person.config / "coach.toml", configuration)
            for command in (("measures",), ("explain", "strength", "sleep")):
                for columns in (40, 80):
                    self.assert_fits(columns, *command)

    def test_look_back_on_the_tips_that_were_tried(self):
        # A deck of one tip: what a day's tip of ours is asked about depends on the day.
        deck = '[[tip]]\nid = "walk"\ntitle = "Walk"\naction = "Walk."\n'
        self.person.write(self.person.config / "decks/mine.toml", deck)
        self.person.write(
            self.person.config / "coach.toml", 'language = "en"\ndecks = ["daily"]\n'
        )
        self.addCleanup(self.person.run, "rm", "-r", self.person.config / "decks")
        tip = self.person.told("tip")["id"]
        self.assertEqual(tip, "walk")
        self.assertEqual(self.person.told("review")["tips"], [])
        self.person.coach("check", "tip-done", "yes", "--note", "Twice, and gladly.")
        [tried] = self.person.told("review")["tips"]
        self.assertEqual((tried["tip"], tried["words"]), (tip, "Twice, and gladly."))
        self.assertIn("“Twice, and gladly.”", self.person.coach("review").stdout)

    def test_look_back_on_a_week_and_a_year_with_one_suggestion(self):
        self.assertEqual(self.person.told("review")["missing"], {"days": 6})
        for ago in range(1, 300):
            self.put(ago, "help", "declined", "outcome")
            self.put(ago, "sleep", "23:10" if ago % 4 == 0 else "23:50", "time-of-day")
        week = self.person.told("review")
        counted = {habit["habit"]: (habit["done"], habit["counted"]) for habit in week["habits"]}
        self.assertEqual(counted["help"], (7, 7))
        self.assertEqual(counted["sleep"], (1, 6))
        suggestion = week["suggestion"]
        self.assertEqual([suggestion[key] for key in ("habit", "done", "of")], ["help", 7, 7])
        self.assertIn(suggestion["change"], ("grow", "ask-less"))
        year = self.person.told("review", "year")
        self.assertEqual(len(year["days"]), 365)
        self.assertEqual(sum(day["done"] for day in year["days"]), 300 + 299 // 4)
        for language in ("en", "zh-Hant", "zh-Hans"):
            configuration = f'language = "{language}"\n[sleep]\nlights-out = "23:00"\n'
            self.person.write(self.person.config / "coach.toml", configuration)
            for period in ("day", "week", "month", "year"):
                for columns in (40, 80):
                    self.assert_fits(columns, "review", period)

    def test_refuse_what_is_no_habit_and_what_has_not_come(self):
        done = self.person.coach("measures", "halp", check=False)
        self.assertEqual((done.returncode, done.stdout), (65, ""))
        self.assertIn("did you mean “help”?", done.stderr)
        ahead = self.person.coach("measures", "--as-of", "tomorrow", check=False)
        self.assertEqual(ahead.returncode, 65)
        figure = self.person.coach("explain", "strenth", "help", check=False)
        self.assertEqual(figure.returncode, 64)

    def test_show_a_place_on_a_line_that_stands_alone_apart_from_all_habits(self):
        self.put(9, "owner-score", "7", "scale")
        self.put(2, "owner-score", "8", "scale")
        [line] = self.person.told("measures", "owner-score")["checks"]
        numbers = [place["number"] for place in line["questions"][0]["answers"]]
        self.assertEqual((line["check"], numbers), ("owner-score", [7, 8]))
        told = self.person.told("measures")
        self.assertNotIn("owner-score", [habit["habit"] for habit in told["habits"]])
        self.assertIn("7 → 8\n", self.person.coach("measures").stdout)
        [line] = self.person.told("review")["checks"]
        self.assertEqual(line["check"], "owner-score")

    def test_show_the_self_checks_of_a_period_as_bars_and_paths_in_any_width_and_language(self):
        places = ((40, 1, 9), (20, 2, 7), (13, 4, 5), (6, 8, 3))
        for ago, strong, active in places:
            self.put(ago, "line-strength", str(strong), "scale")
            self.put(ago, "line-activity", str(active), "scale")
        self.put(3, "obstacle-refusal", "10", "scale")
        week = {each["check"]: each for each in self.person.told("review")["checks"]}
        self.assertEqual(sorted(week), ["obstacles", "two-lines"])
        month = self.person.told("review", "month")["checks"]
        [lines] = [each for each in month if each["check"] == "two-lines"]
        numbers = [[place["number"] for place in each["answers"]] for each in lines["questions"]]
        self.assertEqual(numbers, [[2, 4, 8], [7, 5, 3]])
        self.assertEqual(lines["questions"][0]["answers"][-1]["day"], str(self.day(6)))
        year = self.person.told("review", "year", "--as-of", str(self.day(15)))["checks"]
        self.assertEqual([len(each["answers"]) for each in year[0]["questions"]], [2, 2])
        page = self.person.coach("review", "month").stdout
        self.assertIn("██████████████ 10\n", page)  # one answer makes no path
        self.assertIn("███████████░░░ 8 ▂▄▇\n", page)
        self.assertIn("▆▅▃", page)
        for language in ("en", "zh-Hant", "zh-Hans"):
            self.person.write(self.person.config / "coach.toml", f'language = "{language}"\n')
            for period in ("week", "year"):
                for columns in (40, 80):
                    self.assert_fits(columns, "review", period)

    def test_offer_to_ask_less_often_once_in_four_weeks_and_ask_so_where_it_is_set(self):
        for ago in range(1, 90):
            self.put(ago, "help", "taken", "outcome")
        weeks = [str(self.day(7 * week)) for week in range(4)]
        offers = {
            week: self.person.told("review", "--as-of", week)["suggestion"] for week in weeks
        }
        [week] = [week for week in weeks if offers[week]["change"] == "ask-less"]
        self.assertEqual(offers[week]["setting"], '[ask]\nhelp = "2d"')
        page = self.person.coach("review", "--as-of", week).stdout
        self.assertIn('    [ask]\n    help = "2d"\n', page)
        own = f'language = "en"\n{offers[week]["setting"]}\n'
        self.person.write(self.person.config / "coach.toml", own)
        again = self.person.told("review", "--as-of", week)["suggestion"]
        self.assertEqual(again["setting"], '[ask]\nhelp = "7d"')
        strength = self.habit("help")["strength"]
        self.put(60, "automatic-help", "3", "scale")  # it does not go by itself
        self.assertEqual(self.habit("help")["strength"], strength)
        self.assertIn("By itself", self.person.coach("measures", "help").stdout)
        changes = [self.person.told("review", "--as-of", day)["suggestion"] for day in weeks]
        self.assertNotIn("ask-less", [change["change"] for change in changes])
