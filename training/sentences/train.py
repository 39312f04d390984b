#!/usr/bin/env python3
"""Fits the weights by which src/text ends sentences, to Universal Dependencies treebanks.

    training/sentences/train.py --features build/release/src/text/sentence_features \\
        --out data/sentences/weights.tsv --examples training/sentences/examples.txt \\
        en_ewt-train.conllu.gz en_gum-train.conllu.gz

Logistic regression with an L1 penalty over the features of src/text/sentence_features.h (named by the program that
--features says, so that training and use cannot differ), on the treebanks' raw text. Weights are written in hundredths,
one feature a line: weight, name, first value, second value."""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
import ud_text_eval  # noqa: E402

SEPARATOR = b"\x1f"


def treebank_texts(path):
    """Yields (text, [begin of a sentence]) for each document."""
    for document in ud_text_eval.documents(path):
        yield document["text"], [span[0] for span in document["sentences"]]


def example_texts(path):
    """The same for each line of examples.txt; "|" alone ends a sentence that has no space behind it."""
    for line in open(path, encoding="utf-8"):
        if line.startswith("#"):
            continue
        text, begins = "", [0]
        for sentence in re.split(r"(?<=[^ ])(?: )?\|", line.strip()):
            begins.append(len(text) + len(sentence) - len(sentence.lstrip()))
            text += sentence
        yield text, begins


def gaps(program, texts):
    """Yields (label, [feature]) for every gap of the texts; features are bytes."""
    lines = [json.dumps({"text": text, "sentences": begins}, ensure_ascii=False) for text, begins in texts]
    named = subprocess.run([program], input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True).stdout
    for line in named.split(b"\n"):
        if line:
            label, *features = line.split(b"\t")
            yield label == b"1", features


def writable(feature):
    try:
        text = feature.decode()
    except UnicodeDecodeError:  # a word cut within a letter
        return False
    return text.isprintable() or text.replace("\x1f", "").isprintable()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", nargs="+")
    parser.add_argument("--features", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--examples", required=True)
    parser.add_argument("--times", type=int, default=4, help="how often the examples count")
    parser.add_argument("--seen", type=int, default=3, help="least times that a feature is seen")
    parser.add_argument("--strength", type=float, default=0.5, help="the inverse of the penalty")
    options = parser.parse_args()

    samples = [gap for treebank in options.treebanks for gap in gaps(options.features, treebank_texts(treebank))]
    samples += list(gaps(options.features, example_texts(options.examples))) * options.times
    seen = collections.Counter(feature for _, features in samples for feature in features)
    names = sorted(f for f, count in seen.items() if count >= options.seen and writable(f))
    column = {feature: number for number, feature in enumerate(names)}
    rows = [[column[f] for f in features if f in column] for _, features in samples]
    starts = np.cumsum([0] + [len(row) for row in rows])
    indices = np.concatenate([np.array(row, dtype=np.int32) for row in rows])
    matrix = csr_matrix((np.ones(len(indices), dtype=np.float32), indices, starts), shape=(len(rows), len(names)))
    labels = np.array([label for label, _ in samples])

    model = LogisticRegression(penalty="l1", solver="liblinear", C=options.strength, fit_intercept=False, max_iter=300,
                               random_state=1)
    model.fit(matrix, labels)
    weights = np.rint(model.coef_[0] * 100).astype(int)
    with open(options.out, "w", encoding="utf-8") as out:
        out.write("# Where sentences end: weight in hundredths, feature, values (src/text/sentence_features.h). Written by\n"
                  "# training/sentences/train.py from UD English EWT and GUM (train) and examples.txt. Licence: CC BY-SA 4.0.\n")
        for name, weight in zip(names, weights):
            if weight:
                out.write(f"{weight}\t" + name.replace(SEPARATOR, b"\t").decode() + "\n")
    right = np.mean((matrix @ weights > 0) == labels)
    print(f"{len(rows)} gaps, {labels.sum()} ends; {len(names)} features, {np.count_nonzero(weights)} kept; "
          f"{right:.4f} right on the training text", file=sys.stderr)


if __name__ == "__main__":
    main()
