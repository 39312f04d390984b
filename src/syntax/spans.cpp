#include "syntax/spans.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace onrecord::syntax {
namespace {

// Types of the names (training/labels.py) and of the mentions (those of re3d).
std::optional<EntityType> type_of(std::string_view label) {
  static constexpr std::pair<std::string_view, EntityType> kTypes[] = {
      {"PERSON", EntityType::kPerson},     {"ORGANISATION", EntityType::kOrganisation},
      {"GPE", EntityType::kGpe},           {"LOCATION", EntityType::kLocation},
      {"FACILITY", EntityType::kFacility}, {"NORP", EntityType::kNorp},
      {"EVENT", EntityType::kEvent},       {"WORK", EntityType::kWork},
      {"PRODUCT", EntityType::kProduct},   {"DATE", EntityType::kDate},
      {"TIME", EntityType::kTime},         {"MONEY", EntityType::kMoney},
      {"QUANTITY", EntityType::kQuantity}, {"NUMBER", EntityType::kNumber},
      {"Person", EntityType::kPerson},     {"Organisation", EntityType::kOrganisation},
      {"Location", EntityType::kLocation}, {"Nationality", EntityType::kNorp},
      {"Temporal", EntityType::kDate},     {"Quantity", EntityType::kQuantity},
      {"Money", EntityType::kMoney},       {"MilitaryPlatform", EntityType::kProduct},
      {"Weapon", EntityType::kProduct},    {"DocumentReference", EntityType::kWork},
  };
  for (const auto& [name, type] : kTypes) {
    if (label == name) return type;
  }
  return std::nullopt;
}

}  // namespace

Result<SpanDecoder> SpanDecoder::make(const std::vector<std::string>& labels) {
  SpanDecoder out;
  for (const std::string& label : labels) {
    Label one;
    if (!out.labels_.empty()) {
      const auto type = type_of(std::string_view(label).substr(std::min<size_t>(2, label.size())));
      if (!type)
        return fail(Code::kModelForeign, "this program does not know the label \"" + label + "\" of the model");
      one.type = *type;
      one.inside = label[0] == 'I';
      const auto begin = std::find_if(labels.begin(), labels.end(), [&](const std::string& other) {
        return other.size() == label.size() && other[0] == 'B' && other.compare(1, label.size(), label, 1) == 0;
      });
      if (begin == labels.end())
        return fail(Code::kModelForeign, "the model has a label \"" + label + "\" but none to begin it");
      one.begin = static_cast<size_t>(begin - labels.begin());
    }
    out.labels_.push_back(one);
  }
  if (out.labels_.empty()) return fail(Code::kModelForeign, "the model has an empty list of labels");
  return out;
}

std::vector<size_t> SpanDecoder::best_labels(std::span<const float> log_probabilities) const {
  const size_t count = labels_.size(), words = log_probabilities.size() / count;
  std::vector<size_t> from(words * count);  // the label before
  std::vector<double> score(count), next(count);
  for (size_t word = 0; word < words; ++word) {
    const size_t best = static_cast<size_t>(std::max_element(score.begin(), score.end()) - score.begin());
    for (size_t label = 0; label < count; ++label) {
      size_t before = best;
      if (labels_[label].inside) before = score[label] > score[labels_[label].begin] ? label : labels_[label].begin;
      const bool never = word == 0 && labels_[label].inside;
      next[label] =
          (never ? -std::numeric_limits<double>::infinity() : score[before]) + log_probabilities[word * count + label];
      from[word * count + label] = before;
    }
    std::swap(score, next);
  }
  std::vector<size_t> out(words);
  size_t label = static_cast<size_t>(std::max_element(score.begin(), score.end()) - score.begin());
  for (size_t word = words; word-- > 0;) {
    out[word] = label;
    label = from[word * count + label];
  }
  return out;
}

void SpanDecoder::decode(std::span<const float> log_probabilities, uint32_t first_word,
                         std::vector<Entity>& out) const {
  const std::vector<size_t> labels = best_labels(log_probabilities);
  for (size_t begin = 0; begin < labels.size();) {
    if (labels[begin] == 0) {
      ++begin;
      continue;
    }
    size_t end = begin;
    double sum = 0;
    do {
      sum += log_probabilities[end * labels_.size() + labels[end]];
      ++end;
    } while (end < labels.size() && labels_[labels[end]].inside);
    const auto size = static_cast<double>(end - begin);
    out.push_back({first_word + static_cast<uint32_t>(begin), first_word + static_cast<uint32_t>(end),
                   labels_[labels[begin]].type, static_cast<float>(std::exp(sum / size)),
                   static_cast<uint16_t>(labels[begin])});
    begin = end;
  }
}

}  // namespace onrecord::syntax
