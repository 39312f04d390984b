"""Is a statement's confidence the share of such statements that are right? Expected calibration error: the mean distance between
confidence and share of right ones in ten bins of equal width, weighed by their statements (Naeini, Cooper and Hauskrecht 2015)."""
import sys
import zlib
from pathlib import Path

from evaluation.pairs import Pairs, inside_another
from evaluation.statements import polnear_read
from evaluation.table import Row

BINS = 10


def is_for_fitting(name):
    """Half of the PolNeAR dev reports, by name: the confidence is fitted on them, and measured on the others."""
    return zlib.crc32(name.encode()) % 2 == 0


def judged(pairs):
    """(statement, is it right) of those found that the gold speaks of: nothing inside another, nothing optional."""
    of_found = {j: i for i, j in pairs.pair.items()}
    for j, statement in enumerate(pairs.found):
        i = of_found.get(j)
        if not inside_another(statement, pairs.found) and not (i is not None and pairs.gold[i].get('optional')):
            yield statement, i in pairs.right


def error(answers):
    """answers: (confidence, is it right)."""
    bins = [[] for _ in range(BINS)]
    for confidence, right in answers:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    gap = lambda group: abs(sum(c for c, _ in group) - sum(r for _, r in group))
    return sum(gap(group) for group in bins) / max(1, len(answers))


def polnear(program, shared, wanted):
    """judged statements of the PolNeAR dev reports whose names are wanted"""
    sys.path.insert(0, str(Path(shared) / 'score'))
    import attribution
    return [answer for report, record in polnear_read(program, shared) if wanted(report['id'])
            for answer in judged(Pairs(attribution, report['text'], report['attributions'], record['statements']))]


def rows(program, shared):
    answers = polnear(program, shared, lambda name: not is_for_fitting(name))
    confident = [(s['confidence'], right) for s, right in answers]
    return [Row('PolNeAR dev, half not fitted on', 'confidence: expected calibration error, of %d statements' % len(confident),
                error(confident), bar=.05, digits=3, at_most=True)]
