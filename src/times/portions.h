#pragma once
// Parts of a time: "early June", "the end of the year", "later this week". Thread-safety: pure function.

#include <optional>

#include "times/calendar.h"

namespace onrecord::times {

// Early, middle and late are thirds: of a month ten days each, of a year four months, of a decade four years, three and
// three; of a week Monday to Wednesday, Wednesday to Thursday, Thursday to Sunday. Start and end are the outermost day
// of a week or month, month of a season or year, year of a decade. Earlier and later are the part before and after now,
// and the whole when now is not in it. A day has no parts.
[[nodiscard]] Days portion_of(const Days& whole, Portion portion, std::optional<Day> now);

}  // namespace onrecord::times
