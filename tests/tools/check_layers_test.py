"""The layer check finds what it should, and nothing else. Each test draws a small source tree and checks it."""
import tempfile
import unittest
from pathlib import Path

import check_layers


class CheckLayers(unittest.TestCase):
    def check(self, **files):
        """files: path with '__' for '/', ending by '_h' or '_cpp' → content."""
        with tempfile.TemporaryDirectory() as root:
            for name, content in files.items():
                path = Path(root, *name.split('__'))
                path = path.with_name('.'.join(path.name.rsplit('_', 1)))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content)
            return check_layers.check(root)

    def test_downward_includes_are_fine(self):
        faults, read = self.check(src__text__words_h='#include "base/span.h"\n#include <vector>\n#include "text/utf8.h"\n',
                                  src__engine__engine_cpp='#include "statements/statements.h"\n#include <unicode/uchar.h>\n')
        self.assertEqual((faults, read), ([], 2))

    def test_an_upward_include_is_named_with_file_and_line(self):
        faults, _ = self.check(src__base__file_cpp='#include "base/file.h"\n\n#  include "text/utf8.h"\n')
        self.assertEqual(len(faults), 1)
        self.assertTrue(faults[0].startswith('src/base/file.cpp:3:'), faults)

    def test_statements_and_events_never_see_each_other(self):
        faults, _ = self.check(src__statements__a_cpp='#include "events/b.h"\n', src__events__b_cpp='#include "statements/a.h"\n')
        self.assertEqual(len(faults), 2)

    def test_a_folder_without_a_place_is_refused(self):
        faults, _ = self.check(src__misc__a_cpp='')
        self.assertEqual(len(faults), 1)

    def test_ways_around_the_check_are_refused(self):
        for header in ('../text/utf8.h', 'src/text/utf8.h', 'base/../text/utf8.h', 'apps/onrecord/read.h'):
            faults, _ = self.check(src__base__a_cpp=f'#include "{header}"\n')
            self.assertEqual(len(faults), 1, header)

    def test_public_headers_include_only_each_other_and_the_standard_library(self):
        faults, _ = self.check(include__onrecord__engine_h='#include "onrecord/error.h"\n#include <memory>\n',
                               include__onrecord__error_h='#include <tl/expected.hpp>\n')
        self.assertEqual(faults, [])
        for header in ('"base/span.h"', '<tl/expected.hpp>', '<fmt/core.h>', '<unicode/uchar.h>', '<simdjson.h>'):
            faults, _ = self.check(include__onrecord__record_h=f'#include {header}\n')
            self.assertEqual(len(faults), 1, header)

    def test_an_include_in_a_comment_is_no_include(self):
        faults, _ = self.check(src__base__a_cpp='// #include "text/utf8.h"\n')
        self.assertEqual(faults, [])

    def test_an_empty_place_is_a_failure(self):
        with tempfile.TemporaryDirectory() as root:
            self.assertEqual(check_layers.main([root]), 1)


if __name__ == '__main__':
    unittest.main()
