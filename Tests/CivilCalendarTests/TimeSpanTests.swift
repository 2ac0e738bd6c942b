import CivilCalendar
import Testing

@Suite struct TimeSpanTests {
  static let spans: [(text: String, seconds: Int64, words: String)] = [
    ("1s", 1, "1s"), ("90s", 90, "1min 30s"), ("15m", 900, "15min"), ("15min", 900, "15min"),
    ("2h", 7200, "2h"), ("1h 30min", 5400, "1h 30min"), ("1h30m", 5400, "1h 30min"),
    ("2d", 172_800, "2d"), ("1 day 2 hours", 93_600, "1d 2h"), ("1 minute 1 second", 61, "1min 1s"),
    ("2 Hours", 7200, "2h"), ("30min 1h", 5400, "1h 30min"), ("1d1h1m1s", 90_061, "1d 1h 1min 1s"),
    ("120min", 7200, "2h"), ("3653d", 315_619_200, "3653d"),
    ("999999s", 999_999, "11d 13h 46min 39s"), ("1w", 604_800, "7d"), ("4w", 2_419_200, "28d"),
    ("1 week 2 Weeks", 1_814_400, "21d"), ("1w 1d", 691_200, "8d"), ("521w", 315_100_800, "3647d"),
  ]

  @Test(arguments: spans)
  func `A span is read in its units and written in the largest`(
    text: String,
    seconds: Int64,
    words: String
  ) {
    #expect(TimeSpan.seconds(text) == seconds)
    #expect(TimeSpan.words(seconds) == words)
    #expect(TimeSpan.seconds(words) == seconds)
  }

  @Test(arguments: [
    "", " ", "0s", "0h 0m", "h", "5", "5 5", "5h5", "-5m", "+5m", "5.5h", "1wk", "1y", "5ms", "m5",
    "1h-5m", "half an hour", "3654d", "522w", "1000000s", "999999d", "99999999999999999999h",
    "٣h", "5\nm",
  ])
  func `What is no span, or longer than anybody means, is none`(_ text: String) {
    #expect(TimeSpan.seconds(text) == nil)
  }

  @Test func `No length at all is written in seconds`() {
    #expect(TimeSpan.words(0) == "0s")
  }
}
