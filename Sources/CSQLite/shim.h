#pragma once
#include <sqlite3.h>

/// Leaves the write-ahead log of an earlier version where it is when the last connection closes,
/// until it is known to belong. Swift imports no function with a variable number of arguments.
static inline void csqliteKeepLog(sqlite3 *database) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

/// Lets a connection allocate what it needs as it needs it: what SQLite sets aside beforehand are
/// 85 KiB, all of which are written to, and would stay with the service.
static inline void csqliteAllocateLate(sqlite3 *database) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_LOOKASIDE, (void *)0, 0, 0);
}
