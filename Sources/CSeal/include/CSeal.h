#pragma once
#include <sqlite3.h>
#include <stdint.h>

/// The name of the file layer below SQLite that seals pages.
///
/// It lies over the system's own. Eight bytes at the end of each page, which SQLite leaves alone
/// where it is told to reserve them, hold a sum over the page's number and its other bytes. The
/// sum is written whenever the page is, and checked whenever any of its bytes are read under a
/// lock: out of the file itself, and out of the journal from which a write that was cut short is
/// taken back. A page of another content, or of another place, is never handed on: where it is in
/// the file itself that is SQLITE_IOERR_DATA, in a journal SQLITE_CORRUPT.
#define csealLayer "coach-seal"

/// The bytes of a page that is sealed, and how many of them hold its sum.
enum { csealPage = 4096, csealReserve = 8 };

/// Makes the file layer known to SQLite under its name; an SQLite result code.
int csealRegister(void);

/// What `sqlite3_file_control` understands beside SQLite's own, on a file of this layer.
///
/// All take a pointer to a 64-bit number.
enum {
  /// Whether sums are checked and written, 1 or 0; they are not before it is asked for.
  csealStrict = 0x5EA1001,
  /// Counts the pages of the file whose sums are wrong. Called under a lock for reading.
  csealCount,
  /// Writes the sum of each page whose sum is wrong. Called under the lock for writing the file.
  csealSeal,
};

/// CRC-64/XZ: the polynomial of ECMA-182 (standard ECMA-182, annex B), reflected, all ones before
/// and after, as xz and the catalogue of CRCs by Greg Cook have it. “123456789” has
/// 0x995DC9BBDF1939FA.
///
/// - before: The sum of what goes before; 0 at the beginning.
uint64_t csealSum(uint64_t before, const void *_Nullable bytes, int64_t count);

/// Whether a sealed page has the sum that it carries.
int csealIsWhole(const unsigned char *_Nonnull page, uint32_t number);

/// How a connection waits for a lock.
struct CSealPatience;

/// Lets a connection wait for a lock until nobody has written to the file for so long, and at most
/// twenty times as long; NULL where there is no memory.
struct CSealPatience *_Nullable csealWait(
  sqlite3 *_Nonnull database,
  const char *_Nonnull path,
  int milliseconds
);

/// Frees it, after the connection was closed.
void csealForget(struct CSealPatience *_Nullable patience);
