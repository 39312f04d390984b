"""Events on the command line: in the record, as a table, and why."""
import re
import unittest

from support import REPORT, SAMPLES, CommandLineTest, needs_model, onrecord


@needs_model
class Events(CommandLineTest):
    def records(self):
        return onrecord("read", "--format", "jsonl", *sorted(SAMPLES.glob("*.txt"))).records

    def test_every_event_fits_its_record(self):
        records = self.records()
        self.assertGreater(sum(len(r["events"]) for r in records), 10)
        for record in records:
            text = record["report"]["text"]
            actors = {a["id"] for a in record["actors"]}
            statements = {s["id"]: s for s in record["statements"]}
            triggers = [e["trigger"] for e in record["events"]]
            self.assertEqual(triggers, sorted(triggers))
            self.assertEqual([e["id"] for e in record["events"]], ["e%d" % k for k in range(1, len(triggers) + 1)])
            for event in record["events"]:
                begin, end = event["trigger"]
                self.assertTrue(0 <= begin < end <= len(text))
                self.assertTrue(text[begin:end].strip())
                self.assertIn(event["trigger"], event["mentions"])
                self.assertLessEqual({*event["actors"], *event["recipients"]}, actors)
                self.assertIn(event["quad"], (1, 2, 3, 4))
                self.assertRegex(event["cameo"] or "0", r"^[012]")
                self.assertIn(event["status"], ("occurred", "ongoing", "future", "hypothetical", "negated"))
                # An event stands on the word of statements that hold it, each known through the next.
                for inner, outer in zip(event["word"], event["word"][1:]):
                    self.assertEqual(statements[inner]["via"], outer)

    def test_the_table_has_a_row_for_each_event(self):
        path = sorted(SAMPLES.glob("*.txt"))[0]
        events = onrecord("read", "--format", "jsonl", path).records[0]["events"]
        answer = onrecord("read", "--events", path)
        self.assert_status(answer, 0)
        head, *rows = [line.split("\t") for line in answer.out.decode().splitlines()]
        self.assertEqual(len(rows), len(events))
        for row, event in zip(rows, events):
            row = dict(zip(head, row, strict=True))
            self.assertEqual((row["event"], row["type"], row["status"]), (event["id"], event["type"], event["status"]))
            self.assertEqual(row["statements"], ";".join(event["word"]))

    def test_why_tells_what_lies_behind_an_event(self):
        report = self.write("harbour.txt", REPORT)
        events = onrecord("read", "--format", "jsonl", report).records[0]["events"]
        answer = onrecord("why", report, "--event", "all")
        if not events:
            self.assert_status(answer, 2)
            return
        self.assert_status(answer, 0)
        told = answer.out.decode()
        self.assertEqual(re.findall(r"(?m)^(e\d+) ", told), [e["id"] for e in events])
        for field in ("trigger", "type", "status"):
            self.assertRegex(told, r"(?m)^%s " % field)
        self.assert_status(onrecord("why", report, "--event", "e99"), 2)

    def test_coreference_brackets_are_balanced(self):
        path = sorted(SAMPLES.glob("*.txt"))[0]
        answer = onrecord("parse", "--coreference", path)
        self.assert_status(answer, 0)
        opened, chains = [], {}
        for line in answer.out.decode().splitlines():
            found = re.search(r"Entity=([^|]*)", line)
            for part in re.findall(r"\([^()]*\)?|[^()]+\)", found.group(1) if found else ""):
                name = part.strip("()")
                if part.startswith("("):
                    opened.append(name)
                    chains[name] = chains.get(name, 0) + 1
                if part.endswith(")"):
                    opened.remove(name)
        self.assertEqual(opened, [])
        self.assertTrue(chains)
        self.assertGreater(min(chains.values()), 1)


if __name__ == "__main__":
    unittest.main()
