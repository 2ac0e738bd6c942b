package import Application
import Configuration
package import Coaching
import Files
import Mustache

/// The templates, the stylesheet, the script and the words of the page: those that were installed,
/// and in the place of each the person's own.
package struct ReportTemplates {
  private let library: MustacheLibrary
  let style: String
  let script: String
  private let directories: [String]

  /// The page itself; whatever else it needs it names.
  private static let page = "page"
  private static let parts = [page, "picture", "table"]

  /// Reads them.
  ///
  /// - Parameter paths: Where things lie: `report` in the person's configuration, and in what was
  ///   installed.
  /// - Throws: When one is missing or refused.
  package init(_ paths: Paths) throws(CommandError) {
    directories = ["\(paths.configuration)/report", "\(paths.shared)/report"]
    var library = MustacheLibrary()
    for name in Self.parts {
      let (text, path) = try Self.text("\(name).mustache", in: directories)
      do {
        library.register(try MustacheTemplate(string: text), named: name)
      } catch {
        throw CommandError(.configuration, words: "\(path.printable) is no template: \(error)")
      }
    }
    self.library = library
    style = try Self.text("page.css", in: directories).text
    script = try Self.text("page.js", in: directories).text
  }

  /// The words of the page in a language.
  ///
  /// - Throws: When a file of them is refused.
  package func words(in language: Language) throws(CommandError) -> Phrases {
    do {
      return try WordFile.read(directories.map { "\($0)/\(language.rawValue).toml" })
    } catch {
      throw CommandError(error)
    }
  }

  func render(_ values: Values) throws(CommandError) -> String {
    guard let text = library.render(values, withTemplate: Self.page) else {
      throw CommandError(.software, words: "there is no template “\(Self.page)”")
    }
    return text
  }

  private static func text(
    _ name: String,
    in directories: [String]
  ) throws(CommandError) -> (text: String, path: String) {
    for directory in directories {
      let path = "\(directory)/\(name)"
      do {
        if let text = try Configuration.text(of: path) { return (text, path) }
      } catch {
        throw CommandError(error)
      }
    }
    let place = directories.last ?? ""
    let what = "\(name) is not in \(place.printable); install Coach again"
    throw CommandError(.unavailable, words: what)
  }
}
