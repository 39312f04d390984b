"""The program under measurement, as its users run it: bytes in, bytes out."""
import json
import subprocess


class ProgramError(Exception):
    """The program ended with a status that it should not have."""


class Program:
    def __init__(self, path, model=None, cue_threshold=None, threads=2):
        self.path = str(path)
        self.options = ['--threads', str(threads)] + (['--model', str(model)] if model else [])
        self.of_reading = [] if cue_threshold is None else ['--cue-threshold', str(cue_threshold)]

    def run(self, command, *arguments, input=b'', with_options=True):
        """Standard output of one run. Status 1, "some input failed", is an error too: measured input must not fail."""
        line = [self.path, command, *(self.options if with_options else ()), *map(str, arguments)]
        try:
            done = subprocess.run(line, input=input, capture_output=True)
        except OSError as error:
            raise ProgramError('%s cannot be run: %s; `./run build` makes it' % (self.path, error.strerror)) from error
        if done.returncode:
            message = done.stderr.decode(errors='replace').strip()
            raise ProgramError('%s ended with status %d\n%s' % (' '.join(line), done.returncode, message[-2000:]))
        return done.stdout

    def read(self, *inputs, lines=None):
        """Records of files, or of JSON Lines given as a list of objects."""
        text = b''.join(json.dumps(x).encode() + b'\n' for x in lines or [])
        out = self.run('read', '--format', 'jsonl', *self.of_reading, *inputs, *(['-'] if lines is not None else []), input=text)
        return [json.loads(x) for x in out.splitlines()]

    def parse(self, conllu, *options):
        """CoNLL-U whose words and sentences are given → the same words with everything that the program makes of them."""
        return self.run('parse', '--given-words', *options, '-', input=conllu.encode()).decode()

    def tokens(self, lines):
        return self.run('tokens', input=lines, with_options=False)
