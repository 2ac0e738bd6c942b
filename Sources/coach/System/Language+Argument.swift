public import ArgumentParser
public import Coaching

/// A language is named on the command line as it is in the configuration, or as people call it.
extension Language: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(rawValue: Typed.meaning(argument, in: .languageName) ?? argument)
  }
}
