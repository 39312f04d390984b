#!/usr/bin/env python3
"""How well `onrecord tokens` finds the words and sentences of a Universal Dependencies corpus in raw text.

    tools/ud_text_eval.py raw en_ewt-test.conllu.gz > raw.jsonl
    onrecord tokens < raw.jsonl > found.jsonl
    tools/ud_text_eval.py score en_ewt-test.conllu.gz found.jsonl [--errors 50]

The raw text is made from the `# text =` lines: one space between the sentences of a paragraph, a blank line between
paragraphs (`# newpar`) and documents (`# newdoc`). Scores are precision, recall and F1 of spans in code points:
  words      syntactic words; those of a multiword token ("don't") by their part of its letters
  tokens     multiword tokens counted whole, in the gold and in what was found (a clitic against the word before it)
  sentences  from the first to the last word
"""
import argparse
import collections
import gzip
import json
import re
import sys

CLITIC = re.compile(r"(?i)['’`](s|m|d|re|ve|ll)|['’]|n['’`]?t|not|na|ta|m|ve|re|ll|s")


def open_text(path):
    return gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")


def read_conllu(path):
    """Yields (comments, rows) of each sentence."""
    comments, rows = [], []
    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = [], []
    if rows:
        yield comments, rows


def locate(text, rows):
    """Spans of words and tokens in a sentence's text."""
    words, tokens, at, covered = [], [], 0, 0
    forms = {int(row[0]): row[1] for row in rows if row[0].isdigit()}

    def find(form):
        nonlocal at
        while at < len(text) and text[at].isspace():
            at += 1
        begin = at
        for letter in form:
            if letter.isspace():
                continue
            while text[at].isspace():
                at += 1
            if text[at] != letter:
                raise ValueError(f"{form!r} is not at {at} in {text!r}")
            at += 1
        return [begin, at]

    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            token = find(row[1])
            tokens.append(token)
            begin = token[0]
            for number in range(first, last + 1):
                size = len(forms[number])
                words.append([begin, begin + size])
                begin += size
            if begin != token[1]:  # parts that are no cut of the token: they all have its span
                words[first - last - 1:] = [token] * (last - first + 1)
            covered = last
        elif row[0].isdigit() and int(row[0]) > covered:
            words.append(find(row[1]))
            tokens.append(words[-1])
    return words, tokens


def documents(path):
    """Yields dicts: id, text, and gold words, tokens, sentences as spans in it."""
    document = None
    for comments, rows in read_conllu(path):
        keys = {c[1:].split("=")[0].strip() for c in comments}
        keys |= {key.split(" ")[0] for key in keys}
        text = next(c.split("=", 1)[1].strip() for c in comments if c.startswith("# text ="))
        if "newdoc" in keys or document is None:
            if document:
                yield document
            name = next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# newdoc id")), "?")
            document = {"id": name, "text": "", "words": [], "tokens": [], "sentences": []}
        elif "newpar" in keys:
            document["text"] += "\n\n"
        else:
            document["text"] += " "
        offset = len(document["text"])
        document["text"] += text
        words, tokens = locate(text, rows)
        document["words"] += [[b + offset, e + offset] for b, e in words]
        document["tokens"] += [[b + offset, e + offset] for b, e in tokens]
        document["sentences"].append([words[0][0] + offset, words[-1][1] + offset])
    if document:
        yield document


def found_sentences(found):
    spans = {}
    for (begin, end), sentence in zip(found["words"], found["sentence"]):
        spans.setdefault(sentence, [begin, end])[1] = end
    return list(spans.values())


def merged_clitics(text, words):
    tokens = []
    for begin, end in words:
        against = tokens and tokens[-1][1] == begin and text[begin - 1].isalpha()
        if against and CLITIC.fullmatch(text[begin:end]):
            possessive = text[begin:end] in "'’"
            if not possessive or text[begin - 1] in "sS":
                tokens[-1] = [tokens[-1][0], end]
                continue
        tokens.append([begin, end])
    return tokens


def score(path, found_path, errors):
    counts = collections.defaultdict(lambda: [0, 0, 0])  # right, found, gold
    shown = collections.Counter()
    with open_text(found_path) as lines:
        for document, line in zip(documents(path), lines):
            found = json.loads(line)
            text = document["text"]
            pairs = {
                "words": (document["words"], found["words"]),
                "tokens": (document["tokens"], merged_clitics(text, found["words"])),
                "sentences": (document["sentences"], found_sentences(found)),
            }
            for name, (gold, system) in pairs.items():
                gold_set, system_set = set(map(tuple, gold)), set(map(tuple, system))
                right = len(gold_set & system_set)
                for column, value in enumerate((right, len(system_set), len(gold_set))):
                    counts[name][column] += value
            note_errors(text, document, found, shown)
    for name, (right, system, gold) in counts.items():
        precision, recall = right / system, right / gold
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name:10} precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}  (gold {gold}, found {system})")
    for (kind, example), count in shown.most_common(errors):
        print(count, kind, example)


def note_errors(text, document, found, shown):
    """Counts words that differ, with the stretch between white space cut as in the gold and as found, and breaks."""
    gold, system = set(map(tuple, document["words"])), set(map(tuple, found["words"]))
    stretches = set()
    for begin, end in gold ^ system:
        while begin > 0 and not text[begin - 1].isspace():
            begin -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        stretches.add((begin, end))
    for begin, end in stretches:
        def cut(words):
            return "|".join(text[b:e] for b, e in sorted(words) if begin <= b < end)
        shown["word", f"gold {cut(gold)}   found {cut(system)}"] += 1
    gold_breaks = {s[0] for s in document["sentences"]}
    system_breaks = {s[0] for s in found_sentences(found)}
    for at in gold_breaks ^ system_breaks:
        kind = "missed break" if at in gold_breaks else "wrong break"
        shown[kind, text[max(0, at - 40):at].replace("\n", "/") + "‖" + text[at:at + 30].replace("\n", "/")] += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["raw", "score"])
    parser.add_argument("conllu")
    parser.add_argument("found", nargs="?")
    parser.add_argument("--errors", type=int, default=0, help="show so many of the commonest errors")
    options = parser.parse_args()
    if options.what == "raw":
        for document in documents(options.conllu):
            json.dump({"id": document["id"], "text": document["text"]}, sys.stdout, ensure_ascii=False)
            print()
    else:
        score(options.conllu, options.found, options.errors)


if __name__ == "__main__":
    main()
