#include "ingest/document.h"

#include <algorithm>

namespace onrecord::ingest {

bool is_aside(BlockKind kind) {
  return kind == BlockKind::kCaption || kind == BlockKind::kCredit || kind == BlockKind::kByline ||
         kind == BlockKind::kSubheading || kind == BlockKind::kBoilerplate;
}

void OffsetMap::add(Span text, uint32_t input_begin, uint32_t input_end) {
  if (text.empty()) return;
  const bool copied = text.size() == input_end - input_begin;
  const uint32_t text_unit = copied ? 1 : text.size();
  const uint32_t input_unit = copied ? 1 : input_end - input_begin;
  if (!stretches_.empty()) {
    Stretch& last = stretches_.back();
    const uint32_t last_input_end =
        last.input_begin + (last.text_end - last.text_begin) / last.text_unit * last.input_unit;
    if (last.text_unit == text_unit && last.input_unit == input_unit && last.text_end == text.begin &&
        last_input_end == input_begin) {
      last.text_end = text.end;
      return;
    }
  }
  stretches_.push_back({text.begin, text.end, input_begin, text_unit, input_unit});
}

size_t OffsetMap::first_ending_after(uint32_t text_byte) const {
  const auto it = std::partition_point(stretches_.begin(), stretches_.end(),
                                       [&](const Stretch& s) { return s.text_end <= text_byte; });
  return static_cast<size_t>(it - stretches_.begin());
}

bool OffsetMap::to_input(Span text, uint64_t& begin, uint64_t& end) const {
  bool found = false;
  for (size_t i = first_ending_after(text.begin); i < stretches_.size(); ++i) {
    const Stretch& s = stretches_[i];
    if (s.text_begin >= text.end) break;
    const uint32_t from = (std::max(text.begin, s.text_begin) - s.text_begin) / s.text_unit;
    const uint32_t to = (std::min(text.end, s.text_end) - s.text_begin + s.text_unit - 1) / s.text_unit;
    const uint64_t source_begin = s.input_begin + uint64_t{from} * s.input_unit;
    const uint64_t source_end = s.input_begin + uint64_t{to} * s.input_unit;
    begin = found ? std::min(begin, source_begin) : source_begin;
    end = found ? std::max(end, source_end) : source_end;
    found = true;
  }
  return found;
}

OffsetMap OffsetMap::through(const OffsetMap& earlier) const {
  OffsetMap out;
  for (const Stretch& s : stretches_) out.add_through(earlier, s);
  return out;
}

// A copied stretch is cut where `earlier` changes its way; each changed piece maps as a whole.
void OffsetMap::add_through(const OffsetMap& earlier, const Stretch& s) {
  const bool copied = s.text_unit == 1 && s.input_unit == 1;
  const uint32_t pieces = (s.text_end - s.text_begin) / s.text_unit;
  if (!copied) {
    for (uint32_t k = 0; k < pieces; ++k) {
      const uint32_t middle = s.input_begin + k * s.input_unit;
      const uint32_t at = s.text_begin + k * s.text_unit;
      uint64_t begin = 0;
      uint64_t end = 0;
      if (!earlier.to_input({middle, middle + s.input_unit}, begin, end)) continue;
      add({at, at + s.text_unit}, static_cast<uint32_t>(begin), static_cast<uint32_t>(end));
    }
    return;
  }
  const uint32_t middle_end = s.input_begin + pieces;
  for (size_t i = earlier.first_ending_after(s.input_begin); i < earlier.stretches_.size(); ++i) {
    const Stretch& e = earlier.stretches_[i];
    uint32_t from = std::max(s.input_begin, e.text_begin);
    const uint32_t to = std::min(middle_end, e.text_end);
    if (from >= to) break;
    if (e.text_unit == 1 && e.input_unit == 1) {
      const uint32_t source = e.input_begin + (from - e.text_begin);
      add({s.text_begin + (from - s.input_begin), s.text_begin + (to - s.input_begin)}, source, source + (to - from));
      continue;
    }
    while (from < to) {
      const uint32_t unit = (from - e.text_begin) / e.text_unit;
      const uint32_t unit_end = std::min(to, e.text_begin + (unit + 1) * e.text_unit);
      const uint32_t source = e.input_begin + unit * e.input_unit;
      add({s.text_begin + (from - s.input_begin), s.text_begin + (unit_end - s.input_begin)}, source,
          source + e.input_unit);
      from = unit_end;
    }
  }
}

}  // namespace onrecord::ingest
