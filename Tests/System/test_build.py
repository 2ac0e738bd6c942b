"""The program as it was built and installed: what it is hardened by, and what it does about it."""

import re
import subprocess

from case import Case

CONCERNS = r"Package\.swift|CStandardLibrary|CSeal|CTOML|Main|Arguments"

# A library that sets a variable before the program begins, as libfaketime does.
SETTING = """
#include <stdlib.h>
__attribute__((constructor)) static void set(void) { setenv("COACH_TEST", "1", 1); }
"""
# What stands in for a library that the program needs, and says so.
STRANGER = """
#include <unistd.h>
__attribute__((constructor)) static void stand(void) { _exit(99); }
"""


class TheProgram(Case):
    @property
    def program(self):
        return self.person.home / ".local/bin/coach"

    def read(self, *options):
        asked = ["readelf", "--wide", *options, str(self.program)]
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout

    def test_is_hardened_as_debian_builds(self):
        headers, dynamic = self.read("--program-headers"), self.read("--dynamic")
        self.assertRegex(self.read("--file-header"), r"Type:\s+DYN")
        self.assertIn("GNU_RELRO", headers)
        self.assertRegex(headers, r"GNU_STACK.* RW ", "nothing on the stack is run")
        self.assertNotRegex(headers, r"LOAD.* RWE ", "nothing that is run can be written")
        self.assertRegex(dynamic, r"BIND_NOW|FLAGS.*\bNOW\b")
        symbols = self.read("--symbols", "--use-dynamic")
        self.assertIn("__stack_chk_fail", symbols, "where C is, the stack is guarded")

    def test_looks_for_libraries_where_only_root_can_put_them(self):
        paths = re.findall(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]", self.read("--dynamic"))
        for path in ":".join(paths).split(":") if paths else []:
            self.assertRegex(path, r"^/", "an absolute path or none")
        self.library(STRANGER, self.program.parent / "libsystemd.so.0")
        self.assertTrue(self.person.coach("--version").stdout.startswith("coach 0.1.0 ("))

    def test_keeps_its_arguments_whatever_a_preloaded_library_does(self):
        preloaded = self.library(SETTING, self.person.home / "setting.so")
        self.person.coach("check", "energy", "6", LD_PRELOAD=preloaded)
        self.assertEqual(self.person.facts("answered"), ["question/energy"])
        said = self.person.coach("check", "energy", "plenty", LD_PRELOAD=preloaded, check=False)
        self.assertEqual(said.returncode, 65)
        refused = self.person.coach("chekc", LD_PRELOAD=preloaded, check=False)
        self.assertEqual(refused.returncode, 64)
        self.assertEqual(self.person.coach("greet", "", check=False).returncode, 64)

    def test_refuses_where_it_is_started_with_no_words_at_all(self):
        script = (
            "import ctypes, sys; call = ctypes.CDLL(None).execve; "
            "call.argtypes = [ctypes.c_char_p, ctypes.c_void_p, ctypes.c_void_p]; "
            f"call({str(self.program)!r}.encode(), None, None)"
        )
        done = self.person.run("python3", "-c", script, check=False)
        self.assertEqual((done.returncode, done.stdout), (70, ""))
        self.assertIn("nothing was done", done.stderr)

    def test_refuses_where_its_arguments_cannot_be_read(self):
        preloaded = self.library(SETTING, self.person.home / "setting.so")
        hidden = "mount -t tmpfs none /proc && exec env "
        words = f"LD_PRELOAD={preloaded} {self.program} check energy 6"
        asked = ["unshare", "--mount", "sh", "-c", hidden + words]
        done = subprocess.run(asked, capture_output=True, text=True)
        self.assertEqual(done.returncode, 70, done.stderr)
        self.assertIn("nothing was done", done.stderr)
        self.assertEqual(done.stdout, "")

    def library(self, source, path):
        """Builds a library where the person can load it; gone when the test ends."""
        text = path.with_suffix(".c")
        self.person.write(text, source)
        self.person.run("gcc", "-shared", "-fPIC", "-o", str(path), str(text))
        self.addCleanup(path.unlink)
        self.addCleanup(text.unlink)
        return str(path)
