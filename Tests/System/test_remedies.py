import test_measures

CONCERNS = r"Remed|Hesitat|Obstacle"


class Remedies(test_measures.Measures):
    """What a person meets who hesitates; the life is written into the ledger beforehand."""

    def test_name_the_cause_another_view_and_one_act_which_is_not_the_same_each_time(self):
        first = self.person.told("hesitate", "1", "--fear", "7")
        self.assertEqual((first["obstacle"], first["fear"]), ("refusal", 7))
        self.assertTrue(first["cause"] and first["reframe"] and first["act"]["action"])
        second = self.person.told("hesitate", "refusal")
        self.assertNotEqual(first["act"]["id"], second["act"]["id"])
        said = self.person.coach("check", "hesitation-1", "taken", "--fear", "3").stdout
        self.assertNotIn("before", said)  # the second time no fear was named
        self.person.coach("hesitate", "1", "--fear", "7")
        said = self.person.coach("check", "hesitation-1", "taken", "--fear", "3").stdout
        self.assertIn("Fear: 7 before, 3 after.", said)

    def test_take_back_a_hesitation_and_what_was_said_about_tips(self):
        before = self.person.told("hesitate", "--evidence")
        first = self.person.told("hesitate", "1")["act"]["id"]
        self.assertIn("the fear of a no", self.person.coach("undo").stdout)
        self.assertEqual(self.person.told("hesitate", "1")["act"]["id"], first)
        self.assertEqual(self.person.told("hesitate", "--evidence"), before)
        self.person.coach("undo")
        for verb, words in (("useful", "what you said of"), ("mute", "Taken back.")):
            self.person.coach("tip", verb, first)
            self.assertIn(words, self.person.coach("undo").stdout)
        self.person.coach("retire", "two-sides")
        said = self.person.coach("undo").stdout
        self.assertIn("Taken back.", said)
        self.assertIn("is asked again", said)
        self.assertEqual(self.person.told("retire"), [])
        self.person.coach("undo")  # the answer that made the ledger
        self.assertIn("nothing to take back", self.person.coach("undo").stdout)

    def test_show_both_ways_out_of_a_grievance_in_every_language(self):
        for language in ("en", "zh-Hant", "zh-Hans"):
            self.person.write(self.person.config / "coach.toml", f'language = "{language}"\n')
            view = self.person.told("hesitate", "wronged")
            self.assertEqual([way["exit"] for way in view["exits"]], ["inside", "outside"])
            page = self.person.coach("hesitate", "4").stdout.replace("\n", "").replace(" ", "")
            for way in view["exits"]:
                self.assertIn(way["text"].replace(" ", ""), page)

    def test_list_the_five_and_say_how_to_choose_where_nobody_answers(self):
        done = self.person.coach("hesitate", check=False)
        self.assertEqual(done.returncode, 64)
        self.assertEqual(sum(line.strip()[:1].isdigit() for line in done.stdout.splitlines()), 5)
        self.assertIn("coach hesitate 1", done.stderr)
        self.assertEqual(self.person.facts("hesitated"), [])
        self.assertIn("One small act", self.person.coach("hesitate", text="3\n").stdout)

    def test_refuse_an_obstacle_that_there_is_not_and_offer_the_nearest(self):
        for wrong, offer in (("6", "1 refusal"), ("ridicul3", "did you mean “ridicule”?")):
            done = self.person.coach("hesitate", wrong, check=False)
            self.assertEqual(done.returncode, 65)
            self.assertIn(offer, done.stderr)
        for wrong in (("1", "--fear", "11"), ("4", "--fear", "3")):
            self.assertEqual(self.person.coach("hesitate", *wrong, check=False).returncode, 65)

    def test_show_the_own_evidence_when_there_is_enough_also_when_it_is_unfavourable(self):
        for ago in range(1, 9):
            self.put(ago, "help", "declined", "outcome")
        lacking = self.person.told("hesitate", "--evidence")["offers"]  # one was taken today
        self.assertEqual((lacking["count"], lacking["missing"]), (9, 1))
        before = self.person.told("hesitate", "1")["reframe"]
        self.put(9, "help", "declined", "outcome")
        view = self.person.told("hesitate", "1")
        self.assertEqual(
            view["evidence"], {"count": 10, "good": 1, "missing": 0, "unfavourable": True}
        )
        self.assertNotEqual(view["reframe"], before)
        self.assertIn("1 of 10 offers", self.person.coach("hesitate", "--evidence").stdout)

    def test_give_support_and_no_advice_where_ridicule_was_reported_again_and_again(self):
        for ago in (30, 20):
            self.put(ago, "hesitation-3", "yes", "yes-no")
        self.assertIn("act", self.person.told("hesitate", "3"))
        self.put(10, "hesitation-3", "yes", "yes-no")
        view = self.person.told("hesitate", "3")
        self.assertNotIn("act", view)
        self.assertEqual(view["support"]["title"], "Tell somebody who can stop it")

    def test_say_for_whom_an_offer_was_in_the_words_of_the_person(self):
        circles = '[profile]\ncircles = ["patients"]\ncircles-off = ["supplier"]\n'
        self.person.write(self.person.config / "coach.toml", f'language = "en"\n{circles}')
        said = self.person.coach(
            "check", "help", "taken", "--circle", "colleague", "--circle", "pat"
        ).stdout
        self.assertIn("For: Colleagues, patients.", said)
        wrongs = (
            ("supplier", "circles-off"),
            ("patiants", "did you mean “patients”?"),
            ("coll", "more than one circle: colleagues-guest, colleague"),
        )
        for wrong, words in wrongs:
            done = self.person.coach("check", "help", "taken", "--circle", wrong, check=False)
            self.assertEqual(done.returncode, 65)
            self.assertIn(words, done.stderr)
        done = self.person.coach("check", "energy", "7", "--circle", "patients", check=False)
        self.assertEqual(done.returncode, 65)
        self.assertIn("these take it: help", done.stderr)
        self.assertEqual(len(self.person.facts("answered")), 2)

    def test_look_back_once_in_the_next_prompt_an_hour_later(self):
        self.write(self.day(1), "hesitated", "tip/a-no-costs-little", {"v": 1, "obstacle": 1})
        slots = [self.person.due(2, carries=("energy",)), self.person.due(4, "later", ("energy",))]
        self.person.configure(*slots)
        self.start()
        bodies = [
            self.person.message(slot).get_payload(decode=True).decode("utf-8") for slot in slots
        ]
        asked = ["coach check hesitation-1 taken" in body for body in bodies]
        self.assertEqual(asked, [True, False])

    def test_ask_once_how_an_extra_was_taken_and_look_at_what_is_in_the_way_after_a_no(self):
        extra = {"v": 1, "text": "fruit for all"}
        self.write(self.day(1), "extra", "extra", extra)
        slots = [self.person.due(2, carries=("energy",)), self.person.due(4, "later", ("energy",))]
        self.person.configure(*slots)
        self.start()
        bodies = [
            self.person.message(slot).get_payload(decode=True).decode("utf-8") for slot in slots
        ]
        asked = ["coach check extra-landed yes" in body for body in bodies]
        self.assertEqual(asked, [True, False])
        self.assertIn("fruit for all", bodies[0])
        said = self.person.coach("extra", "--landed", "no").stdout
        self.assertIn("one of the next tips may look at", said.replace("\n", " "))
        self.assertIs(self.person.told("extra")["extras"][0]["landed"], False)
        why = self.person.told("tip", "--why")["reason"]
        self.assertEqual(why["claim"], "follow-up/muddled")
        self.person.coach("undo")
        self.assertNotIn("landed", self.person.told("extra")["extras"][0])

    def test_show_whom_offers_were_for_and_blank_circles_as_invitations_in_any_width(self):
        for ago, circles, outcome in (
            (2, ["colleague", "patients"], "taken"),
            (1, ["colleague"], "declined"),
            (31, ["supplier"], "taken"),
        ):
            payload = {"v": 1, "type": "outcome", "answer": outcome, "from": "command"}
            payload["circles"] = circles
            self.write(self.day(ago), "answered", "question/help", payload)
        for language in ("en", "zh-Hans"):
            own = f'language = "{language}"\n[profile]\ncircles = ["patients", "学生家长"]\n'
            self.person.write(self.person.config / "coach.toml", own)
            view = self.person.told("circles")
            offers = {each["circle"]: each["offers"] for each in view["circles"]}
            self.assertEqual((offers["colleague"], offers["patients"]), (2, 1))
            self.assertEqual((offers["supplier"], offers["学生家长"], view["unnamed"]), (0, 0, 1))
            for columns in (40, 80):
                self.assert_fits(columns, "circles")
                self.assert_fits(columns, "review", "month")
        month = self.person.told("review", "month")
        self.assertEqual(month["circles"], view["circles"])
        self.assertNotIn("circles", self.person.told("review", "week"))

    def test_say_what_came_back_and_count_thanks_both_ways_without_an_account(self):
        self.person.coach("check", "came-back", "thanks, trust: she came again")
        self.person.coach("thanks", "received", "for", "the", "lift")
        self.person.coach("thanks", "received")
        given = self.person.told("thanks", "given")
        self.assertEqual((given["given"], given["received"]), (1, 2))
        self.person.coach("undo")
        self.assertEqual(self.person.told("thanks")["given"], 0)
        for period in ("week", "month", "year"):
            back = self.person.told("review", period)["cameBack"]
            self.assertEqual([each["form"] for each in back["forms"]], ["thanks", "trust"])
            self.assertEqual((back["words"], back["thanksReceived"]), (["she came again"], 2))
        page = self.person.coach("review").stdout
        self.assertIn("What came back", page)
        self.assertIn("she came again", page)
        notes = [each.get("note") for each in self.person.told("history")[-1]["answers"]]
        self.assertIn("for the lift", notes)

    def test_keep_own_words_about_the_tip_of_the_day_before_and_a_post_of_the_list(self):
        self.write(self.day(1), "told", "tip/hands-full", {"v": 1})
        posts = 'language = "en"\n[profile]\nposts = ["cashier"]\n'
        self.person.write(self.person.config / "coach.toml", posts)
        self.person.coach("check", "own-words", "take one bag off them")
        self.person.coach("check", "other-post", "a slip that I can read")
        rows = self.ledger.execute(
            "SELECT json_extract(payload, '$.about') FROM facts WHERE subject IN"
            " ('question/own-words', 'question/other-post') ORDER BY sequence"
        )
        self.assertEqual([row[0] for row in rows], ["hands-full", "cashier"])
        answers = {each["answer"] for each in self.person.told("history")[-1]["answers"]}
        self.assertLessEqual({"take one bag off them", "a slip that I can read"}, answers)

    def test_find_the_own_words_beneath_a_tip_that_comes_again_or_in_the_place_of_its_act(self):
        words = {"v": 1, "type": "text", "answer": "one bag off them", "from": "command"}
        self.write(self.day(40), "answered", "question/own-words", words | {"about": "hands-full"})
        self.write(self.day(0), "told", "tip/hands-full", {"v": 1})
        tip = self.person.told("tip")
        self.assertEqual((tip["id"], tip["ownWords"]), ("hands-full", "one bag off them"))
        for command in ([], ["tip"]):
            page = self.person.coach(*command).stdout
            self.assertIn("In your words: one bag off them", page)
            self.assertIn(tip["action"][:30], page)
        own = 'language = "en"\n[profile]\nwording = "own"\n'
        self.person.write(self.person.config / "coach.toml", own)
        self.assertEqual(self.person.told("tip")["action"], "one bag off them")
        page = self.person.coach("tip").stdout
        self.assertNotIn("In your words", page)
        self.assertNotIn(tip["action"][:30], page)
        slot = self.person.due(2, carries=("tip",))
        self.person.configure(slot)
        self.start()
        body = self.person.message(slot).get_payload(decode=True).decode("utf-8")
        self.assertIn("“one bag off them”", body)
