import CivilCalendar
import Interchange
import TestSupport
import Testing

@testable import Importing

/// What is read in parts is what is read at once, and bytes of any kind are refused or read.
@Suite struct PartsTests {
  /// A source that hands out so many bytes at a time.
  private final class Parts: ByteSource {
    let part = ""
    private var rest: ArraySlice<UInt8>
    private let size: Int

    init(_ bytes: [UInt8], of size: Int) {
      rest = bytes[...]
      self.size = size
    }

    func next() -> [UInt8] {
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func `A table is the same however its bytes come`(size: Int) throws {
    let text = "\u{FEFF}a,\"b\"\"c\r\nd\",e\r\n\r\n1,,3\n\"x\""
    var rows = TableReader(Parts(Array(text.utf8), of: size))
    var found: [String] = []
    while let row = try rows.next() {
      found.append("\(row.line): \(row.cells.joined(separator: "|"))")
    }
    #expect(found == ["1: a|b\"c\r\nd|e", "4: 1||3", "5: x"])
  }

  @Test(arguments: [1, 2, 5, 1000])
  func `Lines are the same however their bytes come`(size: Int) throws {
    let text = "\u{FEFF}one\r\n\ntwo\n字"
    var lines = LineReader(Parts(Array(text.utf8), of: size))
    var found: [String] = []
    while let line = try lines.nextText() { found.append("\(lines.line): \(line)") }
    #expect(found == ["1: one", "2: ", "3: two", "4: 字"])
  }
}
