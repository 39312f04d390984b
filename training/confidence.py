"""Fits the four numbers by which a statement's scores become its confidence (src/statements/confidence.h), and writes them into
the model's manifest. Logistic regression on half of the PolNeAR dev reports, which no weights are trained on; the other half
measures it (./run evaluate).

  confidence.py --model models/en [--program build/release/onrecord] [--shared ../shared]"""
import argparse
import json
import math
import os
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'tools'))
from evaluation import confidence  # noqa: E402
from evaluation.program import Program  # noqa: E402

SCORES = 3          # cue, source, content
SHRUNK = .25        # of log-odds, so that the digits of a confidence tell them apart near 0 and 1
STEPS, RIDGE = 50, 1e-3


def variant(model, numbers, folder):
    """The model with other numbers in its manifest, in folder."""
    for file in Path(model).resolve().iterdir():
        if file.name != 'manifest.json':
            os.symlink(file, Path(folder) / file.name)
    manifest = json.loads((Path(model) / 'manifest.json').read_text()) | {'confidence': numbers}
    (Path(folder) / 'manifest.json').write_text(json.dumps(manifest))
    return folder


def examples(options):
    """→ log-odds of cue, source and content [statements, 3], right [statements]. The program tells one score at a time: as the confidence of a model whose
    other numbers are zero."""
    columns, right = [], []
    for k in range(SCORES):
        with tempfile.TemporaryDirectory() as folder:
            only = [0.] + [SHRUNK * (j == k) for j in range(SCORES)]
            program = Program(options.program, variant(options.model, only, folder))
            answers = confidence.polnear(program, options.shared, confidence.is_for_fitting)
        columns.append([math.log(s['confidence'] / (1 - s['confidence'])) / SHRUNK for s, _ in answers])
        right = [r for _, r in answers]
    return np.array(columns).T, np.array(right)


def fit(rows, right):
    """Newton's method; a little ridge keeps it from running away."""
    rows = np.column_stack([np.ones(len(rows)), rows])
    numbers, ridge = np.zeros(rows.shape[1]), RIDGE * np.eye(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ numbers))
        slope = rows.T @ (right - chance) - ridge @ numbers
        numbers = numbers + np.linalg.solve(rows.T @ (rows * (chance * (1 - chance))[:, None]) + ridge, slope)
    return numbers


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--model', required=True)
    parser.add_argument('--program', default=ROOT / 'build' / 'release' / 'onrecord')
    parser.add_argument('--shared', default=ROOT.parent / 'shared')
    options = parser.parse_args()
    rows, right = examples(options)
    numbers = [round(float(x), 3) for x in fit(rows, right)]
    path = Path(options.model) / 'manifest.json'
    path.write_text(json.dumps(json.loads(path.read_text()) | {'confidence': numbers}, ensure_ascii=False, indent=1) + '\n')
    error = confidence.rows(Program(options.program, options.model), options.shared)[0]
    print(f'{len(right)} statements, {right.mean():.3f} right, numbers {numbers}; other half: {error.measure} {error.ours:.3f}')


if __name__ == '__main__':
    main()
