import Application
import Coaching
import Pages

/// Tips that were tried, and what became of them.
struct TipsPicture {
  let data: ReportData
  let words: ReportWords
  let hasOwnWords: Bool

  var picture: Picture {
    var picture = Picture(.tips, words.phrases("review-tips"))
    if data.tips.isEmpty { return picture }
    picture.blocks = [
      .items(
        data.tips.map { tried in
          Picture.Item(
            label: words.date(tried.day),
            text: tried.line(words.phrases),
            words: hasOwnWords ? tried.words ?? "" : ""
          )
        }
      )
    ]
    return picture
  }
}

/// What became of promises.
struct PromisesPicture {
  let data: ReportData
  let words: ReportWords

  var picture: Picture {
    var picture = Picture(.promises, words.phrases("promises"))
    let count = data.review.promises
    if count.isEmpty { return picture }
    let all = [
      ("promise-kept", count.kept, "mark"), ("promise-released", count.released, "soft"),
      ("promise-missed", count.missed, "hollow-bar"), ("promise-open", count.open, "hollow-bar"),
      ("promise-overdue", count.overdue, "hollow-bar"),
    ]
    let most = Double(all.map(\.1).max() ?? 1)
    let rows = all.filter { $0.1 > 0 }
    picture.blocks = [
      .rows(
        rows.map { name, count, style in
          Picture.Row(
            label: words(name),
            svg: Drawing.bar(Double(count) / max(1, most), style: style),
            figure: String(count)
          )
        }
      )
    ]
    picture.table = Picture.Table(
      head: [words("promise"), words("number")],
      rows: all.map { [words($0.0), String($0.1)] }
    )
    return picture
  }
}

/// What came back.
struct ReturnsPicture {
  let data: ReportData
  let words: ReportWords
  let hasOwnWords: Bool

  /// How many of the person's own words are shown, the latest.
  private static let shownWords = 12

  var picture: Picture {
    var picture = Picture(.returns, words.phrases("returned"))
    let returns = data.returns
    if returns.isEmpty { return picture }
    let most = Double(returns.forms.map(\.count).max() ?? 1)
    if !returns.forms.isEmpty {
      picture.blocks.append(
        .rows(
          returns.forms.map { form in
            Picture.Row(
              label: form.title,
              svg: Drawing.bar(Double(form.count) / most),
              figure: String(form.count)
            )
          }
        )
      )
    }
    if hasOwnWords, !returns.words.isEmpty {
      let words = returns.words.suffix(Self.shownWords)
      picture.blocks.append(.items(words.map { Picture.Item(label: "", text: "", words: $0) }))
    }
    if returns.given + returns.received > 0 {
      let (given, received) = (String(returns.given), String(returns.received))
      let both = words.phrases("thanks-both", ("given", given), ("received", received))
      picture.lead = [words.phrases.labelled(words.phrases("thanks"), both)]
    }
    picture.table = Picture.Table(
      head: [words("form"), words("number")],
      rows: returns.forms.map { [$0.title, String($0.count)] }
    )
    return picture
  }
}

/// One suggestion, with its reason.
struct SuggestionPicture {
  let data: ReportData
  let words: ReportWords

  var picture: Picture {
    var picture = Picture(.suggestion, words.phrases("suggestion"))
    picture.lead = [words.sentence(data.review.suggestion(words.phrases))]
    if let setting = data.setting { picture.blocks = [.code(setting)] }
    return picture
  }
}
