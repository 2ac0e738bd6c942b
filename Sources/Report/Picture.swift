import Application
import Coaching

/// What a template is filled with.
typealias Values = [String: Any]

/// A picture: the question that it answers, what there is to see, and its numbers as a table.
package struct Picture {
  /// A part of a picture, one below the other.
  enum Block {
    case plot(Plot)
    case calendars([DayMap])
    case rows([Row], axis: [Tick] = [])
    case key([Key])
    case tiles([Tile])
    case items([Item])
    case words(String)
    case code(String)
  }

  /// A drawing between two axes.
  struct Plot {
    var drawing: Drawing
    /// How high it is, in points.
    var height: Int
    var x: [Tick] = []
    var y: [Tick] = []
    /// Words beside a place on the line, from the top in percent.
    var marks: [Tick] = []
    /// How many of the table's rows lie beside each other, or below, to be pointed at; 0 for none.
    var columns = 0
    var lines = 0
    /// Words above it.
    var title = ""
  }

  /// A drawing in a line, with its name before it and a figure behind it.
  struct Row {
    var label: String
    var svg: String
    var figure: String
    /// What is missing, in the place of a drawing.
    var lack = ""
    /// What a script needs to say more of a place.
    var more: [(name: String, value: String)] = []
  }

  /// What a colour or a shape stands for.
  struct Key {
    var svg: String
    var label: String
  }

  /// A circle of people.
  struct Tile {
    var label: String
    var figure: String
    var svg: String
    var isBlank: Bool
  }

  /// Something that was said.
  struct Item {
    var label: String
    var text: String
    var words: String
  }

  struct Table {
    /// What it has, where that is not what the picture shows.
    var title: String?
    var head: [String]
    var rows: [[String]]

    init(_ title: String? = nil, head: [String], rows: [[String]]) {
      (self.title, self.head, self.rows) = (title, head, rows)
    }
  }

  var part: ReportPart
  var title: String
  /// What there is to see, in words.
  var lead: [String] = []
  /// What is missing for it.
  var lack: String?
  var blocks: [Block] = []
  /// Its numbers, for who cannot see it; a further table says more.
  var tables: [Table] = []
  var table: Table? {
    get { tables.first }
    set { tables = newValue.map { [$0] } ?? [] }
  }

  init(_ part: ReportPart, _ title: String) {
    self.part = part
    self.title = title
  }

  /// Whether there is nothing to show, and nothing to say of that.
  var isEmpty: Bool { blocks.isEmpty && lead.isEmpty && lack == nil }
}

extension Picture {
  /// As a template has it.
  func values(_ words: ReportWords) -> Values {
    var values: Values = [
      "id": part.rawValue, "title": title.printable, "lead": lead.map(\.printable),
      "blocks": blocks.map(\.values),
    ]
    if let lack { values["lack"] = lack }
    values["table"] = tables.filter { !$0.rows.isEmpty }.map { table in
      [
        "summary": table.title?.printable ?? words("as-numbers"), "caption": title.printable,
        "head": table.head.map(\.printable),
        "rows": table.rows.map { row in
          ["head": row.first?.printable ?? "", "cells": row.dropFirst().map(\.printable)] as Values
        },
      ] as Values
    }
    return values
  }
}

extension Picture.Block {
  fileprivate var values: Values {
    switch self {
    case .plot(let plot): ["plot": plot.values]
    case .calendars(let maps):
      [
        "calendars": [
          "maps": maps.map(\.values), "weeks": maps.map(\.weeks).max() ?? 1,
        ] as Values
      ]
    case .rows(let rows, let axis):
      ["rows": Self.values(rows, axis)]
    case .key(let keys):
      ["key": ["keys": keys.map { ["svg": $0.svg, "label": $0.label] }] as Values]
    case .tiles(let tiles): ["tiles": ["tiles": tiles.map(\.values)] as Values]
    case .items(let items): ["items": ["items": items.map(\.values)] as Values]
    case .words(let text): ["words": text.printable]
    case .code(let text): ["code": text.harmless]
    }
  }
}

extension Picture.Block {
  /// Rows with an axis below them, where there is one.
  private static func values(_ rows: [Picture.Row], _ axis: [Tick]) -> Values {
    var values: Values = ["rows": rows.map(\.values)]
    if !axis.isEmpty { values["axis"] = ["ticks": axis.map(\.values)] as Values }
    return values
  }
}

extension Picture.Plot {
  fileprivate var values: Values {
    var values: Values = [
      "svg": drawing.svg, "height": height, "x": x.map(\.values), "y": y.map(\.values),
      "marks": marks.map(\.values),
    ]
    values.put("over", title)
    // Where it is so high that its foot may not be seen, the axis stands above it too.
    values["tall"] = height > 400
    if columns > 0 { values["columns"] = columns }
    if lines > 0 { values["lines"] = lines }
    return values
  }
}

extension Values {
  /// What is empty is left out: a template takes a text that is there for something to show.
  mutating func put(_ name: String, _ text: String) {
    let text = text.printable
    if !text.isEmpty { self[name] = text }
  }
}

extension Tick {
  var values: Values {
    // A tenth of a percent is less than a point on any screen.
    [
      "at": ReportWords.decimal(at).replacing("−", with: "-"), "label": label, "minor": isMinor,
      // Where nothing stands beside the axis, half of a label would hang over the end.
      "first": at < 2, "last": at > 97,
    ]
  }
}

extension Picture.Row {
  fileprivate var values: Values {
    var values: Values = [
      "svg": svg, "figure": figure.printable,
      "more": more.map { ["name": $0.name, "value": $0.value.printable] },
    ]
    values.put("label", label)
    values.put("missing", lack)
    return values
  }
}

extension Picture.Tile {
  fileprivate var values: Values {
    ["label": label.printable, "figure": figure.printable, "svg": svg, "blank": isBlank]
  }
}

extension Picture.Item {
  fileprivate var values: Values {
    var values: Values = [:]
    values.put("label", label)
    values.put("text", text)
    values.put("words", words)
    return values
  }
}
