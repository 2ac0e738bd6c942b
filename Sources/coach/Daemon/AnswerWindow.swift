import Application
import Channels
import Coaching
import Machine
import Systemd

/// Where a person gives an answer that no button gives, or that no button can be seen for: a window
/// by what their desktop has, else a terminal.
///
/// It runs as a unit of its own under the user manager: this service sees neither the network nor
/// all of the machine, and what a window needs is not for a service that always runs.
final class AnswerWindow {
  enum Said {
    case action(NotificationAction)
    /// It was closed, or the answer was given elsewhere; or it could not be opened, and why.
    case nothing(trouble: String?)
  }

  private let loop: Loop
  private var children: [PromptID: Child] = [:]

  init(_ loop: Loop) {
    self.loop = loop
  }

  /// How long a window stays open with nothing said: longer than one thinks, and not for ever.
  private static let openSeconds: Int64 = 600

  /// Opens a window for an answer; the one that the prompt had before is let go of.
  ///
  /// - Parameters:
  ///   - sheet: What to ask.
  ///   - asked: What can be chosen.
  ///   - handler: Hears what came of it, once.
  /// - Throws: When nothing can be started.
  func open(
    _ sheet: Workspace.AnswerSheet,
    _ asked: AnswerOptions,
    handler: @escaping (Said) -> Void
  ) throws(SystemdError) {
    let words =
      ["sh", "-c", AnswerWindow.script, "coach-answer"]
      + [way(sheet, asked), sheet.title, sheet.text, UserUnit.program, sheet.name ?? ""]
      + asked.options.map(\.label)
    children[asked.prompt] = try Child(
      UserUnit.running(
        words,
        description: "An answer for the coach",
        withinSeconds: AnswerWindow.openSeconds
      ),
      environment: Environment.all,
      input: [],
      // The unit ends first, and says so.
      withinSeconds: AnswerWindow.openSeconds + 10,
      loop: loop
    ) { [unowned self] end in
      children[asked.prompt] = nil
      handler(AnswerWindow.said(end, asked))
    }
  }

  private func way(_ sheet: Workspace.AnswerSheet, _ asked: AnswerOptions) -> String {
    // After a restart it may not be known what can be chosen.
    if sheet.isForm || sheet.name == nil && asked.options.isEmpty { return "terminal" }
    return asked.isWritten || asked.options.isEmpty ? "line" : "choice"
  }

  /// The script's own status where there was neither a window nor a terminal.
  private static let noWindow: Int32 = 69

  private static func said(_ end: Child.End, _ asked: AnswerOptions) -> Said {
    let text = String(decoding: end.output, as: UTF8.self).trimmed
    switch end.way {
    case .status(0) where !text.isEmpty:
      if let option = asked.options.first(where: { $0.label == text }) {
        return .action(option.action)
      }
      guard let question = asked.question else { return .nothing(trouble: nil) }
      return .action(.answer(text, question: question, prompt: asked.prompt))
    case .status(noWindow):
      return .nothing(trouble: "there is no zenity, kdialog or terminal, or no screen for it")
    // The runner's own: nothing was started.
    case .status(1) where !end.complaint.isEmpty:
      let said = String(decoding: end.complaint.suffix(300), as: UTF8.self).trimmed.printable
      return said.hasPrefix("Failed to") ? .nothing(trouble: said) : .nothing(trouble: nil)
    // Closed, or its time is over.
    case .status, .signal, .timeOver: return .nothing(trouble: nil)
    }
  }

  /// Asks by what the desktop has, and says what was chosen or written; else leaves it to a
  /// terminal.
  ///
  /// A user manager may not know the screen, where the desktop did not tell it: a Wayland socket
  /// lies where all can see it. zenity says of a button of ours that it was refused.
  private static let script = """
    way=$1 title=$2 text=$3 coach=$4 name=$5
    shift 5
    if [ -z "$WAYLAND_DISPLAY$DISPLAY" ]; then
      for socket in "$XDG_RUNTIME_DIR"/wayland-[0-9]; do
        if [ -S "$socket" ]; then export WAYLAND_DISPLAY="${socket##*/}"; fi
      done
      [ -n "$WAYLAND_DISPLAY" ] || exit 69
    fi
    has() { [ -n "$1" ] && command -v "$1" >/dev/null 2>&1; }
    with_zenity() {
      has zenity || return 0
      if [ "$way" = line ]; then exec zenity --entry --title="$title" --text="$text" "$@"; fi
      count=$#
      for label; do set -- "$@" --extra-button="$label"; done
      shift "$count"
      said=$(zenity --question --switch --no-markup --title="$title" --text="$text" "$@")
      printf '%s' "$said"
      exit 0
    }
    with_kdialog() {
      has kdialog || return 0
      if [ "$way" = line ]; then exec kdialog --title "$title" --inputbox "$text" "$1"; fi
      count=$#
      for label; do set -- "$@" "$label" "$label"; done
      shift "$count"
      exec kdialog --title "$title" --menu "$text" "$@"
    }
    if [ "$way" != terminal ]; then
      case $XDG_CURRENT_DESKTOP in *KDE*) with_kdialog "$@" ;; esac
      with_zenity "$@"
      with_kdialog "$@"
    fi
    exec >/dev/null
    set -- sh -c '"$@"; read -r line' coach-answer "$coach" check ${name:+"$name"}
    if has "$TERMINAL"; then exec "$TERMINAL" -e "$@"; fi
    if has xdg-terminal-exec; then exec xdg-terminal-exec "$@"; fi
    for tool in x-terminal-emulator konsole xfce4-terminal foot alacritty kitty xterm; do
      has "$tool" || continue
      case $tool in
        xfce4-terminal) exec "$tool" -x "$@" ;;
        *) exec "$tool" -e "$@" ;;
      esac
    done
    exit 69
    """
}
