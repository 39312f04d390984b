"""Gold and found statements of one report, paired and judged one by one as score/attribution.py does it in sum."""


def inside_another(statement, statements):
    """Whether its cue stands in the content of another one."""
    at = statement['cue']['spans'][0][0]
    return any(a <= at < b for other in statements if other is not statement for a, b in other['content'])


class Pairs:
    """pair: gold number → number of the statement found for it; right: gold numbers whose words are in the right mouth ("head")."""

    def __init__(self, attribution, text, gold, found):
        doc = attribution.Doc(text, False)
        self.gold, self.found = gold, found
        words = lambda source, cue, content: {'source': doc.tokens(source), 'cue': doc.tokens(cue), 'content': doc.tokens(content)}
        ours = [words(s['source']['spans'], s['cue']['spans'], s['content']) for s in found]
        theirs = [words(*(s.get(key) or [] for key in ('source', 'cue', 'content'))) for s in gold]
        self.pair = attribution.align(theirs, ours)
        same = lambda g, f: (bool(g['source'] & f['source']) or not g['source'] and not f['source']) and (
            attribution.dice(g['content'], f['content']) >= .8 or not g['content'] and not f['content'])
        self.right = {i for i, j in self.pair.items() if same(theirs[i], ours[j])}
