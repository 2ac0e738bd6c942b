import FoundationEssentials

/// Writes pages as JSON.
package enum PageJSON {
  /// Writes a value with sorted keys.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - isOneLine: Whether all of it stands on one line.
  /// - Returns: The text, without the end of its last line.
  /// - Throws: Where a figure in it is no number.
  package static func text(
    of value: some Encodable,
    isOneLine: Bool = false
  ) throws(EncodingError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if !isOneLine { encoder.outputFormatting.insert(.prettyPrinted) }
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self).escapedForJSON
    } catch let error as EncodingError {
      throw error
    } catch {
      let context = EncodingError.Context(codingPath: [], debugDescription: "\(error)")
      throw EncodingError.invalidValue(value, context)
    }
  }
}

extension String {
  /// A JSON text whose strings have no character as it is that would steer a terminal, or turn the
  /// direction of writing: the text means the same.
  fileprivate var escapedForJSON: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      guard scalar.value >= 0x7F, scalar.isSteeringMark else {
        text.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16, uppercase: false)
      text.append(
        contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars
      )
    }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character or a mark of direction; none of them lies beyond U+FFFF.
  fileprivate var isSteeringMark: Bool {
    switch value {
    case 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
