import Coaching

extension DeckReader {
  /// Reads the arcs of a deck, whose tips are read.
  func addArcs(
    _ structure: TOMLTable,
    _ wording: TOMLTable,
    to teaching: inout Teaching
  ) throws(ConfigurationError) {
    let wordings = try wording.section("arc")
    for section in try structure.sections("arc") {
      let arc = try arc(section, wordings)
      try DeckReader.check(arc.id, isNew: teaching.arc(arc.id) == nil, section)
      for part in arc.parts where !teaching.has(tip: part) {
        throw section.refusal("parts", "this deck has no tip “\(part.printable)”")
      }
      teaching.arcs.append(arc)
    }
    for section in try structure.sections("tip") {
      guard let name = try section.text("within") else { continue }
      let id = try section.needed(.id)
      guard teaching.arc(name)?.parts.contains(id) == true else {
        let message = "this deck has no arc “\(name.printable)” with “\(id)” among its parts"
        throw section.refusal("within", message)
      }
    }
  }

  private func arc(
    _ section: TOMLTable,
    _ wordings: TOMLTable
  ) throws(ConfigurationError) -> Arc {
    try section.allow(["id", "parts", "obstacle"])
    let id = try section.needed(.id)
    let words = try wording(of: id, in: wordings, section)
    try words.allow(["title", "offer", "back"])
    guard let parts = try section.texts("parts"), parts.count > 1 else {
      throw section.refusal("parts", "an arc has two parts at least; “parts” names their tips")
    }
    let obstacle = try TipReader.obstacle(section)
    return Arc(
      id: id,
      parts: parts,
      obstacle: obstacle,
      wording: Arc.Wording(
        title: try words.needed(.title),
        offer: try words.needed(.offer),
        back: try words.needed(.back)
      )
    )
  }

  /// What those are called whom the person serves, by roles; “default” is for all others.
  func people(in wording: TOMLTable) throws(ConfigurationError) -> [PeopleWords] {
    let roles = try wording.section("role")
    var people: [PeopleWords] = []
    for name in roles.keys {
      let role = Tip.Role(rawValue: name)
      guard role != nil || name == "default" else {
        let message = "there is no role “\(name.printable)”; \(oneOf(Tip.Role.self)), or default"
        throw roles.refusal(name, message)
      }
      let words = try roles.section(name)
      try words.allow(["person", "people"])
      people.append(
        PeopleWords(
          role: role,
          person: try words.needed(.person),
          people: try words.needed(.people)
        )
      )
    }
    return people
  }
}
