"""onrecord parse: CoNLL-U out, and with given words in."""
import unittest

from support import REPORT, SAMPLES, CommandLineTest, needs_model, onrecord

GIVEN = """# newdoc id = one
# newpar
# sent_id = one-1
# text = Don't panic, Ada said.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\t_\t_\t_\t_\t_\t_\t_\t_
2\tn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tpanic\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
4\t,\t_\t_\t_\t_\t_\t_\t_\t_
5\tAda\t_\t_\t_\t_\t_\t_\t_\t_
6\tsaid\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
7\t.\t_\t_\t_\t_\t_\t_\t_\t_

# newdoc id = two
# sent_id = two-1
1\tYes\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\t.\t_\t_\t_\t_\t_\t_\t_\t_

"""


def sentences(conllu):
    """[[columns of each word]] of each sentence; checks the form on the way."""
    out = []
    for sentence in conllu.strip("\n").split("\n\n"):
        rows = [line.split("\t") for line in sentence.split("\n") if not line.startswith("#")]
        out.append([row for row in rows if row[0].isdigit()])
    return out


@needs_model
class Parse(CommandLineTest):
    def assert_trees(self, conllu):
        for rows in sentences(conllu):
            self.assertEqual([row[0] for row in rows], [str(k) for k in range(1, len(rows) + 1)])
            heads = [int(row[6]) for row in rows]
            self.assertEqual(heads.count(0), 1)
            for k in range(len(rows)):
                self.assertEqual(len(rows[k]), 10)
                self.assertNotIn("", rows[k])
                self.assertEqual(rows[k][7] == "root", heads[k] == 0)
                at, steps = k + 1, 0
                while at and steps <= len(rows):
                    at, steps = heads[at - 1], steps + 1
                self.assertEqual(at, 0, "a circle")

    def test_a_report_becomes_trees_with_names(self):
        report = REPORT.replace("The mayor of Okuta, Ada Brook,", "Mayor Ada Brook of Okuta")
        answer = onrecord("parse", self.write("report.txt", report))
        self.assert_status(answer, 0)
        text = answer.out.decode()
        self.assert_trees(text)
        self.assertTrue(text.startswith("# newdoc id = "))
        self.assertEqual(text.count("# newpar"), 3)
        self.assertIn("Name=B-PERSON", text)
        words = {row[1]: row for rows in sentences(text) for row in rows}
        self.assertEqual(words["reporters"][2:4], ["reporter", "NOUN"])

    def test_all_samples_become_trees(self):
        answer = onrecord("parse", *sorted(SAMPLES.glob("*.txt")))
        self.assert_status(answer, 0)
        self.assert_trees(answer.out.decode())

    def test_given_words_are_kept_with_comments_ranges_and_spacing(self):
        answer = onrecord("parse", "--given-words", self.write("given.conllu", GIVEN))
        self.assert_status(answer, 0)
        text = answer.out.decode()
        self.assert_trees(text)
        kept = lambda conllu: [(line if line.startswith("#") or "-" in line.split("\t")[0] else line.split("\t")[:2])
                               for line in conllu.splitlines()]
        self.assertEqual(kept(text), kept(GIVEN))
        row = [row for row in sentences(text)[0] if row[1] == "panic"][0]
        self.assertTrue(row[9].startswith("SpaceAfter=No"))
        self.assertEqual(onrecord("parse", "--given-words", "-", stdin=GIVEN.encode()).out, answer.out)

    def test_what_is_no_conllu_is_named_and_the_rest_is_done(self):
        bad = self.write("bad.conllu", "1\tonly\tthree\n")
        answer = onrecord("parse", "--given-words", bad, self.folder / "nowhere", self.write("given.conllu", GIVEN))
        self.assert_status(answer, 1)
        self.assertIn("bad.conllu:1", answer.err)
        self.assertIn("nowhere", answer.err)
        self.assertIn("# sent_id = two-1", answer.out.decode())


if __name__ == "__main__":
    unittest.main()
