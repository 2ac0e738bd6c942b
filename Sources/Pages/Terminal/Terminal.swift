import Coaching

/// Draws pages for a terminal.
package struct Terminal {
  /// How many columns there are.
  private let width: Int
  /// Whether headings are told apart by their words alone, where there is no colour.
  private let isPlain: Bool

  package init(width: Int, isPlain: Bool) {
    self.width = width
    self.isPlain = isPlain
  }

  /// Draws a page.
  ///
  /// - Parameter page: The page.
  /// - Returns: Its lines, without control characters but for those of bold type.
  package func lines(of page: Page) -> [String] { page.blocks.flatMap(lines) }

  private func lines(of block: Page.Block) -> [String] {
    switch block {
    case .heading(let text):
      TextLayout.wrap(text, width: width).map { isPlain ? $0 : "\u{1B}[1m\($0)\u{1B}[0m" }
    case .words(let text, let indent):
      TextLayout.wrap(text, width: width - indent).map { blanks(indent) + $0 }
    case .verbatim(let text, let indent): [blanks(indent) + text.printable]
    case .line(let label, let columns, let text): lines(label, columns, text.printable)
    case .rows(let rows, let indent): lines(of: rows, indent)
    case .map(let map): map.lines(width: width)
    case .blank: [""]
    }
  }

  /// Below this many columns lines are broken that are whole elsewhere, for programs to read.
  private static let narrow = 60

  private func lines(_ label: String, _ columns: Int, _ text: String) -> [String] {
    let head = label + blanks(columns - TextLayout.columns(label))
    let whole = head + text
    if width >= Terminal.narrow || TextLayout.columns(whole) <= width { return [whole] }
    let words = text.split(separator: " ").map(String.init)
    if words.allSatisfy({ TextLayout.columns($0) <= width - columns }) {
      let lines = TextLayout.wrap(text, width: width - columns)
      return [head + lines[0]] + lines.dropFirst().map { blanks(columns) + $0 }
    }
    // Where a path takes more room than that, it has a line of its own.
    var below: [String] = []
    for word in words {
      if let last = below.last, TextLayout.columns(last) + 1 + TextLayout.columns(word) <= width {
        below[below.count - 1] = "\(last) \(word)"
      } else {
        below.append(blanks(2) + word)
      }
    }
    return (label.isEmpty ? [] : [label]) + below
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  // MARK: - Rows

  /// Values behind their labels, which take as many columns as the widest of them.
  private func lines(of rows: [Page.Row], _ indent: Int) -> [String] {
    let widest = rows.map { TextLayout.columns($0.label.printable) }.max() ?? 0
    let left = indent + widest + 2
    // Where the labels leave too little, a value stands below its label.
    let isBelow = width - left < 16
    return rows.flatMap { row in
      let label = row.label.printable
      let margin = isBelow ? indent + 2 : left
      let values = TextLayout.wrap(words(for: row.value), width: width - margin)
      let below = values.map { blanks(margin) + $0 }
      if isBelow {
        return TextLayout.wrap(label, width: width - indent).map { blanks(indent) + $0 } + below
      }
      let gap = blanks(widest + 2 - TextLayout.columns(label))
      guard let first = values.first else { return [blanks(indent) + label] }
      return [blanks(indent) + label + gap + first] + below.dropFirst()
    }
  }

  /// What is wide enough for a word beside it.
  private var barColumns: Int { width < Terminal.narrow ? 7 : 14 }

  private func words(for value: Page.Row.Value) -> String {
    switch value {
    case .words(let words): words
    case .bar(let share, let beside): "\(Terminal.bar(share, columns: barColumns)) \(beside)"
    case .gauge(let share, let beside): "\(Terminal.bar(share, columns: 10)) \(beside)"
    case .path(let shares, let number):
      ([Terminal.bar(shares.last ?? 0, columns: barColumns), number] + path(shares))
        .joined(separator: " ")
    }
  }

  /// A share drawn with characters, readable without colour: full and empty places, each one column
  /// wide.
  private static func bar(_ share: Double, columns: Int) -> String {
    let full = Int((min(1, max(0, share)) * Double(columns)).rounded())
    return String(repeating: "█", count: full) + String(repeating: "░", count: columns - full)
  }

  /// Shares one after the other, each by its height in a column of its own; one alone is no path.
  private func path(_ shares: [Double]) -> [String] {
    if shares.count < 2 { return [] }
    let heights = "▁▂▃▄▅▆▇█".map(String.init)
    let drawn = shares.suffix(width < Terminal.narrow ? 8 : 26).map { share in
      heights[Int((min(1, max(0, share)) * Double(heights.count - 1)).rounded())]
    }
    return [drawn.joined()]
  }
}
