"""Statements of real sentences, each put into the mouth of one more source: training data for chains (`via`).

Public attribution sets leave out what stands inside another's content, and the own corpus has some hundreds of chains. Here a
sentence with its statements ("The ministry denied that …") is taken whole into an outer one ("Two diplomats said the ministry
denied that …", "The ministry denied that …, according to state television."). Only the outer words are invented; no text of
another's is kept anywhere but in the prepared documents."""
import random
import re
from collections import Counter

import numpy as np

import data
from labels import ACTS, POLARITIES, SOURCE_KINDS

# Outer sources by kind; all other words of the outer statement are in FORMS.
SOURCES = {
    'unnamed': ['officials', 'two people briefed on the matter', 'a senior official', 'diplomats', 'a Western diplomat', 'witnesses',
                'a person familiar with the talks', 'three former officials', 'a source close to the negotiations', 'an official'],
    'collective': ['residents', 'local activists', 'opposition politicians', 'critics', 'analysts', 'survivors', 'lawyers for the group'],
    'organisation': ['the embassy', 'the ministry', 'the rights group', 'police', 'the union', 'the United Nations', 'the company',
                     'the foreign ministry', 'the commission', 'the opposition party'],
    'office': ['the minister', 'the spokeswoman', 'a government spokesman', 'a police spokeswoman', 'the ambassador', 'the mayor',
               'the governor', 'the prosecutor', 'a spokesman for the army', 'the president'],
    'medium': ['state television', 'the newspaper', 'local media', 'the state news agency', 'a local radio station', 'the broadcaster',
               'two newspapers', 'the agency'],
    'document': ['the report', 'court papers', 'the indictment', 'a leaked memo', 'the letter', 'the statement', 'a UN report', 'the filing'],
    'named': ['Ms Okonjo', 'Mr Haldane', 'Dr Petrova', 'Ana Lindqvist', 'General Rashid', 'Judge Moreno', 'Tom Adeyemi, a lawyer,',
              'the deputy minister, Lena Fisch,', 'Omar Said', 'Sister Beatriz'],
    None: ['he', 'she', 'they'],
}
# (form, act, kinds of source that may not stand there, weight): {S} the source, <the cue>, {C} the sentence.
PEOPLE_ONLY = ('document',)
FORMS = [
    ('{S} <said> {C}', 'say', (), 6), ('{S} <said> that {C}', 'say', (), 4), ('{S} <says> that {C}', 'say', (), 1), ('{S} <told> reporters that {C}', 'say', PEOPLE_ONLY, 2),
    ('{S} <reported> that {C}', 'say', (), 3), ('{S} <reported> on Monday that {C}', 'say', (), 1), ('{S} also <said> that {C}', 'say', (), 1),
    ('{S} <claimed> that {C}', 'claim', (), 2), ('{S} <insisted> that {C}', 'claim', (), 1), ('{S} <alleged> that {C}', 'claim', (), 1), ('{S} <has confirmed> that {C}', 'say', (), 1),
    ('{S} <acknowledged> that {C}', 'admit', PEOPLE_ONLY, 1), ('{S} <warned> on Tuesday that {C}', 'warn', (), 1), ('{S} <announced> that {C}', 'announce', (), 1),
    ('{S} <denied> that {C}', 'deny', (), 1), ('{S} <wrote> that {C}', 'say', (), 1), ('{S} <tweeted> that {C}', 'say', ('document', 'unnamed'), 1),
    ('<According to> {S}, {C}', 'say', (None,), 4), ('In a statement, {S} <said> {C}', 'say', ('document',), 1), ('Speaking to reporters, {S} <said> that {C}', 'say', ('document', 'medium'), 1),
    ('{C}, {S} <said>', 'say', (), 4), ('{C}, <said> {S}', 'say', (None,), 2), ('{C}, <according to> {S}', 'say', (None,), 6), ('{C}, {S} <reported>', 'say', (), 4),
    ('{C}, {S} <tweeted>', 'say', ('document', 'unnamed'), 1), ('{C}, {S} <told> the court', 'say', PEOPLE_ONLY, 1), ('{C}, {S} <wrote>', 'say', (), 1), ('{C}, {S} <claimed>', 'claim', (), 1),
    ('{C}, {S} <told> state radio', 'say', PEOPLE_ONLY, 1), ('{C}, {S} <added>', 'say', (), 1),
]
LONGEST = 60       # words of a sentence that is taken


def common_words(docs):
    """Words that are written small inside sentences: such a one loses its capital when it no longer begins the sentence."""
    count = Counter(doc.words[i] for doc in docs for i in range(1, len(doc.words)) if doc.sentence[i] == doc.sentence[i - 1])
    return {w for w in count if w[0].islower() and count[w] > 4 * count[w.capitalize()]}


def sentences(doc):
    """→ (begin, end, its cues) of each sentence that can be taken over whole: all its statements lie in it."""
    first = 0
    for i in range(1, len(doc.words) + 1):
        if i < len(doc.words) and doc.sentence[i] == doc.sentence[first] and doc.block[i] == doc.block[first]:
            continue
        a, b, inside, whole = doc.starts[first], doc.ends[i - 1], [], True
        for cue in doc.cues:
            words = np.concatenate([cue.source, cue.content, np.arange(cue.first, cue.end)])
            hit = (words >= first) & (words < i)
            whole = whole and (hit.all() or not hit.any())
            if hit.all():
                inside.append(cue)
        said = doc.text[a:b]
        paired = said.count('“') == said.count('”') and said.count('"') % 2 == 0 and '‘' not in said
        if whole and inside and paired and said[-1] == '.' and i - first <= LONGEST and re.match(r'["“]?[A-Z]', said):
            yield first, i, inside
        first = i


def outer(sentence, small, dice):
    """→ (text, where the sentence begins in it, spans of source, cue and content, act, kind of source)."""
    quoted = sentence[0] in '"“'
    forms = [f for f in FORMS if not quoted or f[0].startswith('{C}')]
    form, act, barred, _ = dice.choices(forms, [f[3] for f in forms])[0]
    kind = dice.choice([k for k in SOURCES if k not in barred])
    body = sentence[:-1]
    if not form.startswith('{C}'):
        word = re.match(r'\w+', body)
        if word and word.group().lower() in small:
            body = body[0].lower() + body[1:]
    text, spans = '', {}
    for part in re.split(r'(\{S\}|\{C\}|<[^>]*>)', form):
        words = dice.choice(SOURCES[kind]) if part == '{S}' else body if part == '{C}' else part.strip('<>')
        key = {'{S}': 'source', '{C}': 'content'}.get(part, 'cue' if part.startswith('<') else '')
        if key == 'source' and words.endswith(',') and form.split('{S}')[1][:1] in (',', ''):
            words = words[:-1]
        if not text:
            words = words[:1].upper() + words[1:]
        if key:
            spans[key] = [(len(text), len(text) + len(words.rstrip(',')))]
        text += words
    at = spans['content'][0][0]
    if text[:at].endswith('that '):
        spans['content'] = [(at - 5, spans['content'][0][1])]
    return text + '.', at, spans, act, kind


def wrapped(docs, program, share, seed=5):
    """→ documents of one wrapped sentence each, for a share of the sentences with statements."""
    dice, small = random.Random(seed), common_words(docs)
    made, plans = {}, {}
    for doc in docs:
        for first, end, inside in sentences(doc):
            if dice.random() < share:
                sentence = doc.text[doc.starts[first]:doc.ends[end - 1]]
                text, at, spans, act, kind = outer(sentence, small, dice)
                key = f'wrapped {len(made)}'
                made[key], plans[key] = text, (doc, first, inside, at, spans, act, kind)
    out, answers = [], data.tokenise(program, made)
    for key, (doc, first, inside, at, spans, act, kind) in plans.items():
        new = data.from_tokens(answers[key], made[key])
        shift = at - doc.starts[first]
        move = lambda words: data.words_in(new, [(doc.starts[w] + shift, doc.ends[w] + shift) for w in words])
        cue = data.words_in(new, spans['cue'])
        new.cues = [data.Cue(int(cue[0]), int(cue[-1]) + 1, data.words_in(new, spans['source']), data.words_in(new, spans['content']),
                             ACTS.index(act), POLARITIES.index('positive'), SOURCE_KINDS.index(kind) if kind else data.IGNORE)]
        for c in inside:
            words = move(range(c.first, c.end))
            new.cues.append(data.Cue(int(words[0]), int(words[-1]) + 1, move(c.source), move(c.content), c.act, c.polarity, c.source_kind))
        if doc.unasked is not None:
            new.unasked = move([w for w in doc.unasked if first <= w and at <= doc.starts[w] + shift < at + doc.ends[w] - doc.starts[first]])
        out.append(new)
    return out
