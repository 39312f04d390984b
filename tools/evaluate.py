#!/usr/bin/env python3
"""Measures the built program on the gold data and prints one table, ours beside the best peer's, people's and the bar.

usage: evaluate.py [--program FILE] [--model FOLDER] [--shared FOLDER] [--cue-threshold P] [--only PART…] [--json FILE] [--dry-run]

Writes the table between the markers of docs/evaluation.md and README.md, unless parts are missing, --only or --dry-run. Parts whose
gold data is not there are named and left out. Python's standard library only; some two minutes on two cores.
"""
import argparse
import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from evaluation import actors, confidence, coreference, corpus, entities, statements, syntax  # noqa: E402
from evaluation.program import Program, ProgramError  # noqa: E402
from evaluation.table import heading, markdown, publish  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent


def parts(shared):
    """(name, the gold that it needs, what measures it)"""
    out = []
    for bank in ('ewt', 'gum'):
        out.append(('trees', [syntax.bank(shared, bank)], lambda p, bank=bank: syntax.trees(p, shared, bank)))
        out.append(('text', [syntax.bank(shared, bank)], lambda p, bank=bank: syntax.raw_text(p, shared, bank)))
    out.append(('coreference', [syntax.bank(shared, 'gum')], lambda p: coreference.rows(p, shared)))
    out.append(('entities', list(entities.files(shared)), lambda p: entities.rows(p, shared)))
    out.append(('polnear', [statements.polnear_file(shared)], lambda p: statements.polnear(p, shared)))
    out.append(('confidence', [statements.polnear_file(shared)], lambda p: confidence.rows(p, shared)))
    out.append(('seed', [statements.seed_file(shared)], lambda p: statements.seed(p, shared)))
    out.append(('records', [statements.records_folder(shared)], lambda p: statements.records(p, shared)))
    out.append(('actors', [actors.FOLDER, statements.seed_file(shared)], lambda p: actors.rows(p, shared)))
    out.append(('corpus', [Path(shared) / 'score' / 'record.py'], lambda p: corpus.rows(p, shared)))
    return out


def measure(program, chosen):
    """→ rows, names of the parts left out or failed"""
    rows, without = [], []
    for name, needs, run in chosen:
        missing = [str(n) for n in needs if not n.exists()]
        if missing:
            print('%-9s left out: no %s' % (name, ', '.join(missing)), flush=True)
            without.append(name)
            continue
        begin = time.monotonic()
        try:
            found = run(program)
        except (ProgramError, ValueError, RuntimeError, KeyError) as error:
            print('%-9s failed: %s' % (name, error), file=sys.stderr, flush=True)
            without.append(name)
            continue
        rows += found
        print('%-9s %5.1f s' % (name, time.monotonic() - begin), flush=True)
    return rows, without


def model_version(program):
    record = program.read(lines=[{'id': 'version', 'text': 'The minister said it was raining.'}])[0]
    return record['engine']['model']


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', type=Path, default=ROOT / 'build' / 'release' / 'onrecord')
    parser.add_argument('--model', type=Path, help='another model than the program\'s own')
    parser.add_argument('--shared', type=Path, default=ROOT.parent / 'shared')
    parser.add_argument('--only', nargs='+', choices=['trees', 'text', 'coreference', 'entities', 'polnear', 'confidence', 'seed', 'records', 'actors', 'corpus'])
    parser.add_argument('--cue-threshold', type=float, help='as for onrecord read: what another one would give')
    parser.add_argument('--json', type=Path, help='the rows as JSON too')
    parser.add_argument('--dry-run', action='store_true', help='print only, write nothing into docs/')
    options = parser.parse_args()

    program = Program(options.program, options.model, options.cue_threshold)
    chosen = [p for p in parts(options.shared) if not options.only or p[0] in options.only]
    rows, without = measure(program, chosen)
    if not rows:
        print('Nothing was measured.', file=sys.stderr)
        return 1
    head = heading(ROOT, './run evaluate', model_version(program))
    print('\n%s\n\n%s' % (head, markdown(rows)))
    if options.json:
        options.json.write_text(json.dumps([asdict(r) | {'met': r.met()} for r in rows], indent=1) + '\n')
    if not (without or options.only or options.dry_run or options.model or options.cue_threshold is not None):
        publish(ROOT, 'quality', head, rows)
        print('\nWritten to docs/evaluation.md and README.md')
    return 1 if without else 0


if __name__ == '__main__':
    sys.exit(main())
