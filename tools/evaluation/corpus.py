"""The fifth of this project's own reports that is kept for measuring: whole records, and what no public set has: chains, refusals,
quotations through paragraphs, and passages that look like statements and are none."""
import sys
import tempfile
from pathlib import Path

from evaluation import events
from evaluation.pairs import Pairs
from evaluation.statements import check_text, record_rows, score
from evaluation.table import Row

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / 'training' / 'corpus'))
import notation  # noqa: E402

WHAT = 'own reports, held-back fifth'


def held_out():
    folder = ROOT / 'training' / 'corpus' / 'reports'
    reports = [r for notes in sorted(folder.glob('*.notes.txt')) for r in notation.read(notes)]
    return [r for r in reports if notation.held_out(r.name)]


class Judged(Pairs):
    """What no public set has, of one report."""

    def __init__(self, attribution, report, record):
        super().__init__(attribution, report.text, report.statements, record['statements'])
        self.gold_number = {s['id']: i for i, s in enumerate(self.gold)}
        self.found_number = {s['id']: j for j, s in enumerate(self.found)}

    def chained(self):
        """Whether each statement that is known through another was found with it and linked to it."""
        for i, s in enumerate(self.gold):
            if 'via' in s and not s.get('optional'):
                outer = self.gold_number[s['via']]
                link = self.found[self.pair[i]]['via'] if i in self.right else None
                yield outer in self.right and link is not None and self.found_number[link] == self.pair[outer]

    def polarity(self, negative):
        """Whether the polarity is right, of the paired statements that have this one in the gold."""
        for i, j in self.pair.items():
            if (self.gold[i].get('polarity') == 'negative') == negative:
                yield (self.found[j]['polarity'] == 'negative') == negative

    def by(self, key):
        """(value of that field in the gold, whether the statement is right) of those that count."""
        for i, s in enumerate(self.gold):
            if not s.get('optional'):
                yield s[key], i in self.right

    def circumstance(self, key):
        """Of the paired statements: in how many the gold tells it, in how many we do, and how often the two overlap."""
        span = lambda s, name: s.get(name) or [] if name == 'medium_span' else (s.get(name) or {}).get('span') or []
        told = [(span(self.gold[i], 'medium_span' if key == 'medium' else key), span(self.found[j], key)) for i, j in self.pair.items()]
        overlap = lambda a, b: bool(a and b) and a[0] < b[1] and b[0] < a[1]
        return sum(bool(a) for a, _ in told), sum(bool(b) for _, b in told), sum(overlap(a, b) for a, b in told)

    def through_paragraphs(self, blocks):
        block = lambda at: next((k for k, b in enumerate(blocks) if b['span'][0] <= at < b['span'][1]), None)
        for i, s in enumerate(self.gold):
            if s['mode'] == 'direct' and len({block(a) for a, _ in s['content']}) > 1:
                yield i in self.right

    def false(self):
        return sum(s['cue']['act'] != 'think' for j, s in enumerate(self.found) if j not in self.pair.values())


def rows(program, shared):
    sys.path.insert(0, str(Path(shared) / 'score'))
    import attribution
    reports = held_out()
    records = program.read(lines=[{'id': r.name, 'text': r.text, 'published': r.published} for r in reports])
    with tempfile.TemporaryDirectory() as folder:
        for report, record in zip(reports, records):
            check_text(record, report.text)
            report.write(folder)
        found = score(Path(shared) / 'score' / 'record.py', folder, records)
    out = record_rows(WHAT, found, {'head': 85.})
    out += events.rows(WHAT, [(report.events, record['events']) for report, record in zip(reports, records)], found)
    empty = [(report.text, record['events']) for report, record in zip(reports, records) if not report.events]
    out.append(events.false_events(WHAT, empty))
    pairs = [(r, Judged(attribution, r, record)) for r, record in zip(reports, records)]
    flat = lambda answers: [right for one in answers for right in one]

    def share(measure, answers, bar=None):
        answers = flat(answers)
        out.append(Row(WHAT, '%s, of %d' % (measure, len(answers)), 100 * sum(answers) / max(1, len(answers)), bar=bar))
    share('chains right', (p.chained() for _, p in pairs), 80.)
    share('polarity right', (flat([p.polarity(False), p.polarity(True)]) for _, p in pairs), 95.)
    share('refusals told as such', (p.polarity(True) for _, p in pairs))
    share('quotations through paragraphs right', (p.through_paragraphs(r.blocks) for r, p in pairs), 92.)
    for key in ('mode', 'source_kind'):
        groups = {}
        for value, right in flat(p.by(key) for _, p in pairs):
            groups.setdefault(value, []).append(right)
        for value, right in sorted(groups.items(), key=lambda group: -len(group[1])):
            if value:
                out.append(Row(WHAT, 'head recall, %s, of %d' % (value if key == 'mode' else 'source ' + value, len(right)),
                               100 * sum(right) / len(right)))
    for key in ('medium', 'when', 'where'):
        gold, found, right = (sum(n) for n in zip(*(p.circumstance(key) for _, p in pairs)))
        out.append(Row(WHAT, '%s of the saying, F1 (P %.0f, R %.0f, of %d)' % (
            key, 100 * right / max(1, found), 100 * right / max(1, gold), gold), 200 * right / max(1, found + gold)))
    lookalikes = [(r, p) for r, p in pairs if r.name.startswith(notation.LOOKALIKES)]
    if lookalikes:
        words = sum(len(r.text.split()) for r, _ in lookalikes)
        out.append(Row(WHAT, 'false statements per 1,000 words, on %d words of lookalikes' % words,
                       1000 * sum(p.false() for _, p in lookalikes) / words, bar=1., at_most=True))
    return out
