import Glibc

/// Python's `mailbox` and `email`, as a mail reader that somebody else wrote.
enum Python {
  struct Failure: Error {
    var status: Int32
    var output: String
  }

  /// A message as Python reads it.
  struct Mail: Equatable {
    var subject: String
    var date: String
    var id: String
    var prompt: String
    var from: String
    var to: String
    var body: String
    /// The page beside it, which is the better form; empty where there is none.
    var page = ""
    /// What Python found wrong with it.
    var defects: String
    /// The names of all its headers.
    var headers: String
    var flags: String
  }

  /// The messages in a Maildir.
  static func mails(in maildir: String) throws -> [Mail] {
    let fields = try run(script, maildir).split(separator: "\0", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
    return stride(from: 0, to: fields.count, by: 11).map { start in
      let mail = Array(fields[start..<start + 11])
      return Mail(
        subject: mail[0],
        date: mail[1],
        id: mail[2],
        prompt: mail[3],
        from: mail[4],
        to: mail[5],
        body: mail[6],
        page: mail[7],
        defects: mail[8],
        headers: mail[9],
        flags: mail[10]
      )
    }
  }

  private static let script = """
    import email, email.policy, mailbox, sys
    box = mailbox.Maildir(sys.argv[1], factory=None, create=False)
    for key in sorted(box.keys()):
        mail = email.message_from_bytes(box.get_bytes(key), policy=email.policy.default)
        body, page = (mail.get_body((form,)) for form in ("plain", "html"))
        parts = [mail, body] + [page] * (page is not None)
        found = parts + list(mail.values())
        defects = [defect for part in found for defect in part.defects]
        fields = [mail["subject"], mail["date"].datetime.isoformat(), mail["message-id"],
                  mail["x-coach-prompt"], mail["from"], mail["to"],
                  body.get_content(), page.get_content() if page else "",
                  " ".join(map(repr, defects)), " ".join(mail.keys()), box[key].get_flags()]
        sys.stdout.buffer.write(b"".join(f.encode() + b"\\0" for f in fields))
    """

  /// Runs a script and gives back what it printed; fails where there is no python3.
  private static func run(_ script: String, _ argument: String) throws -> String {
    let pipe = Scratch.pipe()
    let words = ["python3", "-I", "-c", script, argument]
    let child = spawn(words, output: pipe.write)
    close(pipe.write)
    defer { close(pipe.read) }
    guard let child else { throw Failure(status: 127, output: "python3 could not be started") }
    let output = String(decoding: Scratch.bytes(from: pipe.read), as: UTF8.self)
    var status: Int32 = 0
    unsafe waitpid(child, &status, 0)
    if status != 0 { throw Failure(status: status, output: output) }
    return output
  }

  private static func spawn(_ words: [String], output: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawnp(&child, "python3", &actions, nil, &arguments, environ)
    return code == 0 ? child : nil
  }
}
