package import Application
import ArgumentParser
import Coaching

/// A period of a report is named on the command line in the words of all languages.
extension ReportPeriod: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(rawValue: Typed.meaning(argument, in: .period) ?? argument)
  }
}
