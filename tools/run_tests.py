"""Runs the tests and ends with one line of counts: "N passed, N failed, N skipped".

usage: run_tests.py BUILD_FOLDER JOBS [FOLDER…]

Each test program stands for one folder of tests/ and counts its own cases (doctest's or unittest's closing line); a
program that says nothing of the kind, or dies before, counts as one. Exit 1 when a case failed or none ran.
"""
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

TIMEOUT_S = 300  # of one test program
DOCTEST = re.compile(r'test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed\s*\|\s*(\d+) skipped')
UNITTEST = re.compile(r'^Ran (\d+) tests?.*?^(?:OK|FAILED)(?: \(([^)]*)\))?', re.MULTILINE | re.DOTALL)


@dataclass
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped


def count(output, status):
    """Cases of one test program; status is ctest's: "run", "fail", "notrun" or "disabled"."""
    text = re.sub(r'\x1b\[[0-9;]*m', '', output)
    counts = Counts()
    if found := DOCTEST.findall(text):
        for passed, failed, skipped in found:
            counts.add(Counts(int(passed), int(failed), int(skipped)))
    elif match := UNITTEST.search(text):
        parts = dict(re.findall(r'(\w+)=(\d+)', match.group(2) or ''))
        counts.skipped = int(parts.get('skipped', 0))
        counts.failed = int(parts.get('failures', 0)) + int(parts.get('errors', 0))
        counts.passed = int(match.group(1)) - counts.skipped - counts.failed
    elif status == 'run':
        counts.passed = 1
    elif status in ('notrun', 'disabled'):
        counts.skipped = 1
    if status == 'fail' and not counts.failed:  # a crash after, or outside of, the cases
        counts.failed = 1
    return counts


def main(arguments):
    build, jobs, *folders = arguments
    report = Path(build).resolve() / 'tests.xml'
    report.unlink(missing_ok=True)
    command = ['ctest', '--test-dir', build, '-j', jobs, '--timeout', str(TIMEOUT_S), '--output-on-failure',
               '--output-junit', str(report), '--test-output-size-passed', '1000000', '--test-output-size-failed', '1000000']
    if folders:
        command += ['-R', '^(%s)(_.*)?$' % '|'.join(map(re.escape, folders))]
    code = subprocess.run(command).returncode
    total = Counts()
    if report.exists():
        for case in ElementTree.parse(report).getroot().iter('testcase'):
            total.add(count(case.findtext('system-out') or '', case.get('status')))
    print('%d passed, %d failed, %d skipped' % (total.passed, total.failed, total.skipped), flush=True)
    return 1 if code or total.failed or not total.passed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
