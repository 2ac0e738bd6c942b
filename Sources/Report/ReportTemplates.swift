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

  /// Reads them.
  ///
  /// - Parameter paths: Where things lie: `report` in the person's configuration, and in what was
  ///   installed.
  /// - Throws: When one is missing or refused.
  package init(_ paths: Paths) throws(CommandError) {
    directories = ["\(paths.configuration)/report", "\(paths.shared)/report"]
    library = try Self.library(directories)
    style = try Self.text("page.css", in: directories).text
    script = try Self.text("page.js", in: directories).text
  }

  /// The page with all that it names, and that these name.
  private static func library(_ directories: [String]) throws(CommandError) -> MustacheLibrary {
    var library = MustacheLibrary()
    var names = [page]
    var place = 0
    while place < names.count {
      let (text, path) = try text("\(names[place]).mustache", in: directories)
      library.register(try template(text, path), named: names[place])
      for named in parts(of: text) where !names.contains(named.name) {
        let files = directories.map { "\($0)/\(named.name).mustache" }
        guard !named.name.contains("/"), files.contains(where: File.exists) else {
          let what = Saying("template-unknown", ("name", named.name.printable))
          throw refused(path, line: named.line, what)
        }
        names.append(named.name)
      }
      place += 1
    }
    return library
  }

  private static func template(
    _ text: String,
    _ path: String
  ) throws(CommandError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      let what: Saying =
        switch error.error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect?: Saying("template-section-other", ("tag", "{{/…}}"))
        case .expectedSectionEnd?: Saying("template-section-open")
        default: Saying("template-tag")
        }
      throw refused(path, line: error.context.lineNumber, what)
    } catch {
      throw refused(path, line: 1, Saying("template-tag"))
    }
  }

  /// The templates that a text names, each with the line on which it does.
  private static func parts(of text: String) -> [(name: String, line: Int)] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { number, line in
      line.matches(of: /\{\{\s*>\s*([^\s}]+)\s*\}\}/).map { (String($0.output.1), number + 1) }
    }
  }

  private static func refused(_ path: String, line: Int, _ what: Saying) -> CommandError {
    CommandError(
      .configuration,
      "template-refused",
      ("path", path.printable),
      ("line", line),
      ("what", what)
    )
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
