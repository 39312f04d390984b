"""Gold → documents of words with labels → windows → batches.

Words and quotation states of running text come from the program itself (`onrecord tokens`), so that training sees what
the engine will see; treebanks keep their own words and take only the quotation states. One window is one block
(paragraph) of at most 254 word pieces; longer ones are cut at sentence ends."""
import gzip, json, os, random, re, subprocess, sys
from dataclasses import dataclass, field

import numpy as np

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
from evaluation import conllu  # noqa: E402
from labels import ACTS, MENTIONS, NAMES, NAME_TYPES, POLARITIES, SOURCE_KINDS, Patterns  # noqa: E402

MAX_PIECES, MAX_WORD_PIECES, REACH = 254, 8, 64      # REACH: words on each side of a cue that it may read
CLS, SEP, UNK = 101, 102, 100
IGNORE = -100
names, mentions = Patterns(NAMES), Patterns(MENTIONS)


def letter_case(word):
    """docs/model-format.md, 'Letter case of a word'."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5 if any(c.isdigit() for c in word) else 6
    if all(c.islower() for c in letters):
        return 1
    if all(c.isupper() for c in letters):
        return 3 if len(letters) > 1 else 7
    return 2 if word[0].isupper() and all(c.islower() for c in letters[1:]) else 4


def lemma_script(word, lemma):
    """docs/model-format.md: how to make the lemma from the lower-cased word."""
    low, target = word.lower(), lemma.lower()
    case = 0 if lemma == target else 1 if lemma == word else 2 if lemma == lemma.capitalize() else 3
    same = 0
    while same < min(len(low), len(target)) and low[same] == target[same]:
        same += 1
    return '=' + lemma if same == 0 and len(low) > 3 else f'{case}:{len(low) - same}:{target[same:]}'


@dataclass
class Cue:
    first: int
    end: int
    source: np.ndarray
    content: np.ndarray
    act: int = IGNORE
    polarity: int = IGNORE
    source_kind: int = IGNORE


@dataclass
class Document:
    """Arrays have one element a word; label arrays are None where the data set does not have that layer."""
    words: list
    sentence: np.ndarray
    block: np.ndarray
    quote: np.ndarray
    quotation: np.ndarray
    id: str = ''
    syntax: dict = None          # upos, xpos, lemma, relation: class numbers; head: word number or -1 for the root
    names: np.ndarray = None     # pattern numbers
    mentions: np.ndarray = None
    cues: list = None
    tree: tuple = None           # of texts with cues: (head: word number or -1, relation) of each word as the program parses it
    events: list = None          # events.Event
    event_types: list = None     # of a sentence known to tell of one event, without its trigger: the types that are right
    unasked: np.ndarray = None   # words that may begin a cue though none is annotated there: the annotators leave such cues out
    text: str = None             # of running text; starts, ends: code points of each word in it
    starts: np.ndarray = None
    ends: np.ndarray = None
    pieces: list = field(default=None, repr=False)

    def windows(self):
        """[first, end) of each window."""
        size = [len(p) for p in self.pieces]
        out, begin = [], 0
        n = len(self.words)
        while begin < n:
            end, used, cut = begin, 0, 0
            while end < n and self.block[end] == self.block[begin] and used + size[end] <= MAX_PIECES:
                used += size[end]
                end += 1
                if end == n or self.sentence[end] != self.sentence[end - 1]:
                    cut = end
            if end < n and self.block[end] == self.block[begin] and cut > begin:
                end = cut
            out.append((begin, end))
            begin = end
        return out


class Pieces:
    def __init__(self, tokenizer_file):
        from tokenizers import Tokenizer
        self.tokenizer = Tokenizer.from_file(tokenizer_file)
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def fill(self, doc):
        plain = [w.translate(STRAIGHT) for w in doc.words]
        encoded = self.tokenizer.encode(plain, is_pretokenized=True, add_special_tokens=False)
        doc.pieces = [[] for _ in doc.words]
        for piece, word in zip(encoded.ids, encoded.word_ids):
            if len(doc.pieces[word]) < MAX_WORD_PIECES:
                doc.pieces[word].append(piece)
        doc.pieces = [p or [UNK] for p in doc.pieces]
        return doc


STRAIGHT = str.maketrans({'\u2018': "'", '\u2019': "'", '\u201c': '"', '\u201d': '"'})


# ---- running text through the program ---------------------------------------------------------------------------------
def tokenise(program, texts):
    """texts: {id: text} → {id: answer of `onrecord tokens`}."""
    lines = ''.join(json.dumps({'id': k, 'text': t}) + '\n' for k, t in texts.items())
    run = subprocess.run(program.split(), input=lines.encode(), capture_output=True, check=True)
    return {d['id']: d for d in map(json.loads, run.stdout.decode().splitlines())}


def from_tokens(answer, text):
    spans = answer['words']
    as_array = lambda key: np.array(answer[key], np.int64)
    return Document([text[a:b] for a, b in spans], as_array('sentence'), as_array('block'), as_array('quote'),
                    as_array('quotation'), answer['id'], text=text, starts=np.array([a for a, _ in spans], np.int64),
                    ends=np.array([b for _, b in spans], np.int64))


def words_in(doc, spans):
    """Word numbers that overlap the code point spans."""
    hits = [np.flatnonzero((doc.starts < b) & (doc.ends > a)) for a, b in spans]
    return np.unique(np.concatenate(hits)) if hits else np.zeros(0, np.int64)


def add_quotes(program, docs):
    """Quotation states for documents with given words: their text is laid out again and read by the program."""
    texts, begins = {}, {}
    for k, doc in enumerate(docs):
        out, at, pos = [], 0, []
        for i, word in enumerate(doc.words):
            if i:
                gap = '\n\n' if doc.block[i] != doc.block[i - 1] else ' ' if doc.space[i - 1] else ''
                out.append(gap)
                at += len(gap)
            pos.append(at)
            out.append(word)
            at += len(word)
        texts[str(k)], begins[k] = ''.join(out), np.array(pos)
    for key, answer in tokenise(program, texts).items():
        doc = docs[int(key)]
        starts = np.array([a for a, _ in answer['words']])
        at = np.maximum(np.searchsorted(starts, begins[int(key)], side='right') - 1, 0)
        doc.quote = np.array(answer['quote'], np.int64)[at]
        doc.quotation = np.array(answer['quotation'], np.int64)[at]


def add_trees(program, docs, relations):
    """Trees for documents with given words, as the program at hand parses them: what the engine tells the reader of a word's
    place in the sentence."""
    lines = []
    for doc in docs:
        lines.append('# newdoc')
        for i, word in enumerate(doc.words):
            if i == 0 or doc.sentence[i] != doc.sentence[i - 1]:
                number = 0
                if i:
                    lines.append('')
                if i == 0 or doc.block[i] != doc.block[i - 1]:
                    lines.append('# newpar')
            number += 1
            glued = i + 1 < len(doc.words) and doc.starts[i + 1] == doc.ends[i]
            lines.append('\t'.join([str(number), word] + ['_'] * 7 + ['SpaceAfter=No' if glued else '_']))
        lines.append('')
    run = subprocess.run([program.split()[0], 'parse', '--given-words', '-'], input='\n'.join(lines).encode() + b'\n', capture_output=True, check=True)
    rows = [l.split('\t') for l in run.stdout.decode().split('\n') if l[:1].isdigit()]
    class_of = {r: i for i, r in enumerate(relations)}
    at = 0
    for doc in docs:
        head, begin = np.zeros(len(doc.words), np.int64), 0
        for i, row in enumerate(rows[at:at + len(head)]):
            assert row[1] == doc.words[i], (row, doc.words[i], doc.id)
            begin = i if row[0] == '1' else begin
            head[i] = begin + int(row[6]) - 1 if row[6] != '0' else -1
        doc.tree = head, np.array([class_of[r[7]] for r in rows[at:at + len(head)]], np.int64)
        at += len(head)
    assert at == len(rows)


# ---- treebanks ----------------------------------------------------------------------------------------------------------
GUM_TYPES = {'person': ['PERSON'], 'place': ['GPE', 'LOCATION', 'FACILITY'], 'organization': ['ORGANISATION'], 'event': ['EVENT']}
CLOSED = {'VERB', 'AUX', 'PRON', 'CCONJ', 'SCONJ', 'PUNCT', 'PART', 'INTJ', 'ADV'}
IN_A_NAME = {'flat', 'compound', 'nmod', 'amod', 'nummod'}      # how words of one name hang together
UNMARKED_VALUES = ['DATE', 'TIME', 'MONEY', 'QUANTITY', 'NUMBER']


def possible(prefixes, types, also=()):
    return names.of([p + t for t in types for p in prefixes] + list(also))


def gum_names(rows, head, mentions_found):
    """GUM marks whole noun phrases, one inside another. A phrase whose head is a proper noun holds a name: the head and the
    proper nouns that hang on it, from the first to the last ("Durham University" is no place). Outer names come first.
    Other capitalised words stay unknown; lower-case words outside names are no names, but may be dates or numbers."""
    labels = np.array([possible(('B-', 'I-'), UNMARKED_VALUES, ['O']) if r[0].islower() or r[2] in CLOSED else IGNORE for r in rows], np.int64)
    taken = np.zeros(len(rows), bool)
    for first, end, kind in sorted(mentions_found, key=lambda m: m[0] - m[1]):
        tops = [i for i in range(first, end) if not first <= head[i] < end]
        if kind not in GUM_TYPES or len(tops) != 1 or rows[tops[0]][2] != 'PROPN':
            continue
        if kind == 'person' and rows[first][2] == 'DET':          # "the President"
            continue
        chain = {tops[0]}
        links = IN_A_NAME if kind != 'person' else {'flat', 'compound'}
        for _ in range(3):
            chain |= {i for i in range(first, end) if head[i] in chain and rows[i][2] == 'PROPN' and rows[i][5].split(':')[0] in links
                      and rows[i][5] not in ('nmod:desc', 'nmod:poss')}
        begin = stop = tops[0]
        while begin > min(chain) and rows[begin - 1][0] != ',':
            begin -= 1
        while stop <= max(chain) and rows[stop][0] != ',':
            stop += 1
        if taken[begin:stop].any():
            continue
        taken[begin:stop] = True
        labels[begin:stop] = possible(('I-',), GUM_TYPES[kind])
        labels[begin] = possible(('B-',), GUM_TYPES[kind])
    return labels


def read_conllu(path):
    """→ [(document id, [sentence: (list of word rows, begins a paragraph)])]; a row is (form, lemma, upos, xpos, head, relation,
    space after, misc)."""
    docs, rows, new_block = [], [], True
    range_end, range_space = 0, True
    for line in gzip.open(path, 'rt', encoding='utf8'):
        line = line.rstrip('\n')
        if line.startswith('# newdoc'):
            docs.append((line.split('=')[-1].strip(), []))
            new_block = True
        elif line.startswith('# newpar') and not line.startswith('# newpar_block'):
            new_block = True
        elif line and line[0] != '#':
            c = line.split('\t')
            if '-' in c[0]:
                range_end, range_space = int(c[0].split('-')[1]), 'SpaceAfter=No' not in c[9]
            elif c[0].isdigit():
                number = int(c[0])
                space = number == range_end and range_space if number <= range_end else 'SpaceAfter=No' not in c[9]
                rows.append((c[1], c[2], c[3], c[4], int(c[6]), c[7], space, c[9]))
        elif not line and rows:
            docs[-1][1].append((rows, new_block))
            rows, new_block, range_end = [], False, 0
    return docs


class SyntaxLabels:
    """Class lists of the treebank heads; lemma scripts seen fewer than three times are left to the lexicon."""

    def __init__(self, paths):
        from collections import Counter
        counts = [Counter() for _ in range(4)]
        for path in paths:
            for _, sentences in read_conllu(path):
                for rows, _ in sentences:
                    for form, lemma, upos, xpos, _, relation, _, _ in rows:
                        for counter, value in zip(counts, (upos, xpos, lemma_script(form, lemma), relation)):
                            counter[value] += 1
        ranked = lambda c, least=1: [v for v, n in sorted(c.items(), key=lambda x: (-x[1], x[0])) if n >= least]
        self.upos, self.xpos, self.lemma, self.relation = ranked(counts[0]), ranked(counts[1]), ranked(counts[2], 3), ranked(counts[3])


def treebank(path, labels, with_names=False):
    number = {k: {v: i for i, v in enumerate(getattr(labels, k))} for k in ('upos', 'xpos', 'lemma', 'relation')}
    docs = []
    for name, sentences in read_conllu(path):
        rows = [r for s, _ in sentences for r in s]
        n = len(rows)
        sentence, block, head = np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64)
        at = b = 0
        for k, (s, new_block) in enumerate(sentences):
            b += new_block and k > 0
            sentence[at:at + len(s)], block[at:at + len(s)] = k, b
            head[at:at + len(s)] = [at + r[4] - 1 if r[4] else -1 for r in s]
            at += len(s)
        column = lambda key, i: np.array([number[key].get(r[i], IGNORE) for r in rows], np.int64)
        doc = Document([r[0] for r in rows], sentence, block, np.zeros(n, np.int64), np.zeros(n, np.int64), name)
        doc.space = [r[6] for r in rows]
        doc.syntax = {'upos': column('upos', 2), 'xpos': column('xpos', 3), 'relation': column('relation', 5), 'head': head,
                      'lemma': np.array([number['lemma'].get(lemma_script(r[0], r[1]), IGNORE) for r in rows], np.int64)}
        if with_names:
            doc.names = gum_names(rows, head, [(a, z, kind) for a, z, _, (kind, *_) in conllu.entities([r[7] for r in rows])])
        docs.append(doc)
    return docs


# ---- entity sets ----------------------------------------------------------------------------------------------------------
COARSE = {'PER': ['PERSON'], 'ORG': ['ORGANISATION'], 'LOC': ['GPE', 'LOCATION', 'FACILITY'],
          'MISC': ['NORP', 'EVENT', 'WORK', 'PRODUCT']}


def read_columns(path, word_column, tag_column, new_document):
    """→ [(id, [[(word, tag)]])]"""
    docs, rows = [], []

    def flush():
        if rows:
            if not docs:
                docs.append(('0', []))
            docs[-1][1].append(list(rows))
            rows.clear()
    for line in gzip.open(path, 'rt', encoding='utf8'):
        line = line.rstrip('\n')
        opened = new_document(line)
        if opened is not None:
            flush()
            docs.append((opened, []))
        elif not line.strip():
            flush()
        elif not line.startswith('# '):
            c = line.split('\t') if '\t' in line else line.split()
            if len(c) > max(word_column, tag_column):
                rows.append((c[word_column], c[tag_column]))
    flush()
    return docs


def entity_documents(raw, pattern, layer):
    docs = []
    for name, sentences in raw:
        words, sentence, tags = [], [], []
        for k, s in enumerate(sentences):
            previous = 'O'
            for word, tag in s:
                if tag.startswith('I-') and previous[2:] != tag[2:]:
                    tag = 'B-' + tag[2:]                     # IOB1
                words.append(word), sentence.append(k), tags.append(tag)
                previous = tag
        if not words:
            continue
        n = len(words)
        s = np.array(sentence, np.int64)
        doc = Document(words, s, s.copy(), np.zeros(n, np.int64), np.zeros(n, np.int64), name)
        doc.space = [True] * n
        setattr(doc, layer, np.array([pattern(t) for t in tags], np.int64))
        doc.tags = tags
        docs.append(doc)
    return docs


def coarse_pattern(unmarked):
    def pattern(tag):
        if tag == 'O':
            return possible(('B-', 'I-'), unmarked, ['O'])
        return possible((tag[:2],), COARSE[tag[2:]])
    return pattern


def wikigold(folder):
    """→ training documents, held-back quarter."""
    numbers = iter(range(10 ** 6))
    raw = read_columns(f'{folder}/wikigold.conll.gz', 0, 1, lambda l: str(next(numbers)) if l.startswith('-DOCSTART-') else None)
    return quarter(entity_documents(raw, coarse_pattern(UNMARKED_VALUES), 'names'))


def re3d(folder):
    raw = read_columns(f'{folder}/re3d.conll.gz', 0, 1, lambda l: l[8:] if l.startswith('# doc = ') else None)
    return quarter(entity_documents(raw, lambda tag: mentions.of([tag]), 'mentions'))


def uner_dev(folder):
    unmarked = UNMARKED_VALUES + ['NORP', 'EVENT', 'WORK', 'PRODUCT']
    raw = read_columns(f'{folder}/uner_ewt-dev.iob2.gz', 1, 2, lambda l: l[15:] if l.startswith('# newdoc id = ') else None)
    return entity_documents(raw, coarse_pattern(unmarked), 'names')


def quarter(docs):
    """Every fourth document is held back."""
    return [d for k, d in enumerate(docs) if k % 4 != 3], [d for k, d in enumerate(docs) if k % 4 == 3]


# ---- attribution ----------------------------------------------------------------------------------------------------------
SAID = -2          # act of a cue: any but 'think'
THOUGHT = set('think thinks thought thinking believe believes believed believing hope hopes hoped hoping fear fears feared fearing want '
              'wants wanted intend intends intended feel feels felt '
              'consider considers considered considering know knows knew worry worries worried wish wishes wished aim aims seek seeks '
              'sought view views viewed belief hopes'.split())
NEGATION = set("not n't n’t never declined refused declines refuses".split())


def polnear(path, program):
    raw = [json.loads(l) for l in open(path, encoding='utf8')]
    answers = tokenise(program, {d['id']: d['text'] for d in raw})
    docs = []
    for d in raw:
        doc = from_tokens(answers[d['id']], d['text'])
        doc.cues = []
        for a in d['attributions']:
            cue = words_in(doc, a.get('cue') or [])
            if not len(cue) or any(c.first == cue[0] for c in doc.cues):
                continue
            words = [doc.words[i].lower() for i in cue]
            doc.cues.append(Cue(int(cue[0]), int(cue[-1]) + 1, words_in(doc, a.get('source') or []), words_in(doc, a.get('content') or []),
                                act=ACTS.index('think') if words[-1] in THOUGHT or words[0] in THOUGHT else SAID,
                                polarity=int(any(w in NEGATION for w in words))))
        # Measured: not one of the 19,877 cues stands inside another's content.
        doc.unasked = np.unique(np.concatenate([c.content for c in doc.cues])) if doc.cues else None
        docs.append(doc)
    return docs


def own_corpus(reports, names_folder, program):
    """Reports of this project (corpus/notation.py) and, where they are annotated, all names."""
    listed = read_name_lists(names_folder) if os.path.isdir(names_folder) else {}
    docs = []
    answers = tokenise(program, {r.name: r.text for r in reports})
    for report in reports:
        doc = from_tokens(answers[report.name], report.text)
        doc.cues = []
        for s in report.statements:
            spans = lambda key: [x[:2] for x in s.get(key) or []]
            cue = words_in(doc, spans('cue')[:1])
            if not len(cue) or any(c.first == cue[0] for c in doc.cues):
                continue
            doc.cues.append(Cue(int(cue[0]), int(cue[-1]) + 1, words_in(doc, spans('source')), words_in(doc, spans('content')),
                                act=ACTS.index(s['act']), polarity=POLARITIES.index(s.get('polarity') or 'positive'),
                                source_kind=SOURCE_KINDS.index(s['source_kind'])))
        # The guide counts what is said, not what is thought, hoped or planned.
        doc.unasked = np.flatnonzero([w.lower() in THOUGHT for w in doc.words])
        if report.name in listed:
            doc.names = name_labels(doc, report.text, listed[report.name])
        docs.append(doc)
    return docs


def read_name_lists(folder):
    """training/corpus/names/*.names.txt: '# REPORT', then 'TYPE: string; string'; 'before <string> after' is one occurrence."""
    out, current = {}, None
    for file in sorted(os.listdir(folder)):
        for line in open(f'{folder}/{file}', encoding='utf8'):
            line = line.strip('\n')
            if line.startswith('# '):
                current = out.setdefault(line[2:].strip(), [])
            elif ':' in line and current is not None:
                kind, _, strings = line.partition(':')
                current += [(s.strip(), kind.strip()) for s in strings.split('; ') if s.strip()]
    return out


def name_labels(doc, text, listed):
    kind_at = [None] * len(text)
    contextual = [(s, k) for s, k in listed if '<' in s and '>' in s]
    plain = sorted(((s, k) for s, k in listed if not ('<' in s and '>' in s)), key=lambda x: -len(x[0]))
    taken = np.zeros(len(text), bool)
    spans = []

    def claim(a, b, kind):
        if not taken[a:b].any():
            taken[a:b] = True
            spans.append((a, b, kind))
    for s, kind in contextual:
        before, _, rest = s.partition('<')
        inner, _, after = rest.partition('>')
        at = text.find(before + inner + after)
        if at >= 0:
            claim(at + len(before), at + len(before) + len(inner), kind)
    for s, kind in plain:
        for m in re.finditer(r'(?<!\w)' + re.escape(s) + r'(?!\w)', text):
            claim(m.start(), m.end(), kind)
    labels = np.full(len(doc.words), names.of(['O']), np.int64)
    for a, b, kind in spans:
        words = words_in(doc, [(a, b)])
        if kind in NAME_TYPES and len(words):
            labels[words] = names.of(['I-' + kind])
            labels[words[0]] = names.of(['B-' + kind])
    return labels


# ---- features of a cue's words (docs/model-format.md, 'Graph 3') -----------------------------------------------------------
def distance_bucket(d):
    a = np.abs(d)
    far = np.minimum(8 + np.floor(4 * np.log2(np.maximum(a, 8) / 8)).astype(np.int64), 22)
    return 22 + np.sign(d) * np.where(a <= 8, a, far)


HIGHEST, STEP = 3, 64        # steps up the tree from the cue that are told apart; classes of each


def tree_feature(doc, lo, hi, first, last_end):
    """By which way up and down the tree each word [lo, hi) is reached from the cue; 0 in other sentences."""
    head, relation = doc.tree
    climbed, word = {}, next((w for w in range(first, last_end) if not first <= head[w] < last_end), first)
    while word >= 0:
        climbed[word] = min(len(climbed), HIGHEST)
        word = int(head[word])
    climbed.update(dict.fromkeys(range(first, last_end), 0))
    found = {w: STEP * up + 1 for w, up in climbed.items()}

    def way(w):
        if w < 0:
            return 0
        if w not in found:
            above = int(head[w])
            found[w] = STEP * climbed[above] + 2 + int(relation[w]) if above in climbed else way(above)
        return found[w]
    same = doc.sentence[lo:hi] == doc.sentence[first]
    return np.array([way(w) if ok else 0 for w, ok in zip(range(lo, hi), same)], np.int64)


def words_read(begin, end, first, last_end):
    """[lo, hi): what a cue or trigger [first, last_end) reads of the window [begin, end)."""
    return max(begin, first - REACH), min(end, last_end + REACH)


def cue_features(doc, begin, end, first, last_end, others):
    """Words [lo, hi) that the cue [first, last_end) reads in the window [begin, end), and their seven features."""
    lo, hi = words_read(begin, end, first, last_end)
    p = np.arange(lo, hi)
    own = (p >= first) & (p < last_end)
    distance = np.where(p < first, p - first, np.where(p >= last_end, p - last_end + 1, 0))
    if doc.quotation[first]:
        quotation = doc.quotation[lo:hi] - doc.quotation[first]
    else:
        quotation = np.where(doc.quotation[lo:hi] > 0, doc.quotation[lo:hi] - doc.quotation[begin:first + 1].max(), 0)
    others = [c for c in others if c != first and lo <= c < hi]
    mark, between = np.zeros(hi - lo, np.int64), np.zeros(hi - lo, np.int64)
    for c in others:
        mark[c - lo] = 1
        between += ((p >= c) & (c > first)).astype(np.int64) - ((p <= c) & (c < first)).astype(np.int64)
    features = np.stack([distance_bucket(distance), np.clip(doc.sentence[lo:hi] - doc.sentence[first], -4, 4) + 4,
                         np.clip(doc.block[lo:hi] - doc.block[first], -3, 3) + 3,
                         np.minimum(doc.quote[lo:hi], 6) * 7 + np.clip(quotation, -3, 3) + 3,
                         np.where(own, 2, mark), np.clip(between, -3, 3) + 3,
                         tree_feature(doc, lo, hi, first, last_end)])
    return lo, hi, features
