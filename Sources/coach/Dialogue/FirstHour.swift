import Application
import Coaching
import Configuration
import Files
import Glibc
import Machine
import Pages
import Systemd

/// What comes after setup: when the first prompt comes and where, and what else may be wanted.
struct FirstHour {
  let paths: Paths
  /// The words of the language that was chosen.
  let phrases: Phrases

  /// Says what comes next, and where it will appear on this machine.
  func tell() {
    guard let workspace = try? Workspace(.withoutTips, complains: false) else { return }
    if let next = try? workspace.status(workspace.coach()).next {
      let when = next.words(workspace.moment(next.at), workspace.phrases)
      let title = workspace.phrases.slot(next.id.slot)
      Output.blank()
      let words = [title, when].joined(separator: workspace.phrases("comma"))
      Output.say(workspace.phrases("next-is", ("what", words)))
    }
    Output.say(phrases("setup-appears"))
    let surroundings = Surroundings(settings: workspace.configuration.settings, paths: paths)
    let reports = surroundings.reports().filter { $0.state != .off }
    Output.show(ChannelsPage(reports).page(phrases))
  }

  /// Says how to get what setup offers a person at a terminal.
  func hint() {
    if !isRunning {
      let command = "systemctl --user enable --now coach"
      Output.say(phrases("setup-not-running", ("command", command)))
    }
    Output.say(phrases("setup-test", ("command", "coach test")))
  }

  /// Offers a test prompt now, and what else is usual, one by one.
  func offer() {
    let input = Input()
    Output.blank()
    offerService(input)
    if agrees(phrases("setup-try"), usually: true, input),
      let workspace = try? Workspace(.withoutTips, complains: false)
    {
      Output.show(ChannelsPage(PromptTrial(workspace: workspace).run()).page(phrases))
    }
    if let shell = Shell.own(in: paths.home) {
      offerGreeting(shell, input)
      tellCompletions(shell)
    }
    if !isLingering, isRunning,
      agrees(phrases("setup-linger"), usually: false, input)
    {
      run("loginctl enable-linger")
    }
  }

  private var isRunning: Bool { DaemonLock.holder(of: paths.lock) != nil }

  private var isLingering: Bool { File.exists("/var/lib/systemd/linger/\(Environment.user)") }

  private func offerService(_ input: Input) {
    guard !isRunning else { return }
    let unit = "systemctl --user cat coach.service >/dev/null 2>&1"
    guard unsafe system(unit) == 0 else {
      return Output.say(phrases("setup-no-service", ("command", "coach daemon")))
    }
    if agrees(phrases("setup-start"), usually: true, input) {
      run("systemctl --user enable --now coach.service")
    }
  }

  private func offerGreeting(_ shell: Shell, _ input: Input) {
    if shell.greets { return }
    let ask = phrases("setup-greeting", ("file", shell.file))
    guard agrees(ask, usually: false, input) else { return }
    do {
      try shell.addGreeting()
      Output.say(phrases("setup-greeting-added"))
    } catch {
      Output.complain(error.sentence)
    }
  }

  private func tellCompletions(_ shell: Shell) {
    let places = shell.completions(beside: paths.shared, home: paths.home)
    if places.contains(where: File.exists) {
      Output.say(phrases("setup-completes", ("shell", shell.name)))
      if shell.name == "zsh" {
        let line = "fpath=(~/.local/share/zsh/site-functions $fpath)"
        Output.say(phrases("setup-fpath", ("place", "~/.local"), ("line", line)))
      }
    }
  }

  private func agrees(_ question: String, usually: Bool, _ input: Input) -> Bool {
    let ask = ("question", question)
    Output.ask("\(usually ? phrases("usually-yes", ask) : phrases("usually-no", ask)) ")
    guard let line = input.line() else {
      Output.blank()
      return false
    }
    let answer = line.trimmed
    return answer.isEmpty ? usually : Typed.meaning(answer, in: .yesNo) == "yes"
  }

  private func run(_ command: String) {
    if unsafe system(command) == 0 { return }
    Output.complain(phrases("setup-failed", ("command", command)))
  }
}

/// The person's shell, as far as we have something for it.
private struct Shell {
  let name: String
  /// Its start-up file.
  let file: String
  /// The line that greets.
  let line: String

  /// The login shell; nil where it is one that we know nothing of.
  static func own(in home: String) -> Shell? {
    let name = Environment.value("SHELL")?.split(separator: "/").last.map(String.init)
    let greeting = "command -v coach >/dev/null && coach greet"
    switch name {
    case "bash": return Shell(name: "bash", file: "\(home)/.bashrc", line: greeting)
    case "zsh":
      let directory = Environment.value("ZDOTDIR") ?? home
      return Shell(name: "zsh", file: "\(directory)/.zshrc", line: greeting)
    case "fish":
      let directory = Environment.directory("XDG_CONFIG_HOME", default: ".config")
      return Shell(
        name: "fish",
        file: "\(directory)/fish/config.fish",
        line: "status is-interactive; and command -q coach; and coach greet"
      )
    default: return nil
    }
  }

  var greets: Bool { text.contains("coach greet") }

  private var text: String {
    String(decoding: ((try? File.read(file)) ?? nil) ?? [], as: UTF8.self)
  }

  /// Where completions may lie, beside a program's own files.
  func completions(beside shared: String, home: String) -> [String] {
    let share = File.parent(of: shared)
    return switch name {
    case "bash": ["\(share)/bash-completion/completions/coach"]
    case "zsh": ["\(share)/zsh/site-functions/_coach", "\(share)/zsh/vendor-completions/_coach"]
    default: ["\(share)/fish/vendor_completions.d/coach.fish"]
    }
  }

  /// Adds the line at the end of the start-up file.
  func addGreeting() throws(FileError) {
    let before = text.isEmpty || text.hasSuffix("\n") ? text : "\(text)\n"
    try File.write(file, Array("\(before)\(line)\n".utf8))
  }
}
