"""Learns models/en/coreference.xml: which mentions of a document mean the same (docs/model-format.md, graph 5).

    coreference_pairs MODEL DEV   < en_gum-dev.conllu        (the same for TRAIN; pairs.cpp says what it writes)
    python train.py --train TRAIN en_gum-train.conllu --dev DEV en_gum-dev.conllu --write MODEL/coreference.xml

Mention ranking: each mention takes one of those before it or nobody, and the probability of all right antecedents together is
maximised (Durrett and Klein 2013; Lee et al. 2017). The words' vectors come from the encoder as it is. What a
mention of each kind needs over "nobody" is set on the documents of --dev."""
import argparse
import copy
import json
import os
import random
import sys
import tempfile
import time

import numpy as np
import torch
import torch.nn as nn

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(HERE), os.path.join(os.path.dirname(os.path.dirname(HERE)), 'tools')]
from evaluation.coreference import conll_f1           # noqa: E402
from export import listed                             # noqa: E402
from mention_pairs import load, loss                  # noqa: E402
from network import MENTION_CLASSES, MENTION_KINDS, PAIR_CLASSES, VECTORS, Pairs      # noqa: E402


@torch.no_grad()
def scores(network, documents):
    network.eval()
    return [[network(*s.tensors()).numpy() for s in d.stretches] for d in documents]


def found_chains(document, stretch_scores, over=np.zeros(MENTION_KINDS)):
    """over: what is added to each kind of anaphor's scores."""
    antecedent = {}
    for stretch, score in zip(document.stretches, stretch_scores):
        _, classes, anaphor, other, _ = stretch.inputs
        score = score + over[classes[anaphor, 0]]
        best = {}
        for i, j, s in zip(anaphor, other, score):
            if s > best.get(i, (0.,))[0]:
                best[i] = s, j
        antecedent.update((stretch.rows[i], stretch.rows[j]) for i, (_, j) in best.items())
    chains, chain_of = [], {}
    for k, mention in enumerate(document.mentions):
        if k in antecedent:
            chain_of[k] = chain_of[antecedent[k]]
        else:
            chain_of[k] = len(chains)
            chains.append(set())
        chains[chain_of[k]].add(mention)
    return [c for c in chains if len(c) > 1]


def measure(documents, all_scores, over=np.zeros(MENTION_KINDS)):
    return conll_f1([(d.gold, found_chains(d, s, over)) for d, s in zip(documents, all_scores)])


def fit(documents, epochs, seed, rate=1e-3):
    torch.manual_seed(seed)
    random.seed(seed)
    network = Pairs()
    average = copy.deepcopy(network)
    optimiser = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad], lr=rate, weight_decay=.05)
    stretches = [s for d in documents for s in d.stretches if len(s.right)]
    steps, step = epochs * (len(stretches) // 2), 0
    for epoch in range(epochs):
        begun, total, count = time.time(), 0., 0
        random.shuffle(stretches)
        network.train()
        for k in range(0, len(stretches) - 1, 2):
            parts = [loss(network, s) for s in stretches[k:k + 2]]
            mean = sum(p[0] for p in parts) / sum(p[1] for p in parts)
            optimiser.zero_grad()
            mean.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.)
            step += 1
            for group in optimiser.param_groups:
                group['lr'] = rate * min(1, step / 100) * max(.02, 1 - step / steps)
            optimiser.step()
            total, count = total + float(mean.detach()), count + 1
            keep = min(.998, step / (step + 20))
            with torch.no_grad():
                for p, q in zip(average.parameters(), network.parameters()):
                    p.mul_(keep).add_(q, alpha=1 - keep)
        print(f'seed {seed} epoch {epoch + 1}: loss {total / count:.3f}, {time.time() - begun:.0f} s', flush=True)
    return average.eval()


def best_over(documents, all_scores):
    """Per kind of anaphor what is added to its scores, by the F1 of the documents: one kind after another."""
    over, best = np.zeros(MENTION_KINDS, np.float32), 0.
    for kind in (None, 3, 1, 2, 3, 1, 2):
        for step in (-.5, -.25, 0, .25, .5, .75, 1, 1.25, 1.5, 2):
            trial = over.copy()
            trial[slice(None) if kind is None else kind] = step
            f1 = measure(documents, all_scores, trial)['conll']
            if f1 > best + 1e-4:
                best, over_best = f1, trial
        over = over_best
    return over


def write(network, example, path):
    import openvino
    names = ['vectors', 'mention_classes', 'anaphor', 'antecedent', 'pair_classes']
    axes = {n: {0: 'pairs' if n in names[2:] else 'mentions'} for n in names}
    with tempfile.TemporaryDirectory() as folder:
        onnx = f'{folder}/coreference.onnx'
        torch.onnx.export(network, tuple(example), onnx, input_names=names, output_names=['score'], dynamic_axes=axes, opset_version=17,
                          dynamo=False)
        openvino.save_model(openvino.convert_model(onnx), path, compress_to_fp16=True)


def list_in_manifest(folder):
    """The engine checks the files of a model folder against the hashes of its manifest."""
    path = f'{folder}/manifest.json'
    manifest = json.load(open(path, encoding='utf8'))
    files = [f for f in manifest['files'] if not f['name'].startswith('coreference.')]
    manifest['files'] = files + [listed(folder, name) for name in ('coreference.xml', 'coreference.bin')]
    with open(path, 'w', encoding='utf8') as f:
        json.dump(manifest, f, ensure_ascii=False, indent=1)
        f.write('\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--train', nargs=2, required=True), parser.add_argument('--dev', nargs=2, required=True)
    parser.add_argument('--epochs', type=int, default=6), parser.add_argument('--write')
    options = parser.parse_args()
    torch.set_num_threads(2)
    train, dev = load(*options.train), load(*options.dev)
    network = fit(train, options.epochs, seed=1)
    dev_scores = scores(network, dev)
    over = best_over(dev, dev_scores)
    print('dev:', measure(dev, dev_scores), 'with', over.tolist(), measure(dev, dev_scores, over))
    network.kind.copy_(torch.from_numpy(over))
    if options.write:
        write(network, train[0].stretches[0].tensors(), options.write)
        list_in_manifest(os.path.dirname(options.write))


if __name__ == '__main__':
    main()
