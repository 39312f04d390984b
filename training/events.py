"""The events of annotated reports as the network learns them: trigger, the words of each role, and what is known of the event.

A role's words are the actor's mentions in the trigger's sentence, else the nearest mention; an actor that is not mentioned there, as
the guide leaves possessors and adjectives out ("Russia's invasion", "US-Russian talks"), is found by its name or its people's."""
import json
import os
import re
from dataclasses import dataclass, field

import numpy as np

from data import from_tokens, tokenise
from labels import CONTEXTS, EVENT_TYPES, MODES, NEWS_ROLES, STATUSES

COUNTRIES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data', 'countries.txt')


@dataclass
class Event:
    """Class numbers; several where the annotators allow several; none where nobody was asked."""
    trigger: int                 # its first word
    roles: dict                  # role → candidates for its words: [(first, end)]
    types: list
    statuses: list
    optional: bool = False
    news_role: list = field(default_factory=list)
    mode: list = field(default_factory=list)
    cameo: list = field(default_factory=list)
    contexts: list = None        # 0/1 of each
    uttered: list = field(default_factory=list)     # 0 or 1; asked only inside a statement's content


def state_words():
    """{country code: lower-case names and adjectives}"""
    out = {}
    for line in open(COUNTRIES, encoding='utf8'):
        if line[:1] not in '#\n':
            parts = [p.strip() for p in line.split('|')]
            out[parts[0]] = {w.strip().lower() for p in (1, 2, 3, 5) if p < len(parts) for w in parts[p].split(';') if w.strip()}
    return out


STATES = state_words()


def names_of(actor):
    """Lower-case strings by which the text may name the actor without a mention of the gold."""
    out = {actor['name'].lower(), *(a.lower() for a in actor.get('aka') or [])}
    if actor['kind'] == 'state' and actor['country'] in STATES:
        out |= STATES[actor['country']]
    if actor['kind'] == 'person':
        last = actor['name'].split()[-1]
        if last[:1].isupper():
            out.add(last.lower())
    return {re.sub(r'^the ', '', n) for n in out if len(n) > 1}


def named_in(doc, names, first, end):
    """[(first, end)] of words in [first, end) that spell one of the names."""
    lower = [w.lower() for w in doc.words[first:end]]
    out = []
    for name in names:
        parts = name.split()
        out += [(first + i, first + i + len(parts)) for i in range(len(lower) - len(parts) + 1) if lower[i:i + len(parts)] == parts]
    return out


def code_classes(reports, least=8):
    """CAMEO codes that are met so often; a rarer one counts as its parent."""
    count = {}
    for report in reports:
        for event in report.events:
            code = event.get('cameo') or ''
            while len(code) >= 2:
                count[code] = count.get(code, 0) + 1
                code = code[:-1]
    return sorted(c for c, n in count.items() if n >= least)


def class_of_code(code, classes):
    while code and code not in classes:
        code = code[:-1]
    return [classes.index(code)] if len(code) >= 2 else []


def of_report(report, doc, words_in, cameo):
    """→ [Event] of a notation.Report, in order of the triggers, one a word."""
    mentions = {}
    for actor in report.actors:
        spans = [words_in(doc, [m]) for m in actor['mentions']]
        mentions[actor['name']] = [(int(w[0]), int(w[-1]) + 1) for w in spans if len(w)]
    actor_of = {a['name']: a for a in report.actors}
    edges = np.flatnonzero(np.diff(doc.sentence)) + 1
    out = {}
    for e in report.events:
        trigger = words_in(doc, [e['trigger']])
        if len(trigger) > 1 and doc.words[trigger[0]].lower() in ('a', 'an', 'the', 'to'):
            trigger = trigger[1:]
        if not len(trigger) or int(trigger[0]) in out:
            continue
        t = int(trigger[0])
        first = int(edges[edges <= t].max(initial=0))
        end = int(edges[edges > t].min(initial=len(doc.words)))
        roles = {1: [], 2: [], 3: [], 4: []}
        for role, key in ((1, 'actors'), (2, 'recipients')):
            for name in e[key]:
                spans = [m for m in mentions.get(name, []) if not m[0] <= t < m[1]]
                near = [m for m in spans if first <= m[0] < end] or named_in(doc, names_of(actor_of[name]), first, end)
                roles[role] += near or sorted(spans, key=lambda m: abs(m[0] - t))[:1]
        for role, key in ((3, 'where'), (4, 'when')):
            if e.get(key) and e[key].get('span'):
                w = words_in(doc, [e[key]['span']])
                if len(w):
                    roles[role].append((int(w[0]), int(w[-1]) + 1))
        holders = [s for s in report.statements if any(a <= e['trigger'][0] and e['trigger'][1] <= b for a, b in s['content'])]
        kind = e['type']
        out[t] = Event(
            t, roles, [EVENT_TYPES.index(x) for x in (kind, *(e.get('alt_types') or []))],
            [STATUSES.index(x) for x in (e['status'], *(e.get('alt_status') or []))], bool(e.get('optional')),
            [NEWS_ROLES.index(e['news_role'])] if e.get('news_role') else [],
            [MODES.index(f'{kind}:{e["mode"]}')] if e.get('mode') else [0] if e.get('cameo') else [],
            class_of_code(e.get('cameo') or '', cameo),
            [float(c in e['contexts']) for c in CONTEXTS] if e.get('contexts') else [0.] * len(CONTEXTS) if e.get('cameo') else None,
            [float(not e['word'])] if holders else [])
    return [out[t] for t in sorted(out)]


def role_labels(event, lo, hi):
    """Classes of the words [lo, hi) that the trigger reads."""
    out = np.zeros(hi - lo, np.int64)
    for role in (4, 3, 2, 1):
        for first, end in event.roles[role]:
            out[max(first, lo) - lo:max(min(end, hi) - lo, 0)] = role
    return out


# PLV joins two types; its sentences have no trigger, and some of their events have one in the text that is not the one meant.
JOINED = {'YIELD': ('CONCEDE', 'RETREAT')}


def plv(path, program):
    """Sentences with one type each."""
    rows = [r for r in map(json.loads, open(path, encoding='utf8')) if r['events']]
    answers = tokenise(program, {r['id']: r['text'] for r in rows})
    out = []
    for row in rows:
        doc = from_tokens(answers[row['id']], row['text'])
        code = row['events'][0]['code']
        doc.event_types = [EVENT_TYPES.index(t) for t in JOINED.get(code, (code,))]
        out.append(doc)
    return out
