/// A decimal number, exact to a millionth: 0.1 and 0.2 are 0.3.
///
/// It is a whole number of millionths. So sums are exact, equal numbers are equal however they were
/// come to, and whole numbers are what they always were.
public struct DecimalNumber: Hashable, Sendable {
  /// How many millionths it has.
  public let millionths: Int64

  /// How many places stand behind the point at most.
  public static let places = 6
  private static let one: Int64 = 1_000_000

  public init(millionths: Int64) { self.millionths = millionths }

  /// A whole number; one that is too large for millionths is the largest that is not.
  public init(_ whole: Int) {
    let (product, isOver) = Int64(whole).multipliedReportingOverflow(by: Self.one)
    millionths = isOver ? whole < 0 ? .min : .max : product
  }

  /// The whole number that it is; nil where it is none.
  public var whole: Int? { millionths % Self.one == 0 ? Int(millionths / Self.one) : nil }

  /// The nearest number with a binary fraction, for shares and means.
  public var value: Double { Double(millionths) / Double(Self.one) }

  /// It and another together; nil where that is more than fits.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let (sum, isOver) = millionths.addingReportingOverflow(other.millionths)
    return isOver ? nil : DecimalNumber(millionths: sum)
  }

  /// The same on the other side of zero; the least of all becomes the largest.
  public var negated: DecimalNumber {
    DecimalNumber(millionths: millionths == .min ? .max : -millionths)
  }

  /// A sum in which what is more than fits is as much as fits: of nine million millions nobody
  /// counts on.
  public static func + (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
    left.adding(right) ?? DecimalNumber(millionths: left.millionths < 0 ? .min : .max)
  }

  public static func - (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
    left + right.negated
  }
}

extension DecimalNumber: Comparable {
  public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    left.millionths < right.millionths
  }
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral whole: Int) { self.init(whole) }
}

extension DecimalNumber: CustomStringConvertible {
  /// As it is written down: `5.2`, `-0.5`, `3`; with a point, and without a zero at its end.
  public var description: String {
    let size = millionths.magnitude
    let sign = millionths < 0 ? "-" : ""
    let (whole, rest) = size.quotientAndRemainder(dividingBy: Self.one.magnitude)
    if rest == 0 { return "\(sign)\(whole)" }
    var digits = String(rest)
    digits = String(repeating: "0", count: Self.places - digits.utf8.count) + digits
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }

  /// Reads what `description` writes, and zeros at its end; nil for anything else, such as more
  /// places than there are, or a number that does not fit.
  public init?(_ text: String) {
    let isBelow = text.utf8.first == UInt8(ascii: "-")
    let digits = isBelow ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy(\.isOfDigits),
      let whole = Int64(parts[0]),
      let rest = Self.millionths(behindPoint: parts.count == 2 ? parts[1] : "0")
    else { return nil }
    let (size, isOver) = whole.multipliedReportingOverflow(by: Self.one)
    let (sum, isFar) = size.addingReportingOverflow(rest)
    if isOver || isFar { return nil }
    millionths = isBelow ? -sum : sum
  }

  private static func millionths(behindPoint digits: Substring) -> Int64? {
    var digits = digits
    while digits.utf8.count > places, digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    guard digits.utf8.count <= places, var rest = Int64(digits) else { return nil }
    for _ in digits.utf8.count..<places { rest *= 10 }
    return rest
  }
}

extension Substring {
  fileprivate var isOfDigits: Bool {
    !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
