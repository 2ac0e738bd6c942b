import Application
import Coaching
import Pages

/// Energy on the days after evenings on time beside that after late ones.
struct EnergyPicture {
  let data: ReportData
  let words: ReportWords

  var picture: Picture {
    var picture = Picture(.energy, words("energy"))
    let (onTime, late) = data.diary.energies
    if onTime.isEmpty, late.isEmpty { return picture }
    let measure = data.diary.measure
    switch measure.energy {
    case .missing(let lack):
      picture.lack = words("energy-lack", ("lack", words.lack(lack)))
      return picture
    case .known(let energy):
      picture.lead = [words.sentence(words.phrases.together(energy))]
      picture.blocks = [
        .plot(plot(onTime, energy.onTimeMean, words("after-on-time"))),
        .plot(plot(late, energy.lateMean, words("after-late"))),
        .plot(interval(energy)),
        .words(words.phrases("no-advice")),
      ]
      picture.table = table(onTime, late)
    }
    return picture
  }

  /// How many days had each number, as bars of one scale, with their mean.
  private func plot(_ points: [Double], _ mean: Double, _ title: String) -> Picture.Plot {
    let counts = Self.counts(points)
    let most = Double(counts.max() ?? 1)
    let band = BandScale(count: 11, gap: 0.25)
    var drawing = Drawing()
    var (bars, line) = (Trace(), Trace())
    for (place, count) in counts.enumerated() where count > 0 {
      let height = Double(count) / most * 900
      bars.rectangle(band.start(place), 1000 - height, width: band.width, height: height)
    }
    let x = (mean + 0.5) * band.step
    line.move(to: x, 0)
    line.line(to: x, 1000)
    drawing.add("soft", bars)
    drawing.add("line", line)
    return Picture.Plot(
      drawing: drawing,
      height: 80,
      x: (0...10).map { number in
        Tick(at: band.middle(number) / 10, label: String(number), isMinor: number % 5 != 0)
      },
      title: words(
        "group-mean",
        ("title", title),
        ("mean", ReportWords.decimal(mean)),
        ("count", String(points.count))
      )
    )
  }

  /// The difference with the interval in which it lies, around none.
  private func interval(_ energy: SleepMeasure.Energy) -> Picture.Plot {
    let interval = energy.comparison.interval
    let reach = max(1, abs(interval.lowerBound), abs(interval.upperBound)).rounded(.up)
    let scale = LinearScale(-reach, reach)
    var drawing = Drawing()
    var (zero, range, dot) = (Trace(), Trace(), Trace())
    zero.move(to: scale.x(0), 0)
    zero.line(to: scale.x(0), 1000)
    range.move(to: scale.x(interval.lowerBound), 500)
    range.line(to: scale.x(interval.upperBound), 500)
    dot.dot(scale.x(energy.comparison.difference), 500)
    drawing.add("grid", zero)
    drawing.add("range", range)
    drawing.add("dot-now", dot)
    return Picture.Plot(
      drawing: drawing,
      height: 36,
      x: scale.ticks(parts: 4).map { number in
        Tick(at: scale.x(number) / 10, label: Self.signed(Int(number)))
      },
      title: words("energy-difference")
    )
  }

  private static func signed(_ number: Int) -> String {
    number == 0 ? "0" : "\(number > 0 ? "+" : "−")\(abs(number))"
  }

  private static func counts(_ points: [Double]) -> [Int] {
    (0...10).map { number in points.count { Int($0.rounded()) == number } }
  }

  private func table(_ onTime: [Double], _ late: [Double]) -> Picture.Table {
    let (first, second) = (Self.counts(onTime), Self.counts(late))
    return Picture.Table(
      head: [words("energy-points"), words("after-on-time"), words("after-late")],
      rows: (0...10).map { [String($0), String(first[$0]), String(second[$0])] }
    )
  }
}
