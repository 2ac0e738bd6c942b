package import Configuration
import Files

/// The last configuration that was good, kept beside the ledger for when coach.toml is refused.
package struct LastGoodConfiguration {
  /// Its name begins with the ledger's, so that who moves or removes that takes it along.
  package let path: String

  package init(_ paths: Paths) { path = paths.ledger + ".coach.toml" }

  /// Keeps a text that was found good, where it is another than is kept; that there was no file is
  /// kept as well.
  ///
  /// Nothing is said where it cannot be kept, as on a medium that can only be read: all goes on.
  ///
  /// - Parameters:
  ///   - configuration: What was read; it stands in for nothing.
  ///   - source: The text that it was read from.
  package func keep(_ configuration: Configuration, from source: Configuration.Source) {
    guard configuration.standIn == nil, configuration.missing == nil,
      File.exists(File.parent(of: path))
    else { return }
    let bytes = Array((LastGoodConfiguration.header + (source.text ?? "")).utf8)
    if File.readOwn(path) == bytes { return }
    try? File.write(path, bytes)
  }

  private static let header =
    "# The last coach.toml that was good; it holds while that is refused. Change that, not this.\n"
}
