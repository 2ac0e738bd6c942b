public import Coaching
internal import Files

/// The terminals at which the person is logged in.
///
/// A terminal is the person's when they own it. One that refuses messages (`mesg n`, no right to
/// write for its group) gets none. Where one is at a shell's prompt, those that are not are left
/// alone: what runs there has drawn the screen, and the notice would stand across it.
public struct Terminals {
  private let directories: [String]
  private let user: UInt32
  private let processes: ProcessTable

  /// The terminals of this machine.
  ///
  /// Root owns every virtual console, also those at which nobody sits: for root only the
  /// pseudo-terminals count.
  public init() {
    self.init(directories: File.user == 0 ? ["/dev/pts"] : ["/dev", "/dev/pts"])
  }

  /// A user's terminals among the names `0` and `tty0` in some directories.
  init(
    directories: [String],
    user: UInt32 = File.user,
    processes: ProcessTable = ProcessTable()
  ) {
    self.directories = directories
    self.user = user
    self.processes = processes
  }

  public func channel() -> Channel {
    Channel(
      name: "terminal",
      .interrupting,
      reach: { () throws(WorldError) in
        if welcoming().isEmpty { throw WorldError(Terminals.nobody) }
      },
      show: { card throws(WorldError) in try show(card) }
    )
  }

  /// Whether one of the terminals that take messages is at a shell's prompt; nil where there is
  /// none.
  public var isAtPrompt: Bool? {
    let all = welcoming().map(\.device)
    return all.isEmpty ? nil : !processes.atPrompt(among: all).isEmpty
  }

  private static let nobody =
    "Nobody is logged in at a terminal that takes messages. `mesg y` in a terminal opens it."

  /// How long a terminal may take: long enough for a busy one, too short to hold up the daemon.
  private static let limitMilliseconds = 200

  /// Shows the card on all that are at a shell's prompt, else on the others; one that got it is
  /// enough.
  private func show(_ card: Card) throws(WorldError) {
    var failure: FileError?
    let all = welcoming()
    // Of one alone it makes no difference.
    let prompts = all.count < 2 ? [] : processes.atPrompt(among: all.map(\.device))
    let waiting = all.filter { prompts.contains($0.device) }
    for group in [waiting, all.filter { !prompts.contains($0.device) }] {
      var isShown = false
      for terminal in group {
        do throws(FileError) {
          try write(card, to: terminal.path)
          isShown = true
        } catch {
          failure = error
        }
      }
      if isShown { return }
    }
    guard let failure else { throw WorldError(Terminals.nobody) }
    throw WorldError(
      "No terminal took the message: \(failure). It may be stopped (Control-Q lets it go on) or "
        + "closed; another terminal in which you log in takes the next one."
    )
  }

  private func write(_ card: Card, to path: String) throws(FileError) {
    let file = try File.openTerminal(path)
    defer { File.close(file) }
    let text = Terminals.text(of: card, columns: File.columns(of: file))
    try File.write(text, to: file, withinMilliseconds: Terminals.limitMilliseconds)
  }

  /// The person's terminals that take messages, by name, with the number of each device.
  private func welcoming() -> [(path: String, device: UInt64)] {
    directories.flatMap { directory in
      let names = (try? File.names(in: directory)) ?? []
      return names.filter(Terminals.isTerminal).map { "\(directory)/\($0)" }
    }.compactMap { path in
      guard let status = File.status(of: path), status.isCharacterDevice, status.owner == user,
        status.takesMessages
      else { return nil }
      return (path, status.device)
    }
  }

  private static func isTerminal(_ name: String) -> Bool {
    let number = name.hasPrefix("tty") ? name.dropFirst(3) : name[...]
    return !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The card between blank lines, each line filled up with blanks, as wall(1) does it: what stood
  /// on the screen would show through at its end.
  ///
  /// The carriage returns are for programs that run the terminal raw.
  private static func text(of card: Card, columns: Int?) -> String {
    let width = columns ?? 80
    return ([""] + TextLayout.notice(card, columns: columns) + [""]).map { line in
      let blanks = String(repeating: " ", count: max(0, width - TextLayout.columns(line)))
      return "\(line)\(blanks)\r\n"
    }.joined()
  }
}

extension TextLayout {
  /// A card as it interrupts a terminal: a header and the body.
  static func notice(_ card: Card, columns: Int?) -> [String] {
    let width = max(columns ?? 80, 20)
    let title = "── coach · \(card.subject.printable)"
    let closed = "\(title) ──"
    let header = TextLayout.columns(closed) <= width ? [closed] : wrap(title, width: width)
    return header + lines(of: card, width: width)
  }
}
