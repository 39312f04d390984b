#!/usr/bin/env python3
"""Our whole pipeline beside spaCy's small one, in turn on the same reports, and what else `./run bench` promises.

usage: compare_spacy.py [--program FILE] [--model FOLDER] [--reports N] [--rounds N] [--dry-run]

Ours: `onrecord read --threads 2`, from the start of the process to its end: records of who said what.
spaCy: en_core_web_sm (tagger, parser, lemmatizer, entities) with n_process=2, from the first report to the last, without
the time that it takes to load: no statements, no actors. Both run A B A B A B, so that a busy machine disturbs both.
Writes its table into docs/evaluation.md and README.md unless --dry-run.
"""
import argparse
import hashlib
import json
import os
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / 'bench'), str(ROOT / 'tools')]
import measure  # noqa: E402
import reports  # noqa: E402
from evaluation.table import Row, heading, markdown, publish  # noqa: E402

THREADS = 2
THREADS_COMPARED = (1, 2, 8)  # give the same bytes
REPORTS_COMPARED = 500
STARTS = 5


def spacy_environment():
    """One thread a process, and OpenBLAS free to choose its kernel: neither must hold spaCy back."""
    env = {k: v for k, v in os.environ.items() if not k.startswith('OPENBLAS_')}
    return env | {'OMP_NUM_THREADS': '1', 'OPENBLAS_NUM_THREADS': '1', 'BLIS_NUM_THREADS': '1'}


class Contest:
    def __init__(self, options, folder):
        self.read = [options.program, 'read', '--format', 'jsonl'] + (['--model', options.model] if options.model else [])
        self.folder, self.count = Path(folder), options.reports

    def write(self, name, count):
        path = self.folder / name
        made = reports.make(ROOT / 'samples', count)
        path.write_text(''.join(json.dumps(r) + '\n' for r in made), encoding='utf-8')
        words = statistics.mean(len(r['text'].split()) for r in made)
        return path, words

    def ours(self, path, threads=THREADS):
        return measure.run([*self.read, '--threads', threads, path])

    def spacy(self, path):
        done = measure.run([sys.executable, ROOT / 'bench' / 'spacy_worker.py', path, 2], several_processes=True, env=spacy_environment())
        return done, json.loads(done.output)

    def speed(self, rounds):
        """Rows of reports a second and memory."""
        path, words = self.write('speed.jsonl', self.count)
        ours, theirs, our_peak, their_peak, our_cpu, their_cpu = [], [], [], [], [], []
        for number in range(rounds):
            a = self.ours(path)
            if a.output.count(b'\n') != self.count:
                raise RuntimeError('%d records for %d reports' % (a.output.count(b'\n'), self.count))
            b, answer = self.spacy(path)
            ours.append(self.count / a.seconds)
            theirs.append(self.count / answer['seconds'])
            our_peak.append(a.peak_bytes / 1e6)
            their_peak.append(b.peak_bytes / 1e6)
            our_cpu.append(1000 * a.cpu_seconds / self.count)
            their_cpu.append(1000 * b.cpu_seconds / self.count)
            print('round %d: onrecord %.1f, spaCy %.1f reports/s' % (number + 1, ours[-1], theirs[-1]), flush=True)
        mine, peer = statistics.median(ours), statistics.median(theirs)
        ratio = statistics.median(a / b for a, b in zip(ours, theirs))
        spread = '%.1f–%.1f' % (min(ours), max(ours))
        what = '%d reports of %.0f words' % (self.count, words)
        print('spaCy pipes: ' + ', '.join(answer['pipes']))
        return [Row(what, 'reports/s, 2 threads, median of %d (%s)' % (rounds, spread), mine, '%.1f spaCy sm (%.1f–%.1f)' % (
                    peer, min(theirs), max(theirs)), bar=20.0),
                Row(what, 'times spaCy sm with 2 processes', ratio, '1 spaCy sm', bar=1.0, digits=2),
                Row(what, 'CPU milliseconds a report, start-up included', statistics.median(our_cpu), '%.0f spaCy sm' % statistics.median(their_cpu),
                    digits=0),
                Row(what, 'peak memory, MB', max(our_peak), '%.0f spaCy sm' % max(their_peak), bar=500.0, digits=0, at_most=True)]

    def start(self):
        path, _ = self.write('one.jsonl', 1)
        seconds = [self.ours(path).first_line for _ in range(STARTS)]
        return [Row('one report', 'start to first record, s, median of %d' % STARTS, statistics.median(seconds), bar=1.0, digits=2, at_most=True)]

    def same_bytes(self):
        path, _ = self.write('same.jsonl', REPORTS_COMPARED)
        hashes = {n: hashlib.sha256(self.ours(path, n).output).hexdigest() for n in THREADS_COMPARED}
        same = len(set(hashes.values())) == 1
        print('bytes with %s threads: %s' % (', '.join(map(str, hashes)), 'the same' if same else hashes), flush=True)
        return [Row('%d reports' % REPORTS_COMPARED, 'the same bytes with 1, 2 and 8 threads', float(same), bar=1.0,
                    shown='yes' if same else 'no', bar_shown='yes')]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', type=Path, default=ROOT / 'build' / 'release' / 'onrecord')
    parser.add_argument('--model', type=Path, help='another model than the program\'s own')
    parser.add_argument('--reports', type=int, default=1000)
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--dry-run', action='store_true', help='print only, write nothing into docs/')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        contest = Contest(options, folder)
        rows = contest.start() + contest.speed(options.rounds) + contest.same_bytes()
        record = json.loads(contest.ours(contest.write('one.jsonl', 1)[0]).output)
    head = heading(ROOT, './run bench', record['engine']['model'])
    print('\n%s\n\n%s' % (head, markdown(rows)))
    if not (options.dry_run or options.model or options.reports < 1000 or options.rounds < 3):
        publish(ROOT, 'speed', head, rows)
        print('\nWritten to docs/evaluation.md and README.md')
    return 0


if __name__ == '__main__':
    sys.exit(main())
