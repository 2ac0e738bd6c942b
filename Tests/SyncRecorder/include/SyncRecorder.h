#pragma once

/// Stands before the C library's fsync and fdatasync, in this process and its libraries, SQLite
/// among them; notes each call on what lies in one directory or below it, and makes some fail.
///
/// What lies elsewhere is synced as ever: tests run side by side.

/// Begins to note what is synced in a directory; waits for who else is doing so.
void recordSyncs(const char *_Nonnull directory);

/// Makes the syncs from one on fail with EIO, counted from 0 from now; so many of them.
void failSyncs(int first, int count);

/// The paths that were synced, below the directory, each ended by a line feed; “.” is the
/// directory itself, and “!” stands before one that was made to fail. Nothing is noted any more. It
/// must follow each `recordSyncs`.
const char *_Nonnull recordedSyncs(void);
