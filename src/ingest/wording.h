#pragma once
// What a line looks like: its words, its final stop, whether it is made of names. Thread-safety: pure functions.

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord::ingest {

// The span without white space (of any script) at its ends.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

[[nodiscard]] uint32_t characters(std::string_view text);

// The words between white space, as they stand.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

// Ends as a sentence does, quotation marks and brackets behind the stop aside. The stop of an abbreviation at the end
// of a headline ("… in the U.S.") is none.
[[nodiscard]] bool ends_in_stop(std::string_view text);

[[nodiscard]] bool starts_with_capital(std::string_view word);
[[nodiscard]] bool is_all_capitals(std::string_view text);  // has letters, none of them small

// Every word begins with a capital, or is a small word of names ("de", "al", "and"): "Jane Doe and Ada de la Roe".
[[nodiscard]] bool is_name_like(std::string_view text);

[[nodiscard]] bool starts_with_bullet(std::string_view line);  // "• ", "- ", "* ", "1. ", "(a) "
[[nodiscard]] bool starts_with_number(std::string_view line);  // "1. ", "2) "

}  // namespace onrecord::ingest
