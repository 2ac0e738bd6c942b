import Files
import Glibc
import SyncRecorder
import Testing

@testable import Channels
@testable import Coaching

@Suite struct SpoolTests {
  private let scratch = Scratch()
  private let name = "1795329000.morning.2026-11-22.coach"
  private var spool: Channel { Spool(directory: scratch.spool, person: "mei").channel() }

  private func write(_ path: String, _ contents: String = "half a mess") throws {
    try File.create("\(scratch.spool)/\(path)", contents: contents)
  }

  @Test func `The spool is repeatable and is called spool`() throws {
    #expect(spool.name == "spool")
    #expect(spool.delivery.kind == "kept")
    try spool.reach()
  }

  @Test func `A message arrives in new, and nothing stays in tmp`() throws {
    try spool.show(.sample())
    #expect(try scratch.messages() == ["new/\(name)"])
    #expect(try scratch.names("tmp") == [])
    let message = Message(card: .sample(), person: "mei").text
    #expect(Scratch.read("\(scratch.spool)/new/\(name)") == message)
  }

  @Test func `A message is on disk, and so are its name and those of its directories`() throws {
    let directory = "\(scratch.path)/a/spool"
    unsafe recordSyncs(scratch.path)
    let result = Result {
      try Spool(directory: directory, person: "mei").channel().show(.sample())
    }
    let noted = unsafe String(cString: recordedSyncs())
    try result.get()
    let made = [".", "a", "a/spool", "a/spool", "a/spool"]
    let expected = made + ["a/spool/tmp/\(name)", "a/spool/new"]
    #expect(noted.split(separator: "\n").map(String.init) == expected)
  }

  @Test func `What is older than it is to stay goes when the next comes, but for what is flagged`()
    throws
  {
    try spool.show(.sample())
    let day = 86_400
    let now = 1_795_329_000
    let old = (0..<6).map { "\(now - 10 * day - 1 - $0).morning.2026-11-1\($0).coach" }
    try write("new/\(old[0])")
    try write("cur/\(old[1]):2,S")
    try write("cur/\(old[2]):2,FS")
    try write("cur/\(now - 10 * day).morning.2026-11-19.coach:2,S")
    try write("cur/1000.somebody.else")
    try write("new/1000.M1P2.host")
    let all = try scratch.messages()
    // It comes once more: nothing is new, and nothing goes.
    let keeping = Spool(directory: scratch.spool, person: "mei", keepDays: 10).channel()
    try keeping.show(.sample())
    #expect(try scratch.messages() == all)
    try File.remove("\(scratch.spool)/new/\(name)")
    try keeping.show(.sample())
    let gone = ["new/\(old[0])", "cur/\(old[1]):2,S"]
    #expect(try scratch.messages() == all.filter { !gone.contains($0) })
    // For ever.
    try File.remove("\(scratch.spool)/new/\(name)")
    try spool.show(.sample())
    #expect(try scratch.messages().count == all.count - 2)
  }

  @Test func `Spool and messages are for the person alone`() throws {
    let directory = "\(scratch.path)/state/coach/spool"
    try Spool(directory: directory, person: "mei").channel().show(.sample())
    for made in ["\(scratch.path)/state", "\(scratch.path)/state/coach", directory] {
      #expect(Scratch.mode(made) == "700")
    }
    for part in ["tmp", "new", "cur"] { #expect(Scratch.mode("\(directory)/\(part)") == "700") }
    #expect(Scratch.mode("\(directory)/new/\(name)") == "600")
  }

  @Test(arguments: [
    "Morning: One question ahead", "晨間：先問一句「今天我能為誰做一件小事？」", "🌅👨‍👩‍👧‍👦🇹🇼 早安",
    String(repeating: "服務之前，先問一句。", count: 60), String(repeating: "word ", count: 400),
    String(repeating: "y", count: 3000), "=?UTF-8?B?QmNj?= literal", "Ein Tag für Größe",
    "Morning\r\nBcc: all@example.org",
  ])
  func `Python's mailbox and email read what was meant`(subject: String) throws {
    let long = "coach check \(String(repeating: "晨", count: 400))"
    let bodies: [[Card.Line]] = [
      [.text("Ask \(subject)"), .blank, .command("coach check help taken")], [.command(long)],
    ]
    for lines in bodies {
      let scratch = Scratch()
      let card = Card.sample(subject: subject, lines: lines)
      try Spool(directory: scratch.spool, person: "mei").channel().show(card)
      let expected = Python.Mail(
        subject: subject.printable,
        date: "2026-11-22T07:30:00+01:00",
        id: "<morning.2026-11-22@coach.localhost>",
        prompt: "morning/2026-11-22",
        from: "Coach <coach@localhost>",
        to: "mei@localhost",
        body: TextLayout.lines(of: card, width: 72).map { "\($0)\n" }.joined(),
        defects: "",
        headers: "From To Date Subject Message-ID X-Coach-Prompt Auto-Submitted MIME-Version "
          + "Content-Type Content-Transfer-Encoding",
        flags: ""
      )
      #expect(try Python.mails(in: scratch.spool) == [expected])
    }
  }

  @Test(arguments: ["Your week.", "--=_coach--", String(repeating: "長", count: 500)])
  func `What a card opens stands beside its text, for a reader that shows pages`(
    text: String
  )
    throws
  {
    let page = "<html>\n--=_coach\n<p>一週\n"
    var card = Card.sample(lines: [.text(text)])
    card.language = "zh-TW"
    let spool = Spool(directory: scratch.spool, person: "mei") { _ in Array(page.utf8) }
    try spool.channel().show(card)
    let mail = try #require(try Python.mails(in: scratch.spool).first)
    #expect(mail.page == page)
    #expect(mail.body.filter { !$0.isNewline } == text)
    #expect(mail.defects == "")
    #expect(mail.headers.contains("Content-Language"))
  }

  @Test func `What a card opens is waited for, and then it comes once`() throws {
    var isMade = false
    let spool = Spool(directory: scratch.spool, person: "mei") { _ throws(WorldError) in
      if !isMade { throw WorldError("its page is being made", isAwaited: true) }
      return nil
    }
    let channel = spool.channel()
    #expect(throws: WorldError("its page is being made", isAwaited: true)) {
      try channel.show(.sample())
    }
    #expect(throws: (any Error).self) { try scratch.messages() }
    isMade = true
    try channel.show(.sample())
    #expect(try scratch.messages() == ["new/\(name)"])
  }

  @Test func `Python sees a settled message as read`() throws {
    try spool.show(.sample())
    try spool.settle([Card.sample().prompt])
    #expect(try Python.mails(in: scratch.spool).map(\.flags) == ["S"])
  }
}

// MARK: - Delivered again

extension SpoolTests {
  @Test(arguments: [[], ["tmp"], ["tmp", "new"], ["tmp", "new", "cur"]])
  func `Killed while making the directories, it delivers once`(made: [String]) throws {
    for part in made { try File.makeDirectories("\(scratch.spool)/\(part)") }
    try spool.show(.sample())
    #expect(try scratch.messages() == ["new/\(name)"])
  }

  @Test(arguments: ["", "From: Co"])
  func `Killed while writing, it replaces the half message`(half: String) throws {
    try File.makeDirectories("\(scratch.spool)/tmp")
    try write("tmp/\(name)", half)
    try write("tmp/1795320000.evening.2026-11-21.coach", half)
    try write("tmp/someone-elses", half)
    try spool.show(.sample())
    #expect(try scratch.messages() == ["new/\(name)"])
    #expect(try scratch.names("tmp") == ["someone-elses"])
    #expect(Scratch.read("\(scratch.spool)/new/\(name)").hasPrefix("From: Coach"))
  }

  @Test(arguments: [
    "new/1795329000.morning.2026-11-22.coach", "cur/1795329000.morning.2026-11-22.coach",
    "cur/1795329000.morning.2026-11-22.coach:2,", "cur/1795329000.morning.2026-11-22.coach:2,RS",
    "cur/1795329000.morning.2026-11-22.coach,S=633:2,S", "new/17.morning.2026-11-22.coach",
    "cur/1795329000.morning.2026-11-22.coach,U=5",
  ])
  func `A message that is there is not delivered again`(found: String) throws {
    try spool.show(.sample(slot: "evening"))
    try write(found)
    try spool.show(.sample())
    try spool.show(.sample())
    let evening = "new/1795329000.evening.2026-11-22.coach"
    #expect(try scratch.messages().sorted() == [evening, found].sorted())
    #expect(Scratch.read("\(scratch.spool)/\(found)") == "half a mess")
  }

  @Test func `Another zone, clock or wording makes no second message`() throws {
    try spool.show(.sample())
    var card = Card.sample(subject: "Other words")
    card.at = Instant(seconds: 1_795_329_999)
    card.offset = -36_000
    try spool.show(card)
    #expect(try scratch.messages() == ["new/\(name)"])
  }

  @Test(arguments: [
    "new/1795329000.morning.2026-11-21.coach", "new/1795329000.good-morning.2026-11-22.coach",
    "new/1795329000.morning.2026-11-22.coach2", "new/x.morning.2026-11-22.coach",
    "new/1795329000.M1P2.host", "new/morning.2026-11-22.coach", "new/.coach", "new/,", "new/:2,S",
  ])
  func `A message of something else does not stand in its way`(found: String) throws {
    try spool.show(.sample())
    try File.remove("\(scratch.spool)/new/\(name)")
    try write(found)
    try spool.show(.sample())
    #expect(try scratch.messages().sorted() == [found, "new/\(name)"].sorted())
  }

  @Test func `A deleted spool is made again`() throws {
    try spool.show(.sample())
    Scratch.remove(scratch.spool)
    try spool.show(.sample())
    #expect(try scratch.messages() == ["new/\(name)"])
  }

  @Test func `A slot cannot lead out of the spool`() throws {
    try spool.show(.sample(slot: "../../outside"))
    #expect(try scratch.names("new").count == 1)
    #expect(try File.names(in: scratch.path) == ["spool"])
  }
}

// MARK: - Settling

extension SpoolTests {
  @Test(arguments: [
    ("new/1.morning.2026-11-22.coach", "cur/1.morning.2026-11-22.coach:2,S"),
    ("cur/1.morning.2026-11-22.coach", "cur/1.morning.2026-11-22.coach:2,S"),
    ("cur/1.morning.2026-11-22.coach:2,", "cur/1.morning.2026-11-22.coach:2,S"),
    ("cur/1.morning.2026-11-22.coach:2,S", "cur/1.morning.2026-11-22.coach:2,S"),
    ("cur/1.morning.2026-11-22.coach:2,FRT", "cur/1.morning.2026-11-22.coach:2,FRST"),
    ("cur/1.morning.2026-11-22.coach:2,RS", "cur/1.morning.2026-11-22.coach:2,RS"),
    ("cur/1.morning.2026-11-22.coach,S=9:2,R", "cur/1.morning.2026-11-22.coach,S=9:2,RS"),
    ("cur/1.morning.2026-11-22.coach:1,x", "cur/1.morning.2026-11-22.coach:1,x"),
    ("new/1.evening.2026-11-22.coach", "new/1.evening.2026-11-22.coach"),
    ("new/1.morning.2026-11-23.coach", "new/1.morning.2026-11-23.coach"),
    ("cur/1.evening.2026-11-22.coach:2,F", "cur/1.evening.2026-11-22.coach:2,F"),
    ("new/somebody-elses", "new/somebody-elses"),
  ])
  func `Settling marks the prompt's message as seen`(before: String, after: String) throws {
    for part in ["tmp", "new", "cur"] { try File.makeDirectories("\(scratch.spool)/\(part)") }
    try write(before)
    for _ in 0..<2 {
      try spool.settle([Card.sample().prompt])
      #expect(try scratch.messages() == [after])
    }
  }

  @Test func `Settling several takes each, and missing ones are no error`() throws {
    for slot in ["morning", "evening", "noon"] { try spool.show(.sample(slot: slot)) }
    try spool.settle(["morning", "gone", "noon"].map { Card.sample(slot: $0).prompt })
    #expect(
      try scratch.messages() == [
        "new/1795329000.evening.2026-11-22.coach", "cur/\(name):2,S",
        "cur/1795329000.noon.2026-11-22.coach:2,S",
      ]
    )
  }

  @Test func `Settling a spool that is not there makes none`() throws {
    try spool.settle([Card.sample().prompt])
    #expect(try File.names(in: scratch.path) == [])
  }

  @Test func `Settling makes a missing cur again`() throws {
    try spool.show(.sample())
    Scratch.remove("\(scratch.spool)/cur")
    try spool.settle([Card.sample().prompt])
    #expect(try scratch.messages() == ["cur/\(name):2,S"])
  }
}

// MARK: - Trouble

extension SpoolTests {
  @Test func `A file where the spool belongs is told by name`() throws {
    try File.create(scratch.spool, contents: "")
    let trouble = #expect(throws: WorldError.self) { try spool.show(.sample()) }
    let text = trouble?.description ?? ""
    #expect(text.contains("mkdir \(scratch.spool)/tmp: Not a directory."))
    #expect(text.contains("move it away"))
    let settling = #expect(throws: WorldError.self) { try spool.settle([Card.sample().prompt]) }
    #expect(settling?.description.contains("\(scratch.spool)/new: Not a directory.") == true)
  }

  /// Not even root may make a directory in sysfs.
  @Test func `A place where nobody may write is told by name`() {
    let closed = Spool(directory: "/sys/coach", person: "mei").channel()
    let trouble = #expect(throws: WorldError.self) { try closed.show(.sample()) }
    #expect(trouble?.description.contains("mkdir /sys/coach: ") == true)
  }

  @Test(arguments: [
    (ENOSPC, "free some space"), (EDQUOT, "free some space"), (EROFS, "read-only"),
    (EACCES, "may not write"), (EPERM, "may not write"), (EIO, "kernel's log"),
    (ENAMETOOLONG, "See whether /spool"),
  ])
  func `Trouble says what, where, and what to do`(code: Int32, remedy: String) {
    let error = FileError(call: "write", path: "/spool/tmp/1", code: code)
    let text = WorldError(error, spool: "/spool").description
    #expect(text.hasPrefix("The mail spool could not be written: write /spool/tmp/1: "))
    #expect(text.contains(remedy))
  }
}
