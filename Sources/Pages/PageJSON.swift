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
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch let error as EncodingError {
      throw error
    } catch {
      let context = EncodingError.Context(codingPath: [], debugDescription: "\(error)")
      throw EncodingError.invalidValue(value, context)
    }
  }
}
