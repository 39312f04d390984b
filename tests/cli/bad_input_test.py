"""Broken and hostile input: a message that names the input with a code and what to do, bounded time and memory, and
all other input done."""
import json
import os
import re
import shutil
import subprocess
import unittest

from support import REPORT, CommandLineTest, needs_model, onrecord

SECONDS = 60     # generous: the machine may be busy
MEGABYTES = 900


@needs_model
class BadInput(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.good = self.write("zz-good.txt", REPORT)

    def read(self, *inputs, options=(), timeout=SECONDS, prefix=()):
        answer = onrecord("read", "--threads", 2, *options, *inputs, timeout=timeout, prefix=prefix)
        self.assertLess(answer.megabytes, MEGABYTES)
        return answer

    def assert_fails(self, bad, code, **settings):
        """bad alone fails with the code; the good report after it is read."""
        answer = self.read(bad, self.good, **settings)
        self.assert_status(answer, 1)
        self.assertRegex(answer.err, rf"(?m)^onrecord: error: {code} .*{re.escape(os.path.basename(bad))}.*; \w+")
        self.assertEqual(len(answer.records), 1)
        self.assertIn("harbour", answer.records[0]["report"]["text"])
        return answer

    def test_a_missing_file(self):
        self.assert_fails(self.folder / "nowhere.txt", "OR0101")

    def test_a_pattern_that_matches_nothing(self):
        self.assert_fails(self.folder / "no-such-report-?.txt", "OR0101")

    def test_an_empty_file(self):
        self.assert_fails(self.write("empty.txt", ""), "OR0103")
        self.assert_fails(self.write("blank.txt", " \n\n\t\n"), "OR0103")

    def test_a_file_of_200_megabytes(self):
        path = self.write("huge.txt", "")
        with open(path, "r+b") as file:
            file.truncate(200 << 20)
        answer = self.assert_fails(path, "OR0104")
        self.assertIn("--max-bytes", answer.err)

    def test_one_line_of_50_megabytes(self):
        with open(self.folder / "line.txt", "wb") as file:
            for _ in range(50):
                file.write((b"word " * 209716)[:1 << 20])
        self.assert_fails(self.folder / "line.txt", "OR0104")

    def test_a_line_of_json_of_50_megabytes_does_not_stop_the_lines_after_it(self):
        path = self.folder / "lines.jsonl"
        with open(path, "wb") as file:
            file.write(json.dumps({"id": "first", "text": REPORT}).encode() + b"\n")
            file.write(b'{"id": "long", "text": "')
            for _ in range(50):
                file.write((b"word " * 209716)[:1 << 20])
            file.write(b'"}\n' + json.dumps({"id": "last", "text": REPORT}).encode() + b"\n")
        answer = self.read(path)
        self.assert_status(answer, 1)
        self.assertIn("OR0104", answer.err)
        self.assertIn("lines.jsonl:2", answer.err)
        self.assertEqual([r["report"]["id"] for r in answer.records], ["first", "last"])

    def test_the_budget_is_an_option(self):
        path = self.write("report.txt", REPORT + "More words here. " * 400)
        self.assert_fails(path, "OR0104", options=("--max-bytes", "2K"))
        self.assert_status(self.read(path, options=("--max-bytes", "1M")), 0)

    def test_bytes_of_zero(self):
        self.assert_fails(self.write("zeros.txt", b"\0" * 4096), "OR0105")
        answer = self.read(self.write("some-zeros.txt", REPORT.encode().replace(b"harbour", b"har\0bour")), self.good)
        if answer.status == 0:  # read with the zeros replaced and told, or refused: never passed on
            self.assertIn("some-zeros.txt", answer.err)
        else:
            self.assertIn("OR0105", answer.err)
        self.assertNotIn(b"\\u0000", answer.out)

    def test_bytes_that_are_no_utf8_are_replaced_and_told(self):
        path = self.write("bad-utf8.txt", "Señora Brook said – naïvely – that it was “open”. ".encode() * 20 + b"caf\xc3( \xff\xfe said.")
        answer = self.read(path, self.good)
        self.assert_status(answer, 0)
        self.assertEqual(len(answer.records), 2)
        self.assertIn("\ufffd", answer.records[0]["report"]["text"])
        self.assertRegex(answer.err, r"onrecord: warning: .*bad-utf8\.txt: \d+ bytes")

    def test_utf16_is_read_as_what_it_says(self):
        for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
            data = REPORT.replace("Okuta", "Ökuta").encode(encoding)
            if encoding != "utf-16":
                data = "\ufeff".encode(encoding) + data
            answer = self.read(self.write(f"{encoding}.txt", data))
            self.assert_status(answer, 0)
            self.assertIn("mayor of Ökuta, Ada Brook, said", answer.records[0]["report"]["text"])

    def test_a_binary(self):
        self.assert_fails(self.write("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 64), "OR0105")
        self.assert_fails(self.write("program", b"\x7fELF\x02\x01\x01" + os.urandom(20000)), "OR0105")

    def test_unbalanced_quotation_marks_by_the_thousand(self):
        for name, text in (("open.txt", "“He said " * 5000), ("straight.txt", "\"x said ' " * 5000),
                           ("close.txt", "said” " * 5000), ("paragraphs.txt", "“She said no.\n\n" * 2000)):
            answer = self.read(self.write(name, text), self.good)
            self.assertIn(answer.status, (0, 1), answer.err)
            self.assertIn("harbour", answer.records[-1]["report"]["text"])

    def test_html_nested_100000_deep(self):
        page = "<html><body>" + "<div>" * 100000 + "".join(f"<p>{p}</p>" for p in REPORT.split("\n\n")) + "</div>" * 100000
        answer = self.read(self.write("deep.html", page), self.good)
        self.assertIn(answer.status, (0, 1), answer.err)
        if answer.status == 1:
            self.assertRegex(answer.err, r"OR010[78] .*deep\.html")
        self.assertIn("harbour", answer.records[-1]["report"]["text"])

    def test_a_page_without_an_article(self):
        self.assert_fails(self.write("menu.html", "<html><body><nav><a href='/'>Home</a><a href='/x'>X</a></nav></body></html>"),
                          "OR010[38]")

    def test_broken_json_on_line_7(self):
        lines = [json.dumps({"id": f"r{k}", "text": REPORT}) for k in range(1, 11)]
        lines[6] = '{"id": "r7", "text": "no end'
        answer = self.assert_fails_in_lines(lines)
        self.assertEqual([r["report"]["id"] for r in answer.records], [f"r{k}" for k in range(1, 11) if k != 7])

    def test_json_that_is_no_report(self):
        for bad in ('[1, 2, 3]', '"text"', '{"id": "r7"}', '{"text": 5}', '{"text": ""}', "not json at all"):
            lines = [json.dumps({"id": f"r{k}", "text": REPORT}) for k in range(1, 9)]
            lines[6] = bad
            answer = self.assert_fails_in_lines(lines)
            self.assertEqual(len(answer.records), 7, bad)

    def assert_fails_in_lines(self, lines):
        answer = self.read(self.write("lines.jsonl", "\n".join(lines) + "\n"))
        self.assert_status(answer, 1)
        self.assertRegex(answer.err, r"(?m)^onrecord: error: OR010[36] .*lines\.jsonl:7: .*; \w+")
        return answer

    @unittest.skipUnless(shutil.which("setpriv"), "no setpriv here")
    def test_a_folder_and_a_file_without_permission(self):
        # Root may read everything; as root the program is run without that right.
        prefix = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
        if prefix and subprocess.run([*prefix, "true"], capture_output=True).returncode != 0:
            self.skipTest("this machine does not let root give up its rights")
        self.write("closed/a.txt", REPORT)
        secret = self.write("secret.txt", REPORT)
        os.chmod(self.folder / "closed", 0)
        os.chmod(secret, 0)
        try:
            self.assert_fails(self.folder / "closed", "OR0102", prefix=prefix)
            self.assert_fails(secret, "OR0102", prefix=prefix)
        finally:
            os.chmod(self.folder / "closed", 0o700)

    def test_a_thousand_failures_do_not_hide_the_one_success(self):
        lines = ["{"] * 1000 + [json.dumps({"id": "good", "text": REPORT})]
        answer = self.read(self.write("many.jsonl", "\n".join(lines)))
        self.assert_status(answer, 1)
        self.assertEqual(answer.err.count("OR0106"), 1000)
        self.assertEqual([r["report"]["id"] for r in answer.records], ["good"])


if __name__ == "__main__":
    unittest.main()
