#pragma once
#include <linux/memfd.h>
#include <malloc.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-event.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

// Swift imports neither syscall(), which is variadic, nor what glibc has by name for _GNU_SOURCE.

static inline int csystemd_pidfd_open(pid_t process) {
  return (int)syscall(SYS_pidfd_open, process, 0);
}

static inline int csystemd_memfd_create(void) {
  return (int)syscall(SYS_memfd_create, "coach", MFD_CLOEXEC);
}

/* The class “idle” for this process: it has the disk when nobody else wants it (ioprio_set(2)). */
static inline int csystemd_disk_when_idle(void) {
  return (int)syscall(SYS_ioprio_set, 1, 0, 3 << 13);
}

static inline int csystemd_clock_is_synchronized(void) {
  struct timex clock = {.modes = 0};
  int state = adjtimex(&clock);
  return state >= 0 && state != TIME_ERROR && !(clock.status & STA_UNSYNC);
}

// The rows of a table of what an object on a bus has. Its strings and the table itself have to stay
// for as long as the object: sd-bus keeps their addresses.

static inline sd_bus_vtable csystemd_vtable_start(void) {
  sd_bus_vtable row = SD_BUS_VTABLE_START(0);
  return row;
}

/* The names are those of the arguments and then of the results, each with its zero. */
static inline sd_bus_vtable csystemd_vtable_method(const char *member, const char *takes,
                                                   const char *gives, const char *names,
                                                   sd_bus_message_handler_t handler) {
  /* Without SD_BUS_VTABLE_UNPRIVILEGED: for the person's own processes alone. */
  sd_bus_vtable row = {.type = _SD_BUS_VTABLE_METHOD};
  row.x.method.member = member;
  row.x.method.signature = takes;
  row.x.method.result = gives;
  row.x.method.handler = handler;
  row.x.method.names = names;
  return row;
}

static inline sd_bus_vtable csystemd_vtable_property(const char *member, const char *type,
                                                     sd_bus_property_get_t handler) {
  sd_bus_vtable row = {.type = _SD_BUS_VTABLE_PROPERTY,
                       .flags = SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE};
  row.x.property.member = member;
  row.x.property.signature = type;
  row.x.property.get = handler;
  return row;
}

static inline sd_bus_vtable csystemd_vtable_signal(const char *member, const char *carries,
                                                   const char *names) {
  sd_bus_vtable row = {.type = _SD_BUS_VTABLE_SIGNAL};
  row.x.signal.member = member;
  row.x.signal.signature = carries;
  row.x.signal.names = names;
  return row;
}

static inline sd_bus_vtable csystemd_vtable_end(void) {
  sd_bus_vtable row = SD_BUS_VTABLE_END;
  return row;
}
