"""Who is meant: passages with every mention marked, look-ups of people at a date, and places. All written for this project, by people who
saw neither the tables nor the code (training/actors/README.md); none of it is trained or tuned on.

A mention counts as answered when the record has it and gives it an actor that is known: an entity of the knowledge base, or one that the
report names in full (by more than one word: not by a surname or an acronym), for a mention with a confidence of at least SURE. It is right when that actor has one of the names in the gold, or the entity that the knowledge base knows under one of
them, and no other state than the gold's.
"""
import csv
import json
import math
import re
import subprocess
import unicodedata
from pathlib import Path

from evaluation.table import Row

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / 'training' / 'actors'
MENTION = re.compile(r'\[\[([^\]|]+)\|([^\]]+)\]\]')
SURE = .75
WHAT = 'actors, own test set'


class Passage:
    """id, date, publisher, text; actors: key → {names, kind, country, roles, offices}; mentions: [(begin, end, key)]"""

    def __init__(self, block):
        head, _, marked = block.strip().partition('\ntext:\n')
        self.fields = dict(line.split(': ', 1) for line in head.split('\n') if ': ' in line and not line.startswith('@'))
        self.actors = {}
        for line in head.split('\n'):
            if line.startswith('@'):
                key, names, kind, country, role, offices, *rest = [part.strip() for part in line[1:].split('|')]
                split = lambda text: [part.strip() for part in text.split(';') if part.strip()]
                self.actors[key] = {'names': split(names), 'kind': kind, 'country': country, 'roles': split(role),
                                    'offices': split(offices), 'local': 'local' in rest}
        self.mentions, self.text, at = [], '', 0
        for found in MENTION.finditer(marked):
            self.text += marked[at:found.start()]
            self.mentions.append((len(self.text), len(self.text) + len(found[1]), found[2]))
            self.text += found[1]
            at = found.end()
        self.text += marked[at:]
        self.text = self.text.rstrip()

    def input(self):
        return {'id': self.fields['id'], 'text': self.text, 'published': self.fields['date'], 'publisher': self.fields.get('publisher', '')}


def passages(*names):
    text = [(FOLDER / name).read_text(encoding='utf-8') for name in names]
    return [Passage(block) for part in text for block in part.split('\n====\n') if block.strip(' =\n')]


def fold(name):
    text = ''.join(c for c in unicodedata.normalize('NFKD', name) if not unicodedata.combining(c)).casefold()
    return ' '.join(re.sub(r'\b(the|government of)\b|\(.*?\)|[^\w ]', ' ', text.replace('-', ' ')).split())


class Names:
    """What the knowledge base knows under a name: ids."""

    def __init__(self, program):
        self.program, self.known = program, {}

    def ids(self, name):
        if name not in self.known:
            out = subprocess.run([self.program.path, 'who', name], capture_output=True, text=True).stdout
            self.known[name] = set(re.findall(r'  (Q\d+|own:\S+)  ', out))
        return self.known[name]


def same_actor(gold, actor, names):
    if gold['country'] and actor['country'] and gold['country'] != actor['country']:
        return False
    theirs, ours = {fold(n) for n in gold['names']}, fold(actor['name'])
    ends = lambda n: (n.split()[0], n.split()[-1]) if ' ' in n else n
    if ours in theirs or (gold['kind'] == 'person' and ends(ours) in {ends(n) for n in theirs}):
        return True
    return bool(actor['entity']) and any(actor['entity'] in names.ids(n) for n in gold['names'])


def named(actor):
    proper = any(m['form'] in ('name', 'acronym', 'metonym') for m in actor['mentions'])
    return bool(actor['entity']) or (proper and ' ' in actor['name'])


def answered(actor, span):
    """The record says whose mention this is, and is sure of it."""
    return bool(actor) and named(actor) and any(overlap(m['span'], span) >= .5 and m['confidence'] >= SURE for m in actor['mentions'])


def overlap(a, b):
    """Dice of two spans of characters."""
    return 2 * max(0, min(a[1], b[1]) - max(a[0], b[0])) / (a[1] - a[0] + b[1] - b[0])


def judged(program, chosen):
    """→ [(passage, (begin, end, key), the actor found or None, whether it is right)]"""
    names, out = Names(program), []
    records = program.read(lines=[p.input() for p in chosen])
    for passage, record in zip(chosen, records):
        if record['report']['text'] != passage.text:
            raise ValueError('%s: the record has another text' % passage.fields['id'])
        found = [(m['span'], actor) for actor in record['actors'] for m in actor['mentions']]
        for begin, end, key in passage.mentions:
            best = max(found, key=lambda one: overlap(one[0], (begin, end)), default=None)
            actor = best[1] if best and overlap(best[0], (begin, end)) >= .5 else None
            out.append((passage, (begin, end, key), actor, bool(actor) and same_actor(passage.actors[key], actor, names)))
    return out


def office_rows(what, answers):
    """Of the persons with an office in the gold: told, and right."""
    told = right = all_of_them = 0
    seen = set()
    for passage, (_, _, key), actor, correct in answers:
        gold = passage.actors[key]
        if not gold['offices'] or not correct or (passage.fields['id'], key) in seen:
            continue
        seen.add((passage.fields['id'], key))
        all_of_them += 1
        if actor['office']:
            told += 1
            words = lambda t: set(fold(t).split()) - {'of', 'for', 'and', 'affairs', 'minister', 'national'}
            right += any(words(actor['office']['title']) & words(o) or fold(actor['office']['title']) == fold(o) for o in gold['offices'])
    return Row(what, 'office of %d persons found: told, and of those right %.1f' % (all_of_them, 100 * right / max(1, told)),
               100 * told / max(1, all_of_them))


def mention_rows(program, *files, what=WHAT):
    answers = judged(program, passages(*files))
    sure = [one for one in answers if answered(one[2], one[1])]
    right = sum(one[3] for one in sure)
    return [Row(what, 'mentions right when answered, of %d' % len(sure), 100 * right / max(1, len(sure)), bar=95.),
            Row(what, 'mentions answered, of %d in %d passages' % (len(answers), len({id(a[0]) for a in answers})),
                100 * len(sure) / len(answers), bar=80.),
            office_rows(what, answers)]


def lookup_rows(program, name, what=WHAT):
    tool = Path(program.path).parent / 'src' / 'knowledge' / 'kb_lookups'
    out = subprocess.run([tool, Path(program.path).parent / 'knowledge.okb', FOLDER / name], capture_output=True, text=True, check=True).stdout
    verdicts = [line.split('\t')[0] for line in out.splitlines()]
    answered = [v for v in verdicts if v not in ('unknown', 'empty')]
    right = sum(v == 'right' for v in answered)
    return [Row(what, 'office at a date right when answered, of %d' % len(answered), 100 * right / max(1, len(answered)), '43 (Phoenix, 6 of 14)', bar=95.),
            Row(what, 'office at a date answered, of %d look-ups' % len(verdicts), 100 * len(answered) / len(verdicts), bar=85.)]


def far(a, b):
    """Kilometres between two points of latitude and longitude."""
    lat1, lon1, lat2, lon2 = (math.radians(x) for x in (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def judged_places(program, name):
    """→ [(row, the place found or None)]"""
    with open(FOLDER / name, encoding='utf-8', newline='') as file:
        table = list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))
    lines = [{'id': row['id'], 'text': row['text'].replace('[[', '').replace(']]', ''), 'published': row['date']} for row in table]
    out = []
    for row, record in zip(table, program.read(lines=lines)):
        begin = row['text'].index('[[')
        span = (begin, row['text'].index(']]') - 2)
        out.append((row, next((p for p in record['places'] if overlap(p['span'], span) >= .5), None)))
    return out


def place_rows(program, name, what=WHAT):
    answers = judged_places(program, name)
    found = [(row, place) for row, place in answers if place and place['lat'] is not None]
    country = sum(not row['country'] or row['country'] == place['country'] for row, place in found)
    near = sum(far((float(row['lat']), float(row['lon'])), (place['lat'], place['lon'])) <= 50 for row, place in found)
    return [Row(what, 'places: right country when answered, of %d' % len(found), 100 * country / max(1, len(found)), bar=97.),
            Row(what, 'places: within 50 km when answered', 100 * near / max(1, len(found)), bar=93.),
            Row(what, 'places answered, of %d' % len(answers), 100 * len(found) / len(answers))]


def seed_rows(program, shared):
    """Whose each mention of the seed report's gold is, and identities that are wrong."""
    folder = Path(shared) / 'spec'
    gold = json.loads((folder / 'seed-report.gold.json').read_text(encoding='utf-8'))
    text = (folder / 'seed-report.txt').read_text(encoding='utf-8')
    record, = program.read(lines=[{'id': 'seed', 'text': text, 'published': gold['report']['published']}])
    found = [(m['span'], actor) for actor in record['actors'] for m in actor['mentions']]
    names, right, all_of_them, wrong = Names(program), 0, 0, set()
    bare = lambda name: re.sub(r'^(its|our|some|the|their) ', '', fold(name))
    for one in gold['actors']:
        actor = {'names': [one['name'], *(one.get('aka') or [])], 'country': one['country'], 'kind': one['kind']}
        for span in one['mentions']:
            all_of_them += 1
            best = max(found, key=lambda pair: overlap(pair[0], span))
            if overlap(best[0], span) < .5:
                continue
            same = same_actor(actor, best[1], names) or bare(best[1]['name']) in {bare(n) for n in actor['names']}
            right += same
            if not same and best[1]['entity']:
                wrong.add(best[1]['entity'])
    return [Row('seed report', 'actors: mentions of the gold given to the right one, of %d' % all_of_them, 100 * right / all_of_them, bar=92.),
            Row('seed report', 'actors: wrong identities', len(wrong), bar=0, at_most=True, digits=0)]


def rows(program, shared):
    return (seed_rows(program, shared) + mention_rows(program, 'test-a.txt', 'test-b.txt') + lookup_rows(program, 'test-lookups.tsv') +
            place_rows(program, 'test-places.tsv'))
