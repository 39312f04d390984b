#include "ingest/dateline.h"

#include <re2/re2.h>

#include "ingest/dates.h"
#include "ingest/lexicon.h"
#include "ingest/patterns.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr size_t kLongest = 160;   // bytes of a dateline
constexpr size_t kShortestRest = 15;

// The parts of a dateline as patterns, put together once.
struct Grammar {
  std::string capitals = R"(\p{Lu}[\p{Lu}\p{M}'’.]+(?:-\p{Lu}[\p{Lu}\p{M}'’.]*)*)";
  std::string small = R"((?:de|del|da|do|di|du|des|la|le|les|el|al|of|the|and|sur|am|an|der|on|ye)[ -])";
  std::string mixed = R"(\p{Lu}[\p{L}\p{M}'’.]*(?:-[\p{L}\p{M}'’.]+)*)";
  std::string months;

  Grammar() {
    for (const auto& [month, number] : lexicon().months) {
      if (!months.empty()) months += '|';
      months += month;
    }
  }
  [[nodiscard]] std::string words(const std::string& word) const {
    return word + "(?:[ -](?:" + small + ")?" + word + "){0,4}";
  }
  [[nodiscard]] std::string place(const std::string& word) const {
    return words(word) + "(?:/" + words(word) + "){0,2}";
  }
  [[nodiscard]] std::string date() const {
    const std::string month = "(?i:" + months + R"()\.?)";
    return R"((?:\p{Lu}\pL+,? )?(?:)" + month + R"( \d{1,2}|\d{1,2}(?:st|nd|rd|th)? )" + month + R"()(?:,? \d{4})?)";
  }
  // Region or country behind the place, in commas or brackets.
  [[nodiscard]] std::string region() const {
    return R"((?: \()" + words(mixed) + R"(\))?(?:, )" + words(mixed) + "){0,2}";
  }
};

struct Patterns {
  // PLACE, Region, date (AGENCY) -     with every part but the place optional
  RE2 capitals;
  // Place (AGENCY) -  and  Place, date -      where the agency or the date shows that it is a dateline
  RE2 with_agency, with_date;
  // date (AGENCY) -  and  (AGENCY) -
  RE2 without_place;
  // PLACE:
  RE2 colon;
  // PLACE, date with a year, alone on its line
  RE2 whole_line;

  explicit Patterns(const Grammar& g)
      : capitals("^(" + g.place(g.capitals) + ")(?:" + g.region() + ")(?:,? (" + g.date() + "))?(?:,? " + kAgency +
                 ")?(?: \\(" + g.date() + "\\))?" + kDash),
        with_agency("^(" + g.place(g.mixed) + ")(?:" + g.region() + ")(?:,? (" + g.date() + "))?,? " + kAgency + kSign),
        with_date("^(" + g.place(g.mixed) + ")(?:" + g.region() + "),? (" + g.date() + ")" + kDash),
        without_place("^()(?:(" + g.date() + ") )?" + kAgency + kDash),
        colon("^(" + g.place(g.capitals) + "):\\s"),
        whole_line("^(" + g.place(g.capitals) + ")(?:" + g.region() + "),? (" + g.date() + ")" + R"((?:\s*[-–—:])?$)") {}

  static constexpr const char* kAgency = R"((?:\(([^()]{2,60})\)|/([^/]{2,40})/))";
  static constexpr const char* kDash = R"((?:\.?\s*(?:--|–|—|―)|\.? -)(?:\s|$))";
  static constexpr const char* kSign = R"((?:\.?\s*(?:--|–|—|―)|\.? -|[.:])(?:\s|$))";
};

const Patterns& patterns() {
  static const Patterns kPatterns{Grammar{}};
  return kPatterns;
}

bool rest_starts_sentence(std::string_view paragraph, size_t bytes) {
  const Span rest = trimmed(paragraph, {static_cast<uint32_t>(bytes), static_cast<uint32_t>(paragraph.size())});
  if (rest.size() < kShortestRest) return false;
  static const RE2 kOpening(R"(^["'“‘«„(\[]*[\p{Lu}\p{Lo}\p{Lt}\d$£€])");
  return RE2::PartialMatch(piece(rest.in(paragraph)), kOpening);
}

std::optional<Dateline> match(const RE2& pattern, std::string_view head) {
  std::string place;
  std::string date;
  std::string agency;
  std::string wire;
  re2::StringPiece groups[5];
  const int count = std::min(5, pattern.NumberOfCapturingGroups() + 1);
  if (!pattern.Match(piece(head), 0, head.size(), RE2::ANCHOR_START, groups, count)) return std::nullopt;
  Dateline found;
  const std::string_view whole = view(groups[0]);
  found.bytes = trimmed(whole, {0, static_cast<uint32_t>(whole.size())}).end;
  if (count > 1) found.place = view(groups[1]);
  if (count > 3) found.agency = view(groups[3]);
  if (count > 4 && found.agency.empty()) found.agency = view(groups[4]);
  if (const auto full = find_full_date(whole)) found.date = full->iso;
  return found;
}

// In "Brasília (March 2) —" the brackets hold a date and no agency.
void drop_what_is_no_agency(Dateline& found) {
  found.agency = found.agency.substr(0, found.agency.find(','));
  if (is_date_line(found.agency)) found.agency.clear();
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  const std::string_view head = paragraph.substr(0, kLongest);
  const size_t time = time_of_day_bytes(head);
  if (time > 0) {
    if (time == paragraph.size() || !rest_starts_sentence(paragraph, time)) return std::nullopt;
    return Dateline{.bytes = time, .place = {}, .agency = {}, .date = {}};
  }
  const Patterns& p = patterns();
  for (const RE2* pattern : {&p.capitals, &p.with_agency, &p.with_date, &p.without_place, &p.colon}) {
    auto found = match(*pattern, head);
    if (!found || !rest_starts_sentence(paragraph, found->bytes)) continue;
    if (lexicon().not_places.matches(fold(found->place))) continue;
    drop_what_is_no_agency(*found);
    return found;
  }
  return std::nullopt;
}

std::optional<Dateline> whole_line_dateline(std::string_view line) {
  if (line.size() > kLongest) return std::nullopt;
  return match(patterns().whole_line, line);
}

}  // namespace onrecord::ingest
