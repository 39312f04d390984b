"""Trains the network on all heads at once, by the clock.

  train.py --shared ../shared --program 'build/release/onrecord tokens' --out checkpoint.pt --minutes 90 [--open]

The first minutes go over treebanks and entity sets alone: the parser gives the attribution heads a start (measured: +5 head
F1 at equal length). Weights are averaged exponentially over the steps; the average is what is released."""
import argparse
import copy
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import corpora
import data
import events
import mention_pairs
from batches import Batch, CueRows, by_length, head_columns, same_sentence
from data import IGNORE, SAID
from labels import ACTS
from network import Network

PIECES_PER_BATCH, WARM_UP_STEPS, AVERAGE = 800, 200, .999
DOUBTFUL = .02     # a word as likely to begin a cue is read as one, to learn from its surroundings that it is none
COREFERENCE = .5   # weight of the mentions of an excerpt beside its trees
INNER = 2.5        # what a cue inside another's content counts: PolNeAR has none, so there are few, and they are missed most
ONLY = {'reader': ('reader.',), 'events': ('event_reader.', 'trigger.')}
THINK = ACTS.index('think')


def cross_entropy(scores, labels, **kwargs):
    return F.cross_entropy(scores.float().flatten(0, -2), labels.flatten(), ignore_index=IGNORE, **kwargs)


def pattern_loss(scores, labels, table):
    """-log of the probability of all labels that the annotation leaves possible."""
    known = labels >= 0
    logs = scores[known].float().log_softmax(-1)
    allowed = table[labels[known]]
    return -torch.logsumexp(logs.masked_fill(allowed == 0, -1e9), -1).mean()


def syntax_loss(net, batch, h):
    heads = head_columns(batch)
    arcs = net.arcs(h).float().masked_fill(~same_sentence(batch), -1e4)
    loss = cross_entropy(arcs, heads)
    known = heads >= 0
    rows, words = known.nonzero(as_tuple=True)
    column = heads[known]
    head = h[rows, (column - 1).clamp(min=0)] * (column > 0)[:, None].to(h.dtype)
    column_of = lambda key: batch.column(lambda d: d.syntax and d.syntax[key])
    loss = loss + cross_entropy(net.relation(h[rows, words], head, (column == 0).long()), column_of('relation')[known])
    loss = loss + .5 * cross_entropy(net.upos(h), column_of('upos')) + .3 * cross_entropy(net.xpos(h), column_of('xpos'))
    return loss + .3 * cross_entropy(net.lemma(h), column_of('lemma')) + .3 * boundary_loss(net, batch, h)


def boundary_loss(net, batch, h):
    """Does a sentence begin at this word? Not asked of a window's first word."""
    sentence = batch.column(lambda d: d.sentence)
    begins = (sentence[:, 1:] != sentence[:, :-1]).float()
    known = (sentence[:, 1:] >= 0)
    return F.binary_cross_entropy_with_logits(net.boundary(h)[:, 1:, 0].float()[known], begins[known])


def gold_cues(batch):
    """→ label of each word and what it counts, cues of the batch, and for each (labels of the words it reads, whether its roles lie
    there)."""
    label, weight = torch.where(batch.real, 0, IGNORE), torch.ones(batch.real.shape)
    cues, roles = [], []
    for k, (doc, begin, end) in enumerate(batch.windows):
        if doc.unasked is not None:
            label[k, doc.unasked[(doc.unasked >= begin) & (doc.unasked < end)] - begin] = IGNORE
        contents = np.concatenate([c.content for c in doc.cues]) if doc.cues else ()
        for cue in doc.cues or []:
            if cue.first < begin or cue.end > end:
                continue
            if cue.first in contents:
                weight[k, cue.first - begin:cue.end - begin] = INNER
            label[k, cue.first - begin] = 1
            label[k, cue.first - begin + 1:cue.end - begin] = 2
            lo, hi = data.words_read(begin, end, cue.first, cue.end)
            row, inside = np.zeros(hi - lo, np.int64), True
            for role, words in ((1, cue.source), (2, cue.content)):
                here = words[(words >= lo) & (words < hi)]
                row[here - lo] = role
                inside = inside and (len(here) > 0 or len(words) == 0)
            cues.append((k, cue.first, cue.end))
            roles.append((row, inside, cue))
    return label, weight, cues, roles


def doubtful(batch, chance, label, most):
    """Words that the network may take for a cue or trigger (chance: [B,W]) and that are none (label 0), the likeliest first →
    [(window, first, end)], their chances."""
    chance = chance.detach().float().masked_fill(label != 0, 0.)
    rows, words = (chance > DOUBTFUL).nonzero(as_tuple=True)
    order = chance[rows, words].argsort(descending=True)[:most]
    begins = [(int(k), batch.windows[k][1] + int(w)) for k, w in zip(rows[order], words[order])]
    return [(k, w, w + 1) for k, w in begins], chance[rows, words][order].tolist()


def attribution_loss(net, batch, h):
    label, weight, cues, roles = gold_cues(batch)
    unit = float(batch.real.sum()) / 31. * 10.          # about one attribution in 31 words of news
    scores = net.cue(h)
    loss = (cross_entropy(scores, label, reduction='none') * weight.flatten()).sum() / unit
    others, chance = doubtful(batch, scores.float().softmax(-1)[..., 1], label, most=2 + int(unit / 5))
    if not cues and not others:
        return loss
    rows = CueRows(batch, cues + others, told=[.9] * len(cues) + chance)
    emissions, act, polarity, kind, holds = (x[:len(cues)] if k < 4 else x for k, x in enumerate(net.reader(*rows.inputs(h))))
    counts = torch.tensor([float(weight[k, c - batch.windows[k][1]]) for k, c, _ in cues] + [1.] * len(others))
    true = torch.tensor([1.] * len(cues) + [0.] * len(others))
    loss = loss + F.binary_cross_entropy_with_logits(holds.float(), true, counts, reduction='sum') / unit
    if not cues:
        return loss
    mask = rows.mask[:len(cues)]
    gold = torch.zeros(mask.shape, dtype=torch.long)
    for i, (row, _, _) in enumerate(roles):
        gold[i, :len(row)] = torch.from_numpy(row)
    inside = torch.tensor([float(ok) for _, ok, _ in roles])
    loss = loss + (net.reader.crf_loss(emissions.float(), gold, mask) * inside).sum() / unit
    for scores, key, weight in ((act, 'act', 1.), (polarity, 'polarity', .5), (kind, 'source_kind', .5)):
        want = torch.tensor([getattr(c, key) for _, _, c in roles])
        if (want >= 0).any():
            loss = loss + weight * cross_entropy(scores, want.where(want >= 0, IGNORE), reduction='sum') / unit
        if (want == SAID).any():
            thought = scores[want == SAID].float().log_softmax(-1)[:, THINK].exp()
            loss = loss - weight * torch.log1p(-thought.clamp(max=1 - 1e-6)).sum() / unit
    return loss


def any_of(scores, classes):
    """Sum of -log P(one of the classes) over the rows that have classes."""
    rows = [k for k, c in enumerate(classes) if c]
    if not rows:
        return 0. * scores.sum()
    allowed = torch.full((len(rows), scores.shape[1]), -1e9)
    for i, k in enumerate(rows):
        allowed[i, classes[k]] = 0.
    logs = scores[rows].float().log_softmax(-1)
    return -torch.logsumexp(logs + allowed, -1).sum()


def gold_triggers(batch):
    """→ label of each word (1 = trigger), [(window, word, Event)]"""
    label, found = torch.full(batch.real.shape, IGNORE), []
    for k, (doc, begin, end) in enumerate(batch.windows):
        if doc.events is None:
            continue
        label[k, :end - begin] = 0
        for event in doc.events:
            if begin <= event.trigger < end:
                label[k, event.trigger - begin] = IGNORE if event.optional else 1
                found.append((k, event.trigger, event))
    return label, found


def events_loss(net, batch, h):
    label, found = gold_triggers(batch)
    known = label >= 0
    unit = float(known.sum()) / 20. * 10.
    scores = net.trigger(h)[..., 0].float()
    loss = F.binary_cross_entropy_with_logits(scores[known], label[known].float(), reduction='sum') / unit
    others, chance = doubtful(batch, scores.sigmoid(), label, most=2 + int(unit / 5))
    if not found and not others:
        return loss
    triggers = [(k, w, w + 1) for k, w, _ in found] + others
    read = CueRows(batch, triggers, told=[.9] * len(found) + chance)
    emissions, heads = net.event_reader(*read.inputs(h))
    sure = [k for k, f in enumerate(found) if not f[2].optional] + list(range(len(found), len(triggers)))
    true = torch.tensor([1. if k < len(found) else 0. for k in sure])
    loss = loss + F.binary_cross_entropy_with_logits(heads['holds'][sure, 0].float(), true, reduction='sum') / unit
    if not found:
        return loss
    n = len(found)
    mask = read.mask[:n]
    gold = torch.zeros(mask.shape, dtype=torch.long)
    for i, (k, _, event) in enumerate(found):
        row = events.role_labels(event, *data.words_read(*batch.windows[k][1:], event.trigger, event.trigger + 1))
        gold[i, :len(row)] = torch.from_numpy(row)
    loss = loss + .5 * net.event_reader.crf_loss(emissions[:n].float(), gold, mask).sum() / unit
    for name, of, weight in (('event_type', 'types', 1.), ('status', 'statuses', 1.), ('news_role', 'news_role', .3), ('mode', 'mode', .3),
                             ('cameo', 'cameo', .3)):
        loss = loss + weight * any_of(heads[name][:n], [getattr(e, of) for _, _, e in found]) / unit
    for name in ('contexts', 'uttered'):
        asked = [k for k, (_, _, e) in enumerate(found) if getattr(e, name)]
        if asked:
            want = torch.tensor([getattr(found[k][2], name) for k in asked])
            loss = loss + .3 * F.binary_cross_entropy_with_logits(heads[name][asked].float(), want, reduction='sum') / unit / want.shape[1] ** .5
    return loss


LIKELIEST = 4       # words of a sentence without a known trigger that are read


def sentence_event_loss(net, batch, h):
    """Sentences that tell of one event of a known type: the likeliest words are read, and weighed by how likely they are triggers."""
    scores = net.trigger(h)[..., 0].float().masked_fill(~batch.real, -1e4)
    best = scores.topk(min(LIKELIEST, scores.shape[1]), 1).indices
    pairs = [(k, batch.windows[k][1] + int(w)) for k in range(len(best)) for w in best[k] if batch.real[k, w]]
    _, heads = net.event_reader(*CueRows(batch, [(k, w, w + 1) for k, w in pairs], told=[.5] * len(pairs)).inputs(h))
    loss = 0.
    for k, (doc, begin, _) in enumerate(batch.windows):
        mine = [i for i, (j, _) in enumerate(pairs) if j == k]
        weight = torch.stack([scores[k, pairs[i][1] - begin] for i in mine]) + heads['holds'][mine, 0].float()
        logs = heads['event_type'][mine].float().log_softmax(-1)[:, doc.event_types].logsumexp(-1)
        loss = loss - torch.logsumexp(weight.log_softmax(0) + logs, 0)
    return loss / max(1, float(batch.real.sum()) / 20. * 10.) * 2


def batch_loss(net, batch, patterns, excerpt=None):
    h = net.vectors(*batch.inputs)
    has = lambda key: any(getattr(d, key) is not None for d, _, _ in batch.windows)
    loss = 0.
    if has('syntax'):
        loss = loss + syntax_loss(net, batch, h)
    for layer, head, weight in (('names', net.names, 3.), ('mentions', net.mentions, 3.)):
        if has(layer):
            labels = batch.column(lambda d: getattr(d, layer))
            if (labels >= 0).any():
                loss = loss + weight * pattern_loss(head(h), labels, patterns[layer])
    if has('cues'):
        loss = loss + attribution_loss(net, batch, h)
    if has('events'):
        loss = loss + events_loss(net, batch, h)
    if has('event_types'):
        loss = loss + sentence_event_loss(net, batch, h)
    if excerpt is not None:
        loss = loss + COREFERENCE * mention_pairs.excerpt_loss(net, batch, h, excerpt)
    return loss


def one_pass(banks, excerpts, rehearse):
    """(windows, excerpt or None) of one pass in random order; of sets without events only a share of the documents, drawn anew."""
    out = list(excerpts)
    for name, docs in banks.items():
        if rehearse < 1 and docs[0].events is None and docs[0].event_types is None:
            docs = random.sample(docs, int(rehearse * len(docs)))
        windows = [(d, a, z) for d in docs for a, z in d.windows()] * corpora.SETS[name][0]
        out += [(batch, None) for batch in by_length(windows, PIECES_PER_BATCH, shuffle=True)]
    random.shuffle(out)
    return out


class Average:
    """Exponential moving average of the trained parameters."""

    def __init__(self, net):
        self.net = copy.deepcopy(net).eval()

    @torch.no_grad()
    def update(self, net, step):
        keep = min(AVERAGE, (step + 1) / (step + 10))
        pairs = [(a, p) for a, p in zip(self.net.parameters(), net.parameters()) if p.requires_grad]
        torch._foreach_lerp_([a for a, _ in pairs], [p for _, p in pairs], 1 - keep)


def start(net, saved):
    """What has the same name and shape is taken over; a head that was built anew begins afresh, and is named."""
    own = net.state_dict()
    fits = {k: v for k, v in saved.items() if k in own and own[k].shape == v.shape}
    net.load_state_dict(fits, strict=False)
    if len(fits) < len(own):
        print('begun afresh:', *sorted(own.keys() - fits.keys()), flush=True)


def train(options):
    torch.manual_seed(options.seed), random.seed(options.seed), np.random.seed(options.seed)
    torch.set_num_threads(options.threads)
    labels = corpora.label_lists(options.shared)
    banks = corpora.load_cached(options.cache, options.shared, options.program, options.minilm + '/tokenizer.json', labels)
    if options.open:
        banks = {k: v for k, v in banks.items() if corpora.SETS[k][1]}
    print('words', {k: sum(len(d.words) for d in v) for k, v in banks.items()}, flush=True)
    net = Network(len(labels.upos), len(labels.xpos), len(labels.lemma), len(labels.relation), len(labels.cameo))
    if options.init:
        start(net, torch.load(options.init, weights_only=False)['raw'])
    else:
        net.encoder.load_minilm(options.minilm + '/model.safetensors')
    net.encoder.piece.weight.requires_grad_(False)      # rare words keep their place, and it saves time
    if options.only:
        for name, weight in net.named_parameters():
            weight.requires_grad_(name.startswith(ONLY[options.only]))
        wanted = ('cues',) if options.only == 'reader' else ('events', 'event_types')
        banks = {k: v for k, v in banks.items() if any(getattr(v[0], key) is not None for key in wanted)}
    excerpts = []
    if options.coreference and not options.only:
        gold = f'{options.shared}/gold/syntax/en_gum-train.conllu.gz'
        excerpts = mention_pairs.excerpts(mention_pairs.load(options.coreference, gold), banks['UD English GUM train'])
    parser_sets = {k: v for k, v in banks.items() if v[0].cues is None}
    if not options.init:
        Phase(options, net, labels, parser_sets, [], options.parser_minutes).run()
    Phase(options, net, labels, banks, excerpts, options.minutes).run()


class Phase:
    """Passes over some sets until the clock runs out; the rate falls to nothing with it."""

    def __init__(self, options, net, labels, banks, excerpts, minutes):
        self.options, self.net, self.labels, self.banks, self.excerpts, self.seconds = options, net, labels, banks, excerpts, 60 * minutes
        self.patterns = {'names': torch.tensor(data.names.rows), 'mentions': torch.tensor(data.mentions.rows)}
        learns = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
        body = [p for n, p in learns if n.startswith('encoder.')]
        heads = [p for n, p in learns if not n.startswith('encoder.')]
        self.optimizer = torch.optim.AdamW([dict(params=body, lr=options.rate, top=options.rate),
                                            dict(params=heads, lr=options.head_rate, top=options.head_rate)],
                                           weight_decay=.01, betas=(.9, .98), fused=True)
        self.average, self.step, self.words = Average(net), 0, 0

    def run(self):
        start, running, report, saved = time.time(), None, 60., 0.
        self.net.train()
        while True:
            for windows, excerpt in one_pass(self.banks, self.excerpts, self.options.rehearse):
                spent = time.time() - start
                if spent >= self.seconds:
                    self.save(spent)
                    return
                loss = self.learn(windows, excerpt, 1 - spent / self.seconds)
                running = loss if running is None else .98 * running + .02 * loss
                if spent > report:
                    report = spent + 60
                    print(f'{spent:.0f}s step {self.step} loss {running:.3f} {self.words / spent:.0f} words/s', flush=True)
                if spent > saved + 600:
                    saved = spent
                    self.save(spent)

    def learn(self, windows, excerpt, left):
        for g in self.optimizer.param_groups:
            g['lr'] = g['top'] * min(1., (self.step + 1) / WARM_UP_STEPS) * max(.01, left)
        batch = Batch(windows)
        with torch.autocast('cpu', torch.bfloat16):
            loss = batch_loss(self.net, batch, self.patterns, excerpt)
        if loss.requires_grad:                           # a batch without cues has nothing for the reader alone
            self.optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.)
            self.optimizer.step()
        self.average.update(self.net, self.step)
        self.step += 1
        self.words += int(batch.real.sum())
        return float(loss.detach())

    def save(self, spent):
        """Never leaves a half-written checkpoint."""
        out = self.options.out
        torch.save(dict(raw=self.net.state_dict(), average=self.average.net.state_dict(), labels=vars(self.labels),
                        words={k: sum(len(d.words) for d in v) for k, v in self.banks.items()},
                        settings=dict(vars(self.options), steps=self.step, seconds=round(spent), words_seen=self.words)), out + '.part')
        os.replace(out + '.part', out)
        print(f'saved after {spent:.0f}s, step {self.step}, {self.words} words', flush=True)


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--shared', required=True)
    parser.add_argument('--program', required=True, help='command that reads JSON Lines of texts and prints their words')
    parser.add_argument('--minilm', required=True, help='folder with tokenizer.json and model.safetensors')
    parser.add_argument('--out', required=True)
    parser.add_argument('--coreference', help='folder that coreference_pairs has written for GUM train')
    parser.add_argument('--rehearse', type=float, default=1., help='share of the sets without events in each pass: to go on from weights '
                        'that know the rest')
    parser.add_argument('--cache', help='file that keeps the prepared documents')
    parser.add_argument('--init', help='checkpoint to go on from, without the parser minutes')
    parser.add_argument('--only', choices=list(ONLY), help='all else stays as it is: after averaging, with --init')
    parser.add_argument('--parser-minutes', type=float, default=10, help='treebanks and entity sets alone, before all heads')
    parser.add_argument('--minutes', type=float, default=92)
    parser.add_argument('--open', action='store_true', help='leave out the sets that state no licence')
    parser.add_argument('--rate', type=float, default=2e-4)
    parser.add_argument('--head-rate', type=float, default=1e-3)
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--seed', type=int, default=1)
    train(parser.parse_args())
