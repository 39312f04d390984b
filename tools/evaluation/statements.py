"""Who said what: PolNeAR's dev split by score/attribution.py, and whole records by score/record.py."""
import functools
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation import events, peers
from evaluation.pairs import inside_another
from evaluation.table import Row


def score(scorer, gold, lines):
    """The scorer's figures for predictions given as objects."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as predicted:
        predicted.writelines(json.dumps(x) + '\n' for x in lines)
        predicted.flush()
        run = subprocess.run([sys.executable, str(scorer), str(gold), predicted.name, '--json'], capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError('%s: %s' % (scorer, run.stderr.strip()))
    return json.loads(run.stdout)


def check_text(record, text):
    """Offsets are worth nothing when the program read another text than the gold's."""
    got = record['report']['text']
    if got != text:
        at = next((k for k, (a, b) in enumerate(zip(got, text)) if a != b), min(len(got), len(text)))
        raise ValueError('%s: the record\'s text differs from the input at %d: %r for %r' % (
            record['report']['id'], at, got[at:at + 30], text[at:at + 30]))


def as_attributions(record):
    """A record in the form that score/attribution.py reads, without what stands inside another statement: PolNeAR annotates none
    of that (not one of the 19,877 cues of its training split), so that it would count as wrong, right or not."""
    statements = record['statements']
    return {'id': record['report']['id'], 'attributions': [
        {'source': s['source']['spans'], 'cue': s['cue']['spans'], 'content': s['content']} for s in statements if not inside_another(s, statements)]}


def polnear_file(shared):
    return Path(shared) / 'gold' / 'attribution' / 'polnear-dev.jsonl'


@functools.cache
def polnear_read(program, shared):
    """→ [(report, record)] of the dev split."""
    with open(polnear_file(shared), encoding='utf-8') as lines:
        reports = [json.loads(line) for line in lines]
    records = program.read(lines=[{'id': r['id'], 'text': r['text'], 'published': r['date']} for r in reports])
    for report, record in zip(reports, records):
        check_text(record, report['text'])
    return list(zip(reports, records))


def polnear(program, shared):
    gold = polnear_file(shared)
    records = [record for _, record in polnear_read(program, shared)]
    found = score(Path(shared) / 'score' / 'attribution.py', gold, map(as_attributions, records))
    what = 'PolNeAR dev, linked'
    row = lambda key, measure, value, bar=None: Row(what, measure, 100 * value, *peers.ATTRIBUTION[key], bar=bar)
    head = found['relation']['head']
    out = [row('head', 'relation head F1 (P %.1f, R %.1f)' % (100 * head['p'], 100 * head['r']), head['f1'], 75.),
           row('found', 'found F1', found['found']['f1'], 87.),
           row('exact', 'relation exact F1', found['relation']['exact']['f1'])]
    out += [row(t, 'head recall, ' + t, found['by_type'][t]['head_r'], bar) for t, bar in (('direct', 93.), ('mixed', 83.), ('indirect', 66.))]
    return out + [row(r, 'spans exact F1, ' + r, found[r]['spans']['f1'], bar)
                  for r, bar in (('source', 83.), ('cue', 75.), ('content', 72.))]


def seed_file(shared):
    return Path(shared) / 'spec' / 'seed-report.gold.json'


def records_folder(shared):
    return Path(shared) / 'gold' / 'records'


def record_scores(program, shared, gold, texts):
    """→ the scorer's figures, [(gold events, found events)]"""
    records = program.read(*texts)
    by_name = {path.stem: path for path in texts}
    reports = []
    for record in records:
        path = by_name[Path(record['report']['id']).stem]
        with open(path, encoding='utf-8', newline='') as f:
            check_text(record, f.read())
        with open(path.with_suffix('.gold.json'), encoding='utf-8') as f:
            reports.append((json.load(f)['events'], record['events']))
    return score(Path(shared) / 'score' / 'record.py', gold, records), reports


def record_rows(what, found, bars={}):
    """bars: by the names of the scorer's figures."""
    head = found['statements.head']
    right = round(head['r'] * head['gold'])
    out = [Row(what, 'statements right (head), of gold', right, bar=bars.get('right'), digits=0, shown='%d of %d' % (right, head['gold'])),
           Row(what, 'statements head F1 (P %.1f, R %.1f)' % (100 * head['p'], 100 * head['r']), 100 * head['f1'], bar=bars.get('head'))]
    overlap = [100 * found['statements.' + k]['f1'] for k in ('source', 'cue', 'content')]
    out.append(Row(what, 'source / cue / content overlap F1', '%.1f / %.1f / %.1f' % tuple(overlap)))
    for measure, key in (('mode right', 'statements.mode'), ('act right', 'statements.act'), ('speaker right', 'statements.actor'),
                         ('via right', 'statements.via'), ('actors: names right', 'actors.name'), ('blocks right', 'blocks.blocks')):
        if found.get(key) is not None:
            out.append(Row(what, measure, 100 * found[key], bar=bars.get(key)))
    coref = found.get('actors.coref')
    if coref:
        out.append(Row(what, 'actors: coreference B³ F1', 100 * coref['f1']))
    return out


def seed(program, shared):
    gold = seed_file(shared)
    found, reports = record_scores(program, shared, gold, [gold.with_name('seed-report.txt')])
    return (record_rows('seed report', found, {'right': 16, 'statements.mode': 94., 'statements.actor': 94., 'statements.via': 100.})
            + events.rows('seed report', reports, found))     # 16 of 17


def records(program, shared):
    folder = records_folder(shared)
    texts = sorted(folder.glob('*.txt'))
    found, reports = record_scores(program, shared, folder, texts)
    what = '%d whole records' % len(texts)
    return (record_rows(what, found, {'head': 85.}) + events.rows(what, reports, found)
            + [Row(what, 'record score', 100 * found['record score'], human='88–94', bar=78.)])
