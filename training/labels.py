"""Label lists shared by training, export and evaluation. The order is the class order in the released model."""
from corpus import notation

NAME_TYPES = ['PERSON', 'ORGANISATION', 'GPE', 'LOCATION', 'FACILITY', 'NORP', 'EVENT', 'WORK', 'PRODUCT', 'DATE', 'TIME',
              'MONEY', 'QUANTITY', 'NUMBER']
MENTION_TYPES = ['Person', 'Organisation', 'Location', 'Nationality', 'Temporal', 'Quantity', 'MilitaryPlatform', 'Weapon',
                 'DocumentReference', 'Money']
ROLES = ['none', 'source', 'content']
ACTS = ['say', 'claim', 'deny', 'admit', 'accuse', 'criticise', 'praise', 'demand', 'ask', 'promise', 'threaten', 'warn',
        'reject', 'announce', 'estimate', 'describe', 'agree', 'think']
POLARITIES = ['positive', 'negative']
SOURCE_KINDS = ['named', 'office', 'organisation', 'collective', 'unnamed', 'document', 'medium', 'none']
EVENT_TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST',
               'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']
EVENT_ROLES = ['none', 'actor', 'recipient', 'place', 'time']
STATUSES = ['occurred', 'ongoing', 'future', 'hypothetical', 'negated']
NEWS_ROLES = ['main', 'consequence', 'background', 'history', 'expectation', 'comment']
MODES = ['none'] + [f'{t}:{m}' for t in EVENT_TYPES for m in notation.MODES[t].split()]
CONTEXTS = sorted(notation.CONTEXTS)


def bio(types):
    return ['O'] + [p + t for t in types for p in ('B-', 'I-')]


NAMES, MENTIONS = bio(NAME_TYPES), bio(MENTION_TYPES)


class Patterns:
    """Partial labels: a pattern is the set of labels that an annotation leaves possible. Data sets that do not mark
    dates, say, leave dates possible in their O; "LOC" leaves GPE, LOCATION and FACILITY possible."""

    def __init__(self, labels):
        self.labels, self.number = labels, {l: i for i, l in enumerate(labels)}
        self.rows, self.index = [], {}

    def of(self, allowed):
        key = frozenset(self.number[l] for l in allowed)
        if key not in self.index:
            self.index[key] = len(self.rows)
            self.rows.append([1.0 if i in key else 0.0 for i in range(len(self.labels))])
        return self.index[key]

    def types(self, prefix, types, also=()):
        return self.of([prefix + t for t in types] + list(also))
