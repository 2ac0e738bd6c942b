import ArgumentParser
import Coaching
import Machine

extension ValidationError {
  /// What is wrong with a command line that is understood, in the person's language.
  ///
  /// - Parameters:
  ///   - frame: The frame that says so.
  ///   - places: What fills it.
  /// - Returns: The error, which the parser shows with how the command is used.
  static func said(
    _ frame: String,
    _ places: (name: String, value: String)...
  ) -> ValidationError {
    ValidationError(Spoken.phrases.filled(frame, places))
  }
}
