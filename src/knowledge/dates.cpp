#include "knowledge/dates.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace onrecord::knowledge {
namespace {

std::optional<uint32_t> number(std::string_view digits) {
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Date> date_of(std::string_view text, bool end) {
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ')) text = text.substr(0, 10);
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = text.size() > 4 ? number(text.substr(5, 2)) : std::optional(end ? 99U : 0U);
  const auto day = text.size() > 7 ? number(text.substr(8, 2)) : std::optional(end ? 99U : 0U);
  if (!year || !month || !day) return std::nullopt;
  if (text.size() > 4 && (*month < 1 || *month > 12)) return std::nullopt;
  if (text.size() > 7 && (*day < 1 || *day > 31)) return std::nullopt;
  return *year * 10000 + *month * 100 + *day;
}

std::string text_of(Date date) {
  if (date == 0 || date == kOpen) return {};
  const uint32_t year = date / 10000, month = date / 100 % 100, day = date % 100;
  if (month == 0 || month == 99) return fmt::format("{:04}", year);
  if (day == 0 || day == 99) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

Date months_after(Date date, unsigned months) {
  const uint32_t month = std::clamp(date / 100 % 100, 1U, 12U);
  const uint32_t count = date / 10000 * 12 + month + months - 1;
  return count / 12 * 10000 + (count % 12 + 1) * 100 + date % 100;
}

}  // namespace onrecord::knowledge
