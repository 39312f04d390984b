#include "inputs.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "ingest/reader.h"

namespace onrecord::app {
namespace {

namespace fs = std::filesystem;

// count digits at `at`, as a number; false when they are not there.
bool read_digits(std::string_view text, size_t at, size_t count, unsigned& number) {
  if (text.size() < at + count) return false;
  number = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return true;
}

// "T18:20", "T18:20:05Z", "T18:20:05.5+01:00"
bool is_iso_time(std::string_view time) {
  unsigned hour = 0, minute = 0, second = 0;
  if (time.empty() || time[0] != 'T' || !read_digits(time, 1, 2, hour) || time.size() < 6 || time[3] != ':' ||
      !read_digits(time, 4, 2, minute)) {
    return false;
  }
  time.remove_prefix(6);
  if (!time.empty() && time[0] == ':') {
    if (!read_digits(time, 1, 2, second)) return false;
    time.remove_prefix(3);
    if (!time.empty() && time[0] == '.')
      time.remove_prefix(std::min(time.find_first_not_of("0123456789", 1), time.size()));
  }
  unsigned zone_hour = 0, zone_minute = 0;
  const bool zone = time.empty() || time == "Z" ||
                    (time.size() == 6 && (time[0] == '+' || time[0] == '-') && read_digits(time, 1, 2, zone_hour) &&
                     time[3] == ':' && read_digits(time, 4, 2, zone_minute));
  return zone && hour < 24 && minute < 60 && second <= 60 && zone_hour < 24 && zone_minute < 60;
}

}  // namespace

Source open_inputs(const std::vector<std::string>& inputs, KnownOfAll known, const Budget& budget,
                   const std::string& output) {
  ingest::ReaderOptions options;
  options.max_bytes = budget.max_bytes;
  if (output != "-") options.leave_out = output;
  auto reader = std::make_shared<ingest::Reader>(inputs, std::move(options));
  return [reader, known = std::move(known)]() {
    std::optional<Result<Input>> item = reader->next();
    if (item && *item) {
      if ((*item)->published.empty()) (*item)->published = known.date;
      if ((*item)->publisher.empty()) (*item)->publisher = known.publisher;
    }
    return item;
  };
}

std::optional<Error> names_an_input(const std::string& output, const std::vector<std::string>& inputs) {
  if (output.empty() || output == "-") return std::nullopt;
  for (const std::string& input : inputs) {
    std::error_code missing;
    if (fs::equivalent(input, output, missing)) {
      return Error{Code::kUsage, "is an input and would be overwritten; give --output another name", output};
    }
  }
  return std::nullopt;
}

bool is_iso_date(std::string_view date) {
  unsigned year = 0, month = 0, day = 0;
  if (!read_digits(date, 0, 4, year) || date.size() < 10 || date[4] != '-' || !read_digits(date, 5, 2, month) ||
      date[7] != '-' || !read_digits(date, 8, 2, day)) {
    return false;
  }
  const std::chrono::year_month_day read{std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                         std::chrono::day(day)};
  return read.ok() && (date.size() == 10 || is_iso_time(date.substr(10)));
}

}  // namespace onrecord::app
