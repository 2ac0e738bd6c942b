#pragma once
#include <linux/memfd.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
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
