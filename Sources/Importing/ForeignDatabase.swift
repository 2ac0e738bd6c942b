import CSQLite

/// An SQLite file that somebody else made: read, and trusted in nothing.
@safe final class ForeignDatabase {
  private let handle: OpaquePointer
  private let part: String

  /// A row of an answer.
  @safe struct Row {
    fileprivate let statement: OpaquePointer

    func isNull(_ column: Int32) -> Bool {
      unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(statement, column) }
    func real(_ column: Int32) -> Double { unsafe sqlite3_column_double(statement, column) }

    /// A text; a number in digits, nothing for null.
    func text(_ column: Int32) -> String {
      guard let start = unsafe sqlite3_column_text(statement, column) else { return "" }
      let count = unsafe Int(sqlite3_column_bytes(statement, column))
      return unsafe String(
        decoding: UnsafeBufferPointer(start: start, count: count),
        as: UTF8.self
      )
    }
  }

  /// Opens a file for reading.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - part: What it is called in a refusal.
  /// - Throws: Where it cannot be opened.
  init(_ path: String, part: String = "") throws(ImportRefusal) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
    let code = unsafe sqlite3_open_v2(path, &handle, flags, "unix")
    guard code == SQLITE_OK, let opened = unsafe handle else {
      unsafe sqlite3_close_v2(handle)
      throw ImportRefusal("it cannot be opened as an SQLite file", part: part)
    }
    unsafe self.handle = opened
    self.part = part
    // What a text or a row of a foreign file can cost.
    unsafe sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, Int32(Limits.row))
    try walk("PRAGMA trusted_schema = OFF") { _ in }
    try walk("PRAGMA cell_size_check = ON") { _ in }
    try walk("PRAGMA mmap_size = 0") { _ in }
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// The version that its program gave it.
  func version() throws(ImportRefusal) -> Int64 {
    var version: Int64 = 0
    try walk("PRAGMA user_version") { version = $0.integer(0) }
    return version
  }

  /// The columns of a table; none where it is no table.
  func columns(of table: String) throws(ImportRefusal) -> [String] {
    var isTable = false
    try walk("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '\(table)'") { _ in
      isTable = true
    }
    var columns: [String] = []
    // A view of that name could do anything.
    if isTable { try walk("PRAGMA table_info(\(table))") { columns.append($0.text(1)) } }
    return columns
  }

  /// Goes through the rows of a question.
  func walk(
    _ sql: String,
    _ row: (Row) throws(ImportRefusal) -> Void
  ) throws(ImportRefusal) {
    var pointer: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, sql, -1, &pointer, nil) == SQLITE_OK,
      let statement = unsafe pointer
    else { throw refusal() }
    defer { unsafe sqlite3_finalize(statement) }
    while true {
      switch unsafe sqlite3_step(statement) {
      case SQLITE_ROW: try row(unsafe Row(statement: statement))
      case SQLITE_DONE: return
      default: throw refusal()
      }
    }
  }

  private func refusal() -> ImportRefusal {
    let words = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? ""
    return ImportRefusal("it cannot be read as an SQLite file: \(words)", part: part)
  }
}
