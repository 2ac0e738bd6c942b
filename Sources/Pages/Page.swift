import Coaching

/// What a person reads: blocks one below the other, before it is known how wide they may be.
package struct Page: Equatable {
  /// A part of a page.
  package enum Block: Equatable {
    /// Bold where there is colour.
    case heading(String)
    /// Words, wrapped behind a margin of so many columns.
    case words(String, indent: Int)
    /// One line whatever the width: a command that is typed as it stands.
    case verbatim(String, indent: Int)
    /// One line, in a column of its own beside a label; on a narrow terminal as many as it takes,
    /// but no word is broken.
    case line(String, columns: Int, String)
    /// Values behind their labels.
    case rows([Row], indent: Int)
    /// Days as a map of weeks.
    case map(HeatMap)
    case blank
  }

  /// A value behind its label.
  package struct Row: Equatable {
    package enum Value: Equatable {
      case words(String)
      /// A share from 0 to 1 as a bar, with a few words beside it.
      case bar(Double, beside: String)
      /// The same where other words stand in the rows around it: ten columns, however wide.
      case gauge(Double, beside: String)
      /// The last of some shares as a bar with its number, and all of them as a path.
      case path([Double], number: String)
    }

    package var label: String
    package var value: Value

    package init(_ label: String, _ value: Value) {
      self.label = label
      self.value = value
    }

    package init(_ label: String, _ words: String) { self.init(label, .words(words)) }
  }

  package private(set) var blocks: [Block]

  package init(_ blocks: [Block] = []) { self.blocks = blocks }

  package var isEmpty: Bool { blocks.isEmpty }

  package mutating func heading(_ text: String) { blocks.append(.heading(text)) }

  package mutating func words(_ text: String, indent: Int = 0) {
    blocks.append(.words(text, indent: indent))
  }

  package mutating func verbatim(_ text: String, indent: Int = 0) {
    blocks.append(.verbatim(text, indent: indent))
  }

  package mutating func line(_ label: String, columns: Int, _ text: String) {
    blocks.append(.line(label, columns: columns, text))
  }

  package mutating func rows(_ rows: [Row], indent: Int = 2) {
    blocks.append(.rows(rows, indent: indent))
  }

  package mutating func rows(_ rows: [(label: String, value: String)], indent: Int = 2) {
    self.rows(rows.map { Row($0.label, $0.value) }, indent: indent)
  }

  package mutating func map(_ map: HeatMap) { blocks.append(.map(map)) }

  package mutating func blank() { blocks.append(.blank) }

  package mutating func add(_ page: Page) { blocks += page.blocks }

  /// What a tip says to do, and why where it says that, below its heading.
  mutating func act(_ action: String, why: String, _ phrases: Phrases) {
    words(action, indent: 2)
    if !why.isEmpty { words(phrases.labelled(phrases("why"), why), indent: 2) }
  }
}
