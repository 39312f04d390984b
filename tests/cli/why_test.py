"""`onrecord why`: what lies behind the statements of a report."""
import re
import unittest

from support import REPORT, CommandLineTest, needs_model, onrecord

FIELDS = {"cue", "source", "source.kind", "content", "act", "polarity"}


@needs_model
class Why(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.report = self.write("harbour.txt", REPORT)

    def test_each_statement_is_explained_field_by_field(self):
        records = onrecord("read", "--format", "jsonl", self.report).records
        answer = onrecord("why", self.report)
        self.assert_status(answer, 0)
        parts = re.split(r"(?m)^(s\d+) ", answer.out.decode())
        self.assertEqual(parts[1::2], [s["id"] for s in records[0]["statements"]])
        for text, statement in zip(parts[2::2], records[0]["statements"]):
            fields = set(re.findall(r"(?m)^([a-z.]+) {2,}", text))
            self.assertLessEqual(FIELDS - ({"source"} if not statement["source"]["spans"] else set()), fields)
            confidence = float(re.search(r"probability of (\d\.\d\d)", text).group(1))
            self.assertAlmostEqual(confidence, statement["confidence"], delta=.006)
            self.assertIn(statement["cue"]["act"], text)

    def test_one_statement_by_its_number_or_by_its_words(self):
        by_number = onrecord("why", self.report, "--statement", "s2")
        self.assert_status(by_number, 0)
        self.assertEqual(re.findall(r"(?m)^(s\d+) ", by_number.out.decode()), ["s2"])
        said = [s["id"] for s in onrecord("read", self.report).records[0]["statements"]
                if any("Nobody is closing" in REPORT[a:b] for a, b in s["content"])]
        self.assertTrue(said)
        by_words = onrecord("why", self.report, "--words", "NOBODY IS CLOSING")
        self.assertEqual(re.findall(r"(?m)^(s\d+) ", by_words.out.decode()), said)

    def test_what_is_not_there_is_said_so(self):
        for option, value in (("--statement", "s99"), ("--words", "zebra")):
            answer = onrecord("why", self.report, option, value)
            self.assert_status(answer, 2)
            self.assertIn(value, answer.err)
            self.assertIn("harbour.txt", answer.err)
            self.assertEqual(answer.out, b"")

    def test_a_high_threshold_passes_cues_over_and_tells_them(self):
        answer = onrecord("why", self.report, "--cue-threshold", "1")
        self.assert_status(answer, 0)
        text = answer.out.decode()
        self.assertEqual(re.findall(r"(?m)^(s\d+) ", text), [])
        self.assertRegex(text, r"(?m)^(0\.\d\d|1\.00) .*\bsaid\b")

    def test_a_report_that_is_not_there(self):
        answer = onrecord("why", self.folder / "none.txt")
        self.assert_status(answer, 2)
        self.assertIn("OR0101", answer.err)


@needs_model
class CueThreshold(CommandLineTest):
    def test_lower_finds_more_and_higher_less(self):
        count = lambda *options: len(onrecord("read", *options, "-", stdin=REPORT.encode()).records[0]["statements"])
        usual, all_ = count(), count("--cue-threshold", "0.02")
        self.assertGreaterEqual(all_, usual)
        self.assertEqual(count("--cue-threshold", "1"), 0)


if __name__ == "__main__":
    unittest.main()
