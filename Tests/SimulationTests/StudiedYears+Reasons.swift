import Coaching

/// Whether what was said of a tip is so, by the books of the study.
extension StudiedYears {
  /// A reason that was given, and is not true.
  struct Untrue: CustomStringConvertible {
    var day: Int
    var tip: String
    var reason: Reason

    var description: String { "day \(day), \(tip): \(reason)" }
  }

  var untrueReasons: [Untrue] {
    let teaching: Teaching
    do { teaching = try StudiedDecks.all.get() } catch { return [] }
    var last: [String: Int] = [:]
    var untrue: [Untrue] = []
    for morning in mornings {
      for reason in morning.reasons where !isTrue(reason, of: morning, last, teaching) {
        untrue.append(Untrue(day: morning.day, tip: morning.tip.id, reason: reason))
      }
      last[morning.tip.id] = morning.day
    }
    return untrue
  }

  private func isTrue(
    _ reason: Reason,
    of morning: Morning,
    _ last: [String: Int],
    _ teaching: Teaching
  ) -> Bool {
    let tip = morning.tip
    switch reason {
    case .claim(let claim): return isTrue(claim, of: morning, last, teaching)
    case .arc(let title):
      let wanted = arcs.last { $0.day < morning.day && $0.isWanted }
      return wanted.flatMap { teaching.arc($0.arc) }?.wording.title == title && tip.arc != nil
    // Nobody of the study answers self-checks.
    case .check: return false
    case .new: return last[tip.id] == nil
    case .restedDays(let days): return last[tip.id] == morning.day - days
    case .learned(let useful, let count):
      let said = standing(before: morning.day).filter { teaching.tip($0.tip)?.theme == tip.theme }
      return said.count == count && said.count { $0.isUseful } == useful
    case .needed:
      let before = said.filter { $0.day < morning.day && $0.day >= morning.day - 4 }
      return !before.isEmpty
    // One day in twenty: how often, the study counts.
    case .freeChoice: return true
    }
  }

  /// What was said of tips in the time in which it is remembered, before the days that are folded.
  private func standing(before day: Int) -> [(day: Int, tip: String, isUseful: Bool)] {
    ratings.filter { $0.day < day && day - $0.day <= Coach.verdictDays + 9 }
  }

  private func isTrue(
    _ claim: TipPriority,
    of morning: Morning,
    _ last: [String: Int],
    _ teaching: Teaching
  ) -> Bool {
    let tip = morning.tip
    let before = said.filter { $0.day < morning.day && $0.day >= morning.day - 4 }
    switch claim {
    case .followUp(.declined): return before.contains { $0.answer == .outcome(.declined) }
    case .followUp(.couldNot): return before.contains { $0.answer == .outcome(.couldNot) }
    case .followUp(.low): return before.count { $0.answer.isLow } >= 2
    case .followUp(.late): return before.count { isLate($0.answer) } >= 2
    // Nobody of the study gives extras.
    case .followUp(.muddled): return false
    case .overGiving: return !before.isEmpty
    case .obstacle(let number): return profile.obstacle == number && tip.part == .obstacle(number)
    case .step(let number): return tip.part == .step(number)
    case .circle(let circle):
      let days = last.filter { teaching.tip($0.key)?.circle == circle }.values
      // It has waited: nobody of it came for three weeks.
      return tip.circle == circle && days.allSatisfy { morning.day - $0 >= 21 }
    case .extra: return tip.kind == .valueAdded
    case .offHours: return tip.kind == .offHours && morning.isFree
    case .check, .arc, .rotation, .another: return false
    }
  }

  private func isLate(_ answer: Answer) -> Bool {
    guard case .timeOfDay(let time) = answer else { return false }
    return time.secondOfDay > 23 * 3600
  }
}
