#pragma once
// The knowledge base: people, offices and who held them when, states, bodies and places, in one file that is mapped,
// not read, so that opening costs nothing and every thread and process shares it.
//
//   auto base = KnowledgeBase::open("knowledge.okb");
//   for (const Match& match : base->find("Liz Truss"))             // who is called so
//     for (const Held& held : base->held_by(match.number, 20220215))  // and what they were on that day
//       … held.office.title, held.from
//
// Names are looked up by a hash of 64 bits of their key: the file holds no keys. That two names of the base share one
// is refused when it is built; that a name outside the base hits one has the odds of 1 in 10^13.
//
// Lifetime: views point into the map; keep the base alive. Thread-safety: immutable.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "knowledge/dates.h"
#include "knowledge/layout.h"
#include "knowledge/office.h"
#include "onrecord/error.h"
#include "onrecord/record.h"

namespace onrecord::knowledge {

enum class Gender : uint8_t { kUnknown, kFemale, kMale };

// How a name names: in full, by its first and last word, in capitals that count, or by its sound only.
enum class NameKind : uint8_t { kName, kShort, kAcronym, kSound };

struct Match {
  uint32_t number = 0;  // of an entity or a place
  bool place = false;
  NameKind kind = NameKind::kName;
};

struct Entity {
  std::string_view id, name, type, role;  // type: "ministry", "party" …; role: PLOVER sectors
  std::string country;                    // ISO 3166 alpha-3, or empty
  ActorKind kind = ActorKind::kPerson;
  Gender gender = Gender::kUnknown;
  std::optional<uint32_t> parent;
  Date from = 0, to = kOpen;
};

struct Place {
  std::string id;  // "gn:2643743"
  uint32_t geonames = 0;
  std::string_view name, region, type;  // type: "town", "region", "strait" …
  std::string country;
  double latitude = 0, longitude = 0;
  uint32_t population = 0;
  bool capital = false;
};

struct Office {
  std::string_view id, title, role;
  std::string country;
  OfficeForm form;
  std::optional<uint32_t> body;
};

struct Held {
  uint32_t person = 0;
  Office office;
  Date from = 0, to = kOpen, as_of = 0;
  std::string_view source;
  bool certain =
      true;  // false: open in a source that ends before that day, or begun or ended in its very month or year
};

class KnowledgeBase {
 public:
  // Fails with kKnowledgeMissing, kKnowledgeDamaged (cut off, or not such a file), kKnowledgeForeign (another layout).
  [[nodiscard]] static Result<KnowledgeBase> open(const std::string& path);

  [[nodiscard]] std::string_view version() const { return string(header().version); }
  // False when the bytes are not those that were built. Reads the whole file.
  [[nodiscard]] bool intact() const;

  // The words of titles; immutable, as the base is.
  [[nodiscard]] const OfficeWords& words() const { return words_; }

  // All that are called so; by_sound adds those whose name only sounds like it.
  [[nodiscard]] std::vector<Match> find(std::string_view name, bool by_sound = false) const;

  [[nodiscard]] size_t entities() const;
  [[nodiscard]] size_t places() const;
  [[nodiscard]] size_t tenures() const;
  [[nodiscard]] Entity entity(uint32_t number) const;
  [[nodiscard]] Place place(uint32_t number) const;
  [[nodiscard]] std::optional<uint32_t> entity_with_id(std::string_view id) const;

  // All offices that a person ever held, by begin.
  [[nodiscard]] std::vector<Held> offices_of(uint32_t person) const;
  // Those held on that day, the highest first; an open one whose source ended before counts, uncertain, for
  // kTrustedMonths unless somebody else is known to have come after.
  [[nodiscard]] std::vector<Held> held_by(uint32_t person, Date day) const;
  // Who held an office of that state on that day that may be called so; certain ones if there are any.
  [[nodiscard]] std::vector<Held> holders(std::string_view country, const OfficeForm& said, Date day) const;
  // Whoever held an office of that state itself, or led its parliament, forces or opposition, on that day.
  [[nodiscard]] std::vector<Held> high_offices(std::string_view country, Date day) const;
  // Those who led that state within kLatelyYears before that day, and do no more.
  [[nodiscard]] std::vector<Held> lately_leading(std::string_view country, Date day) const;
  // Whoever held any office of that body on that day; certain ones if there are any.
  [[nodiscard]] std::vector<Held> holders_in(uint32_t body, Date day) const;
  // Parties by name, as far as known, on that day.
  [[nodiscard]] std::vector<std::string_view> parties_of(uint32_t person, Date day) const;
  // Ministries and the like of a state with exactly these fields.
  [[nodiscard]] std::vector<uint32_t> bodies(std::string_view country, uint64_t fields) const;
  // The code of that scheme on that day; empty when there is none.
  [[nodiscard]] std::string_view code(uint32_t entity, std::string_view scheme, Date day) const;

  static constexpr unsigned kTrustedMonths = 18;
  static constexpr unsigned kLatelyYears = 3;

 private:
  explicit KnowledgeBase(MappedFile file) : file_(std::move(file)) {}
  [[nodiscard]] const Header& header() const;
  [[nodiscard]] std::string_view string(StringOffset offset) const;
  template <class Row>
  [[nodiscard]] std::span<const Row> rows(SectionId section) const;
  // Those of a section, ordered by that field, in which it has that value.
  template <class Row, class Key>
  [[nodiscard]] std::span<const Row> rows_of(SectionId section, Key Row::*field, Key wanted) const;
  [[nodiscard]] Result<void> check(const std::string& path) const;
  void add_matches(std::string_view key, std::vector<Match>& out) const;
  [[nodiscard]] Office office(uint32_t number) const;
  [[nodiscard]] Held held(const TenureRow& row, Date day) const;
  [[nodiscard]] bool covers(const TenureRow& row, Date day) const;
  template <class Wanted>
  [[nodiscard]] std::vector<Held> surest(std::string_view country, Date day, const Wanted& wanted) const;
  [[nodiscard]] bool followed(const TenureRow& row, Date day) const;
  template <class Visit>
  void visit_country(uint16_t country, const Visit& visit) const;

  MappedFile file_;
  OfficeWords words_;
};

[[nodiscard]] uint64_t hash_of_key(std::string_view key);

}  // namespace onrecord::knowledge
