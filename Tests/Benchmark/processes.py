"""Processes: started, ended, timed, and read about in /proc."""

import contextlib
import os
import pathlib
import re
import subprocess
import time


class Started(contextlib.ExitStack):
    """Processes that end when it does, the last one first."""

    def start(self, arguments, environment, **more):
        nowhere = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        process = subprocess.Popen(list(map(str, arguments)), env=environment, **nowhere, **more)
        self.callback(end, process)
        return process


def end(process):
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


NOWHERE = [
    (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
    (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
    (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0),
]


def milliseconds(arguments, environment):
    """How long a command takes, from the fork to its exit; it must succeed."""
    arguments = list(map(str, arguments))
    began = time.perf_counter()
    pid = os.posix_spawnp(arguments[0], arguments, environment, file_actions=NOWHERE)
    _, status = os.waitpid(pid, 0)
    took = (time.perf_counter() - began) * 1000
    if status:
        code = os.waitstatus_to_exitcode(status)
        raise SystemExit(f"{' '.join(arguments)} ended with {code}")
    return took


def memory(pid):
    """RSS, PSS and what nobody shares and no file holds in MiB, and threads."""
    held = [_number(pid, "smaps_rollup", key) / 1024 for key in ("Rss", "Pss", "Anonymous")]
    return (*held, _number(pid, "status", "Threads"))


def switches(pid):
    """For each thread, its voluntary context switches, which are its wake-ups, and its others."""
    kinds = ("voluntary_ctxt_switches", "nonvoluntary_ctxt_switches")
    tasks = [task.name for task in pathlib.Path(f"/proc/{pid}/task").iterdir()]
    return {task: [_number(pid, f"task/{task}/status", kind) for kind in kinds] for task in tasks}


def switched(before, after):
    """How often a process woke up and was put aside between two counts of its threads."""
    began = {task: before.get(task, [0, 0]) for task in after}
    return tuple(sum(after[task][kind] - began[task][kind] for task in after) for kind in (0, 1))


def _number(pid, file, key):
    text = pathlib.Path(f"/proc/{pid}/{file}").read_text()
    return int(re.search(rf"^{key}:\s+(\d+)", text, re.MULTILINE)[1])
