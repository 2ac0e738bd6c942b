import Interchange
import Testing

@testable import Importing

/// What is half a file is none, and its line is told.
@Suite struct RefusalTests {
  private func said(
    _ name: String,
    _ text: String,
    zone: String? = nil,
    columns: [(String, String)] = [],
    kind: String? = nil
  ) throws -> String {
    var said: [String] = []
    try inTemporaryDirectory { directory in
      try write(Array(text.utf8), to: "\(directory)/\(name)")
      said = told("\(directory)/\(name)", try options(zone: zone, columns: columns, kind: kind))
    }
    return said.last ?? ""
  }

  private static let fact = """
    {"sequence":1,"id":"00000000-0000-4000-8000-000000000001","instant":1,"zone":"UTC",\
    "day":"2026-01-01","kind":"told","subject":"tip/a","payload":{"v":1}}
    """
  private static let head = #"{"format":"coach-facts","version":1,"zone":"UTC","install":null,"#

  @Test(arguments: [
    ("log", "2025-01-01 : Gym : y\n2025-01-32 : Gym : y\n", "line 2: “2025-01-32” is no day"),
    ("log", "2025-01-01 : Gym : q\n", "line 1: “q” is no y, n or s"),
    ("log", "2025-01-01\tGym\n", "line 1: this is no day, habit and result with tabs between"),
    ("a.json", #"[{"name":"a","stats":{"2020-01-01":1},"goal":1"#, "line 1: it ends in the middle"),
    (
      "a.json", "[{\"name\":\"a\",\n\"stats\":{\"2020-01-41\":1},\"goal\":1}]",
      "line 2: “2020-01-41” is no day"
    ),
    ("a.json", #"{"habits":[{"name":"a","daily_goal":"x"}]}"#, "line 1: a number is expected here"),
    (
      "a.json", "{\"habits\":[{\"name\":\"a\",\"daily_goal\":1}]}\nx",
      "line 2: there is something behind the end"
    ),
    ("a.jsonl", head + #""facts":2}"# + "\n\(fact)\n", "has 2 facts, and has 1: it was cut short"),
    ("a.jsonl", head + #""facts":1}"# + "\n{}\n", "line 2: a part of the fact is missing"),
    (
      "a.jsonl", head + #""facts":1}"# + "\n" + fact.replacing("tip/a\"", with: "tip/a\",\"x\":1"),
      "line 2: a fact has no “x”"
    ),
    (
      "a.jsonl", head.replacing("\"version\":1", with: "\"version\":2") + #""facts":0}"#,
      "line 1: it is of version 2, and this Coach reads 1"
    ),
    (
      "a.jsonl", head + #""facts":1}"# + "\n" + fact.replacing("{\"v\":1}", with: "{\"v\":\"1\"}"),
      "line 2: a number is expected here"
    ),
    (
      "a.xml", "<HealthData>\n<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\"\n x=\"1\"/>",
      "line 2: a sleep has no start or no end"
    ),
    ("a.xml", "<HealthData>\n<Record", "it is broken"),
    (
      "a.xml",
      "<!DOCTYPE HealthData [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<HealthData>&b;"
        + "</HealthData>", "it defines words of its own, which may stand for anything"
    ),
    (
      "a.xml",
      "<!DOCTYPE HealthData [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<HealthData>&a;"
        + "</HealthData>", "it defines words of its own, which may stand for anything"
    ),
    ("a.csv", "day,value\n2026-01-01,perhaps\n", "line 2: “perhaps” is no yes or no"),
    ("a.csv", "day,value\n11/5/2020,1\n", "line 2: “11/5/2020” may be one of two days"),
    (
      "a.csv", "day,value\n11/25/2020,1\n25/11/2020,1\n",
      "line 3: “25/11/2020” is written otherwise than the days above it"
    ),
    ("a.csv", "day,value\n11/25/2020,1\n13/13/2020,1\n", "line 3: “13/13/2020” is written"),
    ("a.csv", "day,value\n31.2.2020,1\n", "line 2: “31.2.2020” is no day"),
    ("a.csv", "day,value\n2026-01-01,\"1\n", "line 2: what begins in quotes here does not end"),
    ("a.csv", "day,value\n2026-01-01,yes\n2026-01-02,23:10\n", "has answers of several kinds"),
    ("p.csv", "sid,start,stop\n1,2,3\n", "it does not say in which zone these sleeps were"),
    ("p.csv", "sid,start,stop,length\n1,2,3,4\n", "export it without “pretty”"),
    ("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "it ends in the middle of an event"),
    ("x", "nothing of the kind", "it is nothing that is known by what is in it"),
    ("x", "", "it is nothing that is known by what is in it"),
    ("x.db", "SQLite format 3\0", "it cannot be read as an SQLite file"),
    ("x.zip", "PK\u{3}\u{4}", "it cannot be unpacked"),
  ])
  func `Half a file is refused, and where is told`(name: String, text: String, words: String) throws
  {
    let said = try said(name, text)
    #expect(said.hasPrefix("refused: "))
    #expect(said.contains(words), "\(said)")
  }

  @Test func `A kind or a column that there is not is told with those that there are`() throws {
    #expect(try said("a", "x", kind: "looop").contains("there are coach, csv, loop"))
    let columns = try said("a.csv", "Date,Done\n", columns: [("day", "When"), ("value", "Done")])
    #expect(columns.contains("there is no column “When”; there are “Date”, “Done”"))
  }

  @Test func `What lies deeper than anything can, is refused and not followed`() throws {
    let deep = String(repeating: "[", count: 100_000)
    let said = try said("a.json", #"{"habits":[{"daily_goal":1,"x":"# + deep)
    #expect(said.contains("it lies deeper than anything can"), "\(said)")
  }

  @Test(arguments: [
    ("1", "1"), ("1.50", "1.5"), ("0,25", "0.25"), ("-3", "-3"), ("1e3", "1000"), ("12.0", "12"),
    ("5e-1", "0.5"), ("-0.001", "-0.001"), ("0", "0"), ("00", "0"),
  ])
  func `A number is kept digit by digit`(text: String, plain: String) {
    #expect(Decimal.plain(text) == plain)
  }

  @Test(arguments: ["", "x", "1.2.3", "1e99", "12345678901234567890", "--1", "1-", "٣"])
  func `What is no number, or too long for one, is none`(text: String) {
    #expect(Decimal.plain(text).map { $0.isEmpty || $0 == "-" } ?? true)
  }

  @Test func `A tenth and two tenths are three tenths`() {
    #expect(Decimal.sum("0.1", "0.2") == "0.3")
    #expect(Decimal.sum("9223372036854775807", "1") == nil)
  }
}
