/* What the next elapse costs: the half of the benchmark that is systemd's.
 *
 *     elapse LIBSYSTEMD-SHARED [local] <LINES
 *
 * Reads the same lines and prints the same as Tests/Elapse, of which it is the twin; the prototypes
 * are those of src/shared/calendarspec.h. With `local` the zone is /etc/localtime and TZ is
 * unset, as it is for systemd's own timers: then the C library looks after the file at every
 * conversion. */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef int parse(const char *text, void **spec);
typedef int next(const void *spec, uint64_t after, uint64_t *found);

static double nanoseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

static int ascending(const void *one, const void *other) {
  double a = *(const double *)one, b = *(const double *)other;
  return a < b ? -1 : a > b;
}

static double round_of(next *next, void *spec, uint64_t first, unsigned calls) {
  double start = nanoseconds();
  for (unsigned call = 0; call < calls; call++) {
    uint64_t found = 0;
    next(spec, first + (call + 1) % 16 * 8391601000000ull, &found);
  }
  return nanoseconds() - start;
}

int main(int count, char **words) {
  void *library = count > 1 ? dlopen(words[1], RTLD_NOW) : NULL;
  parse *parse = library ? dlsym(library, "calendar_spec_from_string") : NULL;
  next *next = library ? dlsym(library, "calendar_spec_next_usec") : NULL;
  if (!parse || !next) {
    fprintf(stderr, "libsystemd-shared cannot be loaded: apt install systemd\n");
    return 1;
  }
  char line[256];
  while (fgets(line, sizeof line, stdin)) {
    char *zone = strtok(line, "\t"), *first = strtok(NULL, "\t"), *text = strtok(NULL, "\n");
    void *spec;
    if (!text || (count > 2 ? unsetenv("TZ") : setenv("TZ", zone, 1))) return 1;
    tzset();
    if (parse(text, &spec) < 0) return 1;
    uint64_t instant = strtoull(first, NULL, 10);
    unsigned calls = 1;
    double took = 0, rounds[9];
    while (took < 1e7) took = round_of(next, spec, instant, calls *= 2);
    for (int round = 0; round < 9; round++)
      rounds[round] = round_of(next, spec, instant, calls) / calls;
    qsort(rounds, 9, sizeof *rounds, ascending);
    printf("%f\n", rounds[4]);
    fflush(stdout);
  }
}
