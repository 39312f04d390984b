"""Mentions that may mean the same, as coreference/pairs.cpp writes them, with what the gold says of them.

Mention ranking: each mention takes one of those before it or nobody, and the probability of all right antecedents together is
maximised (Durrett and Klein 2013; Lee et al. 2017)."""
import json

import numpy as np
import torch

from data import read_conllu      # also lets evaluation be found
from evaluation.coreference import chains
from network import MENTION_CLASSES, PAIR_CLASSES, VECTORS

FARTHEST = 120      # mentions before an anaphor that are near: coreference/pairs.h, kNearest


class Stretch:
    """Inputs of the graph for some mentions of a document; right: of each pair, 1 where it is of one gold chain."""

    def __init__(self, rows, inputs, chain_of):
        self.rows, self.inputs = rows, inputs
        self.chain = np.array([chain_of[r] for r in rows])
        _, _, anaphor, antecedent, _ = inputs
        self.right = (self.chain[anaphor] == self.chain[antecedent]) & (self.chain[anaphor] >= 0)

    def tensors(self):
        return [torch.from_numpy(np.array(x)) for x in self.inputs]


class Document:
    """mentions: [(first, end)]; words: [first, end, head, word above the head or -1] of each; gold: [{(first, end)}]."""

    def __init__(self, words, gold):
        self.mentions, self.words, self.gold, self.stretches = [tuple(m[:2]) for m in words], words, gold, []


def gold_chains(path):
    """Per document the gold chains of two or more mentions, each a set of (first, end) in words."""
    for _, sentences in read_conllu(path):
        yield chains([row[7] for rows, _ in sentences for row in rows])


def load(folder, gold_path):
    raw = {k: np.memmap(f'{folder}/{k}', np.float32 if k.endswith('f32') else np.int32, 'r')
           for k in ('vectors.f32', 'mention_classes.i32', 'anaphor.i32', 'antecedent.i32', 'pair_classes.i32')}
    at = dict.fromkeys(raw, 0)

    def take(name, rows, width=None):
        n = rows * (width or 1)
        out = raw[name][at[name]:at[name] + n]
        at[name] += n
        return out.reshape(rows, width) if width else out
    out = []
    for line, gold in zip(open(f'{folder}/documents.jsonl', encoding='utf8'), gold_chains(gold_path), strict=True):
        found = json.loads(line)
        document = Document(found['mentions'], gold)
        of = {m: k for k, chain in enumerate(gold) for m in chain}
        chain_of = [of.get(m, -1) for m in document.mentions]
        for s in found['stretches']:
            rows, pairs = len(s['rows']), s['pairs']
            document.stretches.append(Stretch(s['rows'], [
                take('vectors.f32', rows, VECTORS), take('mention_classes.i32', rows, len(MENTION_CLASSES)), take('anaphor.i32', pairs),
                take('antecedent.i32', pairs), take('pair_classes.i32', pairs, len(PAIR_CLASSES))], chain_of))
        out.append(document)
    return out


def ranking_loss(score, anaphor, right):
    """Sum over the anaphors of -log P(a right antecedent, or nobody where there is none), and their number."""
    n = int(anaphor.max()) + 1
    top = torch.zeros(n).scatter_reduce(0, anaphor, score.detach(), 'amax')
    weight = (score - top[anaphor]).exp()
    total = lambda x: torch.zeros(n).index_add(0, anaphor, x)
    nobody = (-top).exp()
    has_one = total(right.float()) > 0
    asked = total(torch.ones_like(score)) > 0
    good = total(weight * right) + nobody * ~has_one
    out = ((total(weight) + nobody).log() - good.clamp_min(1e-12).log())[asked]
    return out.sum(), len(out)


def loss(network, stretch):
    inputs = stretch.tensors()
    return ranking_loss(network(*inputs), inputs[2].long(), torch.from_numpy(stretch.right))


class Excerpt:
    """A stretch for training together with the encoder, in the words of its document: mentions too far away are left out."""

    def __init__(self, document, stretch):
        rows, (_, classes, anaphor, antecedent, pairs) = np.array(stretch.rows), stretch.inputs
        near = rows[anaphor] - rows[antecedent] <= FARTHEST
        kept, place = np.unique(np.concatenate([anaphor[near], antecedent[near]]), return_inverse=True)
        self.anaphor, self.antecedent = (torch.from_numpy(x) for x in np.split(place, 2))
        self.mention_classes, self.pair_classes = torch.from_numpy(np.array(classes[kept])), torch.from_numpy(np.array(pairs[near]))
        self.right = torch.from_numpy(stretch.right[near])
        first, end, head, above = np.array([document.words[r] for r in rows[kept]]).T
        self.words = np.stack([head, first, end - 1, above], 1)         # -1: there is none
        self.span = int(first.min()), int(end.max())


def excerpts(documents, docs):
    """→ [(windows of the treebank's document that hold it, Excerpt)]"""
    out = []
    for document, doc in zip(documents, docs, strict=True):
        for stretch in document.stretches:
            if len(stretch.right):
                e = Excerpt(document, stretch)
                out.append(([(doc, a, z) for a, z in doc.windows() if a < e.span[1] and z > e.span[0]], e))
    return out


def excerpt_loss(network, batch, h, excerpt):
    """h: [B,W,d] of the excerpt's windows."""
    places = {}
    for k, (_, begin, end) in enumerate(batch.windows):
        places.update((w, k * h.shape[1] + w - begin) for w in range(begin, end))
    flat = torch.cat([h.reshape(-1, h.shape[2]), h.new_zeros(1, h.shape[2])])
    index = torch.tensor([[places.get(int(w), len(flat) - 1) for w in row] for row in excerpt.words])
    score = network.pairs(flat[index].flatten(1), excerpt.mention_classes, excerpt.anaphor, excerpt.antecedent, excerpt.pair_classes)
    total, count = ranking_loss(score.float(), excerpt.anaphor, excerpt.right)
    return total / count
