#include "ingest/dateline.h"

#include <algorithm>

#include <re2/re2.h>

#include "ingest/dates.h"
#include "ingest/lexicon.h"
#include "ingest/patterns.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

constexpr size_t kLongest = 160;  // bytes of a dateline
constexpr size_t kShortestRest = 15;
constexpr int kMostPlaceWords = 5;
constexpr int kMostRegions = 2;  // "PORTLAND, Maine, USA"
constexpr size_t kLongestAgency = 60;

enum class Sign : uint8_t { kNone, kDash, kStop, kColon };

// Reads "PLACE/PLACE, Region, date (Agency) -" from left to right; every part but one may be missing.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::optional<Dateline> run() {
    read_places();
    read_rest_of_parts();
    read_sign();
    if (!is_dateline()) return std::nullopt;
    return result();
  }

  // The parts without a sign behind them, up to the end of the line.
  std::optional<Dateline> run_whole_line() {
    read_places();
    read_rest_of_parts();
    read_sign();
    if (place_.empty() || !capitals_ || !date_ || at_ != text_.size()) return std::nullopt;
    return result();
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  bool skip(std::string_view bytes) {
    if (!rest().starts_with(bytes)) return false;
    at_ += bytes.size();
    return true;
  }

  // Up to the next space or sign that ends a word; hyphens and stops belong to it ("AL-SALAM", "D.C.").
  [[nodiscard]] std::string_view word_at(size_t at) const {
    static constexpr std::string_view kEnds = " ,:;/()\t\n\"";
    size_t end = std::min(text_.find_first_of(kEnds, at), text_.size());
    for (const std::string_view dash : {"–", "—", "―", "--"}) end = std::min(end, text_.find(dash, at));
    return text_.substr(at, end - at);
  }

  // Words with capitals, small words of names between them; the end behind the last, or `at` when there are none.
  [[nodiscard]] size_t names_end(size_t at) const {
    size_t end = at;
    for (int words = 0; words < kMostPlaceWords; ++words) {
      std::string_view word = word_at(at);
      if (lexicon().particles.has_word(word) && words > 0 && text_.substr(at + word.size()).starts_with(' ')) {
        at += word.size() + 1;
        word = word_at(at);
      }
      if (word.empty() || !starts_with_capital(word)) break;
      end = at + word.size();
      if (!text_.substr(end).starts_with(' ')) break;
      at = end + 1;
    }
    return end;
  }

  void read_places() {
    if (read_date()) return;  // "Nov 8 (Meridian) -"
    do {
      const size_t end = names_end(at_);
      if (end == at_) break;
      at_ = end;
    } while (rest().starts_with('/') && starts_with_capital(word_at(at_ + 1)) && skip("/"));
    // The stop of "PARIS." belongs to the dateline's sign, that of "D.C." to the name.
    place_ = text_.substr(0, at_);
    const std::string_view last = place_.substr(place_.find_last_of(" /") + 1);
    if (last.ends_with('.') && last.find('.') == last.size() - 1 && last.size() > 3) place_ = text_.substr(0, --at_);
    capitals_ = characters(place_) > 1 && is_all_capitals(without_particles(place_));
  }

  static std::string without_particles(std::string_view place) {
    std::string out;
    for (const std::string_view word : split_words(place)) {
      if (!lexicon().particles.has_word(word)) out += word;
    }
    return out;
  }

  void read_rest_of_parts() {
    for (int regions = 0;;) {
      const size_t before = at_;
      skip(",");
      if (skip(" ") || at_ == 0) {
        if (!date_ && read_date()) continue;
        if (read_agency()) continue;
        const size_t end = names_end(at_);
        if (text_[before] == ',' && !date_ && regions < kMostRegions && end > at_) {
          ++regions;
          at_ = end;
          continue;
        }
      }
      at_ = before;
      return;
    }
  }

  bool read_date() {
    static const RE2 kDate(date_pattern(), RE2::Quiet);
    re2::StringPiece found;
    if (!RE2::PartialMatch(piece(rest()), kDate, &found)) return false;
    date_ = true;
    at_ += found.size();
    return true;
  }

  static std::string date_pattern() {
    std::string months;
    for (const auto& [month, number] : lexicon().months) {
      if (!months.empty()) months += '|';
      months += month;
    }
    return R"((?i)^((?:[a-z]+day,? )?(?:(?:)" + months + R"()\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? (?:)" + months +
           R"()\.?)\b(?:,? \d{4})?))";
  }

  // "(Meridian Wire)", "/Meridian/"; the last one counts, as in "BUEA (Cameroon), 3 Oct (APC) -".
  bool read_agency() {
    if (at_ >= text_.size() || (text_[at_] != '(' && text_[at_] != '/')) return false;
    const char close = text_[at_] == '(' ? ')' : '/';
    const size_t end = text_.find_first_of("()/", at_ + 1);
    if (end == std::string_view::npos || text_[end] != close || end - at_ > kLongestAgency || end - at_ < 3)
      return false;
    agency_ = text_.substr(at_ + 1, end - at_ - 1);
    bracket_ = true;
    at_ = end + 1;
    return true;
  }

  void read_sign() {
    const size_t before = at_;
    const bool stop = skip(".");
    skip(" ");
    for (const std::string_view dash : {"--", "–", "—", "―"}) {
      if (skip(dash)) {
        sign_ = Sign::kDash;
        return;
      }
    }
    if (at_ > before && rest().starts_with("-") && ends_word(at_ + 1) && skip("-")) {
      sign_ = Sign::kDash;
      return;
    }
    at_ = before;
    if (stop && ends_word(at_ + 1) && skip(".")) {
      sign_ = Sign::kStop;
    } else if (ends_word(at_ + 1) && skip(":")) {
      sign_ = Sign::kColon;
    }
  }

  [[nodiscard]] bool ends_word(size_t at) const { return at >= text_.size() || text_[at] == ' ' || text_[at] == '\n'; }

  [[nodiscard]] bool is_dateline() const {
    if (lexicon().not_places.matches(fold(place_))) return false;
    switch (sign_) {
      case Sign::kNone:
        return false;
      case Sign::kColon:  // "RAIPUR: The …"
        return capitals_ && !bracket_ && !date_ && at_ == place_.size() + 1;
      case Sign::kStop:  // "Lima (Agencia Sur). The …"
        return bracket_ && !place_.empty();
      case Sign::kDash:
        return bracket_ || (!place_.empty() && (capitals_ || date_));
    }
    return false;
  }

  [[nodiscard]] Dateline result() const {
    Dateline found{.bytes = at_, .place = std::string(place_), .agency = {}, .date = {}};
    // "(Meridian, translated from the French)"; in "(March 2)" stands no agency.
    if (!is_date_line(agency_)) found.agency = agency_.substr(0, agency_.find(','));
    if (const auto full = find_full_date(text_.substr(0, at_))) found.date = full->iso;
    return found;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string_view place_, agency_;
  bool capitals_ = false;
  bool date_ = false;
  bool bracket_ = false;
  Sign sign_ = Sign::kNone;
};

bool rest_starts_sentence(std::string_view paragraph, size_t bytes) {
  const Span rest = trimmed(paragraph, {static_cast<uint32_t>(bytes), static_cast<uint32_t>(paragraph.size())});
  if (rest.size() < kShortestRest) return false;
  static const RE2 kOpening(R"(^["'“‘«„(\[]*\s?[\p{Lu}\p{Lo}\p{Lt}\d$£€])", RE2::Quiet);
  return RE2::PartialMatch(piece(rest.in(paragraph).substr(0, 24)), kOpening);
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  const std::string_view head = paragraph.substr(0, kLongest);
  const size_t time = time_of_day_bytes(head);
  if (time > 0) {
    if (!rest_starts_sentence(paragraph, time)) return std::nullopt;
    return Dateline{.bytes = time, .place = {}, .agency = {}, .date = {}};
  }
  auto found = Parser(head).run();
  if (!found || !rest_starts_sentence(paragraph, found->bytes)) return std::nullopt;
  return found;
}

std::optional<Dateline> whole_line_dateline(std::string_view line) {
  if (line.size() > kLongest) return std::nullopt;
  return Parser(line).run_whole_line();
}

}  // namespace onrecord::ingest
