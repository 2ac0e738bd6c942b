#include "CSeal.h"
#include "sum.h"

#include <pthread.h>
#include <stddef.h>
#include <string.h>

enum Kind { mainFile, journal, otherFile };

/// An open file of this layer; the system's own file lies behind it.
typedef struct File {
  sqlite3_file base;
  sqlite3_file *real;
  enum Kind kind;
  /// Whether the main file's pages are sealed: sums are checked and written.
  int isStrict;
  /// The main file's lock: what is read without one may be half written.
  int lock;
  /// Of a journal: the file that it belongs to.
  struct File *main;
  /// Of a journal: the number that was read last, and where: it names the page that follows it.
  uint32_t word;
  sqlite3_int64 wordAt;
  unsigned char page[csealPage];
} File;

static sqlite3_vfs layer;
static sqlite3_vfs *below;

static File *file(sqlite3_file *base) { return (File *)base; }
static const sqlite3_io_methods *of(File *file) { return file->real->pMethods; }

static uint32_t number(const unsigned char *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

// Reading and writing

/// Reads a whole page into a buffer and checks it.
static int readPage(File *f, unsigned char *page, sqlite3_int64 start) {
  sqlite3_int64 place = start / csealPage + 1;
  int code = of(f)->xRead(f->real, page, csealPage, start);
  if (code == SQLITE_IOERR_SHORT_READ) {
    // Behind the end there is nothing, which SQLite asks about; a page that was cut is damage.
    sqlite3_int64 size = 0;
    int sized = of(f)->xFileSize(f->real, &size);
    if (sized != SQLITE_OK) return sized;
    return size <= start ? code : SQLITE_IOERR_DATA;
  }
  if (code != SQLITE_OK) return code;
  return csealIsWhole(page, (uint32_t)place) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

static int readMain(File *f, unsigned char *bytes, int count, sqlite3_int64 start) {
  if (count == csealPage && start % csealPage == 0) return readPage(f, bytes, start);
  while (count > 0) {
    sqlite3_int64 page = start - start % csealPage;
    int inside = (int)(start - page);
    int part = csealPage - inside < count ? csealPage - inside : count;
    int code = readPage(f, f->page, page);
    if (code != SQLITE_OK) {
      if (code == SQLITE_IOERR_SHORT_READ) memset(bytes, 0, (size_t)count);
      return code;
    }
    memcpy(bytes, f->page + inside, (size_t)part);
    bytes += part, start += part, count -= part;
  }
  return SQLITE_OK;
}

/// Reads out of a journal: each page in it stands behind its number.
static int readJournal(File *f, unsigned char *bytes, int count, sqlite3_int64 start) {
  int code = of(f)->xRead(f->real, bytes, count, start);
  if (code != SQLITE_OK || !f->main->isStrict) return code;
  if (count == 4) f->word = number(bytes), f->wordAt = start;
  if (count != csealPage || f->wordAt != start - 4) return code;
  return csealIsWhole(bytes, f->word) ? SQLITE_OK : SQLITE_CORRUPT;
}

static int xRead(sqlite3_file *base, void *bytes, int count, sqlite3_int64 start) {
  File *f = file(base);
  if (f->kind == journal && f->main) return readJournal(f, bytes, count, start);
  if (f->kind == mainFile && f->isStrict && f->lock >= SQLITE_LOCK_SHARED)
    return readMain(f, bytes, count, start);
  return of(f)->xRead(f->real, bytes, count, start);
}

static int xWrite(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 start) {
  File *f = file(base);
  if (f->kind == mainFile && f->isStrict && count == csealPage && start % csealPage == 0)
    // Into SQLite's own copy of the page, which is what it puts into the journal next time.
    csealPut((unsigned char *)bytes, (uint32_t)(start / csealPage + 1));
  return of(f)->xWrite(f->real, bytes, count, start);
}

// The journal of a write that was cut short

/// Where records begin, and how many there are; 0 where it is none that SQLite would take back.
static sqlite3_int64 records(const unsigned char *head, sqlite3_int64 size, sqlite3_int64 *sector) {
  static const unsigned char magic[] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
  *sector = number(head + 20);
  if (memcmp(head, magic, sizeof magic) != 0 || *sector < 32 || *sector > 65536) return 0;
  if (number(head + 24) != csealPage) return 0;
  sqlite3_int64 there = (size - *sector) / (csealPage + 8);
  sqlite3_int64 said = number(head + 8);
  return said < there ? said : there;
}

/// Refuses a journal that was not written for the file as it is: before a page of it is used.
/// Where it is refused the file is half written, and no look at the facts could mend that.
///
/// Each commit raises a counter in the first page by one, as the last that it writes. A journal
/// that belongs holds the page as it was, and the file has that count or the next.
static int refuseForeign(File *f) {
  unsigned char head[28], at[4], counter[4];
  sqlite3_int64 size = 0, sector;
  int code = of(f)->xFileSize(f->real, &size);
  if (code != SQLITE_OK || size < (sqlite3_int64)sizeof head) return code;
  code = of(f)->xRead(f->real, head, sizeof head, 0);
  if (code != SQLITE_OK) return code;
  sqlite3_int64 count = records(head, size, &sector);
  for (sqlite3_int64 record = 0; record < count; record++) {
    sqlite3_int64 start = sector + record * (csealPage + 8);
    code = of(f)->xRead(f->real, at, 4, start);
    if (code == SQLITE_OK) code = of(f)->xRead(f->real, f->page, csealPage, start + 4);
    if (code != SQLITE_OK) return code;
    if (!csealIsWhole(f->page, number(at))) return SQLITE_CORRUPT;
    if (number(at) != 1) continue;
    code = of(f->main)->xRead(f->main->real, counter, 4, 24);
    if (code != SQLITE_OK) return code;
    uint32_t passed = number(counter) - number(f->page + 24);
    if (passed > 1) return SQLITE_CORRUPT;
  }
  return SQLITE_OK;
}

// The whole file

/// Whether the pages have room for sums: to write them elsewhere would destroy what is there.
static int hasRoom(File *f) {
  unsigned char head[21];
  if (of(f)->xRead(f->real, head, sizeof head, 0) != SQLITE_OK) return 0;
  return (head[16] << 8 | head[17]) == csealPage && head[20] == csealReserve;
}

static int eachPage(File *f, int seals, sqlite3_int64 *wrong) {
  sqlite3_int64 size = 0;
  int code = of(f)->xFileSize(f->real, &size);
  *wrong = 0;
  if (code == SQLITE_OK && !hasRoom(f)) code = SQLITE_MISUSE;
  for (sqlite3_int64 start = 0; code == SQLITE_OK && start < size; start += csealPage) {
    uint32_t place = (uint32_t)(start / csealPage + 1);
    code = of(f)->xRead(f->real, f->page, csealPage, start);
    if (code == SQLITE_IOERR_SHORT_READ) code = SQLITE_OK;
    if (code != SQLITE_OK || csealIsWhole(f->page, place)) continue;
    *wrong += 1;
    if (!seals) continue;
    csealPut(f->page, place);
    const int sum = csealPage - csealReserve;
    code = of(f)->xWrite(f->real, f->page + sum, csealReserve, start + sum);
  }
  if (code == SQLITE_OK && seals) code = of(f)->xSync(f->real, SQLITE_SYNC_NORMAL);
  return code;
}

static int xFileControl(sqlite3_file *base, int operation, void *argument) {
  File *f = file(base);
  sqlite3_int64 *said = argument;
  switch (operation) {
  case csealStrict: f->isStrict = *said != 0; return SQLITE_OK;
  case csealCount: return eachPage(f, 0, said);
  case csealSeal: return eachPage(f, 1, said);
  default: return of(f)->xFileControl(f->real, operation, argument);
  }
}

// What is only handed on

static int xClose(sqlite3_file *base) {
  return of(file(base))->xClose(file(base)->real);
}
static int xTruncate(sqlite3_file *base, sqlite3_int64 size) {
  return of(file(base))->xTruncate(file(base)->real, size);
}
static int xSync(sqlite3_file *base, int flags) {
  return of(file(base))->xSync(file(base)->real, flags);
}
static int xFileSize(sqlite3_file *base, sqlite3_int64 *size) {
  return of(file(base))->xFileSize(file(base)->real, size);
}
static int xLock(sqlite3_file *base, int lock) {
  int code = of(file(base))->xLock(file(base)->real, lock);
  if (code == SQLITE_OK) file(base)->lock = lock;
  return code;
}
static int xUnlock(sqlite3_file *base, int lock) {
  file(base)->lock = lock;
  return of(file(base))->xUnlock(file(base)->real, lock);
}
static int xCheckReservedLock(sqlite3_file *base, int *isLocked) {
  return of(file(base))->xCheckReservedLock(file(base)->real, isLocked);
}
static int xSectorSize(sqlite3_file *base) {
  return of(file(base))->xSectorSize(file(base)->real);
}
static int xDeviceCharacteristics(sqlite3_file *base) {
  return of(file(base))->xDeviceCharacteristics(file(base)->real);
}
static int xShmMap(sqlite3_file *base, int page, int size, int extends, void volatile **start) {
  return of(file(base))->xShmMap(file(base)->real, page, size, extends, start);
}
static int xShmLock(sqlite3_file *base, int start, int count, int flags) {
  return of(file(base))->xShmLock(file(base)->real, start, count, flags);
}
static void xShmBarrier(sqlite3_file *base) {
  of(file(base))->xShmBarrier(file(base)->real);
}
static int xShmUnmap(sqlite3_file *base, int deletes) {
  return of(file(base))->xShmUnmap(file(base)->real, deletes);
}

/// Version 2 leaves out xFetch: a page that is mapped would be read past this layer.
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = xClose,
  .xRead = xRead,
  .xWrite = xWrite,
  .xTruncate = xTruncate,
  .xSync = xSync,
  .xFileSize = xFileSize,
  .xLock = xLock,
  .xUnlock = xUnlock,
  .xCheckReservedLock = xCheckReservedLock,
  .xFileControl = xFileControl,
  .xSectorSize = xSectorSize,
  .xDeviceCharacteristics = xDeviceCharacteristics,
  .xShmMap = xShmMap,
  .xShmLock = xShmLock,
  .xShmBarrier = xShmBarrier,
  .xShmUnmap = xShmUnmap,
};

static int xOpen(
  sqlite3_vfs *vfs,
  const char *name,
  sqlite3_file *base,
  int flags,
  int *outFlags
) {
  (void)vfs;
  const int ours = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL;
  if (!(flags & ours)) return below->xOpen(below, name, base, flags, outFlags);
  File *f = file(base);
  memset(f, 0, sizeof *f);
  f->kind = flags & SQLITE_OPEN_MAIN_DB ? mainFile : journal;
  f->real = (sqlite3_file *)(f + 1);
  f->wordAt = -1;
  int code = below->xOpen(below, name, f->real, flags, outFlags);
  if (code != SQLITE_OK) {
    if (f->real->pMethods) of(f)->xClose(f->real);
    return code;
  }
  f->base.pMethods = &methods;
  if (f->kind == mainFile) return code;
  sqlite3_file *owner = sqlite3_database_file_object(name);
  if (!owner || owner->pMethods != &methods) return code;
  f->main = file(owner);
  // SQLite opens what it takes back under the lock for writing, and without making it.
  int takesBack = flags & SQLITE_OPEN_READWRITE && !(flags & SQLITE_OPEN_CREATE);
  if (!f->main->isStrict || !takesBack || f->main->lock < SQLITE_LOCK_EXCLUSIVE) return code;
  code = refuseForeign(f);
  if (code != SQLITE_OK) {
    of(f)->xClose(f->real);
    f->base.pMethods = NULL;
  }
  return code;
}

static pthread_once_t isMade = PTHREAD_ONCE_INIT;
static int outcome;

static void make(void) {
  below = sqlite3_vfs_find(NULL);
  if (!below) {
    outcome = SQLITE_ERROR;
    return;
  }
  layer = *below;
  layer.zName = csealLayer;
  layer.pNext = NULL;
  layer.szOsFile = (int)sizeof(File) + below->szOsFile;
  layer.xOpen = xOpen;
  outcome = sqlite3_vfs_register(&layer, 0);
}

int csealRegister(void) {
  pthread_once(&isMade, make);
  return outcome;
}
