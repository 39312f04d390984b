"""Each head by itself, in float and in int8: what quantisation costs. The program's own figures are `./run evaluate`; here
trees are arg-max heads without the spanning tree and statements are the network's alone, without the rules after it.

  evaluate.py --checkpoint C.pt --model models/en --shared ../shared --program '… tokens' --minilm FOLDER [--json FILE]"""
import argparse
import json
import math
import re
import subprocess
import sys
import tempfile

import numpy as np
import torch

import corpora
import data
import events
import labels as label_lists
from batches import Batch, CueRows, by_length, head_columns, same_sentence
from export import GRAPHS, load_network

WORD = re.compile(r'\w')
CANDIDATE = .1      # as src/statements/cues.h


class Float:
    """The checkpoint's averaged weights in PyTorch."""

    def __init__(self, checkpoint):
        net, _ = load_network(checkpoint)
        self.graphs = {name: module(net).eval() for name, (module, _, _) in GRAPHS.items()}

    @torch.no_grad()
    def run(self, name, inputs):
        out = self.graphs[name](*inputs)
        out = out if isinstance(out, tuple) else (out,)
        return {k: v.float().numpy() for k, v in zip(GRAPHS[name][2], out)}


class Int8:
    """A model folder in OpenVINO."""

    def __init__(self, folder):
        import openvino
        core = openvino.Core()
        self.graphs = {name: core.compile_model(f'{folder}/{name}.xml', 'CPU', {'INFERENCE_PRECISION_HINT': 'f32'}) for name in GRAPHS}

    def run(self, name, inputs):
        out = self.graphs[name]([x.numpy() for x in inputs])
        return {k: np.asarray(out[k], np.float32) for k in GRAPHS[name][2]}


def encode(backend, docs):
    for windows in by_length([(d, a, z) for d in docs for a, z in d.windows()], 3000, shuffle=False):
        batch = Batch(windows)
        yield batch, backend.run('encoder', [x.to(torch.int32) for x in batch.inputs])


def syntax_scores(backend, docs):
    count, n = dict.fromkeys(('upos', 'xpos', 'lemma', 'uas', 'las'), 0), 0
    for batch, out in encode(backend, docs):
        arcs = np.where(same_sentence(batch).numpy(), out['arcs'], -1e9)
        head, gold = arcs.argmax(-1), head_columns(batch).numpy()
        known = batch.real.numpy()
        rows, words = known.nonzero()
        column = gold[known].clip(min=0)
        vectors = torch.from_numpy(out['vectors'])
        heads = vectors[torch.from_numpy(rows), torch.from_numpy((column - 1).clip(min=0))] * torch.from_numpy(column > 0)[:, None]
        relation = backend.run('relations', [vectors[torch.from_numpy(rows), torch.from_numpy(words)], heads,
                                             torch.from_numpy((column == 0).astype(np.int32))])['relation']
        right = head[known] == gold[known]
        n += known.sum()
        count['uas'] += right.sum()
        count['las'] += (right & (relation == batch.column(lambda d: d.syntax['relation']).numpy()[known])).sum()
        for key in ('upos', 'xpos', 'lemma'):
            count[key] += (out[key][known] == batch.column(lambda d: d.syntax[key]).numpy()[known]).sum()
    return {k: round(100 * v / n, 2) for k, v in count.items()}


def best_tags(logs, labels):
    """The best sequence in which an I follows only a B or I of its type."""
    follows = np.array([[b[:2] != 'I-' or a[2:] == b[2:] for b in labels] for a in labels])
    transitions = np.where(follows, 0., -1e9)
    initial = np.array([-1e9 if b[:2] == 'I-' else 0. for b in labels])
    return [labels[i] for i in viterbi(logs, initial, transitions)]


def spans_of(tags):
    out, start = set(), None
    for i, tag in enumerate(list(tags) + ['O']):
        if start is not None and not (tag[:2] == 'I-' and tag[2:] == tags[start][2:]):
            out.add((start, i, tags[start][2:]))
            start = None
        if tag[:2] == 'B-' or (tag[:2] == 'I-' and start is None):
            start = i
    return out


COARSE_OF = {fine: coarse for coarse, types in data.COARSE.items() for fine in types}


def entity_scores(backend, docs, layer, labels, coarse):
    found = right = gold = 0
    for batch, out in encode(backend, docs):
        for k, (doc, a, z) in enumerate(batch.windows):
            tags = best_tags(out[layer][k, :z - a], labels)
            if coarse:
                tags = [t[:2] + COARSE_OF[t[2:]] if t[2:] in COARSE_OF else 'O' for t in tags]
            mine, true = spans_of(tags), spans_of(doc.tags[a:z])
            found, right, gold = found + len(mine), right + len(mine & true), gold + len(true)
    return {'p': round(100 * right / max(found, 1), 2), 'r': round(100 * right / max(gold, 1), 2),
            'f1': round(200 * right / max(found + gold, 1), 2)}


def viterbi(emissions, initial, transitions):
    score, back = initial + emissions[0], []
    for row in emissions[1:]:
        step = score[:, None] + transitions
        back.append(step.argmax(0))
        score = step.max(0) + row
    path = [int(score.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return np.array(path[::-1])


def logit(p):
    p = min(max(float(p), 1e-6), 1 - 1e-6)
    return math.log(p / (1 - p))


def statements(backend, docs, threshold, initial, transitions):
    """→ {document id: [{source, cue, content}]} in code points."""
    out = {d.id: [] for d in docs}
    for batch, encoded in encode(backend, docs):
        cues, chance = [], []
        for k, (doc, a, z) in enumerate(batch.windows):
            p, t = encoded['cue'][k], 0
            while t < z - a:
                if p[t, 1] <= CANDIDATE:
                    t += 1
                    continue
                end = t + 1
                while end < z - a and p[end, 2] > max(.5, p[end, 1]):
                    end += 1
                cues.append((k, a + t, a + end))
                chance.append(float(p[t, 1]))
                t = end
        if not cues:
            continue
        rows = CueRows(batch, cues, told=[p >= .5 for p in chance])
        vectors, cue, features, mask = rows.inputs(torch.from_numpy(encoded['vectors']))
        read = backend.run('reader', [vectors * mask[..., None], cue, features.to(torch.int32), mask.to(torch.int32)])
        for i, (k, first, end) in enumerate(cues):
            if logit(chance[i]) + logit(read['holds'][i]) <= 2 * logit(threshold):
                continue
            doc, a, _ = batch.windows[k]
            n = int(mask[i].sum())
            role = viterbi(read['roles'][i, :n], initial, transitions)
            at = np.arange(n) + a + rows.low[i]
            spans = lambda words: [[int(doc.starts[w]), int(doc.ends[w])] for w in words if WORD.search(doc.words[w])]
            outside = (at < first) | (at >= end)
            record = {'source': spans(at[(role == 1) & outside]), 'cue': spans(range(first, end)), 'content': spans(at[(role == 2) & outside])}
            if record['content']:
                out[doc.id].append(record)
    return out


def attribution_scores(backend, docs, gold, scorer, threshold, initial, transitions):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl') as f:
        for key, records in statements(backend, docs, threshold, initial, transitions).items():
            f.write(json.dumps({'id': key, 'attributions': records}) + '\n')
        f.flush()
        run = subprocess.run([sys.executable, scorer, gold, f.name, '--json'], capture_output=True, check=True)
    s = json.loads(run.stdout)
    out = {k: round(100 * s['relation'][k]['f1'], 1) for k in ('head', 'exact')}
    out.update(found=round(100 * s['found']['f1'], 1), predicted=s['predicted'])
    out.update({t: round(100 * v['head_r'], 1) for t, v in s['by_type'].items()})
    return out


def event_scores(backend, docs, threshold):
    """Triggers and types by the trigger's word; standing and the rest where the type is right. Optional events count neither way."""
    n = dict.fromkeys(('gold', 'found', 'hit', 'typed', 'status', 'standing', 'standing right'), 0)
    known = {key: [0, 0] for key in ('mode', 'cameo', 'news_role')}
    for doc in docs:
        n['gold'] += sum(not e.optional for e in doc.events)
    for batch, encoded in encode(backend, docs):
        triggers = [(k, a + w, a + w + 1) for k, (_, a, z) in enumerate(batch.windows) for w in range(z - a) if encoded['trigger'][k, w] > CANDIDATE]
        if not triggers:
            continue
        chance = [float(encoded['trigger'][k, w - batch.windows[k][1]]) for k, w, _ in triggers]
        rows = CueRows(batch, triggers, told=[p >= .5 for p in chance])
        vectors, trigger, features, mask = rows.inputs(torch.from_numpy(encoded['vectors']))
        read = backend.run('event_reader', [vectors * mask[..., None], trigger, features.to(torch.int32), mask.to(torch.int32)])
        for i, (k, word, _) in enumerate(triggers):
            if logit(chance[i]) + logit(read['holds'][i]) <= 2 * logit(threshold):
                continue
            event = next((e for e in batch.windows[k][0].events if e.trigger == word), None)
            if event is None:
                n['found'] += 1
            elif not event.optional:
                n['found'] += 1
                n['hit'] += 1
                if int(read['event_type'][i].argmax()) in event.types:
                    n['typed'] += 1
                    right = int(read['status'][i].argmax()) in event.statuses
                    n['status'] += right
                    n['standing'] += event.statuses[0] != 0
                    n['standing right'] += right and event.statuses[0] != 0
                    for key, count in known.items():
                        want = getattr(event, key)
                        count[0] += bool(want) and int(read[key][i].argmax()) in want
                        count[1] += bool(want)
    share = lambda a, b: round(100 * a / max(1, b), 1)
    return {'trigger f1': share(2 * n['hit'], n['gold'] + n['found']), 'type f1': share(2 * n['typed'], n['gold'] + n['found']),
            'status': share(n['status'], n['typed']), 'not occurred': share(n['standing right'], n['standing']),
            **{key: share(*count) for key, count in known.items()}}


def main(options):
    saved = torch.load(options.checkpoint, weights_only=False)
    lists = data.SyntaxLabels.__new__(data.SyntaxLabels)
    vars(lists).update(saved['labels'])
    gold, pieces = f'{options.shared}/gold', data.Pieces(options.minilm + '/tokenizer.json')
    banks = {f'{c} {part}': data.treebank(f'{gold}/syntax/en_{c}-{part}.conllu.gz', lists) for c in ('ewt', 'gum') for part in ('dev', 'test')}
    sets = {'wikigold': data.wikigold(f'{gold}/entities')[1], 're3d': data.re3d(f'{gold}/entities')[1]}
    dev = f'{gold}/attribution/polnear-dev.jsonl'
    reports = data.polnear(dev, options.program)
    data.add_trees(options.program, reports, lists.relation)
    held_out = corpora.reports(held_out=True)
    own = data.own_corpus(held_out, '', options.program)
    for report, doc in zip(held_out, own):
        doc.events = events.of_report(report, doc, data.words_in, lists.cameo)
    data.add_trees(options.program, own, lists.relation)
    for docs in (*banks.values(), *sets.values()):
        data.add_quotes(options.program, docs)
    for docs in (*banks.values(), *sets.values(), reports, own):
        for doc in docs:
            pieces.fill(doc)
    backends = {'float': Float(options.checkpoint)}
    if options.model:
        backends['int8'] = Int8(options.model)
    reader = load_network(options.checkpoint)[0].reader
    initial, transitions = reader.initial.detach().numpy(), reader.transitions.detach().numpy()
    result = {}
    for name, backend in backends.items():
        r = result[name] = {k: syntax_scores(backend, docs) for k, docs in banks.items()}
        r['wikigold held-back'] = entity_scores(backend, sets['wikigold'], 'names', label_lists.NAMES, True)
        r['re3d held-back'] = entity_scores(backend, sets['re3d'], 'mentions', label_lists.MENTIONS, False)
        for threshold in options.thresholds:
            r[f'PolNeAR dev at {threshold}'] = attribution_scores(backend, reports, dev, f'{options.shared}/score/attribution.py', threshold,
                                                                  initial, transitions)
        r['events of own reports held back'] = event_scores(backend, own, options.event_threshold)
        for key, value in r.items():
            print(name, key, value, flush=True)
    if options.json:
        json.dump(result, open(options.json, 'w'), indent=1)


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for key in ('checkpoint', 'shared', 'program', 'minilm'):
        parser.add_argument('--' + key, required=True)
    parser.add_argument('--model')
    parser.add_argument('--json')
    parser.add_argument('--event-threshold', type=float, default=.5)
    parser.add_argument('--thresholds', type=float, nargs='+', default=[.5])
    main(parser.parse_args())
