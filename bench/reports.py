"""Reports to read at speed: the paragraphs of samples/ (our own, invented texts) put together anew, about 500 words each,
every one different. The same number gives the same reports."""
import random
from pathlib import Path

WORDS = 500


def paragraphs(samples):
    """(first paragraphs, all others) of the sample texts; the first is a headline."""
    heads, bodies = [], []
    for path in sorted(Path(samples).glob('*.txt')):
        first, *rest = [p.strip() for p in path.read_text(encoding='utf-8').split('\n\n') if p.strip()]
        heads.append(first)
        bodies += rest
    return heads, bodies


def make(samples, count, seed=1):
    """→ [{"id", "text"}]"""
    heads, bodies = paragraphs(samples)
    chance, out, seen = random.Random(seed), [], set()
    while len(out) < count:
        parts, words = [chance.choice(heads)], 0
        for paragraph in chance.sample(bodies, len(bodies)):
            parts.append(paragraph)
            words = sum(len(p.split()) for p in parts)
            if words >= WORDS:
                break
        text = '\n\n'.join(parts) + '\n'
        if text not in seen:
            seen.add(text)
            out.append({'id': 'report-%04d' % (len(out) + 1), 'text': text})
    return out
