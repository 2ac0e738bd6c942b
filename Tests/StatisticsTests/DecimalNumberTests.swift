import Statistics
import Testing

/// Numbers with a fraction, exact.
@Suite struct DecimalNumberTests {
  static let written = [
    "0", "3", "-3", "5.2", "-0.5", "0.1", "0.000001", "-0.000001", "1000000000",
    "9223372036854.775807",
  ]

  @Test(arguments: written)
  func `A number is read as it is written down`(text: String) throws {
    #expect(try #require(DecimalNumber(text)).description == text)
  }

  @Test(arguments: [
    ("5.20", "5.2"), ("5.0", "5"), ("-0", "0"), ("007", "7"), ("0.1000000000", "0.1"),
  ])
  func `Zeros at an end say nothing`(text: String, number: String) {
    #expect(DecimalNumber(text)?.description == number)
  }

  @Test(arguments: [
    "", ".", "-", "5.", ".5", "+5", "5,2", "1e3", "5.2.1", "0.0000001", "9223372036854.775808",
    "99999999999999999999", "٣", " 5", "--5", "0x10", "nan",
  ])
  func `What is no number, or does not fit, is none`(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func `Sums are those of a person who adds on paper`() throws {
    let tenth = try #require(DecimalNumber("0.1"))
    let fifth = try #require(DecimalNumber("0.2"))
    #expect((tenth + fifth).description == "0.3")
    #expect((0..<1000).reduce(DecimalNumber(0)) { sum, _ in sum + tenth } == 100)
    #expect(tenth - tenth == 0)
    #expect((3 as DecimalNumber).whole == 3)
    #expect(tenth.whole == nil)
    #expect(tenth.value == 0.1)
    #expect(tenth.negated < 0)
  }

  @Test func `A sum that does not fit is refused, or as much as fits`() throws {
    let most = DecimalNumber(millionths: .max)
    let least = DecimalNumber(millionths: .min)
    #expect(most.adding(DecimalNumber(millionths: 1)) == nil)
    #expect(most.adding(-1) != nil)
    #expect(most + 1 == most)
    #expect(least + -1 == least)
    #expect(least.negated == most)
    #expect(DecimalNumber(Int.max) == most)
    #expect(least.description == "-9223372036854.775808")
  }
}
