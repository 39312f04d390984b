"""Checkpoint → model folder: three OpenVINO graphs in int8 (static quantisation, calibrated on training windows), word
pieces and manifest (docs/model-format.md).

  export.py --checkpoint C.pt --shared ../shared --minilm FOLDER --cache PREPARED --out models/en --version en-2026.11"""
import argparse
import hashlib
import json
import os
import random
import shutil
import tempfile
import time

import numpy as np
import torch
import torch.nn as nn

import corpora
import data
import labels as label_lists
from batches import Batch, CueRows, by_length
from network import Network

CALIBRATION_WINDOWS = 300


class EncoderGraph(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, pieces, case, quote, mask, first):
        net = self.net
        h = net.vectors(pieces, case, quote, mask, first)
        best = lambda scores: scores.argmax(-1).to(torch.int32)
        return (best(net.upos(h)), best(net.xpos(h)), best(net.lemma(h)), net.names(h).log_softmax(-1),
                net.mentions(h).log_softmax(-1), net.cue(h).softmax(-1), net.trigger(h)[..., 0].sigmoid(),
                net.boundary(h)[..., 0].sigmoid(), net.arcs(h), h)


class RelationGraph(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, dependent, head, is_root):
        return self.net.relation(dependent, head, is_root).argmax(-1).to(torch.int32)


class ReaderGraph(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.reader = net.reader

    def forward(self, vectors, cue, features, mask):
        roles, act, polarity, kind, holds = self.reader(vectors, cue, features, mask)
        return roles, act.log_softmax(-1), polarity.log_softmax(-1), kind.log_softmax(-1), holds.sigmoid()


class EventReaderGraph(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.reader = net.event_reader

    def forward(self, vectors, trigger, features, mask):
        roles, heads = self.reader(vectors, trigger, features, mask)
        log = lambda name: heads[name].log_softmax(-1)
        return (roles, log('event_type'), log('status'), log('news_role'), log('mode'), log('cameo'), heads['contexts'].sigmoid(),
                heads['holds'][:, 0].sigmoid(), heads['uttered'][:, 0].sigmoid())


GRAPHS = {
    'encoder': (EncoderGraph, ['pieces', 'case', 'quote', 'mask', 'first'],
                ['upos', 'xpos', 'lemma', 'names', 'mentions', 'cue', 'trigger', 'boundary', 'arcs', 'vectors']),
    'relations': (RelationGraph, ['dependent', 'head', 'is_root'], ['relation']),
    'reader': (ReaderGraph, ['vectors', 'cue', 'features', 'mask'], ['roles', 'act', 'polarity', 'source_kind', 'holds']),
    'event_reader': (EventReaderGraph, ['vectors', 'trigger', 'features', 'mask'],
                     ['roles', 'event_type', 'status', 'news_role', 'mode', 'cameo', 'contexts', 'holds', 'uttered']),
}


def load_network(checkpoint):
    """The averaged weights of a checkpoint."""
    saved = torch.load(checkpoint, weights_only=False, map_location='cpu')
    lists = saved['labels']
    net = Network(len(lists['upos']), len(lists['xpos']), len(lists['lemma']), len(lists['relation']), len(lists['cameo']))
    net.load_state_dict(saved['average'])
    return net.eval(), saved


@torch.no_grad()
def examples(net, banks):
    """Inputs of each graph on training windows: for export, calibration and a check."""
    random.seed(7)
    windows = [(d, a, z) for docs in banks.values() for d in random.sample(docs, min(40, len(docs))) for a, z in d.windows() if z - a > 5]
    out = {name: [] for name in GRAPHS}
    for ws in by_length(random.sample(windows, min(CALIBRATION_WINDOWS, len(windows))), 256, shuffle=True):
        batch = Batch(ws)
        inputs = [x.to(torch.int32) for x in batch.inputs]
        out['encoder'].append(inputs)
        h = net.vectors(*inputs)
        flat = h[batch.real]
        head = flat[torch.randint(0, len(flat), (len(flat),))]
        is_root = (torch.rand(len(flat)) < .05).to(torch.int32)
        out['relations'].append([flat, head * (1 - is_root[:, None].float()), is_root])
        cues = [(k, c.first, c.end) for k, (d, a, z) in enumerate(ws) for c in d.cues or [] if a <= c.first and c.end <= z]
        if cues:
            rows = CueRows(batch, cues)
            vectors, cue, features, mask = rows.inputs(h)
            out['reader'].append([vectors * rows.mask[..., None], cue, features.to(torch.int32), mask.to(torch.int32)])
        triggers = [(k, e.trigger, e.trigger + 1) for k, (d, a, z) in enumerate(ws) for e in d.events or [] if a <= e.trigger < z]
        if triggers:
            rows = CueRows(batch, triggers)
            vectors, trigger, features, mask = rows.inputs(h)
            out['event_reader'].append([vectors * rows.mask[..., None], trigger, features.to(torch.int32), mask.to(torch.int32)])
    return out


def to_graph(name, module, example, folder):
    import openvino
    _, inputs, outputs = GRAPHS[name]
    path = f'{folder}/{name}.onnx'
    axes = {k: {i: f'{k}{i}' for i, s in enumerate(x.shape) if not (k == 'features' and i == 0) and not (i == x.dim() - 1 and x.dtype == torch.float32)}
            for k, x in zip(inputs, example)}
    torch.onnx.export(module, tuple(example), path, input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=17,
                      dynamo=False)
    return openvino.convert_model(path)


def quantise(name, graph, sets):
    import nncf
    inputs = GRAPHS[name][1]
    feeds = [{k: x.numpy() for k, x in zip(inputs, example)} for example in sets]
    return nncf.quantize(graph, nncf.Dataset(feeds), model_type=nncf.ModelType.TRANSFORMER, subset_size=len(feeds),
                         fast_bias_correction=True)


def export(options):
    import openvino
    net, saved = load_network(options.checkpoint)
    lists = data.SyntaxLabels.__new__(data.SyntaxLabels)
    vars(lists).update(saved['labels'])
    banks = corpora.load_cached(options.cache, options.shared, options.program, options.minilm + '/tokenizer.json', lists)
    sets = examples(net, banks)
    os.makedirs(options.out, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, (module, _, _) in GRAPHS.items():
            start = time.time()
            graph = to_graph(name, module(net).eval(), max(sets[name], key=lambda e: e[0].numel()), folder)
            if not options.float:
                graph = quantise(name, graph, sets[name])
            openvino.save_model(graph, f'{options.out}/{name}.xml', compress_to_fp16=not options.float)
            print(name, f'{time.time() - start:.0f} s', os.path.getsize(f'{options.out}/{name}.bin'), 'bytes', flush=True)
    shutil.copy(options.minilm + '/vocab.txt', options.out + '/vocab.txt')
    write_manifest(options, net, saved)


def listed(folder, name):
    """A file as the manifest lists it: the engine checks size and hash."""
    content = open(f'{folder}/{name}', 'rb').read()
    return {'name': name, 'sha256': hashlib.sha256(content).hexdigest(), 'bytes': len(content)}


def write_manifest(options, net, saved):
    files = [listed(options.out, name) for name in ('vocab.txt', *(f'{g}.{e}' for g in GRAPHS for e in ('xml', 'bin')))]
    lists = saved['labels']
    scores = json.load(open(options.scores)) if options.scores else {}
    manifest = {
        'schema': 'onrecord-model/3', 'version': options.version, 'vector_size': net.encoder.size, 'files': files,
        'labels': {'upos': lists['upos'], 'xpos': lists['xpos'], 'lemma_scripts': lists['lemma'], 'relations': lists['relation'],
                   'names': label_lists.NAMES, 'mentions': label_lists.MENTIONS, 'roles': label_lists.ROLES, 'acts': label_lists.ACTS,
                   'polarities': label_lists.POLARITIES, 'source_kinds': label_lists.SOURCE_KINDS,
                   'event_roles': label_lists.EVENT_ROLES, 'event_types': label_lists.EVENT_TYPES, 'statuses': label_lists.STATUSES,
                   'news_roles': label_lists.NEWS_ROLES, 'modes': label_lists.MODES, 'contexts': label_lists.CONTEXTS,
                   'cameo': lists['cameo']},
        'role_initial': net.reader.initial.detach().tolist(), 'role_transitions': net.reader.transitions.detach().tolist(),
        'event_role_initial': net.event_reader.initial.detach().tolist(),
        'event_role_transitions': net.event_reader.transitions.detach().tolist(),
        'cue_threshold': options.cue_threshold, 'event_threshold': options.event_threshold,
        'confidence': [0., 1., .5, .5],     # a first guess: confidence.py fits them
        'base': {'name': 'all-MiniLM-L6-v2', 'licence': 'Apache-2.0'},
        'data': [{'name': k, 'licence': corpora.SETS[k][1] or 'none stated: texts are not passed on', 'words': n}
                 for k, n in saved['words'].items()],
        'licence': 'CC BY-SA 4.0', 'scores': scores,
        'trained': {k: saved['settings'][k] for k in ('minutes', 'seconds', 'steps', 'rate', 'head_rate', 'seed', 'open')},
    }
    with open(f'{options.out}/manifest.json', 'w', encoding='utf8') as f:
        json.dump(manifest, f, ensure_ascii=False, indent=1)
        f.write('\n')


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for key in ('checkpoint', 'shared', 'minilm', 'cache', 'out', 'version'):
        parser.add_argument('--' + key, required=True)
    parser.add_argument('--program', default='')
    parser.add_argument('--scores', help='JSON file with the scores to keep in the manifest')
    parser.add_argument('--cue-threshold', type=float, default=.5)
    parser.add_argument('--event-threshold', type=float, default=.5)
    parser.add_argument('--float', action='store_true', help='no quantisation: to measure what it costs')
    export(parser.parse_args())
