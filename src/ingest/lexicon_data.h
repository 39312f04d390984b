#pragma once
// The word tables as the build embedded them (embed_lexicons.cmake): "agencies" is data/lexicons/ingest-agencies.txt.

#include <span>
#include <string_view>

namespace onrecord::ingest {

struct EmbeddedTable {
  std::string_view name;
  std::string_view text;
};

[[nodiscard]] std::span<const EmbeddedTable> embedded_tables();

}  // namespace onrecord::ingest
