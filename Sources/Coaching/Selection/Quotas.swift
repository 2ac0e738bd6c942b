/// How often what may come, and how much has to be there before a rule applies.
///
/// The documents name none of these numbers; all are the program's choice, each for its reason.
struct Quotas: Equatable, Sendable {
  // MARK: What answers ask for

  /// For how many days an answer asks for something to follow: over a weekend, and no longer, for
  /// nobody wants to be reminded of last week's refusal.
  var followUpDays = 3
  /// How many low days in them ask for rest: one is a bad day.
  var lowDays = 2
  /// How many late evenings in them, none in time beside them, ask for the first step: one is a
  /// party.
  var lateEvenings = 2

  /// How many mornings of how many days what answers, series and circles call for takes at most:
  /// more than half of a week is for what nobody asked about.
  var calls = 3
  var callDays = 7
  /// How often in that time the same answer is followed: a third time in a week is pressing.
  var sameFollowUps = 2

  // MARK: Whom to ask for how much

  /// For how many days after it came to a person the coach asks only what anybody can do on any
  /// day: two weeks, in which each of the four steps comes up and comes again.
  var gentleDays = 14
  /// In how many days, today's among them, the person's number of extras a week is counted.
  var extraWeekDays = 7

  // MARK: Turns

  /// For how many days a series rests between two of its tips (a guard's, an obstacle's, a
  /// self-check's): every other day it comes, and on the others the mix goes on.
  var seriesRestDays = 1
  /// How many tips an obstacle's series has, in so many days: about what a self-check that found
  /// the same obstacle brings, every fourth day beside all else.
  var obstacleTips = 5
  var obstacleDays = 20
  /// After how many days the programme goes on with a step of which some tip was never told: once
  /// a week it is heard of.
  var newStepDays = 7
  /// And where all were told: it is known then, and two months without it are too long.
  var oldStepDays = 45

  // MARK: What comes within a time

  /// For how many days a tip does not come again, word for word: a season, after which it is met as
  /// something known, not as something heard just now.
  var repeatDays = 120
  /// How much of what may come may rest: a third is left to choose from.
  var restingShare = 2.0 / 3
  /// For how many days neighbours in meaning keep apart: three weeks, in which one was tried.
  var likeDays = 21
  /// Within how many days each circle of people comes up, so that nobody is left out for long, and
  /// nine circles leave most mornings to all else.
  var circleDays = 48
  /// How much sooner it may come, drawn each time: what comes every fourth Monday is a parade.
  var circleSway = 16.0
  /// In how many days each tip of a circle may come once: a circle of few tips comes less often,
  /// for a tip is not to come again before `repeatDays`.
  var circleRoundDays = 150
  /// Within how many days each tip is meant to come: there are more than a year has mornings, and
  /// who stays two years hears all of them.
  var tipDays = 640
  /// After how many days an act that is done once a year may come again.
  var yearDays = 365
  /// How many days before that a tip begins to press: what stands before it (a guard, a series, a
  /// circle) may have the first word for as long.
  var spareDays = 10
  /// The same for a circle: a follow-up and a series between two of its days.
  var circleSpareDays = 3
  /// And for a circle of which all tips wait for off hours: the next of these may be a week away,
  /// and something else may have the first word on one.
  var offHoursSpareDays = 9
  /// With so few weekdays of off hours, a circle that does not need them leaves them to one that
  /// does.
  var fewOffHours = 3
  /// In how many days one of some regular tips gets its turn: three mornings of seven belong to
  /// rules that stand before the rotation.
  ///
  /// Taken for longer, there would be more tips than turns: some would press from the first day on,
  /// and leave no morning to anything else.
  var regularTurnDays = 1.75
  /// The days in which one extra gets its turn where one may come a week: seven, and five for the
  /// hard days, the used-up budgets and what is overdue, in which none comes.
  var extraTurnDays = 12.0
  /// The days in which one off-hours tip gets its turn where one weekday has off hours: of six
  /// such weekdays the others go to steps, series and circles.
  var offHoursTurnDays = 44.0
  /// How long before its year is over an extra or an off-hours tip that was told may come again:
  /// long enough to find a day that fits, and no sooner, for the others wait as well.
  var lastDays = 45
  /// After how many days a tip has waited long, and comes before others that answer the same:
  /// half of the time in which each comes.
  var longDays = 182

  /// For how many days an arc is not offered again that was declined, or told to its end.
  var arcRestDays = ArcRun.restDays

  // MARK: The mix

  /// How many themes the rotation draws from at least, and which part of them: the half that
  /// waited longest keeps the neglected in sight, and three leave the draw a choice.
  var leastThemes = 3
  var themeShare = 0.5
}
