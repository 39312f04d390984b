"""Writes data/tiny: a model folder of the released shape with two small layers and random weights, in float, and the same
weights for the oracle (oracle.bin). Its records are nonsense, but every part of the program runs with it.

    python make_tiny_model.py VOCAB.TXT"""
import json
import os
import sys
import tempfile

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', '..', 'training'))
import export  # noqa: E402
import labels  # noqa: E402
import network  # noqa: E402
import oracle  # noqa: E402

SIZE = 32
UPOS = 'NOUN PUNCT VERB ADP PRON DET ADJ PROPN AUX ADV CCONJ PART NUM SCONJ INTJ SYM X'.split()
XPOS = ("NN IN DT NNP JJ PRP . RB , NNS VB CC VBP VBD VBZ CD VBN VBG TO MD PRP$ UH : -RRB- -LRB- WDT WRB WP HYPH RP `` '' POS NNPS "
        'JJR JJS EX').split()
RELATIONS = ('punct case det nsubj amod root advmod obl obj conj mark compound nmod aux cc cop advcl nmod:poss xcomp ccomp acl:relcl '
             'nummod flat acl parataxis aux:pass nsubj:pass appos iobj compound:prt expl fixed nmod:unmarked csubj discourse').split()
LEMMA_SCRIPTS = ['0:0:', '1:0:', '0:1:', '0:2:', '0:3:', '0:3:e', '0:3:y', '0:1:e', '2:0:', '=be']

CAMEO = ['03', '042', '051', '112', '173', '190']


def vocabulary(path):
    """The released one's special pieces, letters and marks, and its most frequent words."""
    lines = open(path, encoding='utf8').read().split('\n')
    special, letters = lines[:104], [x for x in lines if len(x) == 1 and x.isascii()]
    inside = ['##' + x for x in letters if x.isalnum()]
    words = [x for x in lines[1996:] if x.isascii() and len(x) > 1 and x.isalpha()][:180]
    return special + letters + inside + words + ['##s', '##ed', '##ing', '##er']


def build(pieces):
    torch.manual_seed(5)
    perceptron = network.perceptron
    network.perceptron = lambda size, inner, out: perceptron(size, SIZE, out)
    net = network.Network(len(UPOS), len(XPOS), len(LEMMA_SCRIPTS), len(RELATIONS), len(CAMEO), arc=16, label=8, reader=24, vocabulary=pieces,
                          size=SIZE, layers=2, heads=4, inner=64, positions=256)
    for name, value in net.state_dict().items():
        if value.dim() > 0 and not name.endswith(('norm.weight', 'norm1.weight', 'norm2.weight')):
            value.copy_(torch.randn_like(value) * (.3 if value.dim() > 1 else .1))
    return oracle.round_to_grid(net).eval()


def examples():
    number = lambda most, *shape: torch.randint(0, most, shape, dtype=torch.int32)
    rows, length, words = 3, 20, 12
    encoder = [number(300, rows, length), number(8, rows, length), number(7, rows, length), torch.ones(rows, length, dtype=torch.int32),
               number(length, rows, words)]
    features = torch.stack([number(n, rows, words) for n in network.Reader.SIZES])
    return {'encoder': encoder,
            'relations': [torch.randn(rows, SIZE), torch.randn(rows, SIZE), number(2, rows)],
            'reader': [torch.randn(rows, words, SIZE), torch.randn(rows, SIZE), features, torch.ones(rows, words, dtype=torch.int32)],
            'event_reader': [torch.randn(rows, words, SIZE), torch.randn(rows, SIZE), features, torch.ones(rows, words, dtype=torch.int32)]}


def main():
    import openvino
    out = os.path.join(HERE, 'data', 'tiny')
    os.makedirs(out, exist_ok=True)
    pieces = vocabulary(sys.argv[1])
    with torch.no_grad():
        net = build(len(pieces))
    feeds = examples()
    with tempfile.TemporaryDirectory() as folder:
        for name, (module, _, _) in export.GRAPHS.items():
            graph = export.to_graph(name, module(net).eval(), feeds[name], folder)
            openvino.save_model(graph, f'{out}/{name}.xml', compress_to_fp16=True)
    open(out + '/vocab.txt', 'w', encoding='utf8').write('\n'.join(pieces) + '\n')
    oracle.write_oracle(net, out + '/oracle.bin')
    write_manifest(out, net)


def write_manifest(out, net):
    files = [export.listed(out, name) for name in ('vocab.txt', *(f'{g}.{e}' for g in export.GRAPHS for e in ('xml', 'bin')))]
    manifest = {
        'schema': 'onrecord-model/3', 'version': 'tiny-random', 'vector_size': SIZE, 'files': files,
        'labels': {'upos': UPOS, 'xpos': XPOS, 'lemma_scripts': LEMMA_SCRIPTS, 'relations': RELATIONS, 'names': labels.NAMES,
                   'mentions': labels.MENTIONS, 'roles': labels.ROLES, 'acts': labels.ACTS, 'polarities': labels.POLARITIES,
                   'source_kinds': labels.SOURCE_KINDS, 'event_roles': labels.EVENT_ROLES, 'event_types': labels.EVENT_TYPES,
                   'statuses': labels.STATUSES, 'news_roles': labels.NEWS_ROLES, 'modes': labels.MODES, 'contexts': labels.CONTEXTS,
                   'cameo': CAMEO},
        'role_initial': net.reader.initial.tolist(), 'role_transitions': net.reader.transitions.tolist(), 'event_role_initial': net.event_reader.initial.tolist(),
        'event_role_transitions': net.event_reader.transitions.tolist(), 'cue_threshold': .5, 'event_threshold': .5, 'confidence': [0, 1, 1, 1],
        'data': [], 'licence': 'Apache-2.0', 'scores': {}, 'trained': 'not at all: random weights',
    }
    with open(out + '/manifest.json', 'w', encoding='utf8') as file:
        json.dump(manifest, file, indent=1)
        file.write('\n')


if __name__ == '__main__':
    main()
