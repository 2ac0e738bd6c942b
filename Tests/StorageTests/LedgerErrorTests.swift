import Coaching
import Glibc
import Testing

@testable import Storage

/// What a person reads: what happened, to which file, why it is likely, and what to do.
@Suite struct LedgerErrorTests {
  @Test(arguments: [
    (
      LedgerError(path: "/l", errno: EACCES),
      """
      Cannot open the ledger /l: Permission denied. Probably it, or a directory on the way to it, \
      belongs to somebody else; “ls -ld” shows to whom, and “chown” gives it back.
      """
    ),
    (
      LedgerError(path: "/l", .notADatabase),
      """
      /l is no ledger: it does not begin as an SQLite database does. Nothing in it was changed. \
      Probably another file was put there. Move it away and put your own ledger there, or let \
      coach begin a new one.
      """
    ),
    (
      LedgerError(path: "/l", .newer(version: 7)),
      """
      The ledger /l was written by a newer coach: it has version 7, and this coach knows 3. \
      Nothing in it was changed. Install the newer coach again.
      """
    ),
    (
      LedgerError(path: "/l", errno: ENOSPC),
      """
      The disk of the ledger /l is full (No space left on device). This was not written down; \
      all before it is safe. Make room on the disk (“df -h” shows it), then do it again.
      """
    ),
    (
      LedgerError(path: "/l", errno: EROFS),
      """
      The ledger /l cannot be written (Read-only file system). Probably the file, its directory \
      or its disk is read-only. Allow writing with “chmod u+w”, or mount the disk for writing.
      """
    ),
  ])
  func `An error says what to do`(_ error: LedgerError, _ words: String) {
    #expect(error.description == words)
  }
}
