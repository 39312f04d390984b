#include "knowledge/base.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "knowledge/names.h"

namespace onrecord::knowledge {
namespace {

std::string country_text(uint16_t packed) {
  if (packed == 0) return {};
  std::string code(3, 'A');
  for (size_t k = 3; k-- > 0; packed = static_cast<uint16_t>(packed >> 5))
    code[k] = static_cast<char>('A' + (packed & 31) - 1);
  return code;
}

// The day lies in the very year or month in which a term begins or ends, and the source says no more than that.
bool on_vague_edge(Date edge, Date day) {
  constexpr uint32_t kYear = 10000, kMonth = 100;
  const uint32_t month = edge / kMonth % kMonth, of_month = edge % kMonth;
  if (month == 0 || month > 12) return edge / kYear == day / kYear;
  return (of_month == 0 || of_month > 31) && edge / kMonth == day / kMonth;
}

// A name in capitals counts only where the report has it so: "WHO" is a body, "who" is none.
bool has_small_letter(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

uint64_t hash_of_key(std::string_view key) {
  uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a, then the finisher of SplitMix64, which spreads short keys evenly
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ hash >> 27) * 0x94D049BB133111EBULL;
  return hash ^ hash >> 31;
}

Result<KnowledgeBase> KnowledgeBase::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) {
    return fail(Code::kKnowledgeMissing,
                "no knowledge base there (" + file.error().message + "); make one with `onrecord kb build`", path);
  }
  KnowledgeBase base(std::move(*file));
  if (auto fine = base.check(path); !fine) return tl::unexpected(fine.error());
  return base;
}

const Header& KnowledgeBase::header() const {
  return *reinterpret_cast<const Header*>(file_.bytes().data());
}

template <class Row>
std::span<const Row> KnowledgeBase::rows(SectionId section) const {
  const Section& at = header().sections[section];
  return {reinterpret_cast<const Row*>(file_.bytes().data() + at.begin), at.bytes / sizeof(Row)};
}

Result<void> KnowledgeBase::check(const std::string& path) const {
  const std::string_view bytes = file_.bytes();
  const auto damaged = [&] {
    return fail(Code::kKnowledgeDamaged, "is no whole knowledge base; make it again with `onrecord kb build`", path);
  };
  if (bytes.size() < sizeof(Header) || std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) return damaged();
  if (header().layout != kLayoutVersion) {
    return fail(Code::kKnowledgeForeign,
                fmt::format("has layout {}, this program reads {}; make it again with `onrecord kb build`",
                            header().layout, kLayoutVersion),
                path);
  }
  if (header().bytes != bytes.size()) return damaged();
  for (const Section& section : header().sections) {
    if (section.begin % 8 != 0 || section.begin > bytes.size() || section.bytes > bytes.size() - section.begin)
      return damaged();
  }
  const Section& strings = header().sections[kStrings];
  const bool ended = strings.bytes > 0 && bytes[strings.begin + strings.bytes - 1] == '\0';
  const bool one_more = rows<uint32_t>(kFirstPosting).size() == rows<uint64_t>(kKeys).size() + 1;
  if (!ended || !one_more) return damaged();
  return {};
}

bool KnowledgeBase::intact() const {
  return hash_of_key(file_.bytes().substr(sizeof(Header))) == header().checksum;
}

std::string_view KnowledgeBase::string(StringOffset offset) const {
  const std::span<const char> all = rows<char>(kStrings);
  return offset < all.size() ? std::string_view(all.data() + offset) : std::string_view();
}

// Hashes are spread evenly, so a key lies near where its value says.
void KnowledgeBase::add_matches(std::string_view key, std::vector<Match>& out) const {
  const std::span<const uint64_t> keys = rows<uint64_t>(kKeys);
  if (keys.empty()) return;
  const uint64_t hash = hash_of_key(key);
  size_t at = static_cast<size_t>((static_cast<unsigned __int128>(hash) * keys.size()) >> 64);
  while (at > 0 && keys[at] > hash) --at;
  while (at < keys.size() && keys[at] < hash) ++at;
  if (at == keys.size() || keys[at] != hash) return;
  const std::span<const uint32_t> first = rows<uint32_t>(kFirstPosting);
  const std::span<const Posting> postings = rows<Posting>(kPostings);
  for (uint32_t k = first[at]; k < first[at + 1] && k < postings.size(); ++k)
    out.push_back({postings[k].target, postings[k].place != 0, static_cast<NameKind>(postings[k].kind)});
}

std::vector<Match> KnowledgeBase::find(std::string_view name, bool by_sound) const {
  std::vector<Match> found;
  const std::string key = name_key(name);
  if (key.empty()) return found;
  add_matches(key, found);
  if (has_small_letter(name)) std::erase_if(found, [](const Match& one) { return one.kind == NameKind::kAcronym; });
  if (by_sound) add_matches('~' + sound_key(key), found);
  return found;
}

size_t KnowledgeBase::entities() const {
  return rows<EntityRow>(kEntities).size();
}
size_t KnowledgeBase::places() const {
  return rows<PlaceRow>(kPlaces).size();
}
size_t KnowledgeBase::tenures() const {
  return rows<TenureRow>(kTenures).size();
}

Entity KnowledgeBase::entity(uint32_t number) const {
  const std::span<const EntityRow> all = rows<EntityRow>(kEntities);
  if (number >= all.size()) return {};
  const EntityRow& row = all[number];
  Entity entity;
  entity.id = string(row.id);
  entity.name = string(row.name);
  entity.type = string(row.type);
  entity.role = string(row.role);
  entity.country = country_text(row.country);
  entity.kind = static_cast<ActorKind>(row.kind);
  entity.gender = static_cast<Gender>(row.gender);
  if (row.parent != kNoRow) entity.parent = row.parent;
  entity.from = row.from;
  entity.to = row.to;
  return entity;
}

Place KnowledgeBase::place(uint32_t number) const {
  constexpr double kDegree = 10000;
  const std::span<const PlaceRow> all = rows<PlaceRow>(kPlaces);
  if (number >= all.size()) return {};
  const PlaceRow& row = all[number];
  Place place;
  place.id = row.geonames != 0 ? fmt::format("gn:{}", row.geonames) : std::string(string(row.id));
  place.geonames = row.geonames;
  place.name = string(row.name);
  place.region = string(row.region);
  place.type = string(row.type);
  place.country = country_text(row.country);
  place.latitude = row.latitude / kDegree;
  place.longitude = row.longitude / kDegree;
  place.population = row.population;
  place.capital = row.capital != 0;
  return place;
}

std::optional<uint32_t> KnowledgeBase::entity_with_id(std::string_view id) const {
  const std::span<const EntityRow> all = rows<EntityRow>(kEntities);
  const auto at = std::lower_bound(all.begin(), all.end(), id,
                                   [&](const EntityRow& row, std::string_view text) { return string(row.id) < text; });
  if (at == all.end() || string(at->id) != id) return std::nullopt;
  return static_cast<uint32_t>(at - all.begin());
}

Office KnowledgeBase::office(uint32_t number) const {
  const std::span<const OfficeRow> all = rows<OfficeRow>(kOffices);
  if (number >= all.size()) return {};
  const OfficeRow& row = all[number];
  Office office;
  office.id = string(row.id);
  office.title = string(row.title);
  office.role = string(row.role);
  office.country = country_text(row.country);
  office.form = {row.rank, row.fields};
  if (row.body != kNoRow) office.body = row.body;
  return office;
}

Held KnowledgeBase::held(const TenureRow& row, Date day) const {
  const bool open = row.to == kOpen && row.as_of != 0 && day > row.as_of;
  const bool certain = !open && !on_vague_edge(row.from, day) && (row.to == kOpen || !on_vague_edge(row.to, day));
  return {row.person, office(row.office), row.from, row.to, row.as_of, string(row.source), certain};
}

template <class Row, class Key>
std::span<const Row> KnowledgeBase::rows_of(SectionId section, Key Row::*field, Key wanted) const {
  const std::span<const Row> all = rows<Row>(section);
  const auto first = std::partition_point(all.begin(), all.end(), [&](const Row& row) { return row.*field < wanted; });
  const auto end = std::find_if(first, all.end(), [&](const Row& row) { return row.*field != wanted; });
  return {first, end};
}

std::vector<Held> KnowledgeBase::offices_of(uint32_t person) const {
  std::vector<Held> out;
  for (const TenureRow& row : rows_of(kTenures, &TenureRow::person, person)) out.push_back(held(row, 0));
  return out;
}

template <class Visit>
void KnowledgeBase::visit_country(uint16_t country, const Visit& visit) const {
  const std::span<const TenureRow> all = rows<TenureRow>(kTenures);
  const std::span<const OfficeRow> offices = rows<OfficeRow>(kOffices);
  const std::span<const uint32_t> order = rows<uint32_t>(kTenuresByCountry);
  const auto country_of = [&](uint32_t k) -> uint16_t {
    return k < all.size() && all[k].office < offices.size() ? offices[all[k].office].country : uint16_t{0};
  };
  auto at = std::lower_bound(order.begin(), order.end(), country,
                             [&](uint32_t k, uint16_t wanted) { return country_of(k) < wanted; });
  for (; at != order.end() && country_of(*at) == country; ++at) {
    if (*at < all.size() && all[*at].office < offices.size()) visit(all[*at], offices[all[*at].office]);
  }
}

// Somebody else took the same office after this term's source last knew of it, and by that day.
bool KnowledgeBase::followed(const TenureRow& row, Date day) const {
  if (row.office >= rows<OfficeRow>(kOffices).size()) return false;
  const OfficeRow& own = rows<OfficeRow>(kOffices)[row.office];
  if (!words_.single({own.rank, own.fields})) return false;
  bool found = false;
  visit_country(own.country, [&](const TenureRow& other, const OfficeRow& office) {
    found = found || (other.person != row.person && office.rank == own.rank && office.fields == own.fields &&
                      office.body == own.body && other.from > row.from && other.from <= day &&
                      (other.to == kOpen || other.to >= row.as_of));
  });
  return found;
}

// The term covers the day; if its source has it open, nobody is known to have come after, and the source is not too
// old.
bool KnowledgeBase::covers(const TenureRow& row, Date day) const {
  if (row.from > day || row.to < day) return false;
  if (row.to != kOpen) return true;
  return !followed(row, day) && (row.as_of == 0 || day <= months_after(row.as_of, kTrustedMonths));
}

std::vector<Held> KnowledgeBase::held_by(uint32_t person, Date day) const {
  std::vector<Held> out;
  for (const TenureRow& row : rows_of(kTenures, &TenureRow::person, person)) {
    if (covers(row, day)) out.push_back(held(row, day));
  }
  // Ranks are listed from the highest; of one rank the latest comes first.
  std::stable_sort(out.begin(), out.end(), [](const Held& a, const Held& b) {
    if (a.office.form.rank != b.office.form.rank) return a.office.form.rank - 1U < b.office.form.rank - 1U;
    return a.from > b.from;
  });
  return out;
}

// Certain ones if there are any.
template <class Wanted>
std::vector<Held> KnowledgeBase::surest(std::string_view country, Date day, const Wanted& wanted) const {
  std::vector<Held> found;
  visit_country(packed_country(country), [&](const TenureRow& row, const OfficeRow& office) {
    if (wanted(office) && covers(row, day)) found.push_back(held(row, day));
  });
  const auto certain = [](const Held& one) { return one.certain; };
  if (std::any_of(found.begin(), found.end(), certain)) std::erase_if(found, std::not_fn(certain));
  return found;
}

std::vector<Held> KnowledgeBase::holders(std::string_view country, const OfficeForm& said, Date day) const {
  return surest(country, day, [&](const OfficeRow& office) {
    const bool of_body = office.body != kNoRow && words_.of_state(office.rank);  // a region, or one of two governments
    return !of_body && may_be_called({office.rank, office.fields}, said);
  });
}

std::vector<Held> KnowledgeBase::holders_in(uint32_t body, Date day) const {
  return surest(entity(body).country, day, [&](const OfficeRow& office) { return office.body == body; });
}

std::vector<Held> KnowledgeBase::high_offices(std::string_view country, Date day) const {
  std::vector<Held> out;
  visit_country(packed_country(country), [&](const TenureRow& row, const OfficeRow& office) {
    const bool high = words_.of_state(office.rank) || words_.single({office.rank, office.fields});
    if (high && covers(row, day)) out.push_back(held(row, day));
  });
  return out;
}

std::vector<Held> KnowledgeBase::lately_leading(std::string_view country, Date day) const {
  constexpr Date kYears = 10000;
  std::vector<Held> out;
  visit_country(packed_country(country), [&](const TenureRow& row, const OfficeRow& office) {
    if (row.to < day && row.to + kLatelyYears * kYears > day && office.body == kNoRow &&
        words_.leads_state(office.rank))
      out.push_back(held(row, day));
  });
  return out;
}

std::vector<std::string_view> KnowledgeBase::parties_of(uint32_t person, Date day) const {
  std::vector<std::string_view> out;
  for (const MembershipRow& row : rows_of(kMemberships, &MembershipRow::person, person)) {
    if (row.from <= day && day <= row.to) out.push_back(string(row.party));
  }
  return out;
}

std::vector<uint32_t> KnowledgeBase::bodies(std::string_view country, uint64_t fields) const {
  std::vector<uint32_t> out;
  for (const BodyRow& row : rows_of(kBodies, &BodyRow::country, packed_country(country))) {
    if (row.fields == fields) out.push_back(row.entity);
  }
  return out;
}

std::string_view KnowledgeBase::code(uint32_t entity, std::string_view scheme, Date day) const {
  for (const CodeRow& row : rows_of(kCodes, &CodeRow::entity, entity)) {
    if (string(row.scheme) == scheme && row.from <= day && day <= row.to) return string(row.code);
  }
  return {};
}

}  // namespace onrecord::knowledge
