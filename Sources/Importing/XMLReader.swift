import CExpat

/// An element of a text of XML, as it begins or ends.
enum XMLEvent {
  case begins(String, [String: String])
  case ends(String)
}

/// Reads XML in parts, and tells of each element; no entity that the text defines itself is taken.
@safe final class XMLReader {
  private let source: any ByteSource
  private let parser: XML_Parser
  private let tell: (XMLEvent) throws(ImportRefusal) -> Void
  private var failure: ImportRefusal?
  private var depth = 0

  private init(
    _ source: any ByteSource,
    _ tell: @escaping (XMLEvent) throws(ImportRefusal) -> Void
  ) throws(ImportRefusal) {
    guard let parser = unsafe XML_ParserCreate("UTF-8") else {
      throw ImportRefusal("there is no memory left", kind: .inputOutput)
    }
    unsafe self.parser = parser
    self.source = source
    self.tell = tell
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Reads all of a source.
  static func read(
    _ source: any ByteSource,
    _ tell: @escaping (XMLEvent) throws(ImportRefusal) -> Void
  ) throws(ImportRefusal) {
    let reader = try XMLReader(source, tell)
    try reader.read()
  }

  private func read() throws(ImportRefusal) {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        unsafe XMLReader.at(data)?.begin(name, attributes)
      },
      { data, name in unsafe XMLReader.at(data)?.end(name) }
    )
    // One can be made to stand for gigabytes, or for another file.
    unsafe XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      let words = "it defines words of its own, which may stand for anything"
      unsafe XMLReader.at(data)?.stop(ImportRefusal(words))
    }
    while true {
      let bytes = try source.next()
      let status = unsafe bytes.withUnsafeBytes { buffer in
        unsafe XML_Parse(
          parser,
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(buffer.count),
          bytes.isEmpty ? 1 : 0
        )
      }
      if let failure { throw failure }
      if status != XML_STATUS_OK { throw refusal() }
      if bytes.isEmpty { return }
    }
  }

  private static func at(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    unsafe data.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func begin(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard failure == nil, let name = unsafe name.map({ unsafe String(cString: $0) }) else { return }
    depth += 1
    var found: [String: String] = [:]
    var place = 0
    while let key = unsafe attributes?[place], let value = unsafe attributes?[place + 1] {
      found[unsafe String(cString: key)] = unsafe String(cString: value)
      place += 2
    }
    if depth > 64 { return stop(ImportRefusal("it lies deeper than anything can")) }
    met { () throws(ImportRefusal) in try tell(.begins(name, found)) }
  }

  private func end(_ name: UnsafePointer<XML_Char>?) {
    depth -= 1
    guard failure == nil, let name = unsafe name.map({ unsafe String(cString: $0) }) else { return }
    met { () throws(ImportRefusal) in try tell(.ends(name)) }
  }

  private func met(_ work: () throws(ImportRefusal) -> Void) {
    do throws(ImportRefusal) {
      try work()
    } catch {
      stop(error)
    }
  }

  private func stop(_ refusal: ImportRefusal) {
    var refusal = refusal
    refusal.part = source.part
    refusal.line = refusal.line ?? line
    failure = refusal
    unsafe XML_StopParser(parser, 0)
  }

  private var line: Int { unsafe Int(XML_GetCurrentLineNumber(parser)) }

  private func refusal() -> ImportRefusal {
    let code = unsafe XML_GetErrorCode(parser)
    let words = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "no XML"
    return ImportRefusal("it is broken: \(words)", part: source.part, line: line)
  }
}
