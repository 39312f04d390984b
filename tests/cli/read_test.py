"""onrecord read: formats, inputs, order, exit status, pipes."""
import json
import os
import pty
import re
import select
import subprocess
import unittest

from support import MODEL, PROGRAM, REPORT, SAMPLES, CommandLineTest, needs_model, onrecord

WITH_MODEL = ["--model", MODEL] if MODEL else []


def varied_reports(count):
    """Reports of different lengths from the samples: each starts and ends elsewhere."""
    texts = [path.read_text() for path in sorted(SAMPLES.glob("*.txt"))]
    for k in range(count):
        blocks = texts[k % len(texts)].split("\n\n")
        begin = (k * 7) % max(1, len(blocks) - 3)
        yield {"id": f"v{k}", "text": "\n\n".join(blocks[begin:begin + 2 + k % 5])}


def on_a_terminal(arguments, columns, env=None):
    """What the program prints when its standard output is a terminal."""
    parent, child = pty.openpty()
    import fcntl
    import struct
    import termios
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen([PROGRAM, *map(str, arguments), *WITH_MODEL], stdin=subprocess.DEVNULL, stdout=child,
                               stderr=subprocess.DEVNULL, env={"TERM": "xterm-256color", **(env or {})})
    os.close(child)
    out = b""
    while True:
        ready, _, _ = select.select([parent], [], [], 60)
        try:
            piece = os.read(parent, 65536) if ready else b""
        except OSError:  # the terminal's other side was closed
            break
        if not piece:
            break
        out += piece
    os.close(parent)
    process.wait(60)
    return out.decode().replace("\r\n", "\n")


@needs_model
class Formats(CommandLineTest):
    def test_in_a_pipe_a_report_becomes_one_line_of_json(self):
        report = self.write("report.txt", REPORT)
        answer = onrecord("read", report, "--date", "2026-05-04", "--publisher", "The Echo")
        self.assert_status(answer, 0)
        self.assertEqual(answer.err, "")
        [record] = answer.records
        self.assertEqual(list(record), ["schema", "report", "actors", "places", "statements", "events", "engine"])
        self.assertEqual(record["schema"], "onrecord/1")
        self.assertEqual(record["report"]["published"], "2026-05-04")
        self.assertEqual(record["report"]["publisher"], "The Echo")
        # The union denied that it had asked for a strike.
        denied = next(s["id"] for s in record["statements"] if s["cue"]["lemma"] == "deny")
        self.assertEqual([(e["type"], e["status"], e["word"]) for e in record["events"]], [("REQUEST", "negated", [denied])])
        text = record["report"]["text"]
        self.assertTrue(record["statements"])
        for statement in record["statements"]:
            self.assertEqual(list(statement), ["id", "source", "cue", "content", "mode", "addressee", "medium", "when",
                                               "where", "via", "polarity", "confidence"])
            for begin, end in statement["source"]["spans"] + statement["cue"]["spans"] + statement["content"]:
                self.assertTrue(text[begin:end].strip())
            self.assertTrue(0 <= statement["confidence"] <= 1)
        ids = {actor["id"] for actor in record["actors"]}
        for statement in record["statements"]:
            self.assertLessEqual(set(statement["source"]["actors"]), ids)

    def test_offsets_count_code_points(self):
        text = "Señora 🙂 Brook – naïve, she says – said that the harbour would stay open."
        report = self.write("report.txt", text)
        [record] = onrecord("read", report).records
        self.assertEqual(record["report"]["text"].strip(), text)
        words = [text[b:e] for s in record["statements"] for b, e in s["cue"]["spans"]]
        self.assertTrue(words)
        for word in words:
            self.assertRegex(word, r"^(\w.*\w|[:–])$")

    def test_a_page_needs_nothing_else_and_has_every_report(self):
        first, second = self.write("a.txt", REPORT), self.write("b.txt", REPORT.replace("Okuta", "<b>Okuta</b>"))
        answer = onrecord("read", "--format", "html", first, second)
        self.assert_status(answer, 0)
        page = answer.out.decode()
        self.assertTrue(page.startswith("<!DOCTYPE html>"))
        self.assertTrue(page.rstrip().endswith("</html>"))
        self.assertEqual(page.count("<article "), 2)
        self.assertNotRegex(page, r"""(?:src|href)=["'](?!#)""")
        self.assertNotIn("<b>Okuta", page)

    def test_pretty_in_a_pipe_has_brackets_and_no_codes_unless_asked(self):
        report = self.write("report.txt", REPORT)
        plain = onrecord("read", "--format", "pretty", report).out.decode()
        self.assertNotIn("\033", plain)
        self.assertRegex(plain, r"\{said\}[¹²³]")
        coloured = onrecord("read", "--format", "pretty", "--color", "always", report).out.decode()
        self.assertIn("\033[", coloured)

    def test_on_a_terminal_pretty_is_usual_with_colour_as_wide_as_the_terminal(self):
        report = self.write("report.txt", REPORT)
        out = on_a_terminal(["read", report], 130)
        self.assertIn("\033[", out)
        self.assertIn("│", out)
        lines = re.sub(r"\033\[[0-9;]*[mK]", "", out).split("\n")
        self.assertLessEqual(max(map(len, lines)), 130)
        self.assertLessEqual(max(map(len, on_a_terminal(["read", report, "--color", "never"], 60).split("\n"))), 60)

    def test_the_environment_can_switch_colour_off(self):
        report = self.write("report.txt", REPORT)
        self.assertNotIn("\033", on_a_terminal(["read", report], 100, {"NO_COLOR": "1"}))
        self.assertNotIn("\033", on_a_terminal(["read", report], 100, {"TERM": "dumb"}))
        self.assertNotIn("\033", on_a_terminal(["read", report, "--color", "never"], 100))

    def test_output_goes_to_a_file_with_the_same_bytes(self):
        report = self.write("report.txt", REPORT)
        target = self.folder / "out.jsonl"
        answer = onrecord("read", report, "--output", target)
        self.assert_status(answer, 0)
        self.assertEqual(answer.out, b"")
        self.assertEqual(target.read_bytes(), onrecord("read", report).out)


@needs_model
class Inputs(CommandLineTest):
    def test_standard_input_holds_text_or_a_page_or_json_lines(self):
        [text] = onrecord("read", "-", stdin=REPORT.encode()).records
        self.assertIn("harbour", text["report"]["text"])
        page = "<html><head><title>T</title></head><body><article><h1>Harbour</h1>" + "".join(
            f"<p>{p}</p>" for p in REPORT.split("\n\n")) + "</article></body></html>"
        [html] = onrecord("read", "-", stdin=page.encode()).records
        self.assertNotIn("<p>", html["report"]["text"])
        lines = "".join(json.dumps({"id": f"r{k}", "text": REPORT, "title": f"Title {k}"}) + "\n" for k in range(3))
        records = onrecord("read", "-", stdin=lines.encode()).records
        self.assertEqual([r["report"]["id"] for r in records], ["r0", "r1", "r2"])
        self.assertEqual(records[1]["report"]["title"], "Title 1")

    def test_what_a_line_of_json_gives_is_kept_and_the_options_fill_what_it_lacks(self):
        lines = json.dumps({"id": "a", "text": REPORT, "published": "2025-01-02", "url": "https://example.org/a"}) + "\n"
        lines += json.dumps({"id": "b", "text": REPORT, "publisher": "Own"}) + "\n"
        path = self.write("two.jsonl", lines)
        a, b = onrecord("read", path, "--date", "2026-05-04", "--publisher", "Given").records
        self.assertEqual((a["report"]["published"], a["report"]["publisher"]), ("2025-01-02", "Given"))
        self.assertEqual((b["report"]["published"], b["report"]["publisher"]), ("2026-05-04", "Own"))
        self.assertEqual(a["report"]["url"], "https://example.org/a")

    def test_the_input_form_of_the_ngec_coder_is_read(self):
        line = json.dumps({"id": "20260504-1-2", "date": "2026-05-04", "event_text": REPORT, "story_id": "st7",
                           "publisher": "Echo", "headline": "Harbour", "pub_date": "2026-05-04", "event_type": "CONSULT",
                           "event_mode": "", "contexts": ""}) + "\n"
        [record] = onrecord("read", self.write("ngec.jsonl", line)).records
        self.assertEqual(record["report"]["publisher"], "Echo")
        self.assertEqual(record["report"]["published"], "2026-05-04")
        self.assertEqual(record["report"]["title"], "Harbour")

    def test_folders_and_patterns_are_read_in_order_of_their_names(self):
        for name in ("b/two.txt", "b/one.txt", "a.txt", "c.txt"):
            self.write(name, f"{name} is here. " + REPORT)
        texts = lambda answer: [r["report"]["text"].split(" is here")[0] for r in answer.records]
        self.assertEqual(texts(onrecord("read", self.folder)), ["a.txt", "b/one.txt", "b/two.txt", "c.txt"])
        self.assertEqual(texts(onrecord("read", self.folder / "*.txt")), ["a.txt", "c.txt"])
        self.assertEqual(texts(onrecord("read", self.folder / "c.txt", self.folder / "b")),
                         ["c.txt", "b/one.txt", "b/two.txt"])

    def test_all_samples_are_read(self):
        answer = onrecord("read", SAMPLES)
        self.assert_status(answer, 0)
        self.assertEqual(answer.err, "")
        names = {r["report"]["id"].rsplit("/")[-1] for r in answer.records}
        for path in list(SAMPLES.glob("*.txt")) + list(SAMPLES.glob("*.html")):
            self.assertIn(path.name, names)
        self.assertLessEqual({"sample-toll", "sample-poll", "sample-transfer"}, names)
        self.assertGreater(sum(len(r["statements"]) for r in answer.records), 100)

    def test_an_output_that_is_an_input_is_refused_and_left_alone(self):
        report = self.write("report.txt", REPORT)
        answer = onrecord("read", report, "--output", report)
        self.assert_status(answer, 2)
        self.assertIn("OR0001", answer.err)
        self.assertEqual(report.read_text(), REPORT)

    def test_the_output_is_not_read_where_its_folder_is(self):
        self.write("report.txt", REPORT)
        target = self.write("records.txt", "old")
        answer = onrecord("read", self.folder, "--output", target)
        self.assert_status(answer, 0)
        self.assertEqual(len(target.read_text().splitlines()), 1)

    def test_the_program_runs_from_any_folder_without_environment(self):
        report = self.write("report.txt", REPORT)
        answer = onrecord("read", report, env={}, cwd="/")
        self.assert_status(answer, 0)
        self.assertEqual(len(answer.records), 1)


@needs_model
class Streams(CommandLineTest):
    def test_the_same_bytes_come_from_1_2_and_8_threads(self):
        lines = "".join(json.dumps(report) + "\n" for report in varied_reports(500))
        path = self.write("many.jsonl", lines)
        one = onrecord("read", "--threads", 1, path, timeout=600)
        self.assert_status(one, 0)
        self.assertEqual([r["report"]["id"] for r in one.records], [f"v{k}" for k in range(500)])
        for threads in (2, 8):
            other = onrecord("read", "--threads", threads, path, timeout=600)
            self.assert_status(other, 0)
            self.assertTrue(other.out == one.out, f"{threads} threads give other bytes than one")

    def test_memory_does_not_grow_with_the_number_of_reports(self):
        line = json.dumps({"id": "x", "text": REPORT}) + "\n"
        few = onrecord("read", "--threads", 2, self.write("few.jsonl", line * 100))
        many = onrecord("read", "--threads", 2, self.write("many.jsonl", line * 1000), timeout=600)
        self.assert_status(many, 0)
        self.assertEqual(many.out.count(b"\n"), 1000)
        self.assertLess(many.megabytes, few.megabytes + 60)

    def test_a_record_appears_before_the_input_ends(self):
        process = subprocess.Popen([PROGRAM, "read", "-", *WITH_MODEL], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        process.stdin.write(json.dumps({"id": "first", "text": REPORT}).encode() + b"\n")
        process.stdin.flush()
        ready, _, _ = select.select([process.stdout], [], [], 60)
        self.assertTrue(ready, "nothing within a minute")
        self.assertEqual(json.loads(process.stdout.readline())["report"]["id"], "first")
        process.stdin.close()
        self.assertEqual(process.wait(60), 0)
        process.stdout.close()

    def test_a_reader_that_goes_away_ends_the_program_quietly(self):
        line = json.dumps({"id": "x", "text": REPORT}) + "\n"
        path = self.write("many.jsonl", line * 3000)
        process = subprocess.Popen([PROGRAM, "read", path, *WITH_MODEL], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        head = subprocess.run(["head", "-1"], stdin=process.stdout, capture_output=True, timeout=60)
        process.stdout.close()
        self.assertEqual(process.wait(60), 0)
        self.assertEqual(head.stdout.count(b"\n"), 1)
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()

    def test_a_reader_that_goes_away_while_the_input_is_still_open_ends_the_program_too(self):
        process = subprocess.Popen([PROGRAM, "read", "-", *WITH_MODEL], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdout.close()
        process.stdin.write(json.dumps({"id": "first", "text": REPORT}).encode() + b"\n")
        process.stdin.flush()
        self.assertEqual(process.wait(60), 0)
        process.stdin.close()
        process.stderr.close()

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full here")
    def test_a_full_disk_is_told(self):
        report = self.write("report.txt", REPORT)
        answer = onrecord("read", report, "--output", "/dev/full")
        self.assert_status(answer, 2)
        self.assertIn("OR0401 /dev/full", answer.err)
        answer = onrecord("read", report, "--output", self.folder / "no/such/folder/out")
        self.assert_status(answer, 2)
        self.assertIn("OR0401", answer.err)

    def test_a_line_of_progress_is_drawn_on_a_terminal_only_and_wiped_out(self):
        path = self.write("many.jsonl", (json.dumps({"id": "x", "text": REPORT}) + "\n") * 200)
        parent, child = pty.openpty()
        process = subprocess.Popen([PROGRAM, "read", path, *WITH_MODEL, "--output", self.folder / "out"],
                                   stdin=subprocess.DEVNULL, stderr=child)
        os.close(child)
        err = b""
        while True:
            try:
                piece = os.read(parent, 65536)
            except OSError:
                break
            if not piece:
                break
            err += piece
        os.close(parent)
        self.assertEqual(process.wait(60), 0)
        self.assertRegex(err.decode(), r"\r\033\[K\d+ reports  [\d.]+/s  0:\d\d")
        self.assertTrue(err.endswith(b"\r\033[K"))
        self.assertEqual(onrecord("read", path).err, "")

    def test_stats_tell_counts_speed_stages_and_memory(self):
        report = self.write("report.txt", REPORT)
        answer = onrecord("read", report, "--stats")
        self.assert_status(answer, 0)
        self.assertEqual(len(answer.records), 1)
        self.assertRegex(answer.err, r"reports +1\n")
        self.assertRegex(answer.err, r"words +\d+\n")
        self.assertRegex(answer.err, r"[\d.]+ reports/s, \d+ words/s")
        self.assertRegex(answer.err, r"peak memory +\d+ MB")
        shares = [float(s) for s in re.findall(r"([\d.]+) %", answer.err)]
        self.assertEqual(len(shares), 8)
        self.assertAlmostEqual(sum(shares), 100, delta=1)


if __name__ == "__main__":
    unittest.main()
