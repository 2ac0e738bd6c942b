import Application
@testable import Channels
import Coaching
import Text

/// Cards as the channels bring them: written to a terminal, as a mail, as a notification.
enum GoldenCards {
  typealias Named = (name: String, lines: [String])

  /// Every card on its channels; mails and notifications have a width of their own.
  static func all(_ workspace: Workspace, columns: Int) throws -> [Named] {
    try cards(workspace).flatMap { name, card -> [Named] in
      let terminal = ("card-\(name)-terminal", TextLayout.lines(of: card, width: columns))
      if columns < 80 { return [terminal] }
      let mail = Message(card: card, person: "mei").text
      let lines = mail.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return [
        terminal, ("card-\(name)-mail", lines.dropLast()),
        ("card-\(name)-notification", notification(card)),
      ]
    }
  }

  private static func notification(_ card: Card) -> [String] {
    let shown = Notification(card, for: Capabilities(["body", "actions"]))
    let body = shown.body.split(separator: "\n", omittingEmptySubsequences: false)
    return [shown.summary, ""] + body.map(String.init)
      + ["", shown.buttons.map { "[\($0.label)]" }.joined(separator: " ")]
  }

  private static func cards(_ workspace: Workspace) throws -> [(String, Card)] {
    let (coach, today) = (try workspace.coach(), workspace.today)
    let tip = coach.tipTold(on: today)
    let obstacles = workspace.teaching.questions(of: "obstacles").map(\.id)
    let missed = [PromptID(slot: "offer", day: today)]
    let notes = [Entry.ID(.note, 1)]
    return [
      ("morning", try card("morning", tip: tip, entries: notes, workspace)),
      ("offer", try card("offer", cues: ["offer"], asks: ["help"], workspace)),
      (
        "evening",
        try card(
          "end-of-work",
          asks: ["energy", "tip-done", "came-back"],
          digest: missed,
          workspace
        )
      ),
      ("check", try card("end-of-work", asks: obstacles, workspace)),
      ("wind-down", try card("wind-down", cues: ["wind-down"], workspace)),
      ("promise", try card("promise-2", entries: [Entry.ID(.promise, 2)], workspace)),
    ]
  }

  private static func card(
    _ slot: String,
    tip: String? = nil,
    cues: [String] = [],
    asks questions: [String] = [],
    digest: [PromptID] = [],
    entries: [Entry.ID] = [],
    _ workspace: Workspace
  ) throws -> Card {
    let coach = try workspace.coach()
    guard var prompt = coach.prompts.first else { throw Nobody() }
    prompt.prompted = PromptContent(
      id: PromptID(slot: slot, day: workspace.today),
      due: workspace.now,
      until: workspace.now.adding(seconds: 3600),
      tip: tip,
      cues: cues,
      questions: questions,
      digest: digest,
      entries: entries
    )
    let zone = workspace.context.zone
    return workspace.teaching.card(for: prompt, coach: coach, zone: zone)
  }

  private struct Nobody: Error {}
}
