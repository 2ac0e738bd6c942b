import Application
import Coaching
import Pages

/// How often each habit was done, of the days that counted.
struct HabitsPicture {
  let data: ReportData
  let words: ReportWords

  var picture: Picture {
    var picture = Picture(.habits, words("habits"))
    let lines = data.review.lines.filter { $0.tally.counted > 0 }
    if lines.isEmpty {
      picture.lead = [words.phrases("review-empty")]
      return picture
    }
    picture.blocks = [
      .rows(
        lines.map { line in
          let together = together(line)
          return Picture.Row(
            label: line.habit.title(words.phrases),
            svg: Drawing.bar(together?.share ?? line.tally.rate ?? 0),
            figure: together?.figures(in: line.habit.question.unit)
              ?? "\(line.tally.done)/\(line.tally.counted)"
          )
        }
      )
    ]
    picture.table = Picture.Table(
      head: [words("habit"), words("done"), words("counted"), words("came-again")],
      rows: lines.map { line in
        [
          line.habit.title(words.phrases), String(line.tally.done), String(line.tally.counted),
          "\(line.comeback.returns)/\(line.comeback.chances)",
        ]
      }
    )
    picture.lead = sentences
    return picture
  }

  /// What the last days brought together; of a time that has room for some of such spans, each day
  /// says what became of that which ended with it.
  private func together(_ line: Review.Line) -> DaysTogether? {
    data.span.count < 4 * line.habit.aim.frequency.days ? line.together : nil
  }

  /// What held, and where one came back after a miss.
  private var sentences: [String] {
    let held = data.review.lines.filter(\.isHeld).map { $0.habit.title(words.phrases) }
    let back = data.review.lines.filter { $0.comeback.returns > 0 }.map { line in
      "\(line.habit.title(words.phrases)) \(line.comeback.returns)/\(line.comeback.chances)"
    }
    return [
      held.isEmpty
        ? nil : words.phrases.labelled(words.phrases("held"), words.list(held)),
      back.isEmpty
        ? nil : words.phrases.labelled(words.phrases("comeback"), words.list(back)),
    ].compactMap(\.self)
  }
}

extension Drawing {
  /// A share from 0 to 1 as a bar on a track.
  static func bar(_ share: Double, style: String = "mark") -> String {
    var drawing = Drawing(height: 100)
    var (track, mark) = (Trace(), Trace())
    track.rectangle(0, 0, width: 1000, height: 100)
    if share > 0 { mark.rectangle(0, 0, width: min(1, share) * 1000, height: 100) }
    drawing.add("track", track)
    drawing.add(style, mark)
    return drawing.svg
  }
}
