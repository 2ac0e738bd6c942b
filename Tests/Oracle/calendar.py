"""systemd's own calendar code, asked line by line.

Reads lines of `ZONE<TAB>INSTANT<TAB>EXPRESSION`, the instant in microseconds since 1970, and
writes one line for each: `refused`, or `NORMALIZED<TAB>NEXT`, where NEXT is microseconds since
1970, `never`, or `gave up` where systemd's own limit on its search was hit.

systemd reckons in the process's own zone, and forks for an expression that names another; so the
zone is set by TZ, which is a thousand times faster.
"""
import ctypes
import errno
import glob
import os
import sys
import time

PLACES = ("/usr/lib/*/systemd/libsystemd-shared-*.so", "/usr/lib/systemd/libsystemd-shared-*.so",
          "/usr/lib64/systemd/libsystemd-shared-*.so")


def load():
    """The shared code of the installed systemd, whose file name holds its version."""
    found = [path for place in PLACES for path in sorted(glob.glob(place))]
    if not found:
        # On standard output, as what systemd says of its own on the other is of no use.
        print("libsystemd-shared is not installed, so there is no oracle: apt install systemd")
        sys.exit(1)
    library = ctypes.CDLL(found[-1])
    spec = ctypes.c_void_p
    library.calendar_spec_from_string.argtypes = [ctypes.c_char_p, ctypes.POINTER(spec)]
    library.calendar_spec_to_string.argtypes = [spec, ctypes.POINTER(ctypes.c_void_p)]
    library.calendar_spec_next_usec.argtypes = [
        spec, ctypes.c_uint64, ctypes.POINTER(ctypes.c_uint64)]
    library.calendar_spec_free.argtypes = [spec]
    library.calendar_spec_free.restype = spec
    return library


def answer(library, libc, expression, instant):
    """One line about one expression."""
    spec = ctypes.c_void_p()
    if library.calendar_spec_from_string(expression, ctypes.byref(spec)) < 0:
        return b"refused"
    text = ctypes.c_void_p()
    if library.calendar_spec_to_string(spec, ctypes.byref(text)) < 0:
        raise MemoryError
    normalized = ctypes.string_at(text)
    libc.free(text)
    following = ctypes.c_uint64()
    result = library.calendar_spec_next_usec(spec, instant, ctypes.byref(following))
    library.calendar_spec_free(spec)
    if result >= 0:
        said = b"%d" % following.value
    else:
        failures = {errno.ENOENT: b"never", errno.EDEADLK: b"gave up"}
        said = failures.get(-result, b"error %d" % -result)
    return normalized + b"\t" + said


def main():
    library = load()
    libc = ctypes.CDLL(None)
    libc.free.argtypes = [ctypes.c_void_p]
    current = None
    for line in sys.stdin.buffer:
        zone, instant, expression = line.rstrip(b"\n").split(b"\t", 2)
        if zone != current:
            os.environb[b"TZ"] = b":" + zone
            time.tzset()
            current = zone
        sys.stdout.buffer.write(answer(library, libc, expression, int(instant)) + b"\n")


main()
