#pragma once
// Dates as the knowledge base keeps them: year, month and day packed as 20220215, so that numbers compare as dates do.
// What a source does not say is 00 at a term's begin and 99 at its end: "2021" begins at 20210000 and ends at 20219999.
//
// Thread-safety: pure functions.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord::knowledge {

using Date = uint32_t;
inline constexpr Date kOpen = UINT32_MAX;  // an end that has not come yet

// "2022-02-15", "2022-02", "2022", also with a time behind it; nothing for anything else.
[[nodiscard]] std::optional<Date> date_of(std::string_view text, bool end);

// "2022-02" for 20220200 and 20220299; empty for 0 and kOpen.
[[nodiscard]] std::string text_of(Date date);

// That many months later, the day kept: 20221215 + 3 = 20230315.
[[nodiscard]] Date months_after(Date date, unsigned months);

}  // namespace onrecord::knowledge
