/// What should be on the screen at an instant, and when to look again.
public struct Plan: Equatable, Sendable {
  /// A prompt that is to be held back for now.
  public struct DeferredPrompt: Equatable, Sendable {
    public var id: PromptID
    public var why: DeferralReason
    /// When it ends at the latest; nil where nobody can tell.
    public var until: Instant?
  }

  /// A prompt that will not be shown.
  public struct Passed: Equatable, Sendable {
    public var id: PromptID
    public var passing: PassReason
  }

  /// A prompt that was written down and has no place on the screen now.
  public struct SettledPrompt: Equatable, Sendable {
    public enum Reason: String, Sendable {
      case answered
      case over
      case snoozed
      /// The person is away on its day, or has taken the day off.
      case rest
      /// The person wants no prompts any more where it was shown.
      case unwanted
      /// It came to the screen when nothing was to be said there any more.
      case late
    }

    public var id: PromptID
    public var why: Reason
    /// The channels that have it on the screen and are to take it off.
    var channels: [String]

    init(_ id: PromptID, _ why: Reason, channels: [String] = []) {
      self.id = id
      self.why = why
      self.channels = channels
    }

    init(_ prompt: Coach.Prompt, _ why: Reason) {
      id = prompt.prompted.id
      self.why = why
      channels =
        prompt.hiddenFrom.isEmpty ? prompt.shownBy : prompt.hiddenFrom + prompt.shownBy
    }
  }

  /// The moment that comes next.
  public struct Next: Equatable, Sendable {
    public var id: PromptID
    public var at: Instant
    /// Whether the person has put it off until then.
    public var isPutOff = false
  }

  /// The civil day of the instant.
  public var day: CivilDate
  /// Prompts whose moment has come; to be written down before they are shown.
  public var begins: [PromptContent] = []
  /// The tips that these tell for the first time, with all that was weighed.
  public var decisions: [TipDecision] = []
  /// Prompts that were written down and are neither answered nor over.
  public var showing: [Coach.Prompt] = []
  /// Those of them that may appear now where they have not yet: not in quiet hours, and not once
  /// the day's messages have ended.
  public var appearing: [Coach.Prompt] = []
  /// Prompts that were written down and have no place on the screen now.
  public var settled: [SettledPrompt] = []
  public var passed: [Passed] = []
  public var deferred: [DeferredPrompt] = []
  public var next: Next?
  public var looksAgain: Instant
}
