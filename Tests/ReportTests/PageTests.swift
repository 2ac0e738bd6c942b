import Application
import Coaching
import Files
import Glibc
import Testing

@testable import Report

/// The page as a whole.
@Suite struct PageTests {
  /// Writes the pages where a person, or a browser, wants to see them.
  private static func keep(_ html: String, as name: String) throws {
    guard let directory = unsafe getenv("COACH_REPORT_PAGES") else { return }
    try File.write("\(unsafe String(cString: directory))/\(name).html", Array(html.utf8))
  }

  @Test(arguments: Life.Person.allCases, Language.allCases)
  func `Whoever it is, there is a page`(person: Life.Person, language: Language) throws {
    let life = try Life(person, days: person == .new ? 3 : 365, in: language)
    for period in ReportPeriod.allCases {
      let html = try life.html(period)
      try Self.keep(html, as: "\(person)-\(period)-\(language.rawValue)")
      #expect(html.utf8.count < 1_000_000, "\(person) \(period)")
      #expect(html.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
      // Nothing of a template is left, and no word is missing.
      #expect(!html.contains("{{") || person == .hostile)
    }
  }

  @Test func `What has a title that is markup is text`() throws {
    let life = try Life(.hostile)
    let html = try life.html(.year)
    #expect(!html.contains("<script>alert"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("</svg><b>"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("{{{style}}} {{&gt;page}}"))
    for mark in ["\u{202E}", "\u{2066}"] { #expect(!html.contains(mark)) }
  }

  @Test func `What is left out is nowhere`() throws {
    let life = try Life(.daily)
    let own = "a card from the neighbour"
    #expect(try life.html(.year).contains(own))
    #expect(try !life.html(.year, without: Omissions("own-words")).contains(own))
    for part in ReportPart.allCases where part != .ownWords {
      let html = try life.html(.year, without: Omissions(part.rawValue))
      #expect(!html.contains("id=\"\(part.rawValue)\""), "\(part)")
    }
  }

  @Test func `A part that there is not is refused by its name`() {
    #expect(throws: Omissions.Unknown.self) { try Omissions("nights, dreams") }
  }

  @Test func `Of three days nothing is drawn that three days do not tell`() throws {
    let life = try Life(.new, days: 3)
    let pictures = try life.page(.month).pictures
    let times = pictures.first { $0.part == .times }
    #expect(times?.blocks.isEmpty == true)
    #expect(times?.lead.contains { $0.contains("more nights are needed") } == true)
    let energy = pictures.first { $0.part == .energy }
    #expect(energy?.blocks.isEmpty == true)
    #expect(energy?.lack != nil)
  }

  @Test func `What lies before the first answer is not drawn`() throws {
    let life = try Life(.new, days: 3)
    for period in ReportPeriod.allCases {
      let page = try life.page(period)
      let nights = try #require(page.pictures.first { $0.part == .nights })
      // The evening before the first day belongs to it.
      #expect(nights.table?.rows.count == 3, "\(period)")
      #expect(!page.pictures.contains { $0.part == .year })
      let isSaid = try life.html(period).contains("The first answer is of 20 Nov 2026.")
      #expect(isSaid == (period != .all), "\(period)")
    }
  }

  @Test func `A week is told by its days, and a sum of some days is no sum of a week`() throws {
    let life = try Life(.daily)
    let sums = { (period: ReportPeriod) throws in
      try #require(try life.page(period).pictures.first { $0.part == .sums })
    }
    #expect(try sums(.week).table?.rows.map { $0[0] }.first == "2026-11-16")
    #expect(try sums(.week).blocks.count == 1)
    let month = try sums(.month)
    #expect(month.table?.rows.count == 5)
    guard case .plot(let plot) = try #require(month.blocks.first) else { return }
    #expect(plot.drawing.paths.contains("\"soft\""))
    guard case .key = try #require(month.blocks.last) else {
      Issue.record("It is not said what a lighter bar is.")
      return
    }
  }

  @Test func `Many names are counted where a sentence would be a list`() throws {
    let words = try Life(.new, days: 1).words
    let names = (1...8).map { "n\($0)" }
    #expect(words.list(Array(names.prefix(6))) == "n1, n2, n3, n4, n5, n6")
    #expect(words.list(names) == "n1, n2, n3, n4, n5, n6, and 2 more")
    #expect(words.sentence("as it is") == "As it is.")
    #expect(words.sentence("「讀書」嗎？") == "「讀書」嗎？")
  }

  @Test func `Twenty years are below a megabyte`() throws {
    let life = try Life(.daily, days: 7305)
    let html = try life.html(.all)
    try Self.keep(html, as: "twenty-years")
    #expect(html.utf8.count < 1_000_000)
  }
}
