import CSQLite

/// What a column or a parameter holds.
enum Value: Equatable {
  case null
  case integer(Int64)
  case text(String)
}

/// A compiled statement.
@safe final class Statement {
  fileprivate let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  deinit {
    unsafe sqlite3_finalize(pointer)
  }

  func step() -> Int32 { unsafe sqlite3_step(pointer) }

  func reset() {
    // Both repeat the error that `step` has told already.
    _ = unsafe sqlite3_reset(pointer)
    _ = unsafe sqlite3_clear_bindings(pointer)
  }

  func bind(_ value: Value, at index: Int32) -> Int32 {
    switch value {
    case .null: return unsafe sqlite3_bind_null(pointer, index)
    case .integer(let number): return unsafe sqlite3_bind_int64(pointer, index, number)
    case .text(let text):
      var whole = text.visible
      // SQLITE_TRANSIENT, a macro that is not imported: SQLite makes its own copy.
      let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      return whole.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          unsafe sqlite3_bind_text(
            pointer,
            index,
            characters.baseAddress,
            Int32(characters.count),
            copied
          )
        }
      }
    }
  }
}

/// The row a statement stands on.
struct Row {
  private let statement: Statement

  init(_ statement: Statement) {
    self.statement = statement
  }

  /// A number; 0 for anything else.
  func integer(_ column: Int32) -> Int64 {
    unsafe sqlite3_column_int64(statement.pointer, column)
  }

  /// A text as it is, a number in digits, nothing for null.
  func text(_ column: Int32) -> String {
    guard let start = unsafe sqlite3_column_text(statement.pointer, column) else { return "" }
    let count = unsafe Int(sqlite3_column_bytes(statement.pointer, column))
    return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Does something with the bytes of a text, which last as long as it does.
  func withBytes<Result>(
    _ column: Int32,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = unsafe sqlite3_column_text(statement.pointer, column)
    let count = unsafe Int(sqlite3_column_bytes(statement.pointer, column))
    return unsafe body(UnsafeBufferPointer(start: start, count: count))
  }

  func value(_ column: Int32) -> Value {
    switch unsafe sqlite3_column_type(statement.pointer, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(column))
    default: .text(text(column))
    }
  }
}

extension String {
  /// Itself as SQLite keeps it: its JSON functions end a text at a NUL, whose visible stand-in
  /// keeps the rest.
  var visible: String {
    utf8.contains(0) ? String(map { $0 == "\0" ? "\u{FFFD}" : $0 }) : self
  }
}
