public import ArgumentParser
public import Coaching

/// A language is named on the command line as it is in the configuration.
extension Language: ExpressibleByArgument {}
