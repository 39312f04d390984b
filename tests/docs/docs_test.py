"""What README and docs/ promise is what the program does. With ONRECORD_UPDATE=1 in the environment the README's example is
written anew instead of compared; read the difference before you commit it."""
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ['ONRECORD_SOURCE'])
PROGRAM = os.environ['ONRECORD_PROGRAM']
MODEL = os.environ.get('ONRECORD_TEST_MODEL', '')  # another than the one that is shipped
HAS_MODEL = bool(MODEL) or (SOURCE / 'models' / 'en' / 'manifest.json').exists()
DEMO = re.compile(r'(<!-- demo: begin -->\n```\n)(.*?)(```\n<!-- demo: end -->)', re.DOTALL)


def run(*arguments, **options):
    env = {k: v for k, v in os.environ.items() if k != 'NO_COLOR'} | {'COLUMNS': '90'}
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env=env, check=True, **options).stdout


def answer(block):
    """The block "$ cat FILE", its text, "$ onrecord read …", its output; with the output that the program gives now."""
    cat, rest = block.split('\n', 1)
    name = re.fullmatch(r'\$ cat (\S+)', cat).group(1)
    text, command = re.match(r'(.*?\n)\n?(\$ onrecord [^\n]*\n)', rest, re.DOTALL).groups()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_text(text, encoding='utf-8')
        out = run(*command.split()[2:], '--format', 'pretty', *(['--model', MODEL] if MODEL else []), cwd=folder)
    return '%s\n%s\n%s%s' % (cat, text, command, out.rstrip('\n') + '\n')


class Readme(unittest.TestCase):
    @unittest.skipUnless(HAS_MODEL, 'models/en holds no model')
    def test_the_example_s_output_is_true(self):
        path = SOURCE / 'README.md'
        readme = path.read_text(encoding='utf-8')
        block = DEMO.search(readme).group(2)
        now = answer(block)
        if os.environ.get('ONRECORD_UPDATE'):
            path.write_text(DEMO.sub(lambda m: m.group(1) + now + m.group(3), readme), encoding='utf-8')
        else:
            self.assertEqual(block, now)

    def test_linked_files_are_there(self):
        for page in (SOURCE / 'README.md', SOURCE / 'CONTRIBUTING.md', *(SOURCE / 'docs').glob('*.md')):
            for target in re.findall(r'\]\(([^)#:]+)\)', page.read_text(encoding='utf-8')):
                self.assertTrue((page.parent / target).exists(), '%s links to %s' % (page.name, target))


class CommandLine(unittest.TestCase):
    page = (SOURCE / 'docs' / 'cli.md').read_text(encoding='utf-8')

    def test_every_command_and_option_of_the_help_stands_in_the_page(self):
        commands = re.findall(r'^    (\w+)$', run('--help').split('COMMANDS')[-1].split('EXIT STATUS')[0], re.MULTILINE)
        self.assertGreaterEqual(len(commands), 4)
        for command in commands:
            self.assertIn('`%s`' % command, self.page)
            for option in set(re.findall(r'(?<![\w-])--[a-z][a-z-]+', run(command, '--help'))) - {'--help', '--color'}:
                self.assertIn(option, self.page, 'onrecord ' + command)

    def test_every_error_code_stands_in_the_page(self):
        header = (SOURCE / 'include' / 'onrecord' / 'error.h').read_text(encoding='utf-8')
        codes = re.findall(r'^  k\w+ = (\d+),', header, re.MULTILINE)
        self.assertGreater(len(codes), 10)
        for code in codes:
            self.assertIn('OR%04d' % int(code), self.page)


class RecordPage(unittest.TestCase):
    def test_every_word_of_the_schema_stands_in_the_page(self):
        page = (SOURCE / 'docs' / 'record.md').read_text(encoding='utf-8')
        names = (SOURCE / 'src' / 'base' / 'record_names.cpp').read_text(encoding='utf-8')
        writer = (SOURCE / 'src' / 'export' / 'jsonl.cpp').read_text(encoding='utf-8')
        words = set(re.findall(r'"([a-z][a-z-]+)"', names)) | set(re.findall(r'"([a-z][a-z_0-9]+)"', writer))
        self.assertGreater(len(words), 60)
        for word in words:
            self.assertRegex(page, r'(?<![\w-])%s(?![\w-])' % re.escape(word))


if __name__ == '__main__':
    unittest.main()
