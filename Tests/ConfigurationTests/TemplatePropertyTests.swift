import Coaching
import Configuration
import Testing

/// Many edits of the reference, in an order that a seed gives.
@Suite struct TemplatePropertyTests {
  /// What `coach setup` may set: a key and some values of it.
  static let choices: [(path: [String], values: [String])] = [
    (["language"], ["\"en\"", "\"zh-Hant\"", "\"zh-Hans\""]),
    (["day-starts"], ["\"04:00\"", "\"5:00\"", "\"00:00\""]),
    (["quiet-hours"], ["\"none\"", "\"22:30..07:00\"", "\"lights-out..get-up\""]),
    (["channels"], ["[\"spool\"]", "[\n  \"terminal\", # a ] and a \"\n  \"spool\",\n]", "[]"]),
    (["sleep", "lights-out"], ["\"unset\"", "\"23:15\"", "\"00:15\""]),
    (["sleep", "get-up"], ["\"unset\"", "\"07:00\"", "'6:30'"]),
    (["slot", "morning", "when"], ["\"07:30\"", "\"never\"", "\"get-up + 20min\""]),
    (["slot", "offer", "window"], ["\"3h\"", "\"90min\""]),
    (["slot", "end-of-work", "ends-day"], ["true", "false"]),
    (["slot", "morning", "asks-wanted"], ["true", "false"]),
    (["slot", "wind-down", "carries"], ["[\"wind-down\"]", "[]"]),
  ]

  /// The reference, and smaller texts that a person may have.
  static func texts() throws -> [String] {
    let reference = try Repository.text("config/coach.toml")
    let windows = reference.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let dotted = "sleep.get-up = \"07:00\" # early\n[slot]\noffer.window = \"1h\" # short\n"
    return [reference, windows, dotted, "", "# a word\n[sleep]\n# another\n"]
  }

  /// What follows a value on its line, and all lines around it, are the same in both texts.
  static func isChangedOnly(at old: String, to new: String, from: String, into: String) -> Bool {
    let before = Array(from.utf8)
    let after = Array(into.utf8)
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    let changed = before.count - min(tail, before.count - head) - head
    let written = after.count - min(tail, after.count - head) - head
    return changed <= old.utf8.count && written <= new.utf8.count
  }

  @Test(arguments: 1...200)
  func `Any edits in any order leave the rest as it was, byte for byte`(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let texts = try Self.texts()
    var template = ConfigurationEditor(texts[seed % texts.count])
    var alone: [(path: [String], value: String)] = []
    for _ in 0..<12 {
      guard let choice = Self.choices.randomElement(using: &numbers),
        let value = choice.values.randomElement(using: &numbers)
      else { continue }
      let last = alone.last { $0.path == choice.path }?.value
      let before = template.text
      template.set(choice.path, to: value)
      if let last {
        let isKept = Self.isChangedOnly(at: last, to: value, from: before, into: template.text)
        #expect(isKept, "seed \(seed): \(choice.path) from \(last) to \(value)")
      }
      alone.append((choice.path, value))
      try expectLines(of: texts[seed % texts.count], in: template.text, seed)
    }
    try expect(alone, in: template.text, startedFrom: texts[seed % texts.count], seed)
  }

  /// Each comment is still there, in its order.
  private func expectLines(of old: String, in new: String, _ seed: Int) throws {
    let comments = { (text: String) in
      text.split { $0.isNewline }.filter { $0.trimmed.hasPrefix("#") || $0.contains("# ") }
        .map { $0.drop { $0 != "#" } }
    }
    var rest = comments(new)[...]
    for comment in comments(old) {
      guard let place = rest.firstIndex(of: comment) else {
        Issue.record("seed \(seed): “\(comment)” is lost")
        return
      }
      rest = rest[(place + 1)...]
    }
  }

  /// The text means what the edits, put into a text of their own, mean together.
  private func expect(
    _ edits: [(path: [String], value: String)],
    in text: String,
    startedFrom old: String,
    _ seed: Int
  ) throws {
    var last: [(path: [String], value: String)] = []
    for edit in edits.reversed() where !last.contains(where: { $0.path == edit.path }) {
      last.append(edit)
    }
    let given = ["sleep.get-up": "\"07:00\"", "slot.offer.window": "\"1h\""]
    for (key, value) in given where old.hasPrefix("sleep.") {
      let path = key.split(separator: ".").map(String.init)
      if !last.contains(where: { $0.path == path }) { last.append((path, value)) }
    }
    let dotted = last.map { "\($0.path.joined(separator: ".")) = \($0.value)\n" }.joined()
    #expect(try settings(text) == settings(dotted), "seed \(seed)")
  }
}
