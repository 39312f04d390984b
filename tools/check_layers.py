"""Checks that includes go down only, in the order of the data's way (docs/ARCHITECTURE.md).

usage: check_layers.py ROOT

A file of src/X may include src/Y only where Y stands at or before X in LAYERS; apps may include everything. The public
headers of include/onrecord include nothing of src and, but for the one result type in error.h, no other project's
headers. `statements` and `events` never see each other. Prints one line a fault, "FILE:LINE: …"; exit 1 when there is one.
"""
import re
import sys
from pathlib import Path

LAYERS = ['base', 'knowledge', 'text', 'ingest', 'encoder', 'syntax', 'times', 'actors', 'coreference', 'roles', 'statements', 'events', 'engine', 'link',
          'store', 'export', 'serve']
STRANGERS = [{'statements', 'events'}]  # neither may include the other
FOREIGN_IN_PUBLIC = {'error.h': {'tl/expected.hpp'}}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
SOURCES = ('.h', '.cpp', '.hpp', '.cc')


def includes(path):
    """(line number, '<' or '"', what is included) of a file."""
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            if match := INCLUDE.match(line):
                yield number, match.group(1), match.group(2)


def is_standard(header):
    """<vector>, <cstdint>: the C++ library's headers have neither folder nor ending."""
    return '/' not in header and '.' not in header


def fault_in_source(layer, header):
    """What is wrong with src/LAYER including HEADER; None when nothing is."""
    folder = header.split('/')[0]
    if folder in ('apps', 'src', '..') or '/../' in header:
        return f'"{header}": write the path from src/, as "text/tokens.h"'
    if folder not in LAYERS or '/' not in header:
        return None
    if {layer, folder} in STRANGERS:
        return f'{layer} and {folder} must not see each other, but "{header}" is included'
    if LAYERS.index(folder) > LAYERS.index(layer):
        return f'{layer} stands below {folder}, but includes "{header}"'
    return None


def fault_in_public(name, mark, header):
    """What is wrong with include/onrecord/NAME including HEADER; None when nothing is."""
    if header.startswith('onrecord/') or (mark == '<' and is_standard(header)) or header in FOREIGN_IN_PUBLIC.get(name, ()):
        return None
    return f'a public header may include only onrecord/ and the standard library, not "{header}"'


def sources(folder):
    return sorted(p for p in folder.rglob('*') if p.suffix in SOURCES) if folder.is_dir() else []


def check(root):
    """(faults, number of files read)."""
    root, faults, read = Path(root), [], 0
    src = root / 'src'
    for folder in sorted(p for p in src.iterdir() if p.is_dir()) if src.is_dir() else []:
        if folder.name not in LAYERS:
            faults.append(f'{folder.relative_to(root)}: not in LAYERS of tools/check_layers.py; give it a place')
            continue
        for path in sources(folder):
            read += 1
            for line, _, header in includes(path):
                if fault := fault_in_source(folder.name, header):
                    faults.append(f'{path.relative_to(root)}:{line}: {fault}')
    for path in sources(root / 'include'):
        read += 1
        for line, mark, header in includes(path):
            if fault := fault_in_public(path.name, mark, header):
                faults.append(f'{path.relative_to(root)}:{line}: {fault}')
    return faults, read


def main(arguments):
    if len(arguments) != 1:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    faults, read = check(arguments[0])
    for fault in faults:
        print(fault)
    if not read:
        print(f'{arguments[0]}: no sources of onrecord there')
    return 1 if faults or not read else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
