"""All training documents, by name, with how often each is seen in one epoch, its licence and its size."""
import os
import pickle

import chains
import data
import events
from corpus import notation

HERE = os.path.dirname(os.path.abspath(__file__))
# name: (repeats an epoch, licence); sets that state no licence are left out by --open.
SETS = {
    'UD English EWT train': (1, 'CC BY-SA 4.0'),
    'UD English GUM train': (1, 'CC BY 4.0 annotations, CC BY texts'),
    'wikigold, three quarters': (4, 'CC BY 4.0'),
    're3d without BBC, three quarters': (4, 'OGL v3, public domain, CC BY 3.0 AU, CC BY-SA'),
    'Universal NER EWT dev': (2, 'CC BY-SA 4.0'),
    'own reports': (2, 'CC BY-SA 4.0'),
    'own lookalikes': (5, 'CC BY-SA 4.0'),
    'PolNeAR train': (1, None),
    'PLV train': (1, None),
    'own reports, in outer statements': (1, 'CC BY-SA 4.0'),
    'PolNeAR train, in outer statements': (1, None),
}
WRAPPED = {'own reports': .5, 'PolNeAR train': .1}      # share of the sentences with statements that are wrapped (chains.py)


def label_lists(shared):
    labels = data.SyntaxLabels([f'{shared}/gold/syntax/en_{c}-train.conllu.gz' for c in ('ewt', 'gum')])
    labels.cameo = events.code_classes(reports())
    return labels


def reports(held_out=False):
    """The corpus of this project without the fifth that is kept for measuring, or that fifth."""
    folder = os.path.join(HERE, 'corpus', 'reports')
    return [r for file in sorted(os.listdir(folder)) for r in notation.read(f'{folder}/{file}') if notation.held_out(r.name) == held_out]


def own_reports(program, labels, lookalikes=False):
    """Training's part of the corpus: its reports, or the passages that look like statements."""
    chosen = [r for r in reports() if r.name.startswith(notation.LOOKALIKES) == lookalikes]
    docs = data.own_corpus(chosen, f'{HERE}/corpus/names', program)
    for report, doc in zip(chosen, docs):
        doc.events = events.of_report(report, doc, data.words_in, labels.cameo)
    return docs


def load(shared, program, tokenizer, labels):
    """→ {set name: documents with word pieces}."""
    gold = f'{shared}/gold'
    banks = {'UD English EWT train': data.treebank(f'{gold}/syntax/en_ewt-train.conllu.gz', labels),
             'UD English GUM train': data.treebank(f'{gold}/syntax/en_gum-train.conllu.gz', labels, with_names=True),
             'wikigold, three quarters': data.wikigold(f'{gold}/entities')[0],
             're3d without BBC, three quarters': data.re3d(f'{gold}/entities')[0],
             'Universal NER EWT dev': data.uner_dev(f'{gold}/entities')}
    for docs in banks.values():
        data.add_quotes(program, docs)
    banks['own reports'] = own_reports(program, labels)
    banks['own lookalikes'] = own_reports(program, labels, lookalikes=True)
    banks['PolNeAR train'] = data.polnear(f'{gold}/attribution/polnear-train.jsonl', program)
    banks['PLV train'] = events.plv(f'{gold}/events/plv_train.jsonl', program)
    for name, share in WRAPPED.items():
        banks[name + ', in outer statements'] = chains.wrapped(banks[name], program, share)
    for docs in banks.values():
        if docs[0].cues is not None or docs[0].event_types is not None:
            data.add_trees(program, docs, labels.relation)
    pieces = data.Pieces(tokenizer)
    for docs in banks.values():
        for doc in docs:
            pieces.fill(doc)
    return banks


def load_cached(cache, shared, program, tokenizer, labels):
    """As load, kept in a file outside the repository: preparing takes some minutes. Pattern numbers and CAMEO codes go with the
    documents."""
    if cache and os.path.exists(cache):
        with open(cache, 'rb') as f:
            banks, data.names, data.mentions, labels.cameo = pickle.load(f)
        return banks
    banks = load(shared, program, tokenizer, labels)
    if cache:
        with open(cache, 'wb') as f:
            pickle.dump((banks, data.names, data.mentions, labels.cameo), f)
    return banks
