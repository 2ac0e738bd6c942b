import Application
import Coaching
import Files

/// Which program this is.
package enum Version {
  package static let number = "0.1.0"

  /// The program's name and number, the commit that it was made from, and where it lies.
  ///
  /// The commit stands beside what was installed and not in the program: to write it in there would
  /// make each commit another program.
  package static var text: String {
    "coach \(number) (\(commit ?? "commit not known")), \(program)"
  }

  /// The file itself, links followed.
  package static var program: String { File.target(of: "/proc/self/exe") ?? "coach" }

  private static var commit: String? {
    guard let bytes = (try? File.read("\(Paths().shared)/commit")) ?? nil else { return nil }
    let text = String(decoding: bytes.prefix(100), as: UTF8.self).trimmed.printable
    return text.isEmpty ? nil : text
  }
}
