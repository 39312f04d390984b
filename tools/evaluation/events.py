"""Events by their triggers, beside the figures of the record scorer: is the act found at all, is its type right, and what standing it
has. Optional gold events count neither way; alternatives of the gold are as good as its first answer."""
import re

from evaluation.table import Row

BARS = {'trigger': 83., 'type': 76., 'event': 62., 'status': 95., 'not occurred': 78., 'word': 93., 'false': 4.}
SENTENCE_END = re.compile(r'[.!?]["”’\']?(?=\s|$)')


class Count:
    """Over all reports."""

    def __init__(self):
        self.gold = self.found = self.hit = self.typed = 0
        self.status = self.standing = self.standing_right = 0

    def add(self, gold, found):
        """gold: events of a gold record; found: of a record of the program."""
        overlap = lambda e, f: e['trigger'][0] < f['trigger'][1] and f['trigger'][0] < e['trigger'][1]
        taken = set()
        for e in sorted(gold, key=lambda e: bool(e.get('optional'))):
            mine = [j for j, f in enumerate(found) if j not in taken and overlap(e, f)]
            types = {e['type'], *(e.get('alt_types') or [])}
            best = max(mine, key=lambda j: found[j]['type'] in types, default=None)
            if best is not None:
                taken.add(best)
            if e.get('optional'):
                continue
            self.gold += 1
            if best is None:
                continue
            self.found += 1
            self.hit += 1
            if found[best]['type'] in types:
                self.typed += 1
                right = found[best]['status'] in {e['status'], *(e.get('alt_status') or [])}
                self.status += right
                if e['status'] != 'occurred':
                    self.standing += 1
                    self.standing_right += right
        self.found += len(found) - len(taken)

    def f1(self, hits):
        return 200 * hits / max(1, self.gold + self.found)


def rows(what, reports, scored):
    """reports: [(gold events, found events)]; scored: the record scorer's figures of the same reports."""
    count = Count()
    for gold, found in reports:
        count.add(gold, found)
    pr = lambda hits: '(P %.1f, R %.1f, of %d)' % (100 * hits / max(1, count.found), 100 * hits / max(1, count.gold), count.gold)
    event = scored['events.event']
    return [
        Row(what, 'events: trigger F1 ' + pr(count.hit), count.f1(count.hit), bar=BARS['trigger']),
        Row(what, 'events: trigger and type F1 ' + pr(count.typed), count.f1(count.typed), bar=BARS['type']),
        Row(what, 'events: type, actor and recipient F1', 100 * event['f1'], bar=BARS['event']),
        Row(what, 'events: status right', 100 * count.status / max(1, count.typed), bar=BARS['status']),
        Row(what, 'events: status right of those that did not simply occur, of %d' % count.standing,
            100 * count.standing_right / max(1, count.standing), bar=BARS['not occurred']),
        Row(what, 'events: on whose word right', 100 * (scored['events.word'] or 0), bar=BARS['word'])]


def false_events(what, passages):
    """passages: [(text, found events)] of texts without events."""
    sentences = sum(len(SENTENCE_END.findall(text)) for text, _ in passages)
    false = sum(len(found) for _, found in passages)
    return Row(what, 'false events per 100 sentences, on %d sentences without any' % sentences, 100 * false / max(1, sentences),
               bar=BARS['false'], at_most=True)
