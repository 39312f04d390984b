"""Runs the program as a user would: through its command line, from outside."""
import json
import os
import resource
import subprocess
import tempfile
import time
import unittest
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(os.environ["ONRECORD_SOURCE"])
PROGRAM = os.environ["ONRECORD_PROGRAM"]
SAMPLES = SOURCE / "samples"
SHIPPED_MODEL = SOURCE / "models/en"


def model_to_name():
    """What --model must say; nothing where the program finds the shipped model by itself. ONRECORD_TEST_MODEL is for
    trying another one."""
    if "ONRECORD_TEST_MODEL" in os.environ:
        return os.environ["ONRECORD_TEST_MODEL"]
    return "" if SOURCE in Path(PROGRAM).resolve().parents else str(SHIPPED_MODEL)


MODEL = model_to_name()
HAS_MODEL = (Path(MODEL or SHIPPED_MODEL) / "manifest.json").exists()

# One report that every reader of English can check by eye.
REPORT = """Harbour to stay open, mayor says

The mayor of Okuta, Ada Brook, said on Monday that the harbour would stay open.

"Nobody is closing anything," she told reporters. The dockers' union denied that it had asked for a strike.
"""


def needs_model(test):
    return unittest.skipUnless(HAS_MODEL, "models/en holds no model")(test)


@dataclass
class Answer:
    status: int
    out: bytes
    err: str
    seconds: float
    megabytes: float  # most memory in use

    @property
    def records(self):
        return [json.loads(line) for line in self.out.decode().splitlines()]


def onrecord(*arguments, stdin=b"", env=None, cwd=None, prefix=(), timeout=120):
    """Runs `onrecord ARGUMENTS` to its end. stdin: bytes, or an open file."""
    arguments = [str(a) for a in arguments]
    if MODEL and arguments and arguments[0] in ("read", "why", "parse", "model") and "--model" not in arguments:
        arguments += ["--model", MODEL]
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        if isinstance(stdin, bytes):
            given.write(stdin)
            given.seek(0)
            stdin = given
        begin = time.monotonic()
        process = subprocess.Popen([*prefix, PROGRAM, *arguments], stdin=stdin, stdout=out, stderr=err, env=env, cwd=cwd)
        while True:
            pid, wait_status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - begin > timeout:
                process.kill()
                os.wait4(process.pid, 0)
                raise AssertionError(f"still running after {timeout} s: onrecord {' '.join(arguments)}")
            time.sleep(0.01)
        process.returncode = os.waitstatus_to_exitcode(wait_status)
        seconds = time.monotonic() - begin
        out.seek(0)
        err.seek(0)
        return Answer(process.returncode, out.read(), err.read().decode(), seconds, usage.ru_maxrss / 1024)


class CommandLineTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="onrecord-test-")
        self.addCleanup(self._folder.cleanup)
        self.folder = Path(self._folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def assert_status(self, answer, status):
        self.assertEqual(answer.status, status, answer.err)
