package import Coaching
import Configuration

/// A night as it is shown, with the naps of the day after it.
package struct ShownNight: Equatable {
  package var night: DiaryNight
  package var naps: [Stretch]
}

extension Workspace {
  /// How many nights are shown.
  private static let shownNights = 7

  /// What is known of the last nights, the oldest first.
  package func lastNights() throws(CommandError) -> [ShownNight] {
    let first = today.adding(days: -Workspace.shownNights)
    let diary = try habitReport(of: [Habit.sleep, Habit.getUp], from: first, through: today).diary
    return diary.nights(from: first).map { night in
      ShownNight(night: night, naps: diary.naps(on: night.day.adding(days: 1)))
    }
  }

  /// The question that a night or a nap answers.
  package func sleepQuestion(isNap: Bool) throws(CommandError) -> Question {
    let name = isNap ? Habit.nap : Habit.night
    guard let question = teaching.question(name) else {
      throw CommandError(.configuration, "no-sleep-question", ("name", name))
    }
    return question
  }
}
