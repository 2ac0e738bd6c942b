public import Coaching
internal import Files

/// The terminals at which the person is logged in.
///
/// A terminal is the person's when they own it. One that refuses messages (`mesg n`, no right to
/// write for its group) gets none.
public struct Terminals {
  private let directories: [String]
  private let user: UInt32

  /// The terminals of this machine.
  ///
  /// Root owns every virtual console, also those at which nobody sits: for root only the
  /// pseudo-terminals count.
  public init() {
    self.init(directories: File.user == 0 ? ["/dev/pts"] : ["/dev", "/dev/pts"])
  }

  /// A user's terminals among the names `0` and `tty0` in some directories.
  init(directories: [String], user: UInt32 = File.user) {
    self.directories = directories
    self.user = user
  }

  public func channel() -> Channel {
    Channel(
      name: "terminal",
      isRepeatable: false,
      interrupts: true,
      reach: { () throws(WorldError) in
        if welcoming().isEmpty { throw WorldError(Terminals.nobody) }
      },
      show: { card throws(WorldError) in try show(card) }
    )
  }

  private static let nobody =
    "Nobody is logged in at a terminal that takes messages. `mesg y` in a terminal opens it."

  /// How long a terminal may take: long enough for a busy one, too short to hold up the daemon.
  private static let limitMilliseconds = 200

  /// Shows the card on all; one that got it is enough.
  private func show(_ card: Card) throws(WorldError) {
    var isShown = false
    var failure: FileError?
    for path in welcoming() {
      do throws(FileError) {
        let file = try File.openTerminal(path)
        defer { File.close(file) }
        let text = Terminals.text(of: card, columns: File.columns(of: file))
        try File.write(text, to: file, withinMilliseconds: Terminals.limitMilliseconds)
        isShown = true
      } catch {
        failure = error
      }
    }
    if isShown { return }
    guard let failure else { throw WorldError(Terminals.nobody) }
    throw WorldError(
      "No terminal took the message: \(failure). It may be stopped (Control-Q lets it go on) or "
        + "closed; another terminal in which you log in takes the next one."
    )
  }

  /// The person's terminals that take messages, by name.
  private func welcoming() -> [String] {
    directories.flatMap { directory in
      let names = (try? File.names(in: directory)) ?? []
      return names.filter(Terminals.isTerminal).map { "\(directory)/\($0)" }
    }.filter { path in
      guard let status = File.status(of: path) else { return false }
      return status.isCharacterDevice && status.owner == user && status.takesMessages
    }
  }

  private static func isTerminal(_ name: String) -> Bool {
    let number = name.hasPrefix("tty") ? name.dropFirst(3) : name[...]
    return !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The card between blank lines; the carriage returns are for programs that run the terminal raw.
  private static func text(of card: Card, columns: Int?) -> String {
    ([""] + TextLayout.notice(card, columns: columns) + [""]).map { "\($0)\r\n" }.joined()
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
