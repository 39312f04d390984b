#pragma once
// Names → whom they mean, in the making: keys, their hashes, and the postings of each. Private to this folder.
// Thread-safety: a value.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/base.h"
#include "knowledge/layout.h"
#include "onrecord/error.h"

namespace onrecord::knowledge {

class KeyIndex {
 public:
  // A name as it is written. Capitals only, such as "IS", are an acronym.
  void add_name(std::string_view name, Match target);
  // Of a person besides: by first and last word, and by sound.
  void add_person_name(std::string_view name, uint32_t person);

  struct Rows {
    std::vector<uint64_t> keys;
    std::vector<uint32_t> first;
    std::vector<Posting> postings;
  };
  // Fails with kKnowledgeBadTable when two keys share a hash.
  [[nodiscard]] Result<Rows> rows() const;

 private:
  void add_key(const std::string& key, Match target);
  std::unordered_map<std::string, std::vector<Posting>> postings_;
};

}  // namespace onrecord::knowledge
