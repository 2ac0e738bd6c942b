#include "CSeal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct CSealPatience {
  char *path;
  int64_t limit;
  /// When the wait began, and when somebody was last seen to get on.
  int64_t began, moved;
  struct timespec written;
};

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// SQLite's own wait counts the time alone, so that of two hundred who write at once the last are
/// turned away; here a wait ends when nobody gets on for that long.
static int waitOn(void *context, int count) {
  struct CSealPatience *patience = context;
  int64_t now = milliseconds();
  struct stat status;
  memset(&status, 0, sizeof status);
  stat(patience->path, &status);
  struct timespec written = status.st_mtim;
  if (count == 0) patience->began = now;
  int isMoved = written.tv_sec != patience->written.tv_sec ||
                written.tv_nsec != patience->written.tv_nsec;
  if (count == 0 || isMoved) patience->moved = now;
  patience->written = written;
  if (now - patience->moved >= patience->limit) return 0;
  if (now - patience->began >= 20 * patience->limit) return 0;
  // Not in step with the others who wait.
  int64_t most = count < 20 ? count + 2 : 22;
  struct timespec clock;
  clock_gettime(CLOCK_MONOTONIC, &clock);
  uint64_t chance = (uint64_t)clock.tv_nsec * 2654435761u + (uint64_t)getpid() * 40503u;
  usleep((useconds_t)(500 + (chance >> 8) % (uint64_t)(most * 1000)));
  return 1;
}

struct CSealPatience *csealWait(sqlite3 *database, const char *path, int milliseconds) {
  struct CSealPatience *patience = calloc(1, sizeof *patience);
  if (!patience) return NULL;
  patience->path = strdup(path);
  patience->limit = milliseconds;
  if (!patience->path || sqlite3_busy_handler(database, waitOn, patience) != SQLITE_OK) {
    csealForget(patience);
    return NULL;
  }
  return patience;
}

void csealForget(struct CSealPatience *patience) {
  if (patience) free(patience->path);
  free(patience);
}
