/// Structures of a deck that cannot be meant: what stands in a good one, what in its place, and the
/// refusal.
extension DeckReaderTests {
  static let answers = "yes-no, scale, time-of-day, count, number, text, outcome, stretches"
  static let structures: [(old: String, new: String, refusal: String)] = [
    ("name = ", "nmae = ", "1: unknown key “nmae”; did you mean “name”?"),
    ("[[cue]]", "[[tips]]", "5: unknown key “tips”; did you mean “tip”?"),
    ("[[cue]]", "[cue]", "5: “cue” is to be tables, [[cue]], not a table"),
    ("step = 3", "setp = 3", "10: unknown key “setp”; did you mean “step”?"),
    ("step = 3", "step = 5", "10: there is no step 5; the programme has 1 to 4"),
    ("step = 3", "step = 0", "10: there is no step 0; the programme has 1 to 4"),
    ("step = 3", "step = \"3\"", "10: “tip.0.step” is to be a whole number, not a text"),
    ("step = 3", "obstacle = 6", "10: there is no obstacle 6; there are 1 to 5"),
    (
      "step = 3", "step = 3\nobstacle = 2",
      "11: a tip serves a step or an obstacle, not both"
    ),
    ("\"regular\"", "\"dear\"", "11: “dear” is not one of regular, value-added, off-hours"),
    ("[\"E25\"]", "\"E25\"", "9: “tip.0.rows” is to be a list of texts, not a text"),
    ("\"door\"", "\"Door\"", "8: “Door” has no [tip.Door] in en.toml"),
    (
      "id = \"door\"\n", "",
      "7: “id” is missing here; it takes a name of a–z, 0–9 and “-”, such as id = \"a-walk\""
    ),
    (
      "kind = \"regular\"", "kind = \"regular\"\n[[tip]]\nid = \"door\"",
      "13: “door” is there twice"
    ),
    ("\"walk\"", "\"hello\"", "3: “hello” has no [question.hello] in en.toml"),
    ("\"yes-no\"", "\"maybe\"", "4: “maybe” is not one of \(answers)"),
    (
      "answer = \"yes-no\"\n", "",
      "2: “answer” is missing here; it takes one of \(answers), such as answer = \"yes-no\""
    ),
    (
      "answer = \"yes-no\"", "answer = \"yes-no\"\nbetter = \"most\"",
      "5: “most” is not one of more, less, own-target, neither"
    ),
    (
      "answer = \"yes-no\"", "answer = \"yes-no\"\nabout = \"week\"",
      "5: “week” is not one of day, evening-before, tip, tip-before, post, hesitation, extra, "
        + "arc, arc-back, slot, plan"
    ),
    (
      "answer = \"yes-no\"", "answer = \"yes-no\"\nevery = \"often\"",
      "5: “often” is not a span of days or weeks such as “7d” or “4w”, 366 days at most, "
        + "or days such as “Sun”"
    ),
    (
      "answer = \"yes-no\"", "answer = \"yes-no\"\nbackfill = -1",
      "5: “backfill” is days, 0 to 3660, not -1"
    ),
    (
      "answer = \"yes-no\"", "answer = \"yes-no\"\nbackfill = 3661",
      "5: “backfill” is days, 0 to 3660, not 3661"
    ),
    (
      "answer = \"yes-no\"", "answer = \"yes-no\"\nbackfill = \"2d\"",
      "5: “question.0.backfill” is to be a whole number, not a text"
    ),
    (
      "id = \"hello\"", "id = \"hello\"\ntext = \"x\"",
      "7: unknown key “text”; known here: id, rows, notes, week, step, opens"
    ),
    (
      "id = \"hello\"", "id = \"hello\"\nstep = 9",
      "7: there is no step 9; the programme has 1 to 4"
    ),
    (
      "answer = \"yes-no\"", "answer = \"yes-no\"\nstep = 0",
      "5: there is no step 0; the programme has 1 to 4"
    ),
    (
      "step = 3", "step = 3\nguards = \"energy\"",
      "11: “energy” is not one of limits, extras"
    ),
  ]
}
