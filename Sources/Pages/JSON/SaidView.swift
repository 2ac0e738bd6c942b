import Coaching

/// A prompt and a moment, as the reading commands give them.
struct SaidView: Encodable {
  var prompt: String
  var at: String

  init(_ id: PromptID, at instant: Instant, in zone: Zone) {
    prompt = id.description
    at = zone.timestamp(instant)
  }
}
