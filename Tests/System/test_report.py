"""The page of a report, in a real browser."""

import datetime
import os
import pathlib
import random
import re
import sqlite3
import stat
import uuid

import ledger
from browser import BOXES, Browser, overlaps
from case import Case
from looks import FONTS, Looks
from shared import REPOSITORY

CONCERNS = r"Report|coach-report|config/report|Pages|browser|Machine"

AXE = REPOSITORY / ".build/axe/axe_playwright_python/axe.min.js"
DAY = 86_400_000_000
GOLDEN = pathlib.Path(__file__).with_name("golden")
LOOKS = (
    ("year-en", "year", "en_US.UTF-8", {"width": 1440}),
    ("year-zh-Hant-phone", "year", "zh_TW.UTF-8", {"width": 360, "phone": True}),
    ("quarter-zh-Hans-dark", "quarter", "zh_CN.UTF-8", {"width": 800, "dark": True}),
    ("week-en", "week", "en_US.UTF-8", {"width": 800}),
    # A4 at 96 dots an inch, without its margins.
    ("month-en-paper", "month", "en_US.UTF-8", {"width": 718, "paper": True}),
)
# What is called like this is called like this, and does nothing.
HOSTILE = (
    "<script>window.hurt = 1</script>", '"><img src=x onerror="window.hurt = 2">',
    "</style></svg><b>bold</b>", "{{{style}}}", "\u202egnitirw", "寬" * 120, "unbroken" * 30,
)
HABITS = "".join(
    f"""
[[habit]]
id = "own-{number}"
question = "How was it?"
answer = "{'count' if number % 2 else 'yes-no'}"
title = '{title}'
target = "{'at least 60' if number % 2 else 'done'}"
{'per-days = 7' if number % 2 else ''}
"""
    for number, title in enumerate(HOSTILE)
)
SLEEP = '[sleep]\nlights-out = "23:00"\nget-up = "06:45"\n'
NIGHTS = 'day-starts = "12:00"\n[sleep]\nlights-out = "09:00"\nget-up = "16:45"\n'
OWN = "".join(
    f"""
[[habit]]
id = "own-{number}"
question = "How was it?"
answer = "{'count' if number % 2 else 'yes-no'}"
title = "Write down in three lines what went well, and why ({number})"
target = "{'at least 60' if number % 2 else 'done'}"
{'per-days = 7' if number % 2 else ''}
"""
    for number in range(40)
)
# The page as sheets of A4 without their margins, beside each other: columns are cut by the same
# rules as sheets, and say where.
SHEETS = """
(() => {
  document.body.style.cssText = "width: 680px; height: 1000px; columns: 1; column-fill: auto;"
    + "column-gap: 40px; max-width: none";
  const sheet = box => Math.floor(box.left / 720);
  const first = element => sheet(element.getClientRects()[0]);
  const cut = Array.from(document.querySelectorAll(".plot .field, .calendar, .rows li, .tiles li,"
    + " .key, #energy, #changes, #suggestion"))
    .filter(part => new Set(Array.from(part.getClientRects(), sheet)).size > 1)
    .map(part => part.closest("section").id + " " + part.className);
  const alone = Array.from(document.querySelectorAll("h2, .lead, .plot .over, .under"))
    .filter(part => part.nextElementSibling
      && part.nextElementSibling.getClientRects().length
      && first(part) !== first(part.nextElementSibling)).map(part => part.textContent);
  return [cut, alone, first(document.querySelector("footer"))];
})()
"""


class AReport(Case):
    browser = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        super().tearDownClass()

    @property
    def page(self):
        return self.person.state / "report.html"

    def live(self, days, habits=0, through=None, out=23, up=6):
        """Some days of a life, the same each time, through today unless another day is named."""
        self.person.coach("check", "help", "taken")  # makes the ledger
        told = through or self.person.told("history")[-1]["day"]
        today = datetime.date.fromisoformat(told)
        luck = random.Random(7)
        facts = []
        for ago in reversed(range(1, days)):
            day = today - datetime.timedelta(days=ago)
            late = luck.random() < 0.3
            minutes = luck.randrange(-40, 20) + late * luck.randrange(30, 100)
            given = [
                ("sleep", "time-of-day", clock(out * 60 + minutes)),
                ("get-up", "time-of-day", clock(up * 60 + 45 + luck.randrange(-30, 60))),
                ("energy", "scale", str(luck.randrange(2, 8) + (not late) * 2)),
                ("help", "outcome", luck.choice(("taken", "taken", "declined", "could-not"))),
            ]
            if day.weekday() == 4:
                words = HOSTILE[ago % 7] if 0 < habits < 9 else "a card"
                given.append(("came-back", "text", words))
            for number in range(habits):
                kind = "count" if number % 2 else "yes-no"
                given.append((f"own-{number}", kind, "9" if number % 2 else "yes"))
            facts += [fact(day, *answer) for answer in given if luck.random() < 0.9]
        file = sqlite3.connect(self.person.data / "ledger.sqlite")
        ledger.append_all(file, facts)
        file.close()

    def see(self, **how):
        """Opens the page, which says nothing to the browser and asks nobody for anything."""
        self.browser.open(self.page, **how)
        self.assertEqual(self.browser.said, [], how)
        self.assertEqual(self.browser.requests, [], how)

    def assert_no_overlap(self, **how):
        self.see(**how)
        self.assertEqual(overlaps(self.browser.evaluate(BOXES)), [], how)
        width = self.browser.evaluate("document.documentElement.scrollWidth")
        self.assertLessEqual(width, how["width"], how)

    def test_is_one_private_file_that_needs_nothing_beside_it(self):
        self.person.configure(more=SLEEP)
        self.live(365)
        said = self.person.coach("report", "year").stdout.strip()
        self.assertEqual(said, str(self.page))
        self.assertEqual(stat.S_IMODE(self.page.stat().st_mode), 0o600)
        text = self.page.read_text()
        self.assertLess(len(text.encode()), 1_000_000)
        self.assertNotRegex(text, r"(?:src|href)=\"(?!#)")
        self.see()
        self.see(scripts=False)
        titles = "Array.from(document.querySelectorAll('h2'), h => h.textContent)"
        self.assertGreater(len(self.browser.evaluate(titles)), 8)
        # Whoever points at a place hears more of it.
        self.see()
        self.browser.evaluate("document.querySelector('#strength').scrollIntoView()")
        box = self.browser.evaluate(
            "(() => { const b = document.querySelector('#strength .field').getBoundingClientRect();"
            " return [b.left + b.width * .7, b.top + b.height / 2]; })()"
        )
        self.browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])
        tip = self.browser.evaluate("document.querySelector('#strength .tip').textContent")
        self.assertRegex(tip, r"^\d{4}-\d\d-\d\d .*= 0\.\d{4}$")

    def test_has_no_words_that_lie_on_words_on_any_screen_in_any_language(self):
        self.person.configure(more=SLEEP)
        self.live(365)
        for locale in ("en_US.UTF-8", "zh_TW.UTF-8", "zh_CN.UTF-8"):
            for period in ("week", "month", "quarter", "year"):
                self.person.coach("report", period, LANG=locale, LC_ALL=locale)
                for width in (360, 800, 1440):
                    self.assert_no_overlap(width=width, phone=width == 360)
        self.see(dark=True)
        background = "getComputedStyle(document.body).backgroundColor"
        dark = self.browser.evaluate(background)
        self.see()
        self.assertNotEqual(self.browser.evaluate(background), dark)

    def test_fits_whoever_it_is(self):
        for who, settings, life, period in (
            ("three days", SLEEP + OWN, {"days": 3, "habits": 3}, "month"),
            ("forty habits", SLEEP + OWN, {"days": 120, "habits": 40}, "quarter"),
            ("a night worker", NIGHTS, {"days": 120, "out": 9, "up": 16}, "quarter"),
        ):
            self.person.fresh()
            self.person.configure(more=settings)
            self.live(**life)
            for locale in ("en_US.UTF-8", "zh_TW.UTF-8"):
                self.person.coach("report", period, LANG=locale, LC_ALL=locale)
                for width in (360, 800):
                    with self.subTest(who=who, locale=locale):
                        self.assert_no_overlap(width=width, phone=width == 360)

    def test_passes_the_rules_of_axe_in_light_and_in_the_dark(self):
        self.assertTrue(AXE.is_file(), "Tests/run fetches the rules of axe")
        self.person.configure(more=SLEEP)
        self.live(365)
        self.person.coach("report", "year")
        for dark in (False, True):
            self.see(dark=dark)
            self.browser.evaluate(AXE.read_text() + ";1")
            broken = self.browser.evaluate(
                "document.querySelectorAll('details').forEach(d => d.open = true);"
                " axe.run().then(r => r.violations.map(v => [v.id, v.nodes[0].html]))"
            )
            self.assertEqual(broken, [], dark)

    def test_takes_markup_for_text_wherever_a_person_may_write(self):
        self.person.configure(more=SLEEP + HABITS)
        self.live(90, habits=len(HOSTILE))
        self.person.coach("report", "quarter")
        for width in (360, 1440):
            self.assert_no_overlap(width=width)
        self.assertIsNone(self.browser.evaluate("window.hurt"))
        labels = "Array.from(document.querySelectorAll('#habits .label'), l => l.textContent)"
        shown = self.browser.evaluate(labels)
        for title in HOSTILE[:4]:
            self.assertIn(title, shown)
        self.assertEqual(self.browser.evaluate("document.querySelectorAll('img, b').length"), 0)

    def test_looks_as_it_did_on_any_screen_and_on_paper(self):
        """Golden pictures; COACH_WRITE_GOLDEN is a directory in which they are drawn anew, to be
        looked at and put into Tests/System/golden: the clone that tests see is a copy."""
        self.person.configure(more=SLEEP)
        self.live(400, through="2026-06-30")
        changed = []
        for name, period, locale, how in LOOKS:
            self.person.coach("report", period, "--as-of", "2026-06-29", LANG=locale, LC_ALL=locale)
            self.see(**how)
            # What it stands in depends on the machine; these two are installed for the tests.
            self.browser.evaluate(FONTS)
            seen = Looks.of(self.browser)
            if drawn := os.environ.get("COACH_WRITE_GOLDEN"):
                pathlib.Path(drawn, f"{name}.txt").write_text(seen.text)
                pathlib.Path(drawn, f"{name}.png").write_bytes(self.browser.picture())
                continue
            golden = Looks((GOLDEN / f"{name}.txt").read_text())
            changed += [f"{name}: {what}" for what in seen.beside(golden)]
        self.assertEqual(changed, [])

    def test_notices_a_label_that_moved_and_a_colour_that_changed(self):
        self.person.configure(more=SLEEP)
        self.live(60, through="2026-06-30")
        self.person.coach("report", "month", "--as-of", "2026-06-29")
        self.see()
        self.browser.evaluate(FONTS)
        before = Looks.of(self.browser)
        self.assertEqual(Looks.of(self.browser).beside(before), [])
        label = "document.querySelector('#habits .label')"
        self.browser.evaluate(f"{label}.style.translate = '6px 0'")
        self.assertEqual(len(Looks.of(self.browser).beside(before)), 1)
        self.browser.evaluate(f"{label}.style.translate = ''")
        self.browser.evaluate("document.querySelector('#habits').style.background = 'black'")
        self.assertRegex(Looks.of(self.browser).beside(before)[0], "darker or lighter")

    def test_is_printed_on_paper(self):
        self.person.configure(more=SLEEP)
        self.live(365)
        self.person.coach("report", "year")
        self.see()
        paper = self.browser.pdf()
        self.assertTrue(paper.startswith(b"%PDF"))
        self.assertIn(len(re.findall(rb"/Type\s*/Page\b", paper)), range(3, 12))

    def test_cuts_no_drawing_where_a_sheet_ends_and_leaves_no_heading_alone(self):
        self.person.configure(more=SLEEP + OWN)
        self.live(1500, habits=8)
        for period in ("month", "year", "all"):
            self.person.coach("report", period)
            self.see(width=720, paper=True)
            cut, alone, sheets = self.browser.evaluate(SHEETS)
            self.assertEqual((cut, alone), ([], []), period)
            self.assertGreater(sheets, 1, "there are sheets at all")

    def test_says_how_much_is_missing_where_there_is_too_little(self):
        self.person.configure(more=SLEEP)
        self.live(3)
        self.person.coach("report", "month")
        self.see()
        self.assertIn("more nights are needed", self.browser.evaluate("document.body.innerText"))
        self.assertEqual(self.browser.evaluate("document.querySelectorAll('#times svg').length"), 0)

    def test_goes_where_it_is_told_and_leaves_out_what_it_is_told(self):
        self.person.configure(more=SLEEP)
        self.live(30)
        elsewhere = self.person.home / "for-ann.html"
        self.person.coach("report", "month", "--output", "for-ann.html", "--without",
                          "own-words,nights", "--as-of", "yesterday", cwd=self.person.home)
        text = elsewhere.read_text()
        self.assertNotIn('id="nights"', text)
        self.assertNotIn("a card", text)
        self.assertEqual(stat.S_IMODE(elsewhere.stat().st_mode), 0o600)
        piped = self.person.coach("report", "month", "--output", "-", "--as-of", "yesterday",
                                  "--without", "own-words,nights")
        self.assertEqual(piped.stdout, text)
        self.person.coach("review", "year", "--html")
        self.assertIn("Your year", self.page.read_text())
        for words, status in (
            (("report", "decade"), 64), (("report", "--without", "dreams"), 64),
            (("report", "--as-of", "2999-01-01"), 65), (("review", "day", "--html"), 64),
            (("report", "--output", "/proc/nowhere.html"), 74),
            (("report", "--output", "-", "--open"), 64),
        ):
            done = self.person.coach(*words, check=False)
            self.assertEqual(done.returncode, status, f"{words}: {done.stderr}")
            self.assertTrue(done.stderr.startswith("coach: "), done.stderr)

    def test_takes_the_templates_and_words_of_the_person(self):
        self.live(3)
        own = self.person.config / "report"
        self.person.write(own / "page.css", "body { color: green }")
        self.person.write(own / "en.toml", '[words]\nfoot-private = "Mine alone."\n')
        self.person.coach("report")
        text = self.page.read_text()
        self.assertIn("body { color: green }", text)
        self.assertIn("Mine alone.", text)
        self.person.write(own / "page.mustache", "<p>{{>mine}}</p>")
        self.person.write(own / "mine.mustache", "<h1>{{title}}</h1>")
        self.person.coach("report")
        self.assertEqual(self.page.read_text(), "<p><h1>Your month</h1></p>")
        for text, line, what in (
            ("{{#days}", 1, "no tag"), ("a\n{{{style}", 2, "no tag"),
            ("{{#days}}\n", 2, "never closed"), ("a\n\n{{#days}}{{/day}}", 3, "another section"),
            ("a\n{{>tabel}}", 2, "no template “tabel”"), ("{{>../../coach}}", 1, "no template"),
        ):
            self.person.write(own / "page.mustache", text)
            done = self.person.coach("report", check=False)
            self.assertEqual(done.returncode, 78, done.stderr)
            begin = f"coach: {own / 'page.mustache'}:{line}: "
            self.assertEqual(done.stderr[:len(begin)], begin, text)
            self.assertIn(what, done.stderr)
            self.assertIn("take the file away", done.stderr)


def clock(minutes):
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def fact(day, question, kind, answer):
    noon = (day - datetime.date(1970, 1, 1)).days * DAY + DAY // 2
    payload = {"v": 1, "answer": answer, "from": "command", "type": kind}
    aim = {"sleep": "by 23:00 +30 1/1", "help": "done 1/1"}.get(question)
    payload |= {"aim": aim} if aim else {}
    name = f"question/{question}"
    return str(uuid.uuid4()), noon, "Europe/Berlin", str(day), "answered", name, payload
