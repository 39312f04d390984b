"""Reports annotated in the notation of this project's corpus → text and gold record, with checks.

    notation.py NOTES.txt FOLDER [--show [NAME]]      writes NAME.txt and NAME.gold.json of each report into FOLDER

NOTES.txt holds, per report: a line "# NAME | PUBLISHED", the text, a line "==", and annotation lines. Blank lines part blocks;
"‖" parts two blocks on one line and is dropped. GUIDE.md says what is annotated and how; the lines are
  B 2 dateline                                             kind of a block; 1 is the headline, others are paragraphs
  A KEY | name | kind | country | role | mentions | options
  S key | source | ACTOR | cue | content | act | source kind | options
  E TYPE | trigger | ACTORS | RECIPIENTS | status | word (keys, innermost first) | options
Spans: "N:words" = the words in block N, where they must be unique; "N:some <words> here" takes only the words in <>;
"N:first..last" runs from first to the next last; "N:*" is the whole block; " + " joins several. Nothing is "-".
Options "key=value; key": office (alternatives with /), entity, aka (/), optional, mode, via, to (addressee), medium, when, where,
negative, free (a side that is not scored), alt_types, alt_status, alt_actors, alt_recipients, historical; of events also
mode (of PLOVER), cameo, contexts, news_role.
  when=N:words @2023-05-06 or @START/END      where=N:words @Name,ISO3       medium=N:words @tweet
Offsets are code points."""
import json
import os
import re
import sys
import zlib

ACTS = set('say claim deny admit accuse criticise praise demand ask promise threaten warn reject announce estimate '
           'describe agree think'.split())
TYPES = set('AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION '
            'MOBILIZE COERCE ASSAULT'.split())
MODES = {
    'AGREE': '', 'SUPPORT': '', 'CONCEDE': '', 'COOPERATE': '', 'AID': '',
    'CONSULT': 'visit third-party multilateral phone', 'RETREAT': 'withdraw release disarm ceasefire access resign',
    'REQUEST': 'assist change yield meet', 'REJECT': 'assist change yield meet', 'ACCUSE': 'disapprove investigate allege',
    'THREATEN': 'restrict arrest relations expel territory violence', 'PROTEST': 'demo riot strike hunger boycott obstruct',
    'SANCTION': 'convict expel withdraw discontinue', 'MOBILIZE': 'troops weapons police militia',
    'COERCE': 'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber',
    'ASSAULT': 'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons '
               'crowd-control unconventional'}
CONTEXTS = set('military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal '
               'reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic '
               'territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber '
               'misinformation crime corruption illegal_drugs trafficking'.split())
NEWS_ROLES = set('main consequence background history expectation comment'.split())
SOURCE_KINDS = set('named office organisation collective unnamed document medium none'.split())
STATUSES = set('occurred ongoing future hypothetical negated'.split())
PRONOUNS = set('he she it they him her them who i we us me you both'.split()) | {'the two'}
CAPITALS = set('kremlin moscow washington beijing tehran london brussels paris berlin riyadh ottawa canberra tbilisi tirana '
               'islamabad delhi kyiv damascus ankara downing white pentagon'.split())
TITLE = re.compile(r'minister|secretary|president|premier|ambassador|chief|leader|judge|governor|speaker|commander|chair|\bPM\b', re.I)
LOOKALIKES = 'plain-', 'looks-'     # begins of names of the passages written to look like statements
ONCE_TRAINED_ON = set(open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'once-trained-on.txt'), encoding='utf8').read().split())
CLOSING = {'"': '"', '“': '”"', '„': '“”', '«': '»', '‘': '’'}


class Mistake(ValueError):
    """An annotation line that cannot be read; the message names the report, the line and what is wrong."""


def held_out(name):
    """A fifth of the reports is kept for measuring: chosen by name, so that a report stays where it is as the corpus grows.
    Those that early weights were trained on, before the fifth was set apart, are no longer of it."""
    return zlib.crc32(name.encode()) % 5 == 0 and name not in ONCE_TRAINED_ON


def read(path):
    """→ the reports of a file of notes. Raises Mistake at the first report that cannot be read."""
    parts = re.split(r'(?m)^# (.*)\n', open(path, encoding='utf8').read())[1:]
    return [Report(head, body) for head, body in zip(parts[::2], parts[1::2])]


def quotation_mode(content, text):
    """direct, indirect or mixed, by the words of the content inside quotation marks. Marks of another kind inside an open
    quotation are part of it, an apostrophe opens and closes nothing, a new paragraph closes."""
    closing, inside = '', [False] * (len(text) + 1)
    in_word = lambda k: 0 <= k < len(text) and text[k].isalnum()
    for i, c in enumerate(text):
        if closing:
            if text[i:i + 2] == '\n\n' or c in closing and not (c == '’' and in_word(i + 1)):
                closing = ''
        elif c in CLOSING and not (c == '‘' and in_word(i - 1)):
            closing = CLOSING[c]
        inside[i] = bool(closing)
    quoted = [inside[i] for a, b in content for i in range(a, b) if text[i].isalnum()]
    return 'direct' if quoted and all(quoted) else 'mixed' if any(quoted) else 'indirect'


def mention_form(words, name, kind):
    bare = re.sub(r'^(the|The|a|an) ', '', words)
    shared = set(re.findall(r'\w{3,}', bare.lower())) & set(re.findall(r'\w{3,}', name.lower()))
    if bare.lower() in PRONOUNS or words.lower() in PRONOUNS:
        return 'pronoun'
    if kind == 'state' and bare.split()[0].lower() in CAPITALS:
        return 'metonym'
    if kind != 'person' and re.fullmatch(r'[A-Z]\.?([A-Za-z]?[A-Z]\.?)+', bare):
        return 'acronym'
    if shared and bare[0].isupper():
        return 'name'
    if kind == 'person':
        return 'title' if TITLE.search(bare) else 'noun'
    return 'name' if bare[0].isupper() and words[0].isupper() else 'noun'


class Report:
    """text; record: the gold record as a dictionary; doubts: what a second look should go to."""

    def __init__(self, head, body):
        self.name, self.published = (x.strip() for x in head.split('|'))
        raw, notes = body.split('\n==\n')
        self.text, self.blocks = '', []
        for block in re.split(r'\n\s*\n', raw.strip('\n')):
            self.text += '\n\n' if self.text else ''
            for piece in block.split('‖'):
                start = len(self.text)
                self.text += piece
                self.blocks.append({'kind': 'paragraph', 'span': [start, start + len(piece.rstrip())]})
        self.blocks[0]['kind'] = 'headline'
        self.actors, self.statements, self.events, self.actor_names, self.doubts = [], [], [], {}, []
        lines = [line for line in notes.split('\n') if line.strip()]
        readers = {'B': self.block, 'A': self.actor, 'S': self.statement, 'E': self.event}
        for line in lines:
            if line[:2] not in ('B ', 'A ', 'S ', 'E '):
                raise Mistake(f'{self.name}: not an annotation line: {line}')
        for letter, reader in readers.items():          # actors before the statements that name them
            for line in lines:
                if line[0] == letter:
                    try:
                        reader([x.strip() for x in line[2:].split(' | ')])
                    except (ValueError, IndexError, KeyError) as e:
                        raise Mistake(f'{self.name}: {e!r} in: {line}') from e
        self.number()
        self.doubt()

    @property
    def record(self):
        return {'report': {'file': self.name + '.txt', 'published': self.published, 'language': 'en', 'invented': True,
                           'blocks': self.blocks},
                'actors': self.actors, 'statements': self.statements, 'events': self.events}

    # ---- spans and options
    def span(self, pattern):
        number, words = pattern.split(':', 1)
        start, end = self.blocks[int(number) - 1]['span']
        block = self.text[start:end]
        if words == '*':
            return [start, end]

        def find(x, begin=0, unique=True):
            bound = (r'(?<!\w)' if x[0].isalnum() else '') + re.escape(x) + (r'(?!\w)' if x[-1].isalnum() else '')
            hits = [m.start() for m in re.finditer(bound, block[begin:])]
            if not hits or unique and len(hits) > 1:
                raise ValueError(f'{"not unique" if hits else "not"} in block {number}: {x!r}')
            return begin + hits[0]
        if '..' in words:
            first, last = words.split('..')
            a = find(first)
            b = find(last, a + len(first), unique=False) + len(last)
        elif '<' in words:
            before, rest = words.split('<')
            inner, after = rest.split('>')
            a = find(before + inner + after) + len(before)
            b = a + len(inner)
        else:
            a = find(words)
            b = a + len(words)
        if a >= b:
            raise ValueError('empty span')
        return [start + a, start + b]

    def spans(self, field):
        return [] if field == '-' else [self.span(p.strip()) for p in field.split(' + ')]

    def who(self, field):
        return [] if field == '-' else [self.actor_names[k] for k in field.split()]

    def options(self, fields):
        out = {}
        for part in filter(None, (x.strip() for f in fields for x in f.split('; '))):
            key, _, value = part.partition('=')
            if key in ('optional', 'historical', 'joint'):
                out[key] = True
            elif key == 'negative':
                out['polarity'] = 'negative'
            elif key == 'when':
                words, _, iso = value.partition(' @')
                start, _, end = iso.partition('/')
                out['when'] = {'span': self.span(words), 'start': start or None, 'end': end or start or None}
            elif key == 'where':
                words, _, place = value.partition(' @')
                name, _, country = place.partition(',')
                out['where'] = {'span': self.span(words), 'name': name, 'country': country or None}
            elif key == 'medium':
                words, _, kind = value.partition(' @')
                out['medium'], out['medium_span'] = kind or words, self.span(words) if ':' in words else None
            elif key in ('office', 'aka'):
                out[key] = [x.strip() for x in value.split('/')]
            elif key == 'to':
                out['addressee'] = self.who(value)[0]
            elif key in ('alt_actors', 'alt_recipients'):
                out[key] = self.who(value)
            elif key in ('alt_types', 'alt_status', 'free'):
                out[key] = value.split()
            elif key in ('entity', 'mode', 'via', 'cameo', 'news_role'):
                out[key] = value
            elif key == 'contexts':
                out[key] = value.split()
            else:
                raise ValueError(f'unknown option {key}')
        return out

    # ---- annotation lines
    def block(self, fields):
        number, kind = fields[0].split()
        self.blocks[int(number) - 1]['kind'] = kind

    def actor(self, fields):
        key, name, kind, country, role, mentions = fields[:6]
        options = self.options(fields[6:])
        if key in self.actor_names or name in self.actor_names.values():
            raise ValueError('actor twice')
        self.actor_names[key] = name
        spans = sorted(self.spans(mentions))
        self.actors.append({'name': name, 'kind': kind, 'entity': options.pop('entity', None), 'office': options.pop('office', None),
                            'country': country.strip('-'), 'role': role.strip('-'), 'mentions': spans,
                            'forms': [mention_form(self.text[a:b], name, kind) for a, b in spans], **options})

    def statement(self, fields):
        key, source, actor, cue, content, act, kind = fields[:7]
        options = self.options(fields[7:])
        if act not in ACTS or kind not in SOURCE_KINDS:
            raise ValueError('unknown act or source kind')
        who, spans = self.who(actor), self.spans(content)
        self.statements.append({'id': key, 'source': self.spans(source), 'source_kind': kind,
                                'actor': who[0] if len(who) == 1 else who or None, 'cue': self.spans(cue), 'act': act, 'content': spans,
                                'mode': options.pop('mode', None) or quotation_mode(spans, self.text), **options})

    def event(self, fields):
        kind, trigger, actors, recipients, status, word = fields[:6]
        options = self.options(fields[6:])
        if kind not in TYPES or status not in STATUSES:
            raise ValueError('unknown type or status')
        if options.get('mode', '') not in ('', *MODES[kind].split()):
            raise ValueError(f'no mode of {kind}')
        if not CONTEXTS.issuperset(options.get('contexts', ())) or options.get('news_role', 'main') not in NEWS_ROLES:
            raise ValueError('unknown context or news role')
        if not re.fullmatch(r'(0[1-9]|1\d|20)\d{0,2}', options.get('cameo', '20')):
            raise ValueError('not a CAMEO code')
        self.events.append({'id': '', 'type': kind, 'mode': options.pop('mode', None), 'trigger': self.span(trigger),
                            'actors': self.who(actors), 'recipients': self.who(recipients), 'status': status,
                            'word': [] if word == '-' else word.split(), **options})

    def number(self):
        """Ids in the order of the text, as the record has them."""
        self.actors.sort(key=lambda a: a['mentions'][0] if a['mentions'] else [len(self.text)])
        self.statements.sort(key=lambda s: (s['cue'] or s['content'])[0])
        self.events.sort(key=lambda e: e['trigger'])
        ids = {s['id']: f's{i}' for i, s in enumerate(self.statements, 1)}
        if len(ids) < len(self.statements):
            raise Mistake(f'{self.name}: two statements with one key')
        try:
            for s in self.statements:
                s['id'] = ids[s['id']]
                if 'via' in s:
                    s['via'] = ids[s['via']]
            for i, e in enumerate(self.events, 1):
                e['id'], e['word'] = f'e{i}', [ids[k] for k in e['word']]
        except KeyError as e:
            raise Mistake(f'{self.name}: no statement {e}') from e

    # ---- what a second look should go to
    def doubt(self):
        within = lambda span, spans: any(a <= span[0] and span[1] <= b for a, b in spans)
        words = lambda span: repr(self.text[span[0]:span[1]])
        say = self.doubts.append
        by_id = {s['id']: s for s in self.statements}
        for e in self.events:
            holders = [s['id'] for s in self.statements if within(e['trigger'], s['content'])]
            for s in set(e['word']) ^ set(holders):
                say(f'{e["id"]}: trigger {words(e["trigger"])} '
                    + (f'is outside the content of {s}' if s in e['word'] else f'stands in {s} but has not its word'))
            for inner, outer in zip(e['word'], e['word'][1:]):
                if by_id[inner].get('via') != outer:
                    say(f'{e["id"]}: {inner} is not via {outer}')
        for s in self.statements:
            for other in self.statements:
                if s['cue'] and other is not s and within(s['cue'][0], other['content']) and 'via' not in s:
                    say(f'{s["id"]}: cue {words(s["cue"][0])} stands in {other["id"]} but has no via')
        mentions = [tuple(m) for a in self.actors for m in a['mentions']]
        for m in set(m for m in mentions if mentions.count(m) > 1):
            say(f'{words(m)} is a mention of two actors')
        for m in re.finditer(r'\b(he|she|it|they|him|them)\b', self.text, re.I):
            if not within(m.span(), mentions):
                say(f'pronoun that is no mention: {self.text[max(0, m.start() - 25):m.end() + 25]!r}')
        for a in self.actors:
            if a['kind'] not in ('person', 'organisation', 'state'):
                continue
            bare = re.findall(r'\w+', re.sub(r'\(.*', '', a['name']))
            last = a['name'].split()[-1] if a['kind'] == 'person' else max(bare, key=len)
            for m in re.finditer(r"\b%s\b(?!’s|'s)" % re.escape(last), self.text):
                if not within(m.span(), mentions):
                    say(f'name that is no mention: {self.text[max(0, m.start() - 30):m.end() + 20]!r}')

    def write(self, folder):
        with open(os.path.join(folder, self.name + '.txt'), 'w', encoding='utf8', newline='') as f:
            f.write(self.text)
        with open(os.path.join(folder, self.name + '.gold.json'), 'w', encoding='utf8') as f:
            json.dump(self.record, f, ensure_ascii=False, indent=1)
            f.write('\n')

    def show(self):
        words = lambda spans: [self.text[a:b] for a, b in spans]
        for s in self.statements:
            print(s['id'], s.get('via', ''), s['act'], s.get('polarity', ''), s['mode'], words(s['source']), '=', s['actor'], words(s['cue']),
                  words(s['content']), 'OPTIONAL' if s.get('optional') else '')
        for e in self.events:
            print(e['id'], e['type'], words([e['trigger']]), e['actors'], '->', e['recipients'], e['status'], e['word'],
                  'OPTIONAL' if e.get('optional') else '')


def main(notes, folder, *rest):
    os.makedirs(folder, exist_ok=True)
    total = dict.fromkeys(('reports', 'words', 'statements', 'chained', 'negative', 'events', 'actors', 'mentions'), 0)
    for report in read(notes):
        report.write(folder)
        if rest and rest[0] == '--show' and rest[1:] in ((), (report.name,)):
            report.show()
        for doubt in report.doubts:
            print(f'{report.name} {doubt}')
        total['reports'] += 1
        total['words'] += len(report.text.split())
        total['chained'] += sum('via' in s for s in report.statements)
        total['negative'] += sum(s.get('polarity') == 'negative' for s in report.statements)
        total['mentions'] += sum(len(a['mentions']) for a in report.actors)
        for key in ('statements', 'events', 'actors'):
            total[key] += len(getattr(report, key))
    print(total)


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except Mistake as e:
        sys.exit(str(e))
