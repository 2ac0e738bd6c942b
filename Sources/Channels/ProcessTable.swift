internal import Files
internal import Text

/// The processes of this machine, as far as proc(5) shows them: who has a terminal's foreground.
struct ProcessTable {
  /// A line of /proc/PID/stat, of what matters here.
  struct Process: Equatable {
    /// The name of the program, at most 15 characters of it.
    var name: String
    var id: Int
    /// The number of its terminal as the kernel packs it; 0 for none.
    var terminal: UInt64
    /// The process group that has that terminal's foreground.
    var foreground: Int

    /// Reads `17 (bash) S 16 17 17 34816 17 …`; a name may hold anything, also `) (`.
    init?(stat text: String) {
      guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"),
        open < close, let id = Int(String(text[..<open]).trimmed)
      else { return nil }
      let fields = text[text.index(after: close)...].split(separator: " ")
      guard fields.count > 5, let terminal = Int32(fields[4]), let foreground = Int(fields[5])
      else { return nil }
      name = String(text[text.index(after: open)..<close])
      self.id = id
      self.terminal = UInt64(UInt32(bitPattern: terminal))
      self.foreground = foreground
    }
  }

  private let directory: String
  private let shellsFile: String

  /// - Parameters:
  ///   - directory: Where proc is mounted.
  ///   - shells: The file that names the login shells; see shells(5).
  init(directory: String = "/proc", shells: String = "/etc/shells") {
    self.directory = directory
    shellsFile = shells
  }

  /// Which of some terminals are at a shell's prompt: the shell itself has the foreground, and not
  /// what it runs.
  ///
  /// - Parameter devices: The numbers of the terminals, as stat(2) gives them.
  /// - Returns: Those of them; none where nothing can be seen of other processes.
  func atPrompt(among devices: [UInt64]) -> [UInt64] {
    let shells = shells()
    let packed = devices.map { (device: $0, packed: Self.packed($0)) }
    let names = (try? File.names(in: directory)) ?? []
    return names.filter { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }.compactMap { name in
      guard let text = text("\(directory)/\(name)/stat", atMost: 4096),
        let process = Process(stat: text), process.terminal != 0,
        process.id == process.foreground, shells.contains(process.name)
      else { return nil }
      return packed.first { $0.packed == process.terminal }?.device
    }
  }

  /// The names of the shells that there are, beside those that there are everywhere.
  private func shells() -> [String] {
    let text = text(shellsFile, atMost: 65_536) ?? ""
    let named = text.split(separator: "\n").filter { $0.hasPrefix("/") }
    return ["sh", "bash", "dash", "zsh", "fish", "ksh", "tcsh"]
      + named.compactMap { $0.split(separator: "/").last.map(String.init) }
  }

  /// The text of a file; nil where it is not there any more, or cannot be read.
  private func text(_ path: String, atMost limit: Int) -> String? {
    guard let bytes = try? File.read(path, atMost: limit) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A device's number as /proc/PID/stat has it: the minor's low byte, the major, the rest of the
  /// minor; stat(2) gives it as glibc packs it.
  private static func packed(_ device: UInt64) -> UInt64 {
    let major = device >> 8 & 0xFFF | device >> 32 & ~0xFFF
    let minor = device & 0xFF | device >> 12 & ~0xFF
    return minor & 0xFF | major << 8 & 0xFFF00 | (minor & ~0xFF) << 12 & 0xFFFF_FFFF
  }
}
