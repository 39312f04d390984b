"""Wall time, CPU time, peak memory and time to the first line of output of a command."""
import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Run:
    seconds: float        # start to end of the process
    first_line: float     # start to the first line of output
    cpu_seconds: float    # of the process and its children; says more than wall time on a busy machine
    peak_bytes: int       # of the process and its children together
    output: bytes


def tree(root):
    """Process ids of root and all that it started."""
    children = {}
    for entry in Path('/proc').glob('[0-9]*/stat'):
        try:
            fields = entry.read_text().rsplit(')', 1)[1].split()
        except OSError:  # ended meanwhile
            continue
        children.setdefault(int(fields[1]), []).append(int(entry.parent.name))
    out, todo = [], [root]
    while todo:
        pid = todo.pop()
        out.append(pid)
        todo += children.get(pid, [])
    return out


def shared_out_memory(pids):
    """Sum of proportional set sizes: pages that several processes share count once."""
    total = 0
    for pid in pids:
        try:
            lines = Path('/proc/%d/smaps_rollup' % pid).read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith('Pss:'))
    return total


class Watch(threading.Thread):
    """Samples the memory of a process tree until stopped; sees peaks longer than the interval."""

    def __init__(self, pid, interval_s=0.5):
        super().__init__(daemon=True)
        self.pid, self.interval_s, self.peak, self.done = pid, interval_s, 0, threading.Event()

    def run(self):
        while not self.done.wait(self.interval_s):
            self.peak = max(self.peak, shared_out_memory(tree(self.pid)))


def run(command, several_processes=False, **options):
    """One run. The peak of a single process is the kernel's own count; that of several is sampled."""
    begin = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, **options)
    watch = Watch(process.pid)
    if several_processes:
        watch.start()
    first = process.stdout.readline()
    first_line = time.monotonic() - begin
    output = first + process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.done.set()
    if process.returncode:
        raise RuntimeError('%s ended with status %d' % (' '.join(map(str, command)), process.returncode))
    return Run(seconds, first_line, usage.ru_utime + usage.ru_stime, max(watch.peak, usage.ru_maxrss * 1024), output)
