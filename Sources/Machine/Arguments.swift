package import Application
import Coaching
import Files

/// The words of the command line.
package enum Arguments {
  /// The program's name and all that follows it, as the kernel keeps them.
  ///
  /// Swift's own list is empty in a static program when a library that was loaded before it set a
  /// variable of the environment; an answer would then be taken for a look at today, and lost.
  ///
  /// - Returns: What there is; never nothing.
  /// - Throws: When they are nowhere to be found.
  package static func all() throws(CommandError) -> [String] {
    let kept = try? File.read("/proc/self/cmdline")
    let words = kept.map(split) ?? []
    let all = words.isEmpty ? CommandLine.arguments.map(\.streamSafe) : words
    // A program that is started with no words at all, not even its name, gets one empty one from
    // the kernel (execve(2)): whoever did that lost what was said.
    guard !all.isEmpty, all != [""] else {
      let what = "the words of this command line were lost before I could read them; nothing was "
      throw CommandError(.software, words: what + "done. See whether LD_PRELOAD is set.")
    }
    return all
  }

  /// Each word ends with a zero; one may be empty.
  private static func split(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self).streamSafe }
  }
}
