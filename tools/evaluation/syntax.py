"""Tags, lemmas and trees on the UD English test sets, with gold words and, for words and sentences, from raw text.

LAS counts every word, punctuation included, and leaves the relation's subtype out ("nmod:poss" counts as "nmod"), as the
CoNLL 2018 shared task's scorer does; "full LAS" keeps the subtype. A gold lemma "_" takes any lemma."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation import conllu, peers
from evaluation.conllu import HEAD, LEMMA, RELATION, UPOS
from evaluation.table import Row

BANKS = {'ewt': 'UD English EWT test', 'gum': 'UD English GUM test'}
LAS_BAR = {'ewt': 89.0, 'gum': 88.5}
SENTENCE_BAR = {'ewt': 0.82, 'gum': 0.93}
TOKEN_BAR = 0.99


def bank(shared, name):
    return Path(shared) / 'gold' / 'syntax' / ('en_%s-test.conllu.gz' % name)


def scores(gold, system):
    """Accuracies in percent; both sides have the same words."""
    hits, words = dict.fromkeys(('upos', 'uas', 'las', 'full', 'lemma'), 0), 0
    for g, s in ((g, s) for a, b in zip(gold, system) for g, s in zip(a.rows, b.rows)):
        words += 1
        head = g[HEAD] == s[HEAD]
        hits['upos'] += g[UPOS] == s[UPOS]
        hits['uas'] += head
        hits['las'] += head and g[RELATION].split(':')[0] == s[RELATION].split(':')[0]
        hits['full'] += head and g[RELATION] == s[RELATION]
        hits['lemma'] += g[LEMMA] in ('_', s[LEMMA])
    return {k: 100 * v / words for k, v in hits.items()}


def trees(program, shared, name):
    gold = conllu.read_file(bank(shared, name))
    found = scores(gold, conllu.parse(program, gold))
    what = BANKS[name] + ', gold words'
    peer = lambda key: peers.UDPIPE[name][key] + ' UDPipe 2'
    return [Row(what, 'LAS', found['las'], peer('las'), bar=LAS_BAR[name]),
            Row(what, 'UAS', found['uas'], peer('uas')),
            Row(what, 'UPOS', found['upos'], peer('upos')),
            Row(what, 'LAS with subtypes', found['full']),
            Row(what, 'lemmas', found['lemma'])]


def raw_text(program, shared, name):
    scorer = Path(__file__).resolve().parent.parent / 'ud_text_eval.py'
    run = lambda *arguments: subprocess.run([sys.executable, str(scorer), *map(str, arguments)], capture_output=True, check=True).stdout
    with tempfile.NamedTemporaryFile(suffix='.jsonl') as found:
        found.write(program.tokens(run('raw', bank(shared, name))))
        found.flush()
        lines = run('score', bank(shared, name), found.name).decode()
    f1 = {k: float(v) for k, v in re.findall(r'^(\w+) .* F1 (\d\.\d+)', lines, re.MULTILINE)}
    what = BANKS[name] + ', raw text'
    return [Row(what, 'sentence F1', f1['sentences'], bar=SENTENCE_BAR[name], digits=3),
            Row(what, 'token F1', f1['tokens'], bar=TOKEN_BAR, digits=3),
            Row(what, 'word F1', f1['words'], digits=3)]
