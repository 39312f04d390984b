"""Learns data/lexicons/reference-weights.txt: whom pronouns and noun phrases stand for.

    reference_choices MODEL DATA KNOWLEDGE CORPUS/*.txt > choices.jsonl
    python train.py choices.jsonl CORPUS [--write ../../data/lexicons/reference-weights.txt]

CORPUS holds NAME.gold.json beside each NAME.txt. A choice is right for the options whose mentions are, in their majority, of the
gold actor that the anaphor refers to. For a noun phrase without such an option, and for anything but "the country" that the gold has
no mention of, the right choice is nobody; a pronoun whose antecedent the program has not found teaches nothing and is left out. The weights of each class maximise the likelihood of the right choices under a softmax over the options and nobody (score 0), with a
penalty on their squares; every fifth report is held back to choose the penalty and to report the accuracy."""
import argparse
import collections
import json
import os

import torch

PRONOUNS = 'person', 'thing', 'many'
PENALTIES = (.01, .03, .1, .3)
TELLS = .01         # a smaller penalty must be so much better: the reports held back are few


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


class Gold:
    """Which actor is mentioned where. Of mentions that overlap a span the one that covers it best counts."""

    def __init__(self, path):
        actors = json.load(open(path, encoding='utf8'))['actors']
        self.mentions = [(tuple(m[:2]), k) for k, a in enumerate(actors) for m in a['mentions']]

    def actor(self, span):
        best, who = .5, None
        for m, k in self.mentions:
            shared = overlap(span, m)
            if shared > 0:
                dice = 2 * shared / (span[1] - span[0] + m[1] - m[0])
                if dice >= best:
                    best, who = dice, k
        return who


def read(path, corpus):
    """→ feature names, {class: [(report, features [options × features], right options)]}; no right option = nobody."""
    lines = open(path, encoding='utf8')
    names = json.loads(next(lines))['features']
    gold, out = {}, collections.defaultdict(list)
    for line in lines:
        choice = json.loads(line)
        report = choice['report']
        if report not in gold:
            gold[report] = Gold(os.path.join(corpus, report + '.gold.json'))
        who = gold[report].actor(choice['span'])
        right = []
        for k, option in enumerate(choice['options']):
            actors = collections.Counter(gold[report].actor(m) for m in option['mentions'])
            del actors[None]
            if who is not None and actors and actors.most_common(1)[0][0] == who:
                right.append(k)
        # The gold lists a country only where it acts, so that "the country" without a gold mention may well be the state before it.
        unasked = choice['class'] == 'state-noun' and who is None
        lost = choice['class'] in PRONOUNS and who is not None and not right or unasked
        if choice['options'] and not lost:
            out[choice['class']].append((report, torch.tensor([o['features'] for o in choice['options']]), right))
    return names, out


def padded(choices):
    most = max(len(f) for _, f, _ in choices)
    x = torch.zeros(len(choices), most, choices[0][1].shape[1])
    there, right = torch.zeros(len(choices), most + 1), torch.zeros(len(choices), most + 1)
    for i, (_, features, good) in enumerate(choices):
        x[i, :len(features)] = features
        there[i, 0], there[i, 1:1 + len(features)] = 1, 1
        right[i, [k + 1 for k in good] or [0]] = 1
    return x, there, right


def scores(weights, x, there):
    s = torch.cat([torch.zeros(len(x), 1), x @ weights], 1)
    return s.masked_fill(there == 0, -1e9)


def fit(choices, penalty):
    x, there, right = padded(choices)
    weights = torch.zeros(x.shape[2], requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn='strong_wolfe')

    def closure():
        optimiser.zero_grad()
        s = torch.log_softmax(scores(weights, x, there), 1)
        loss = -torch.logsumexp(s.masked_fill(right == 0, -1e9), 1).mean() + penalty * (weights ** 2).sum() / len(x) ** .5
        loss.backward()
        return loss
    optimiser.step(closure)
    return weights.detach()


def accuracy(weights, choices):
    x, there, right = padded(choices)
    best = scores(weights, x, there).argmax(1)
    return float(right.gather(1, best[:, None]).mean())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('choices'), parser.add_argument('corpus'), parser.add_argument('--write')
    parser.add_argument('--also', nargs=2, metavar=('CHOICES', 'CORPUS'), help='other reports: measured, never learned from')
    options = parser.parse_args()
    names, classes = read(options.choices, options.corpus)
    reports = sorted({r for c in classes.values() for r, _, _ in c})
    held = set(reports[::5])
    lines = ['# Whom pronouns and noun phrases stand for: CLASS FEATURE WEIGHT. Learned by training/references/train.py.']
    other = read(*options.also)[1] if options.also else {}
    for name, choices in sorted(classes.items()):
        train, test = [c for c in choices if c[0] not in held], [c for c in choices if c[0] in held]
        best, penalty = 0., None
        for p in reversed(PENALTIES):
            share = accuracy(fit(train, p), test)
            if penalty is None or share > best + TELLS:
                best, penalty = share, p
        nobody = sum(1 for c in choices if not c[2]) / len(choices)
        print(f'{name:12} {len(choices):5} choices, nobody {100 * nobody:.0f} %, held back {len(test)}: {100 * best:.1f} % right (penalty {penalty})')
        weights = fit(choices, penalty)
        if other.get(name):
            print(f'{"":12} {len(other[name]):5} choices of other reports: {100 * accuracy(weights, other[name]):.1f} % right')
        for feature, weight in zip(names, weights.tolist()):
            if abs(weight) >= .005:
                lines.append(f'{name} {feature} {weight:.2f}')
    if options.write:
        open(options.write, 'w', encoding='utf8').write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
