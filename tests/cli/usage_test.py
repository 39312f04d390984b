"""What needs no model: help, wrong use, a model that is missing or broken, the tokens command."""
import json
import shutil
import unittest

from support import MODEL, REPORT, SHIPPED_MODEL, CommandLineTest, needs_model, onrecord

COMMANDS = ["read", "why", "parse", "tokens", "model"]


class Usage(CommandLineTest):
    def test_version_is_told_from_any_folder_without_environment(self):
        answer = onrecord("--version", env={}, cwd="/")
        self.assert_status(answer, 0)
        self.assertRegex(answer.out.decode(), r"^onrecord \d+\.\d+\.\d+\n$")

    def test_help_reads_like_a_manual(self):
        for command in [[], *[[c] for c in COMMANDS]]:
            answer = onrecord(*command, "--help")
            self.assert_status(answer, 0)
            text = answer.out.decode()
            for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS"):
                self.assertIn(f"{section}\n    ", text, command)
            self.assertLessEqual(max(map(len, text.splitlines())), 80, command)
            self.assertEqual(answer.err, "")

    def test_help_of_read_names_every_option_with_its_meaning(self):
        text = onrecord("read", "--help").out.decode()
        for option in ("--format FORMAT", "--output FILE", "--date DATE", "--publisher NAME", "--model FOLDER",
                       "--threads N", "--max-bytes SIZE", "--color, --colour WHEN", "--stats"):
            self.assertRegex(text, rf"(?m)^    (-\w, )?{option}\n        \w")
        for section in ("FORMATS", "EXIT STATUS", "EXAMPLES"):
            self.assertIn(section, text)

    def test_the_main_help_lists_the_commands(self):
        text = onrecord("--help").out.decode()
        for command in COMMANDS:
            self.assertIn(f"\n    {command}\n", text)

    def test_wrong_use_ends_with_2_and_says_where_help_is(self):
        for arguments in (["read"], ["read", "--format", "xml", "x"], ["read", "--threads", "0", "x"],
                          ["read", "--threads", "many", "x"], ["read", "--nonsense", "x"], ["read", "--max-bytes", "-3", "x"],
                          ["read", "--date", "yesterday", "x"], ["read", "--date", "2026-02-30", "x"],
                          ["read", "--color", "mauve", "x"], ["read", "--cue-threshold", "2", "x"], ["why"],
                          ["why", "x", "--statement", "s1", "--words", "said"], ["why", "x", "--date", "yesterday"], ["nonsense"]):
            answer = onrecord(*arguments)
            self.assert_status(answer, 2)
            self.assertIn("OR0001", answer.err, arguments)
            self.assertIn("--help", answer.err, arguments)
            self.assertEqual(answer.out, b"")

    def test_no_command_at_all_prints_the_help(self):
        answer = onrecord()
        self.assert_status(answer, 2)
        self.assertIn("SYNOPSIS", answer.out.decode())

    def test_a_missing_model_stops_the_program_before_it_reads(self):
        report = self.write("a.txt", REPORT)
        for command in ("read", "parse", "model"):
            arguments = [command, "--model", self.folder / "nowhere"] + ([report] if command != "model" else [])
            answer = onrecord(*arguments)
            self.assert_status(answer, 2)
            self.assertIn("OR0201", answer.err)
            self.assertIn("--model", answer.err)

    def test_a_broken_manifest_and_a_foreign_one_are_told_apart(self):
        report = self.write("a.txt", REPORT)
        self.write("broken/manifest.json", "{\"schema\": ")
        answer = onrecord("read", "--model", self.folder / "broken", report)
        self.assert_status(answer, 2)
        self.assertIn("OR0202", answer.err)
        self.write("foreign/manifest.json", "{\"schema\": \"somebody-elses/7\"}")
        answer = onrecord("read", "--model", self.folder / "foreign", report)
        self.assert_status(answer, 2)
        self.assertIn("OR0203", answer.err)


@needs_model
class Model(CommandLineTest):
    def test_the_model_tells_its_version_and_that_its_files_are_whole(self):
        answer = onrecord("model")
        self.assert_status(answer, 0)
        text = answer.out.decode()
        self.assertRegex(text, r"(?m)^model +\S+$")
        self.assertRegex(text, r"(?m)^file +encoder\.bin +\d+ bytes +whole$")

    def test_a_model_with_a_damaged_or_missing_file_is_refused_by_name(self):
        report = self.write("a.txt", REPORT)
        for name, damage, code in (("reader.bin", lambda p: p.write_bytes(p.read_bytes()[:-100]), "OR0202"),
                                   ("encoder.xml", lambda p: p.write_bytes(p.read_bytes().replace(b"a", b"b", 1)), "OR0202"),
                                   ("vocab.txt", lambda p: p.unlink(), "OR0201")):
            copy = self.folder / f"model-{name}"
            shutil.copytree(MODEL or SHIPPED_MODEL, copy)
            damage(copy / name)
            answer = onrecord("read", "--model", copy, report)
            self.assert_status(answer, 2)
            self.assertIn(code, answer.err)
            self.assertIn(name, answer.err)
            self.assertEqual(answer.out, b"")


class Tokens(CommandLineTest):
    def test_words_come_with_sentences_and_quotation_states(self):
        text = "“No,” she said. She left."
        answer = onrecord("tokens", stdin=json.dumps({"id": "a", "text": text}).encode() + b"\n")
        self.assert_status(answer, 0)
        line = json.loads(answer.out)
        self.assertEqual([text[b:e] for b, e in line["words"]],
                         ["“", "No", ",", "”", "she", "said", ".", "She", "left", "."])
        self.assertEqual(line["sentence"], [0] * 7 + [1] * 3)
        self.assertEqual(len(line["quote"]), 10)


if __name__ == "__main__":
    unittest.main()
