"""Learns lemma-endings.tsv from treebanks: for each tag and letter case, which ending is lemmatised how.

    python lemma-endings.py TRAIN.conllu.gz… > lemma-endings.tsv

An ending has the script of most of the word forms that end so; it is written down only where it differs from that of
the next shorter ending. Whole forms (^) that go another way are written down when they were seen twice or more."""
import gzip
import sys
from collections import Counter, defaultdict

LONGEST, LEAST_FORMS, LEAST_SEEN = 6, 2, 2

HEADER = '''# How endings of English words are lemmatised, learnt by lemma-endings.py from the training parts of UD English EWT and GUM
# (GUM without its non-commercial documents). Licence: CC BY-SA 4.0, as EWT.
# ENDING (^ before a whole word), tab, XPOS, tab, letter case (src/encoder/letter_case.h; lower for verbs), tab, script
# (docs/model-format.md).
# The longest ending counts. Irregular forms stand in lemma-irregular.tsv, which goes before this.'''


def letter_case(word, tag):
    if tag.startswith('VB'):
        return 'lower'                                 # a verb's capitals only say where it stands
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 'number' if any(c.isdigit() for c in word) else 'symbol'
    if all(c.islower() for c in letters):
        return 'lower'
    if all(c.isupper() for c in letters):
        return 'upper' if len(letters) > 1 else 'initial'
    return 'capitalised' if word[0].isupper() and all(c.islower() for c in letters[1:]) else 'mixed'


def script(word, lemma):
    low, target = word.lower(), lemma.lower()
    same = 0
    while same < min(len(low), len(target)) and low[same] == target[same]:
        same += 1
    if same == 0 and len(low) > 3:
        return '=' + lemma
    for number, cased in enumerate((target, word[:same] + target[same:], lemma.capitalize(), lemma.upper())):
        if cased == lemma:
            return f'{number}:{len(low) - same}:{target[same:]}'
    return '=' + lemma


def read(path):
    for line in gzip.open(path, 'rt', encoding='utf8'):
        c = line.rstrip('\n').split('\t')
        if len(c) == 10 and c[0].isdigit() and c[2] != '_':
            yield c[1], c[4], c[2]


def learn(paths):
    forms = defaultdict(Counter)
    for path in paths:
        for form, tag, lemma in read(path):
            forms[tag, letter_case(form, tag), form.lower()][script(form, lemma)] += 1
    counts = defaultdict(Counter)
    for (tag, case, form), scripts in forms.items():
        best = scripts.most_common(1)[0][0]
        for size in range(min(LONGEST, len(form)) + 1):
            counts[tag, case, form[len(form) - size:]][best] += 1
    endings = {}

    def shorter(tag, case, ending):
        return next((endings[tag, case, ending[k:]] for k in range(1, len(ending) + 1) if (tag, case, ending[k:]) in endings), None)

    for (tag, case, ending), scripts in sorted(counts.items(), key=lambda item: (len(item[0][2]), item[0])):
        best, seen = min(scripts.items(), key=lambda item: (-item[1], item[0]))
        if (seen >= LEAST_FORMS or not ending) and best != shorter(tag, case, ending):
            endings[tag, case, ending] = best
    whole = {}
    for (tag, case, form), scripts in forms.items():
        best, seen = min(scripts.items(), key=lambda item: (-item[1], item[0]))
        if seen >= LEAST_SEEN and best != endings.get((tag, case, form), shorter(tag, case, form)):
            whole[tag, case, '^' + form] = best
    return {**endings, **whole}


if __name__ == '__main__':
    print(HEADER)
    for (tag, case, ending), best in sorted(learn(sys.argv[1:]).items()):
        print(ending, tag, case, best, sep='\t')
