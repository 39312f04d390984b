"""Windows → padded tensors, and batches of windows of like length."""
import random

import numpy as np
import torch

from data import CLS, IGNORE, SEP, cue_features, letter_case


class Batch:
    """Inputs of the encoder for some windows (document, first word, end word)."""

    def __init__(self, windows):
        self.windows = windows
        rows = []
        for doc, begin, end in windows:
            pieces, case, quote, first = [CLS], [0], [0], []
            for i in range(begin, end):
                first.append(len(pieces))
                n = len(doc.pieces[i])
                pieces += doc.pieces[i]
                case += [letter_case(doc.words[i])] * n
                quote += [int(doc.quote[i])] * n
            rows.append((pieces + [SEP], case + [0], quote + [0], first))
        b, t, w = len(rows), max(len(r[0]) for r in rows), max(len(r[3]) for r in rows)
        grid = np.zeros((3, b, t), np.int64)
        mask, first, real = np.zeros((b, t), np.int64), np.zeros((b, w), np.int64), np.zeros((b, w), bool)
        for k, (pieces, case, quote, at) in enumerate(rows):
            grid[0, k, :len(pieces)], grid[1, k, :len(case)], grid[2, k, :len(quote)] = pieces, case, quote
            mask[k, :len(pieces)] = 1
            first[k, :len(at)] = at
            real[k, :len(at)] = True
        self.inputs = tuple(torch.from_numpy(x) for x in (grid[0], grid[1], grid[2], mask, first))
        self.real = torch.from_numpy(real)

    def column(self, get):
        """One label array a document → [B,W], padded with IGNORE."""
        out = torch.full(self.real.shape, IGNORE)
        for k, (doc, begin, end) in enumerate(self.windows):
            labels = get(doc)
            if labels is not None:
                out[k, :end - begin] = torch.from_numpy(labels[begin:end])
        return out


def head_columns(batch):
    """→ [B,W]: 0 = root, j + 1 = word j of the window; IGNORE for padding and for heads outside the window."""
    out = torch.full(batch.real.shape, IGNORE)
    for k, (doc, begin, end) in enumerate(batch.windows):
        head = doc.syntax['head'][begin:end]
        inside = (head < 0) | ((head >= begin) & (head < end))
        out[k, :end - begin] = torch.from_numpy(np.where(head < 0, 0, np.where(inside, head - begin + 1, IGNORE)))
    return out


def same_sentence(batch):
    """[B,W,W+1] bool: arcs that a tree may use."""
    sentence = batch.column(lambda d: d.sentence)
    same = sentence[:, :, None] == sentence[:, None, :]
    root = torch.ones(*sentence.shape, 1, dtype=torch.bool)
    return torch.cat([root, same], 2)


class CueRows:
    """The reader's inputs for some cues: (window number in the batch, first word, end word). told: how likely the reader is told
    of each as another's neighbour."""

    def __init__(self, batch, cues, told=None):
        rows = []
        for k, first, end in cues:
            doc, begin, stop = batch.windows[k]
            others = [c for n, (j, c, _) in enumerate(cues) if j == k and (told is None or random.random() < told[n])]
            lo, hi, features = cue_features(doc, begin, stop, first, end, others)
            rows.append((k, lo - begin, hi - lo, first - begin, end - 1 - begin, features))
        n, t = len(rows), max(r[2] for r in rows)
        self.window = torch.tensor([r[0] for r in rows])
        index, mask, features = np.zeros((n, t), np.int64), np.zeros((n, t), np.int64), np.zeros((7, n, t), np.int64)
        for i, (_, lo, size, _, _, f) in enumerate(rows):
            index[i, :size] = np.arange(lo, lo + size)
            mask[i, :size] = 1
            features[:, i, :size] = f
        self.low = [r[1] for r in rows]
        self.index, self.mask, self.features = torch.from_numpy(index), torch.from_numpy(mask), torch.from_numpy(features)
        self.ends = torch.tensor([[r[3], r[4]] for r in rows])

    def inputs(self, vectors):
        cue = .5 * (vectors[self.window, self.ends[:, 0]] + vectors[self.window, self.ends[:, 1]])
        return vectors[self.window[:, None], self.index], cue, self.features, self.mask


def by_length(windows, pieces_per_batch, shuffle):
    """Windows of like length together; a batch has at most pieces_per_batch pieces, padding counted."""
    size = lambda w: sum(len(p) for p in w[0].pieces[w[1]:w[2]]) + 2
    keyed = sorted(((size(w) + (random.random() * 12 if shuffle else 0), i, w) for i, w in enumerate(windows)))
    out, current = [], []
    for _, _, w in keyed:
        if current and (len(current) + 1) * size(w) > pieces_per_batch:
            out.append(current)
            current = []
        current.append(w)
    if current:
        out.append(current)
    if shuffle:
        random.shuffle(out)
    return out
