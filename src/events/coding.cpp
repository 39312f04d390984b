#include "events/coding.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/tables.h"
#include "base/with_name.h"
#include "events/tables.inc"

namespace onrecord::events {
namespace {

constexpr std::string_view kNoMode = "none";
constexpr float kHasContext = 0.5F;

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

size_t best(const std::vector<float>& scores) {
  return static_cast<size_t>(std::ranges::max_element(scores) - scores.begin());
}

// The likeliest of some classes, of which there is at least one.
size_t best_of(const std::vector<float>& scores, const std::vector<size_t>& classes) {
  return *std::ranges::max_element(classes, {}, [&](size_t k) { return scores[k]; });
}

template <class Enum>
Enum chosen(const std::vector<float>& scores, const std::vector<Enum>& classes, std::string_view field,
            std::vector<roles::Evidence>& evidence) {
  const size_t top = best(scores);
  for (size_t k = 0; k < scores.size(); ++k) {
    const float probability = std::exp(scores[k]);
    if (k == top || probability >= roles::kWorthTelling)
      evidence.push_back({field, "class head", probability, k == top, std::string(name(classes[k])), {}});
  }
  return classes[top];
}

}  // namespace

Coding::Coding(const encoder::Manifest& manifest)
    : types_(with_names(manifest.event_types, EventType::kAssault)),
      statuses_(with_names(manifest.statuses, Status::kNegated)),
      news_roles_(with_names(manifest.news_roles, NewsRole::kComment)),
      modes_(manifest.modes),
      cameo_(manifest.cameo),
      contexts_(manifest.contexts) {
  for (const std::string_view line : lines_of(kPloverTable)) {
    const std::vector<std::string_view> fields = fields_of(line, '|');
    const auto type = with_name(fields[0], EventType::kAssault);
    if (!type || fields.size() < 4) continue;
    Type& of = of_type_[static_cast<size_t>(*type)];
    of.quad = static_cast<int>(number(fields[1]));
    of.intensity = number(fields[2]);
    const auto prefixes = parts_of(fields[3], ' ');
    for (size_t k = 0; k < cameo_.size(); ++k) {
      if (std::ranges::any_of(prefixes, [&](std::string_view prefix) { return cameo_[k].starts_with(prefix); }))
        of.codes.push_back(k);
    }
    const std::string own = std::string(fields[0]) + ':';
    for (size_t k = 0; k < modes_.size(); ++k) {
      if (modes_[k] == kNoMode || modes_[k].starts_with(own)) of.modes.push_back(k);
    }
    if (fields.size() < 5) continue;
    for (const std::string_view part : parts_of(fields[4], ';')) {
      const size_t space = part.find(' ');
      of.of_modes.emplace_back(part.substr(0, space), number(part.substr(space + 1)));
    }
  }
}

Code Coding::code_of(const Reading& reading, std::vector<roles::Evidence>& evidence) const {
  Code code;
  code.type = chosen(reading.event_type, types_, "type", evidence);
  const Type& of = of_type_[static_cast<size_t>(code.type)];
  code.quad = of.quad;
  code.intensity = of.intensity;
  if (!of.modes.empty()) {
    const size_t mode = best_of(reading.mode, of.modes);
    if (modes_[mode] != kNoMode) code.mode = modes_[mode].substr(modes_[mode].find(':') + 1);
    evidence.push_back({"mode", "class head", std::exp(reading.mode[mode]), true, modes_[mode], {}});
    for (const auto& [name, intensity] : of.of_modes) {
      if (name == code.mode) code.intensity = intensity;
    }
  }
  if (!of.codes.empty()) {
    const size_t cameo = best_of(reading.cameo, of.codes);
    code.cameo = cameo_[cameo];
    evidence.push_back({"cameo", "class head", std::exp(reading.cameo[cameo]), true, code.cameo, {}});
  }
  for (size_t k = 0; k < contexts_.size(); ++k) {
    if (reading.contexts[k] >= kHasContext) code.contexts.push_back(contexts_[k]);
  }
  return code;
}

Status Coding::status_of(const Reading& reading, std::vector<roles::Evidence>& evidence) const {
  return chosen(reading.status, statuses_, "status", evidence);
}

NewsRole Coding::news_role_of(const Reading& reading, std::vector<roles::Evidence>& evidence) const {
  return chosen(reading.news_role, news_roles_, "news_role", evidence);
}

}  // namespace onrecord::events
