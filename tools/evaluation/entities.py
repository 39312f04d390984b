"""Exact entity F1 (type and both ends) with given words, on the documents that training never saw: every fourth one
(number % 4 == 3, from 0) of wikigold and of re3d."""
import gzip
from dataclasses import dataclass, field
from pathlib import Path

from evaluation import conllu
from evaluation.table import Row

# wikigold's four types ← ours; dates, numbers and money are no entities there.
WIKIGOLD = {'PERSON': 'PER', 'ORGANISATION': 'ORG', 'GPE': 'LOC', 'LOCATION': 'LOC', 'FACILITY': 'LOC', 'NORP': 'MISC',
            'EVENT': 'MISC', 'WORK': 'MISC', 'PRODUCT': 'MISC'}


@dataclass
class Document:
    sentences: list = field(default_factory=list)  # each [(word, tag)]


def read_columns(path, is_new_document):
    """Documents of word-and-tag columns; those without words do not count."""
    documents, sentence = [Document()], []
    with gzip.open(path, 'rt', encoding='utf-8') as lines:
        for line in [*lines, '']:
            columns = line.split()
            new = is_new_document(line)
            if sentence and (new or not columns):
                documents[-1].sentences.append(sentence)
                sentence = []
            if new:
                documents.append(Document())
            elif columns and not line.startswith('# '):
                sentence.append((columns[0], columns[-1]))
    return [d for d in documents if d.sentences]


def held_back(documents):
    return documents[3::4]


def spans(tags):
    """BIO or IOB1 tags → {(begin, end, type)}: a part begins at B-, or where the type changes."""
    out, begin = set(), None
    for k, tag in enumerate([*tags, 'O']):
        if begin is not None and (tag[:2] != 'I-' or tag[2:] != tags[begin][2:]):
            out.add((begin, k, tags[begin][2:]))
            begin = None
        if begin is None and tag != 'O':
            begin = k
    return out


def as_sentences(documents):
    """CoNLL-U sentences; each is a paragraph, since neither set tells where paragraphs are."""
    out = []
    for number, document in enumerate(documents):
        for k, words in enumerate(document.sentences):
            comments = (['# newdoc id = %d' % number] if k == 0 else []) + ['# newpar']
            out.append(conllu.Sentence(comments, [[str(n), word] + ['_'] * 8 for n, (word, _) in enumerate(words, 1)]))
    return out


def score(program, documents, column, types=None):
    """{p, r, f1}: column is "Name" or "Mention"; types maps our types to the set's, all others are left out."""
    sentences = as_sentences(documents)
    gold_tags = [[tag for _, tag in words] for d in documents for words in d.sentences]
    right = found = gold = 0
    for tags, sentence in zip(gold_tags, conllu.parse(program, sentences)):
        ours = [conllu.misc(row, column) or 'O' for row in sentence.rows]
        mine = {(a, b, types.get(t) if types else t) for a, b, t in spans(ours)}
        mine = {x for x in mine if x[2]}
        true = spans(tags)
        right, found, gold = right + len(mine & true), found + len(mine), gold + len(true)
    return {'p': right / found if found else 0.0, 'r': right / gold if gold else 0.0, 'f1': 2 * right / (found + gold)}


def files(shared):
    folder = Path(shared) / 'gold' / 'entities'
    return folder / 'wikigold.conll.gz', folder / 're3d.conll.gz'


def rows(program, shared):
    wikigold, re3d = files(shared)
    names = held_back(read_columns(wikigold, lambda line: line.startswith('-DOCSTART-')))
    mentions = held_back(read_columns(re3d, lambda line: line.startswith('# doc = ')))
    by_name, by_mention = score(program, names, 'Name', WIKIGOLD), score(program, mentions, 'Mention')
    detail = lambda s: 'exact F1 (P %.3f, R %.3f)' % (s['p'], s['r'])
    return [Row('wikigold, held-back quarter', detail(by_name), by_name['f1'], bar=0.78, digits=3),
            Row('re3d, held-back quarter', detail(by_mention), by_mention['f1'], bar=0.65, digits=3)]
