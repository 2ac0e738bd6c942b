import Application
import Coaching
import Configuration
import Files
import Glibc
import Machine
import Report

/// Makes the page of `coach report`, which has read the command line and runs it.
@main
enum Main {
  static func main() {
    Output.fillDescriptors()
    do throws(CommandError) {
      let words = try Arguments.all().dropFirst()
      try write(try Request(Array(words)))
    } catch {
      Output.complain(error)
      Glibc.exit(error.kind.exitCode)
    }
    Output.finish()
  }

  private static func write(_ request: Request) throws(CommandError) {
    let workspace = try Workspace(.withoutTips)
    let last = try workspace.pastDay(request.last)
    let templates = try ReportTemplates(workspace.paths)
    let language = workspace.configuration.language
    let words = ReportWords(
      try templates.words(in: language),
      workspace.phrases,
      language: language,
      weekStarts: workspace.configuration.weekStarts
    )
    let data = try workspace.report(request.period, through: last)
    let page = ReportPage(data, words, without: request.omissions)
    let html = try page.html(templates)
    if request.output == "-" { return Output.write(html, to: 1) }
    let path = request.output.map(Environment.absolute) ?? workspace.paths.report
    do {
      try File.write(path, Array(html.utf8))
    } catch {
      throw CommandError(.inputOutput, words: error.sentence)
    }
    Output.write("\(path.printable)\n", to: 1)
    if request.opens { try open(path) }
  }

  /// Shows the file as the desktop shows such files.
  private static func open(_ path: String) throws(CommandError) {
    try Program("xdg-open").run([path])
  }
}
