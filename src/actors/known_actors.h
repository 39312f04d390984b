#pragma once
// Joins the members of a report's cast to the knowledge base: who they are, what office they held that day, and who is
// meant by an office alone. Private to this folder.
//
// Thread-safety: belongs to one reading of one report.

#include <string_view>
#include <unordered_map>

#include "actors/identities.h"
#include "actors/members.h"

namespace onrecord::actors {

class KnownActors {
 public:
  KnownActors(Members& members, const Identities& identities) : members_(members), identities_(identities) {}

  // All members that have a name; two of one identity become one.
  void identify_names();
  // One that came later.
  void identify(size_t member);
  // "the French president": joins the candidate to the one who held that office of that state; false when nobody is known.
  bool resolve_office(size_t candidate, std::string_view country);

 private:
  [[nodiscard]] std::optional<Identity> identity_of(size_t member) const;
  void take(size_t member, Identity identity);
  void know_person(Member& member) const;

  Members& members_;
  const Identities& identities_;
  std::unordered_map<uint32_t, size_t> member_of_;  // of each entity that was found
};

}  // namespace onrecord::actors
