"""The coreference figures on small cases that can be worked out by hand."""
import itertools
import random
import unittest

from evaluation.coreference import best_assignment, ceaf_e, chains, conll_f1


def mentions(text):
    return [{(ord(c), ord(c) + 1) for c in chain} for chain in text.split()]


class Coreference(unittest.TestCase):
    def test_chains_of_a_column(self):
        column = ['Entity=(1-person(2-place)', 'Entity=1)(2-place', 'x|Entity=2)(1)', '_', 'Entity=(3)']
        self.assertEqual(sorted(map(sorted, chains(column))), [[(0, 1), (1, 3)], [(0, 2), (2, 3)]])

    def test_the_same_is_a_hundred(self):
        gold = mentions('abc de')
        self.assertEqual({round(v) for v in conll_f1([(gold, gold)]).values()}, {100})

    def test_nothing_found_is_nought(self):
        self.assertEqual(set(conll_f1([(mentions('abc'), [])]).values()), {0})

    def test_a_chain_in_two(self):
        found = conll_f1([(mentions('abcd'), mentions('ab cd'))])
        self.assertAlmostEqual(found['muc'], 100 * 2 * (2 / 3) / (1 + 2 / 3))     # two of three links, no false one
        self.assertAlmostEqual(found['b3'], 100 * 2 * .5 / 1.5)                    # half of each mention's chain
        self.assertAlmostEqual(found['ceafe'], 100 * 2 * (2 / 3) * (1 / 3) / (2 / 3 + 1 / 3))

    def test_the_assignment_is_the_best_of_all(self):
        random.seed(4)
        for _ in range(50):
            rows, columns = random.randint(1, 5), random.randint(1, 5)
            gains = [[random.random() for _ in range(columns)] for _ in range(rows)]
            short, long = sorted((rows, columns))
            at = lambda i, j: gains[i][j] if rows <= columns else gains[j][i]
            best = max(sum(at(i, j) for i, j in enumerate(p)) for p in itertools.permutations(range(long), short))
            self.assertAlmostEqual(best_assignment(gains), best)

    def test_chains_that_share_nothing_are_assigned_apart(self):
        gold, found = mentions('abc def'), mentions('ab de')
        self.assertAlmostEqual(ceaf_e(gold, {m: k for k, c in enumerate(found) for m in c}, found), 2 * 4 / 5)


if __name__ == '__main__':
    unittest.main()
