"""CoNLL-U: sentences of words, with given words only on the way in and all columns on the way out."""
import gzip
import re
from dataclasses import dataclass

FORM, LEMMA, UPOS, HEAD, RELATION, MISC = 1, 2, 3, 6, 7, 9


@dataclass
class Sentence:
    comments: list  # lines, with their "#"
    rows: list      # ten columns each; words only, neither multiword tokens nor empty nodes


def open_text(path):
    return gzip.open(path, 'rt', encoding='utf-8') if str(path).endswith('.gz') else open(path, encoding='utf-8')


def read(lines):
    """→ [Sentence]"""
    sentences, comments, rows = [], [], []
    for line in lines:
        line = line.rstrip('\n')
        if line.startswith('#') and not rows:
            comments.append(line)
        elif line:
            row = line.split('\t')
            if row[0].isdigit():
                rows.append(row)
        elif rows:
            sentences.append(Sentence(comments, rows))
            comments, rows = [], []
    if rows:
        sentences.append(Sentence(comments, rows))
    return sentences


def read_file(path):
    with open_text(path) as lines:
        return read(lines)


def is_structure(comment):
    """True for the comments that say where documents and paragraphs begin, and how the sentence is spaced."""
    key = comment[1:].split('=')[0].split()
    return bool(key) and key[0] in ('newdoc', 'newpar', 'sent_id', 'text')


def words_only(sentences):
    """CoNLL-U text of the words and their spacing, without any annotation that could be copied."""
    out = []
    for sentence in sentences:
        out += [c for c in sentence.comments if is_structure(c)]
        for number, row in enumerate(sentence.rows, 1):
            misc = 'SpaceAfter=No' if 'SpaceAfter=No' in row[MISC].split('|') else '_'
            out.append('\t'.join([str(number), row[FORM]] + ['_'] * 7 + [misc]))
        out.append('')
    return '\n'.join(out) + '\n'


def parse(program, sentences, *options):
    """What the program makes of the given words, sentence by sentence; fails when it changed a word."""
    answer = read(program.parse(words_only(sentences), *options).splitlines())
    given, got = ([[r[FORM] for r in s.rows] for s in side] for side in (sentences, answer))
    if given != got:
        k = next((k for k, pair in enumerate(zip(given, got)) if pair[0] != pair[1]), min(len(given), len(got)))
        raise ValueError('the program changed the given words, first in sentence %d of %d' % (k + 1, len(given)))
    return answer


BRACKET = re.compile(r'\([^()]*\)?|[^()]+\)')


def entities(column):
    """Values of MISC, one a word → [(first word, end word, name, attributes)] of the mentions in Entity= brackets, as GUM and CorefUD
    write them, in the order in which they end."""
    opened, out = [], []
    for word, value in enumerate(column):
        found = re.search(r'(?:^|\|)Entity=([^|]*)', value)
        for part in BRACKET.findall(found.group(1) if found else ''):
            name, *attributes = part.strip('()').split('-')
            if part.startswith('('):
                opened.append((name, attributes, word))
            if part.endswith(')'):
                at = next((k for k in reversed(range(len(opened))) if opened[k][0] == name), None)
                if at is not None:
                    name, attributes, first = opened.pop(at)
                    out.append((first, word + 1, name, attributes))
    return out


def misc(row, key):
    """The value of KEY=VALUE in the last column, or None."""
    return next((x[len(key) + 1:] for x in row[MISC].split('|') if x.startswith(key + '=')), None)
