import Testing

/// The rule of the commands' files is shown what breaks it.
@Suite struct RoomsTests {
  private func file(_ name: String, _ text: String) -> SourceFile {
    SourceFile(path: "\(Rooms.commands)\(name).swift", text: text)
  }

  /// Two files, and the names in the second that it must not know.
  static let cases: [(first: String, second: String, found: [String])] = [
    ("struct A {}", "struct B { let a = A() }", ["A"]),
    ("struct A {}", "struct B { let a = x.A }", []),
    ("private struct A {}", "struct B { let a = A() }", []),
    ("struct A { struct View {} }", "struct B { struct View {} }", []),
    ("struct A { struct View {} }", "struct B { var view: A.View }", ["A"]),
    ("struct A {}", "struct A {}", []),
    ("func help() {}", "struct B { func run() { help() } }", ["help"]),
  ]

  @Test(arguments: cases)
  func `What another file declares is found where it is used`(
    first: String,
    second: String,
    found: [String]
  ) {
    let broken = Rooms.shared(among: [file("First", first), file("Second", second)])
    #expect(broken.map { $0.what.prefix { $0 != " " } }.map(String.init) == found)
    #expect(broken.allSatisfy { $0.path.hasSuffix("Second.swift") })
  }

  static let extensions: [(text: String, isBroken: Bool)] = [
    ("extension Workspace { func pause() {} }", true),
    ("extension Workspace { fileprivate func pause() {} }", false),
    ("extension Workspace { private static var a: Int { 1 } }", false),
    ("struct A {}\nextension A { func b() {} }", false),
    ("extension Phrases { var words: String { \"\" } }", true),
  ]

  @Test(arguments: extensions)
  func `What a command adds to a type from elsewhere it keeps`(text: String, isBroken: Bool) {
    #expect(Rooms.openExtensions(in: file("A", text)).isEmpty != isBroken)
  }

  static let layouts: [(text: String, isBroken: Bool)] = [
    ("Output.show(page)", false),
    ("Output.read(page)", false),
    ("Output.say(words); try Output.json(view); Output.complain(words)", false),
    ("Output.write(words, to: 1)", true),
    ("Output.blank()", true),
    ("struct View: Encodable {}", true),
    ("let lines = TextLayout.wrap(text, width: 80)", true),
    ("// TextLayout lays out", false),
  ]

  @Test(arguments: layouts)
  func `What a command lays out itself is found`(text: String, isBroken: Bool) {
    #expect(Rooms.layouts(in: file("A", text)).isEmpty != isBroken)
  }

  @Test func `A command line is found where it is spelled`() {
    let spelled = file("A", "let a = \"coach check sleep\"\nlet b = \"the coach speaks\"")
    #expect(Rooms.commandLines(in: spelled).map(\.line) == [1])
  }
}
