"""The arithmetic of `./run evaluate`, on small hand-made data."""
import gzip
import tempfile
import unittest
from pathlib import Path

from evaluation import conllu, entities, statements, syntax, table
from evaluation.table import Row

SENTENCE = """# newdoc id = d
# sent_id = 1
# secret = PROPN
1-2\tshe's\t_\t_\t_\t_\t_\t_\t_\t_
1\tshe\tshe\tPRON\tPRP\tCase=Nom\t3\tnsubj:pass\t_\tSpaceAfter=No|Entity=(1)
2\t's\tbe\tAUX\tVBZ\t_\t3\taux:pass\t_\t_
3\tseen\tsee\tVERB\tVBN\t_\t0\troot\t_\t_
3.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t0:root\t_
4\t.\t_\tPUNCT\t.\t_\t3\tpunct\t_\t_
"""


def sentences(text):
    return conllu.read(text.splitlines())


class Echo:
    """Stands for the program: answers with what it was given, changed by a function of the row."""

    def __init__(self, change=lambda row: row):
        self.change, self.given = change, ''

    def parse(self, text):
        self.given = text
        return '\n'.join('\t'.join(self.change(line.split('\t'))) if '\t' in line else line for line in text.split('\n'))


class Trees(unittest.TestCase):
    def test_the_words_go_in_without_their_annotation(self):
        given = conllu.words_only(sentences(SENTENCE))
        self.assertEqual([r[1] for s in sentences(given) for r in s.rows], ['she', "'s", 'seen', '.'])
        for secret in ('PRON', 'nsubj', 'be\t', 'PRP', 'Entity', 'secret', 'gone'):
            self.assertNotIn(secret, given)
        self.assertIn('SpaceAfter=No', given)
        self.assertIn('# newdoc id = d', given)

    def test_a_changed_word_is_an_error(self):
        with self.assertRaisesRegex(ValueError, 'sentence 1'):
            conllu.parse(Echo(lambda r: [r[0], r[1].upper(), *r[2:]]), sentences(SENTENCE))

    def test_subtypes_do_not_count_for_las_and_do_for_full_las(self):
        gold, system = sentences(SENTENCE), sentences(SENTENCE.replace('nsubj:pass', 'nsubj').replace('aux:pass', 'cop'))
        found = syntax.scores(gold, system)
        self.assertEqual((found['uas'], found['las'], found['full']), (100.0, 75.0, 50.0))

    def test_a_right_relation_to_the_wrong_head_is_wrong(self):
        found = syntax.scores(sentences(SENTENCE), sentences(SENTENCE.replace('3\tpunct', '2\tpunct')))
        self.assertEqual((found['uas'], found['las']), (75.0, 75.0))

    def test_a_gold_lemma_that_is_not_given_takes_any(self):
        system = sentences(SENTENCE.replace('.\t_\tPUNCT', '.\tstop\tPUNCT').replace('\tsee\t', '\tseen\t'))
        self.assertEqual(syntax.scores(sentences(SENTENCE), system)['lemma'], 75.0)


class Entities(unittest.TestCase):
    def test_spans_of_both_ways_to_write_tags(self):
        self.assertEqual(entities.spans(['B-X', 'I-X', 'B-X', 'O', 'B-Y']), {(0, 2, 'X'), (2, 3, 'X'), (4, 5, 'Y')})
        self.assertEqual(entities.spans(['I-X', 'I-X', 'I-Y', 'O', 'I-X', 'B-X']), {(0, 2, 'X'), (2, 3, 'Y'), (4, 5, 'X'), (5, 6, 'X')})

    def test_every_fourth_document_is_held_back_and_empty_ones_do_not_count(self):
        text = ''.join('-DOCSTART- O\n\nw%d O\n\n%s' % (k, '-DOCSTART- O\n\n' if k == 1 else '') for k in range(9))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, 'x.gz')
            path.write_bytes(gzip.compress(text.encode()))
            held = entities.held_back(entities.read_columns(path, lambda line: line.startswith('-DOCSTART-')))
        self.assertEqual([d.sentences for d in held], [[[('w3', 'O')]], [[('w7', 'O')]]])

    def test_types_are_mapped_and_others_left_out(self):
        document = entities.Document([[('Kofi', 'I-PER'), ('left', 'O'), ('Oslo', 'I-LOC'), ('Monday', 'O')]])
        tags = {'Kofi': 'B-PERSON', 'Oslo': 'B-GPE', 'Monday': 'B-DATE'}
        program = Echo(lambda r: [*r[:9], 'Name=' + tags[r[1]] if r[1] in tags else '_'])
        self.assertEqual(entities.score(program, [document], 'Name', entities.WIKIGOLD), {'p': 1.0, 'r': 1.0, 'f1': 1.0})
        self.assertLess(entities.score(program, [document], 'Name')['f1'], 0.01)


class Statements(unittest.TestCase):
    def test_a_record_in_the_scorer_s_form(self):
        record = {'report': {'id': 'r', 'text': 'Ana said no'}, 'statements': [
            {'source': {'spans': [[0, 3]], 'actors': ['a1']}, 'cue': {'spans': [[4, 8]], 'act': 'say'}, 'content': [[9, 11]]}]}
        self.assertEqual(statements.as_attributions(record), {
            'id': 'r', 'attributions': [{'source': [[0, 3]], 'cue': [[4, 8]], 'content': [[9, 11]]}]})
        statements.check_text(record, 'Ana said no')
        with self.assertRaisesRegex(ValueError, 'r: .* at 4'):
            statements.check_text(record, 'Ana  said no')


class Table(unittest.TestCase):
    def test_bars_are_met_from_below_or_above(self):
        self.assertEqual([Row('a', 'b', x, bar=2.0).met() for x in (1.9, 2.0, 2.1)], ['no', 'yes', 'yes'])
        self.assertEqual([Row('a', 'b', x, bar=2.0, at_most=True).met() for x in (1.9, 2.0, 2.1)], ['yes', 'yes', 'no'])
        self.assertEqual(Row('a', 'b', 1.0).met(), '')

    def test_a_figure_just_under_the_bar_is_not_rounded_up(self):
        self.assertEqual(Row('a', 'b', 88.96, bar=89.0).met(), 'no')

    def test_every_line_of_the_table_has_the_same_columns(self):
        lines = table.markdown([Row('seed', 'right', 14, bar=14, digits=0, shown='14 of 17'), Row('seed', 'mode', 97.5, 'none', '99')])
        self.assertEqual({line.count('|') for line in lines.split('\n')}, {len(table.HEAD) + 1})
        self.assertIn('14 of 17', lines)

    def test_the_whole_table_goes_to_docs_and_the_rows_with_a_bar_to_the_readme(self):
        with tempfile.TemporaryDirectory() as folder:
            root, section = Path(folder), '<!-- speed: begin -->\n<!-- speed: end -->\n'
            for name in ('docs/evaluation.md', 'README.md'):
                (root / name).parent.mkdir(exist_ok=True)
                (root / name).write_text(section)
            table.publish(root, 'speed', 'Measured today', [Row('speed', 'reports/s', 21.0, bar=20.0), Row('speed', 'spread', 1.0)])
            docs, readme = (root / 'docs/evaluation.md').read_text(), (root / 'README.md').read_text()
        self.assertIn('Measured today', docs)
        self.assertIn('spread', docs)
        self.assertIn('| reports/s | 21.0 |', readme)
        self.assertNotIn('spread', readme)
        self.assertNotIn('20.0', readme)

    def test_a_section_is_replaced_and_the_words_around_stay(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, 'x.md')
            path.write_text('above\n<!-- speed: begin -->\nold\n<!-- speed: end -->\nbelow\n')
            for body in ('new', 'newer'):
                table.replace_section(path, 'speed', body)
            self.assertEqual(path.read_text(), 'above\n<!-- speed: begin -->\nnewer\n<!-- speed: end -->\nbelow\n')
            with self.assertRaises(ValueError):
                table.replace_section(path, 'quality', 'x')


if __name__ == '__main__':
    unittest.main()
