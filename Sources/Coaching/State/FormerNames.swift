/// What questions were called before, and are called now.
public struct FormerNames: Equatable, Sendable {
  private let names: [(former: String, now: String)]

  init(_ questions: [Question]) {
    names = questions.flatMap { question in question.was.map { ($0, question.id) } }
  }

  public var isEmpty: Bool { names.isEmpty }

  /// What a question of a name is called now.
  public func now(_ name: String) -> String {
    names.first { $0.former == name }?.now ?? name
  }

  public static func == (left: FormerNames, right: FormerNames) -> Bool {
    left.names.elementsEqual(right.names) { $0 == $1 }
  }
}

extension Teaching {
  /// What its questions were called before.
  public var formerNames: FormerNames { FormerNames(questions) }
}

extension Coach {
  /// The same, with what was answered under former names under those of now.
  public func renamed(by names: FormerNames) -> Coach {
    names.isEmpty ? self : withAnswers { $0.rename(by: names) }
  }
}
