"""The counts that `./run test` ends with."""
import unittest

from run_tests import Counts, count

DOCTEST = ('[doctest] doctest version is "2.4.9"\n'
           '[doctest] test cases:  12 |  11 passed | 1 failed | 2 skipped\n[doctest] assertions: 90 | 89 passed | 1 failed |\n')


class CountsOfOneProgram(unittest.TestCase):
    def test_doctest_counts_its_cases_not_its_assertions(self):
        self.assertEqual(count(DOCTEST, 'fail'), Counts(11, 1, 2))

    def test_doctest_in_colour(self):
        self.assertEqual(count('test cases: \x1b[0m 3 | \x1b[32m3 passed\x1b[0m | 0 failed | 0 skipped', 'run'), Counts(3, 0, 0))

    def test_unittest(self):
        self.assertEqual(count('..\nRan 4 tests in 0.001s\n\nOK\n', 'run'), Counts(4, 0, 0))
        self.assertEqual(count('Ran 1 test in 0.001s\n\nOK (skipped=1)\n', 'run'), Counts(0, 0, 1))
        self.assertEqual(count('Ran 9 tests in 2s\n\nFAILED (failures=2, errors=1, skipped=1)\n', 'fail'), Counts(5, 3, 1))

    def test_a_program_that_dies_counts_as_failed_whatever_it_said(self):
        self.assertEqual(count('', 'fail'), Counts(0, 1, 0))
        self.assertEqual(count('test cases: 3 | 3 passed | 0 failed | 0 skipped', 'fail'), Counts(3, 1, 0))

    def test_a_silent_program_is_one_case(self):
        self.assertEqual(count('', 'run'), Counts(1, 0, 0))
        self.assertEqual(count('', 'notrun'), Counts(0, 0, 1))


if __name__ == '__main__':
    unittest.main()
