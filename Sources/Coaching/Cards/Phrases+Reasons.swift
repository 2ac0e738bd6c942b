extension Phrases {
  /// Why a tip was chosen, in a sentence or two.
  public func sentence(for reasons: [Reason]) -> String {
    joined(reasons.map(sentence))
  }

  private func sentence(for reason: Reason) -> String {
    switch reason {
    case .claim(let claim): sentence(for: claim)
    case .check(let title, let side): sentence(forCheck: title, side)
    case .arc(let title): self("because-arc", ("arc", title))
    case .learned(let useful, let count):
      self("because-learned", ("useful", String(useful)), ("count", String(count)))
    case .needed: self("because-needed")
    case .new: self("because-new")
    case .restedDays(let days): self("because-rested", ("count", String(days)))
    case .freeChoice: self("because-free")
    }
  }

  private func sentence(for claim: TipPriority) -> String {
    switch claim {
    case .followUp(.declined): self("because-declined")
    case .followUp(.couldNot): self("because-could-not")
    case .followUp(.muddled): self("because-muddled")
    case .overGiving: self("because-over-giving")
    case .followUp(.late): self("because-late")
    case .followUp(.low): self("because-low")
    case .obstacle(let number): self("because-obstacle", ("obstacle", obstacle(number)))
    case .step(let number): self("because-step", ("step", String(number)))
    case .check(let question, let side): sentence(forCheck: question, side)
    case .circle(let circle): self("because-circle", ("circle", name(of: circle)))
    case .arc(let arc): self("because-arc", ("arc", arc))
    case .extra: self("because-extra")
    case .offHours: self("because-off-hours")
    case .rotation: self("because-rotation")
    case .another: self("because-another")
    }
  }

  private func sentence(forCheck title: String, _ side: TipPriority.Side) -> String {
    switch side {
    case .highest: self("because-highest", ("check", title))
    case .lowest: self("because-lowest", ("check", title))
    case .other: self("because-other", ("check", title))
    }
  }

  /// What one of the five obstacles is called.
  public func obstacle(_ number: Int) -> String {
    switch number {
    case 1: self("obstacle-refusal")
    case 2: self("obstacle-serving-badly")
    case 3: self("obstacle-ridicule")
    case 4: self("obstacle-wronged")
    default: self("obstacle-liking")
    }
  }

  /// What one of the four steps is called.
  public func step(_ number: Int) -> String {
    switch number {
    case 1: self("step-order")
    case 2: self("step-energy")
    case 3: self("step-offer")
    default: self("step-habit")
    }
  }

  /// What a circle is called, of the programme or the person's own.
  public func circle(_ name: String) -> String {
    Tip.Circle(rawValue: name).map { self.name(of: $0) } ?? name
  }

  /// What a circle of people is called.
  public func name(of circle: Tip.Circle) -> String {
    switch circle {
    case .payer: self("circle-payer")
    case .colleaguesGuest: self("circle-colleagues-guest")
    case .colleague: self("circle-colleague")
    case .supplier: self("circle-supplier")
    case .authority: self("circle-authority")
    case .neighbour: self("circle-neighbour")
    case .passerBy: self("circle-passer-by")
    case .nonPayer: self("circle-non-payer")
    case .family: self("circle-family")
    }
  }
}
