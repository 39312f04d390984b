"""Which mentions mean the same: the program's chains beside GUM's, on given words.

CoNLL F1 is the mean of MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF-e (Luo 2005), over all documents together, as
in the CoNLL-2012 shared task (Pradhan et al. 2014): mentions must have the same words, and chains of one mention count on neither
side."""
from evaluation import conllu
from evaluation.conllu import MISC
from evaluation.syntax import bank
from evaluation.table import Row

BAR = 60.0


def chains(column):
    """Values of MISC, one a word → [{(first word, end word)}] of two or more mentions. Mentions in several pieces are left out."""
    out = {}
    for first, end, name, _ in conllu.entities(column):
        if '[' not in name:
            out.setdefault(name, set()).add((first, end))
    return [c for c in out.values() if len(c) > 1]


def muc(key, response_of):
    """Links of the key that the response has, and all."""
    hits = total = 0
    for chain in key:
        parts = {response_of[m] for m in chain if m in response_of}
        hits += len(chain) - len(parts) - sum(m not in response_of for m in chain)
        total += len(chain) - 1
    return hits, total


def b_cubed(key, response_of, response):
    hits = sum(len(chain & response[response_of[m]]) / len(chain) for chain in key for m in chain if m in response_of)
    return hits, sum(map(len, key))


def best_assignment(gains):
    """The greatest sum of one gain a row, no two in one column (Kuhn 1955, Munkres 1957). gains: rows of equal length."""
    if len(gains) > len(gains[0]):
        gains = [list(column) for column in zip(*gains)]
    rows, columns = len(gains), len(gains[0])
    of_row, of_column = [0.] * (rows + 1), [0.] * (columns + 1)     # potentials; row and column 0 stand for nobody
    matched = [0] * (columns + 1)
    for row in range(1, rows + 1):
        matched[0], at = row, 0
        slack, before, seen = [float('inf')] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while matched[at]:
            seen[at], here, delta, nearest = True, matched[at], float('inf'), 0
            for c in range(1, columns + 1):
                if not seen[c]:
                    cost = -gains[here - 1][c - 1] - of_row[here] - of_column[c]
                    if cost < slack[c]:
                        slack[c], before[c] = cost, at
                    if slack[c] < delta:
                        delta, nearest = slack[c], c
            for c in range(columns + 1):
                if seen[c]:
                    of_row[matched[c]] += delta
                    of_column[c] -= delta
                else:
                    slack[c] -= delta
            at = nearest
        while at:
            matched[at], at = matched[before[at]], before[at]
    return sum(gains[matched[c] - 1][c - 1] for c in range(1, columns + 1) if matched[c])


def ceaf_e(key, response_of, response):
    """Similarity of the chains under their best assignment. Chains that share no mention, directly or through others, are
    assigned apart: that leaves small problems."""
    shared = [{response_of[m] for m in chain if m in response_of} for chain in key]
    touched_by = {}
    for k, found in enumerate(shared):
        for r in found:
            touched_by.setdefault(r, []).append(k)
    total, done = 0., set()
    for start in range(len(key)):
        if start in done or not shared[start]:
            continue
        left, group = [start], set()
        while left:
            k = left.pop()
            if k not in group:
                group.add(k)
                left += [other for r in shared[k] for other in touched_by[r]]
        done |= group
        others = sorted(set().union(*(shared[k] for k in group)))
        total += best_assignment([[2 * len(key[k] & response[r]) / (len(key[k]) + len(response[r])) for r in others]
                                  for k in sorted(group)])
    return total


def conll_f1(documents):
    """documents: [(gold chains, found chains)] → {'muc', 'b3', 'ceafe', 'conll'} in percent."""
    sums = [[0.] * 4 for _ in range(3)]     # a row a measure: hits and total of recall, hits and total of precision
    add = lambda measure, *values: sums.__setitem__(measure, [a + b for a, b in zip(sums[measure], values)])
    for gold, found in documents:
        of = [{m: k for k, chain in enumerate(side) for m in chain} for side in (gold, found)]
        add(0, *muc(gold, of[1]), *muc(found, of[0]))
        add(1, *b_cubed(gold, of[1], found), *b_cubed(found, of[0], gold))
        same = ceaf_e(gold, of[1], found)
        add(2, same, len(gold), same, len(found))
    f1 = []
    for hits_r, all_r, hits_p, all_p in sums:
        recall, precision = hits_r / max(all_r, 1), hits_p / max(all_p, 1)
        f1.append(100 * 2 * recall * precision / max(recall + precision, 1e-9))
    return dict(zip(('muc', 'b3', 'ceafe', 'conll'), (*f1, sum(f1) / 3)))


def by_document(sentences):
    """→ [[value of MISC of each word]] of each document."""
    out = []
    for sentence in sentences:
        if not out or any(c.startswith('# newdoc') for c in sentence.comments):
            out.append([])
        out[-1] += [row[MISC] for row in sentence.rows]
    return out


def rows(program, shared):
    gold = conllu.read_file(bank(shared, 'gum'))
    found = conllu.parse(program, gold, '--coreference')
    scores = conll_f1([(chains(g), chains(f)) for g, f in zip(by_document(gold), by_document(found), strict=True)])
    what = 'UD English GUM test, coreference without singletons'
    return [Row(what, 'CoNLL F1', scores['conll'], bar=BAR), Row(what, 'MUC F1', scores['muc']), Row(what, 'B³ F1', scores['b3']),
            Row(what, 'CEAF-e F1', scores['ceafe'])]
