import Application
import Channels
import Coaching
import Files
import Machine
import Systemd

/// The pages that prompts speak of, which a program beside this one makes.
struct PageRun {
  /// The process that makes one; nil where none does.
  var child: Child?
  /// What was opened last, as long as that lasts.
  var opening: Child?
  /// The prompt for which one was made, or was to be.
  var last: PromptID?
  /// Whether the last could be made.
  var isThere = false
}

extension Daemon {
  /// What a card opens, as a mail can carry it; nil for a card that opens nothing, or where its
  /// page could not be made.
  ///
  /// A process of its own makes it: a year of facts takes longer than others may wait for the loop.
  ///
  /// - Throws: While it is made; the next look is when it is there.
  func page(for card: Card) throws(WorldError) -> [UInt8]? {
    guard card.opens == .report else { return nil }
    if pages.last != card.prompt, pages.child == nil { makePage(for: card.prompt) }
    if pages.last == card.prompt {
      return pages.isThere ? File.readOwn(paths.report, atMost: Daemon.mostOfPage) : nil
    }
    throw WorldError("its page is being made", isAwaited: true)
  }

  private func makePage(for prompt: PromptID) {
    do throws(CommandError) {
      guard let program = SiblingProgram("coach-report").path else {
        throw CommandError(.unavailable, words: "coach-report is not beside \(Version.program)")
      }
      pages.child = try CommandError.ofSystem { () throws(SystemdError) in
        try Child(
          [program, "week", "--as-of", prompt.day.description],
          environment: Environment.all,
          input: [],
          withinSeconds: Daemon.pageLimit,
          loop: loop
        ) { [unowned self] end in
          let isThere = end.way == .status(0)
          pages = PageRun(opening: pages.opening, last: prompt, isThere: isThere)
          if !isThere { chronicle.pageFailed(prompt, Daemon.complaint(of: end)) }
          look()
        }
      }
    } catch {
      pages = PageRun(opening: pages.opening, last: prompt)
      chronicle.pageFailed(prompt, error.english)
    }
  }

  /// Opens what a prompt speaks of, as the desktop opens such files.
  func openReport(of prompt: PromptID) {
    let words = ["report", "week", "--as-of", prompt.day.description, "--open"]
    do throws(SystemdError) {
      pages.opening = try Child(
        UserUnit.running(
          [UserUnit.program] + words,
          description: "A report for the coach's person"
        ),
        environment: Environment.all,
        input: [],
        withinSeconds: Daemon.pageLimit,
        loop: loop
      ) { [unowned self] end in
        pages.opening = nil
        if end.way == .status(0) { return }
        chronicle.warn("The report could not be opened: \(Daemon.complaint(of: end))")
      }
    } catch {
      chronicle.warn("The report could not be opened: \(error)")
    }
  }

  /// What a program said last, in a line; else how it ended.
  private static func complaint(of end: Child.End) -> String {
    let said = String(decoding: end.complaint.suffix(300), as: UTF8.self).trimmed.printable
    if !said.isEmpty { return said }
    return switch end.way {
    case .status(let status): "it ended with status \(status)"
    case .signal(let signal): "it was ended by signal \(signal)"
    case .timeOver: "it took longer than \(TimeSpan.words(pageLimit))"
    }
  }

  /// How long a page may take to be made, in seconds: twenty years take less than one, and a
  /// machine that is busy may take ten times as long.
  private static let pageLimit: Int64 = 60

  /// How large a page may be that goes into a mail, in bytes; the week's is a tenth of it.
  private static let mostOfPage = 2 << 20
}
