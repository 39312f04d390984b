"""The table: rows, how they look, and where they go in docs/evaluation.md."""
import datetime
import os
import platform
import subprocess
from dataclasses import dataclass

HEAD = ('what', 'measure', 'ours', 'best peer', 'human', 'bar', 'met')


@dataclass
class Row:
    what: str
    measure: str
    ours: float | str
    peer: str = ''      # with the peer's name
    human: str = ''
    bar: float | None = None
    digits: int = 1     # of ours and bar
    at_most: bool = False  # the bar is an upper bound
    shown: str = ''     # in place of the number, as "14 of 17"
    bar_shown: str = ''  # likewise, of the bar

    def met(self):
        if self.bar is None:
            return ''
        return 'yes' if (self.ours <= self.bar if self.at_most else self.ours >= self.bar) else 'no'

    def cells(self):
        number = lambda x: x if isinstance(x, str) else '%.*f' % (self.digits, x)
        bar = '' if self.bar is None else self.bar_shown or ('≤ ' if self.at_most else '') + number(self.bar)
        return (self.what, self.measure, self.shown or number(self.ours), self.peer, self.human, bar, self.met())


def markdown(rows, columns=len(HEAD)):
    """The rows' first columns as a Markdown table that reads well unrendered too; a repeated first cell is left empty."""
    table, before = [HEAD[:columns]], None
    for row in rows:
        cells = row.cells()[:columns]
        table.append(('' if cells[0] == before else cells[0], *cells[1:]))
        before = cells[0]
    width = [max(len(r[k]) for r in table) for k in range(columns)]
    right = {2, 5}  # numbers
    line = lambda r: '| ' + ' | '.join(c.rjust(w) if k in right else c.ljust(w) for k, (c, w) in enumerate(zip(r, width))) + ' |'
    rule = '|' + '|'.join('-' * (w + 1) + (':' if k in right else '-') for k, w in enumerate(width)) + '|'
    return '\n'.join([line(table[0]), rule] + [line(r) for r in table[1:]])


def machine():
    """"2 cores, AMD EPYC 9B14, 23 GB": what the figures were measured on."""
    model = platform.processor() or platform.machine()
    try:
        with open('/proc/cpuinfo', encoding='utf-8') as info:
            model = next((line.split(':', 1)[1].strip() for line in info if line.startswith('model name')), model)
    except OSError:
        pass
    memory = os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30
    return '%d cores, %s, %.0f GB' % (len(os.sched_getaffinity(0)), model, memory)


def commit(folder):
    """Short hash of the commit, with a word when files differ from it."""
    def git(*arguments):
        return subprocess.run(['git', '-C', str(folder), *arguments], capture_output=True, text=True, check=True).stdout.strip()
    try:
        head = git('rev-parse', '--short', 'HEAD')
        return head + (' with changes' if git('status', '--porcelain', '--untracked-files=no') else '')
    except (OSError, subprocess.CalledProcessError):
        return 'none'


def heading(folder, command, model):
    """One line that says when, what, where and how."""
    return 'Measured %s by `%s` · commit %s · model %s · %s' % (
        datetime.date.today().isoformat(), command, commit(folder), model, machine())


def replace_section(path, name, body):
    """Puts body between the markers of section NAME in a Markdown file; the words around stay."""
    begin, end = '<!-- %s: begin -->' % name, '<!-- %s: end -->' % name
    with open(path, encoding='utf-8') as f:
        text = f.read()
    if text.count(begin) != 1 or text.count(end) != 1 or text.index(begin) > text.index(end):
        raise ValueError('%s lacks the markers %s … %s' % (path, begin, end))
    before, rest = text.split(begin)
    after = rest.split(end)[1]
    with open(path, 'w', encoding='utf-8') as f:
        f.write(before + begin + '\n' + body.strip() + '\n' + end + after)


def publish(root, name, head, rows):
    """Puts the table into section NAME of docs/evaluation.md, and the rows that have a bar into that of the README."""
    replace_section(root / 'docs' / 'evaluation.md', name, head + '\n\n' + markdown(rows))
    replace_section(root / 'README.md', name, markdown([r for r in rows if r.bar is not None], HEAD.index('bar')))
