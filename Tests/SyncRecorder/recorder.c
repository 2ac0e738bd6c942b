#define _GNU_SOURCE
#include "SyncRecorder.h"

#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char place[PATH_MAX];
static char noted[65536];
static int calls, firstFailure = -1, failures;
/// Whether somebody is recording.
static int isTaken;
static pthread_cond_t isFree = PTHREAD_COND_INITIALIZER;

void recordSyncs(const char *directory) {
  pthread_mutex_lock(&lock);
  while (isTaken) pthread_cond_wait(&isFree, &lock);
  isTaken = 1;
  if (!realpath(directory, place)) place[0] = 0;
  noted[0] = 0;
  firstFailure = -1;
  pthread_mutex_unlock(&lock);
}

void failSyncs(int first, int count) {
  pthread_mutex_lock(&lock);
  calls = 0;
  firstFailure = first;
  failures = count;
  pthread_mutex_unlock(&lock);
}

const char *recordedSyncs(void) {
  pthread_mutex_lock(&lock);
  place[0] = 0;
  isTaken = 0;
  const char *copy = strdup(noted);
  pthread_cond_signal(&isFree);
  pthread_mutex_unlock(&lock);
  return copy ? copy : "";
}

/// Notes a call; whether it is to fail.
static int note(int file) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  size_t depth = strlen(place);
  if (!depth || strncmp(path, place, depth) || (path[depth] && path[depth] != '/')) return 0;
  int fails = firstFailure >= 0 && calls >= firstFailure && calls < firstFailure + failures;
  calls++;
  size_t used = strlen(noted);
  const char *name = path[depth] ? path + depth + 1 : ".";
  snprintf(noted + used, sizeof noted - used, "%s%s\n", fails ? "!" : "", name);
  return fails;
}

static int record(long call, int file) {
  pthread_mutex_lock(&lock);
  int fails = note(file);
  pthread_mutex_unlock(&lock);
  if (!fails) return (int)syscall(call, file);
  errno = EIO;
  return -1;
}

int fsync(int file) { return record(SYS_fsync, file); }
int fdatasync(int file) { return record(SYS_fdatasync, file); }
