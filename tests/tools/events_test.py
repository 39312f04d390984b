"""Which events count, and how."""
import unittest

from evaluation.events import Count, false_events


def event(begin, kind='AID', status='occurred', **more):
    return {'trigger': [begin, begin + 4], 'type': kind, 'status': status, **more}


class Events(unittest.TestCase):
    def test_found_missed_and_false(self):
        count = Count()
        count.add([event(0), event(10), event(20, status='future')], [event(0), event(20, 'AGREE', 'future'), event(50)])
        self.assertEqual((count.gold, count.found, count.hit, count.typed), (3, 3, 2, 1))
        self.assertEqual((count.status, count.standing), (1, 0))

    def test_optional_ones_count_neither_way(self):
        count = Count()
        count.add([event(0, optional=True), event(10, optional=True)], [event(0)])
        self.assertEqual((count.gold, count.found, count.hit), (0, 0, 0))

    def test_alternatives_are_right(self):
        count = Count()
        count.add([event(0, status='future', alt_types=['AGREE'], alt_status=['hypothetical'])], [event(2, 'AGREE', 'hypothetical')])
        self.assertEqual((count.typed, count.status, count.standing, count.standing_right), (1, 1, 1, 1))

    def test_false_events_per_sentence(self):
        row = false_events('here', [('One. Two? “Three.” 3.5 million four.', [event(0)])])
        self.assertAlmostEqual(row.ours, 25)
        self.assertEqual(row.met(), 'no')


if __name__ == '__main__':
    unittest.main()
