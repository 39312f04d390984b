#pragma once
// Names that are one actor's, wherever they stand in the report. Private to this folder.
//
//   - persons: full names first, then parts of them ("Ms Truss", "Sir Keir")
//   - states: under all their names, their seats and, where they act, their capitals
//   - bodies: by name, by initials, by an abbreviation in brackets ("the Ministry of Defence (MoD)"), without their
//   kind
//     ("Wagner" for "Wagner Group")
//
// Thread-safety: belongs to one reading of one report.

#include <string>
#include <unordered_map>

#include "actors/members.h"

namespace onrecord::actors {

class NameReferences {
 public:
  explicit NameReferences(Members& members) : members_(members) {}

  // Resolves all names but abbreviations of noun phrases, which wait for the phrase.
  void resolve_all();
  // True if the candidate is such an abbreviation; it is then resolved, if it can be.
  bool resolve_abbreviation(size_t candidate);

 private:
  void name_persons();
  void name_bodies();
  [[nodiscard]] std::optional<size_t> person_with_full_name(const std::vector<size_t>& among,
                                                            const PersonName& name) const;
  [[nodiscard]] std::optional<size_t> person_called(const std::vector<size_t>& among, const Candidate& candidate) const;
  [[nodiscard]] std::optional<size_t> known_as(size_t candidate) const;
  [[nodiscard]] std::optional<size_t> surname_of(const Candidate& candidate) const;
  [[nodiscard]] std::optional<size_t> body_called(const Candidate& candidate) const;
  [[nodiscard]] bool abbreviates_phrase(size_t candidate);

  Members& members_;
  std::unordered_map<std::string, size_t> abbreviated_;  // short name in brackets → candidate of the phrase before it
};

}  // namespace onrecord::actors
