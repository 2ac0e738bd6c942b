import Files
import Glibc
import Testing

/// The colours of the page: what can be read, and what is told apart without seeing colour.
@Suite struct PaletteTests {
  /// A set of colours by their names, as the stylesheet has it: by day, in the dark, on paper.
  private typealias Palette = [String: Double]

  /// How light each colour of each palette is, from 0 to 1 (WCAG 2.2, relative luminance).
  private static func palettes() throws -> [Palette] {
    let css = String(
      decoding: try File.read("\(Life.root)/config/report/page.css") ?? [],
      as: UTF8.self
    )
    return css.matches(of: /:root \{([^}]*)\}/).map { block in
      var palette: Palette = [:]
      for colour in block.output.1.matches(of: /--([a-z-]+): #([0-9a-f]+);/) {
        palette[String(colour.output.1)] = luminance(String(colour.output.2))
      }
      return palette
    }
  }

  private static func luminance(_ hex: String) -> Double {
    let digits = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
    let number = Int(digits, radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift in
      let part = Double(number >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// Two colours, and how much lighter one has to be than the other.
  static let pairs: [(String, String, least: Double)] = [
    // AA: words, and marks that have to be seen.
    ("ink", "paper", 4.5), ("quiet", "paper", 4.5), ("ink", "track", 4.5),
    ("mark", "paper", 3), ("soft", "paper", 3), ("free", "paper", 3), ("hollow", "paper", 3),
    // In grey, as a printer or an eye without colours has them.
    ("mark", "soft", 1.8), ("mark", "free", 1.8), ("mark", "wish-edge", 1.4),
    ("wish", "paper", 1.3), ("band", "paper", 1.2), ("band", "mark", 3),
  ]

  @Test(arguments: pairs)
  func `Colours are far enough from each other`(
    first: String,
    second: String,
    least: Double
  ) throws {
    let palettes = try Self.palettes()
    #expect(palettes.count == 3)
    for palette in palettes {
      let light = try [#require(palette[first]), #require(palette[second])].sorted()
      #expect((light[1] + 0.05) / (light[0] + 0.05) >= least, "\(first), \(second)")
    }
  }
}
