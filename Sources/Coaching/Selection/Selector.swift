import RealModule

/// Chooses one of some tips: a recovering difference softmax, shrunk from tip to theme to all.
///
/// After Yancey and Settles, “A Sleeping, Recovering Bandit Algorithm for Optimizing Recurring
/// Notifications” (KDD 2020). Their importance weights across people are replaced by shrinkage,
/// because one person sees a tip a few times a year. Everything is a function of what is given:
/// sums run over the tips in the order of their identifiers.
public struct Selector: Equatable, Sendable {
  /// The numbers of the method; a change of any is a new version.
  public struct Constants: Equatable, Sendable {
    /// Written beside every choice.
    public var version = 1
    /// What all tips together are thought to be worth before anybody has said so, and how firmly.
    var overallMean = 0.5
    var overallWeight = 4.0
    /// How firmly a theme is held to all, and a tip to its theme.
    var themeWeight = 20.0
    var tipWeight = 20.0
    /// What it is worth that a theme is needed.
    var need = 0.20
    /// What it costs to come again at once, and in how many days half of that is forgotten.
    var repetition = 0.60
    var recoveryDays = 15.0
    /// How sharply the better is preferred.
    public var temperature = 0.02
    /// The share of free choice.
    var freeShare = 0.05
    /// For how many days at most a tip does not come again.
    public var coolDownDays = 14
    /// In how many days a verdict loses half of its weight.
    var verdictDays = 90.0

    public init() {}
  }

  /// A tip as the method sees it.
  public struct Item: Equatable, Sendable {
    public var tip: String
    public var theme: String
    /// When it was last told; nil when it never was.
    public var lastTold: CivilDate?

    public init(tip: String, theme: String, lastTold: CivilDate?) {
      self.tip = tip
      self.theme = theme
      self.lastTold = lastTold
    }
  }

  /// A tip that could have been chosen, with what spoke for and against it.
  public struct Candidate: Equatable, Sendable {
    public var tip: String
    public var theme: String
    public var lastTold: CivilDate?
    public var learned: Double
    public var need: Double
    /// What it costs that it was told lately; taken off the score.
    public var repetition: Double
    public var probability: Double

    public var score: Double { learned + need - repetition }
  }

  /// What the verdicts add up to.
  public struct Learned: Equatable, Sendable {
    public var overall: Double
    public var themes: [(theme: String, mean: Double)]
    public var tips: [(tip: String, mean: Double)]

    public static func == (left: Learned, right: Learned) -> Bool {
      left.overall == right.overall && left.themes.elementsEqual(right.themes) { $0 == $1 }
        && left.tips.elementsEqual(right.tips) { $0 == $1 }
    }
  }

  public var constants = Constants()

  public init() {}

  /// Chooses among some of the tips.
  ///
  /// - Parameters:
  ///   - items: All tips, in the order of their identifiers.
  ///   - eligible: The places in `items` of those that may be chosen, in order.
  ///   - verdicts: What the person said about tips.
  ///   - needs: The themes that are needed now.
  ///   - today: The civil day.
  ///   - draw: A number from 0 up to 1.
  /// - Returns: The candidates, and the place of the one chosen; nil when nothing is eligible.
  public func choose(
    among items: [Item],
    eligible: [Int],
    verdicts: [Coach.TipRating],
    needs: [String],
    today: CivilDate,
    draw: Double
  ) -> (candidates: [Candidate], chosen: Int)? {
    if eligible.isEmpty { return nil }
    let learned = learn(from: verdicts, about: items, today: today)
    var candidates = rested(eligible, of: items, today: today).map { place in
      let item = items[place]
      return Candidate(
        tip: item.tip,
        theme: item.theme,
        lastTold: item.lastTold,
        learned: learned.tips[place].mean - learned.overall,
        need: needs.contains(item.theme) ? constants.need : 0,
        repetition: item.lastTold.map { repetition(after: max(0, today.dayNumber - $0.dayNumber)) }
          ?? 0,
        probability: 0
      )
    }
    weigh(&candidates)
    var sum = 0.0
    for (place, candidate) in candidates.enumerated() {
      sum += candidate.probability
      if draw < sum { return (candidates, place) }
    }
    return (candidates, candidates.count - 1)
  }

  /// Those that need not rest after they were told; all where every one would have to.
  ///
  /// The fewer there are, the shorter they rest. So where the whole of the tips has to do without
  /// rest, those of what has the first word may still do with it.
  ///
  /// - Parameters:
  ///   - places: The places in `items` of those that may come, in order.
  ///   - items: All tips, in the order of their identifiers.
  ///   - today: The civil day.
  /// - Returns: Some of the places, in order.
  public func rested(_ places: [Int], of items: [Item], today: CivilDate) -> [Int] {
    let rest = min(constants.coolDownDays, places.count / 2)
    let rested = places.filter { place in
      items[place].lastTold.map { today.dayNumber - $0.dayNumber >= rest } ?? true
    }
    return rested.isEmpty ? places : rested
  }

  private func repetition(after days: Int) -> Double {
    constants.repetition * Double.exp2(-Double(days) / constants.recoveryDays)
  }

  /// Turns scores into probabilities.
  private func weigh(_ candidates: inout [Candidate]) {
    let best = candidates.map(\.score).max() ?? 0
    let weights = candidates.map { Double.exp(($0.score - best) / constants.temperature) }
    let whole = weights.reduce(0, +)
    let share = constants.freeShare / Double(candidates.count)
    for place in candidates.indices {
      candidates[place].probability = (1 - constants.freeShare) * weights[place] / whole + share
    }
  }
}

// MARK: - Learning

extension Selector {
  /// What the verdicts say about each tip, old ones less than new ones.
  public func learn(
    from verdicts: [Coach.TipRating],
    about items: [Item],
    today: CivilDate
  ) -> Learned {
    var sums = [Double](repeating: 0, count: items.count)
    var weights = sums
    for verdict in verdicts {
      guard let place = items.place(of: verdict.tip) else { continue }
      let age = Double(today.dayNumber - verdict.day.dayNumber)
      let weight = Double.exp2(-age / constants.verdictDays)
      weights[place] += weight
      if verdict.rating == .useful { sums[place] += weight }
    }
    let overall = mean(
      sums.reduce(0, +),
      weights.reduce(0, +),
      towards: constants.overallMean,
      constants.overallWeight
    )
    let names = items.map(\.theme).sorted().withoutRepeats
    var themes = names.map { (theme: $0, sum: 0.0, weight: 0.0) }
    let placesOfThemes = items.map { item in names.place(of: item.theme) ?? 0 }
    for (place, theme) in placesOfThemes.enumerated() {
      themes[theme].sum += sums[place]
      themes[theme].weight += weights[place]
    }
    let means = themes.map { mean($0.sum, $0.weight, towards: overall, constants.themeWeight) }
    let tips = items.indices.map { place in
      let theme = means[placesOfThemes[place]]
      return mean(sums[place], weights[place], towards: theme, constants.tipWeight)
    }
    return Learned(
      overall: overall,
      themes: Array(zip(names, means)),
      tips: Array(zip(items.map(\.tip), tips))
    )
  }

  /// A mean of what was said, held to what was thought before by so many sayings.
  private func mean(
    _ sum: Double,
    _ weight: Double,
    towards prior: Double,
    _ priorWeight: Double
  )
    -> Double
  {
    (sum + priorWeight * prior) / (weight + priorWeight)
  }
}

extension [Selector.Item] {
  /// The place of a tip, by halving.
  func place(of tip: String) -> Int? {
    let place = partition { $0.tip >= tip }
    return place < count && self[place].tip == tip ? place : nil
  }
}

extension [String] {
  /// The place of a text in a sorted list, by halving.
  func place(of text: String) -> Int? {
    let place = partition { $0 >= text }
    return place < count && self[place] == text ? place : nil
  }
}

extension Array where Element: Equatable {
  /// A sorted list with each element once.
  var withoutRepeats: [Element] {
    var elements: [Element] = []
    for element in self where elements.last != element { elements.append(element) }
    return elements
  }
}
