#include "knowledge/builder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "knowledge/base.h"
#include "knowledge/key_index.h"
#include "knowledge/layout.h"
#include "knowledge/names.h"
#include "knowledge/strings.h"
#include "knowledge/tables.h"
#include "knowledge/wikidata.h"

namespace onrecord::knowledge {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> table_in(const std::string& folder, std::string_view name) {
  for (const std::string_view ending : {".tsv", ".tsv.gz"}) {
    const fs::path path = fs::path(folder) / fmt::format("{}{}", name, ending);
    std::error_code ignored;
    if (fs::exists(path, ignored)) return path.string();
  }
  return std::nullopt;
}

ActorKind kind_of(std::string_view text) {
  for (const ActorKind kind : {ActorKind::kOrganisation, ActorKind::kState, ActorKind::kGroup, ActorKind::kPlace}) {
    if (name(kind) == text) return kind;
  }
  return ActorKind::kPerson;
}

Gender gender_of(std::string_view text) {
  return text == "f" ? Gender::kFemale : text == "m" ? Gender::kMale : Gender::kUnknown;
}

template <class Number>
Number number_of(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

class Builder {
 public:
  Result<Built> run(const std::vector<std::string>& inputs, const std::string& version) {
    for (const std::string& input : inputs) {
      std::error_code ignored;
      auto read = fs::is_regular_file(input, ignored) ? read_export(input) : read_folder(input);
      if (!read) return tl::unexpected(read.error());
    }
    number_entities();
    number_places();
    add_aliases();
    add_offices();
    add_tenures();
    add_memberships();
    add_codes();
    return write(version);
  }

 private:
  // The columns of each table; their order is that of the numbers below.
  struct Kind {
    std::string_view name;
    std::vector<std::string_view> columns;
    std::vector<Table> tables;
  };
  enum TableId : size_t { kEntity, kOffice, kTenure, kMembership, kPlace, kAlias, kCode };

  Result<void> read_folder(const std::string& folder) {
    bool any = false;
    for (Kind& kind : kinds_) {
      const auto path = table_in(folder, kind.name);
      if (!path) continue;
      any = true;
      auto table = Table::read(*path, kind.columns);
      if (!table) return tl::unexpected(table.error());
      kind.tables.push_back(std::move(*table));
    }
    if (any) return {};
    return fail(Code::kKnowledgeBadTable, "holds no table such as entity.tsv; give a folder with some", folder);
  }

  Result<void> read_export(const std::string& path) {
    auto tables = read_wikidata(path, "");
    if (!tables) return tl::unexpected(tables.error());
    const auto add = [&](TableId id, const std::string& text) -> Result<void> {
      auto table = Table::parse(text, path, kinds_[id].columns);
      if (!table) return tl::unexpected(table.error());
      kinds_[id].tables.push_back(std::move(*table));
      return {};
    };
    if (auto done = add(kEntity, tables->entity); !done) return done;
    if (auto done = add(kOffice, tables->office); !done) return done;
    return add(kTenure, tables->tenure);
  }

  // Calls visit(table, row) for all rows of a kind, in order.
  template <class Visit>
  void each(TableId id, const Visit& visit) {
    for (const Table& table : kinds_[id].tables) {
      for (size_t row = 0; row < table.rows(); ++row) visit(table, row);
    }
  }

  void leave_out(const Table& table, size_t row, std::string_view why) {
    built_.left_out.push_back(fmt::format("{}: {} {}: {}", table.path(), table.at(row, 0), table.at(row, 1), why));
  }

  // A day, month or year; `otherwise` when the field is empty, nothing when it is no date.
  static std::optional<Date> date_in(std::string_view text, bool end, Date otherwise) {
    return text.empty() ? std::optional(otherwise) : date_of(text, end);
  }

  // Of rows with one id the last counts.
  using Rows = std::map<std::string_view, std::pair<const Table*, size_t>>;
  Rows by_id(TableId id) {
    Rows rows;
    each(id, [&](const Table& table, size_t row) {
      if (!table.at(row, 0).empty()) rows[table.at(row, 0)] = {&table, row};
    });
    return rows;
  }

  void number_entities() {
    const Rows rows = by_id(kEntity);
    for (const auto& [id, at] : rows) entity_numbers_.emplace(id, static_cast<uint32_t>(entity_numbers_.size()));
    for (const auto& [id, at] : rows) {
      const auto& [table, row] = at;
      const auto from = date_in(table->at(row, 8), false, 0), to = date_in(table->at(row, 9), true, kOpen);
      EntityRow entity{};
      entity.id = strings_.add(id);
      entity.name = strings_.add(table->at(row, 3));
      entity.type = strings_.add(table->at(row, 2));
      entity.role = strings_.add(table->at(row, 5));
      entity.parent = entity_number(table->at(row, 7));
      entity.from = from.value_or(0);
      entity.to = to.value_or(kOpen);
      entity.country = packed_country(table->at(row, 4));
      entity.kind = static_cast<uint8_t>(kind_of(table->at(row, 1)));
      entity.gender = static_cast<uint8_t>(gender_of(table->at(row, 6)));
      if (!from || !to || entity.from > entity.to) leave_out(*table, row, "dates that make no sense were dropped");
      const auto number = static_cast<uint32_t>(entities_.size());
      entities_.push_back(entity);
      add_name(table->at(row, 3), {number, false, NameKind::kName});
      if (table->at(row, 1) == "state") state_names_[entity.country].push_back(name_key(table->at(row, 3)));
      if (table->at(row, 2) == "ministry") add_body(table->at(row, 3), table->at(row, 4), number);
    }
  }

  // "Ministry of Foreign Affairs of Russia": found by its state and fields, whatever its wording.
  void add_body(std::string_view name, std::string_view country, uint32_t number) {
    BodyRow body{};
    body.fields = words_.form(name, country).fields;
    body.entity = number;
    body.country = packed_country(country);
    if (body.fields != 0) bodies_.push_back(body);
  }

  void number_places() {
    for (const auto& [id, at] : by_id(kPlace)) {
      const auto& [table, row] = at;
      constexpr double kDegree = 10000;
      const double latitude = number_of<double>(table->at(row, 5)), longitude = number_of<double>(table->at(row, 6));
      if (std::abs(latitude) > 90 || std::abs(longitude) > 180) {
        leave_out(*table, row, "coordinates outside the world");
        continue;
      }
      PlaceRow place{};
      if (id.starts_with("gn:")) place.geonames = number_of<uint32_t>(id.substr(3));
      if (place.geonames == 0) place.id = strings_.add(id);
      place.name = strings_.add(table->at(row, 2));
      place.region = strings_.add(table->at(row, 4));
      place.type = strings_.add(table->at(row, 1));
      place.latitude = static_cast<int32_t>(std::lround(latitude * kDegree));
      place.longitude = static_cast<int32_t>(std::lround(longitude * kDegree));
      place.population = number_of<uint32_t>(table->at(row, 7));
      place.country = packed_country(table->at(row, 3));
      place.capital = table->at(row, 8) == "1" ? 1 : 0;
      const auto number = static_cast<uint32_t>(places_.size());
      place_numbers_.emplace(id, number);
      places_.push_back(place);
      index_.add_name(table->at(row, 2), {number, true, NameKind::kName});
    }
  }

  void add_name(std::string_view name, Match target) {
    if (entities_[target.number].kind == static_cast<uint8_t>(ActorKind::kPerson)) {
      index_.add_person_name(name, target.number);
    } else {
      index_.add_name(name, target);
    }
  }

  void add_aliases() {
    each(kAlias, [&](const Table& table, size_t row) {
      const std::string_view id = table.at(row, 0);
      if (const uint32_t entity = entity_number(id); entity != kNoRow) {
        add_name(table.at(row, 1), {entity, false, NameKind::kName});
        if (entities_[entity].kind == static_cast<uint8_t>(ActorKind::kState))
          state_names_[entities_[entity].country].push_back(name_key(table.at(row, 1)));
      } else if (const auto place = place_numbers_.find(id); place != place_numbers_.end()) {
        index_.add_name(table.at(row, 1), {place->second, true, NameKind::kName});
      } else {
        office_titles_[id] = table.at(row, 1);
      }
    });
  }

  void add_offices() {
    for (const auto& [id, at] : by_id(kOffice)) {
      const auto& [table, row] = at;
      const std::string_view title = table->at(row, 1), country = table->at(row, 2);
      OfficeForm form = words_.form(title, country);
      const auto other = office_titles_.find(id);
      if (form.rank == 0 && other != office_titles_.end()) form = words_.form(other->second, country);
      OfficeRow office{};
      office.fields = form.fields;
      office.id = strings_.add(id);
      office.title = strings_.add(title);
      office.role = strings_.add(table->at(row, 4));
      office.body = entity_number(table->at(row, 3));
      office.country = packed_country(country);
      office.rank = form.rank;
      if (office.body == kNoRow && words_.of_state(form.rank) && of_something_else(title, country))
        office.fields |= kSomethingElse;
      office_numbers_.emplace(id, static_cast<uint32_t>(offices_.size()));
      offices_.push_back(office);
    }
  }

  // "President of the Football Association": an office of neither the state nor a body that the tables have.
  [[nodiscard]] bool of_something_else(std::string_view title, std::string_view country) const {
    const std::string key = ' ' + name_key(title) + ' ';
    const size_t of = key.find(" of ");
    if (of == std::string::npos) return false;
    const std::string rest = key.substr(of + 3);
    const std::vector<std::string_view> words = words_of(rest);
    if (std::any_of(words.begin(), words.end(), [&](std::string_view word) { return words_.of_other(word); }))
      return true;
    static constexpr std::array<std::string_view, 9> kState{" the republic ", " state ",      " states ",
                                                            " union ",        " ministers ",  " council of ministers ",
                                                            " nation ",       " government ", " cabinet "};
    const bool bare = std::any_of(kState.begin(), kState.end(),
                                  [&](std::string_view state) { return rest.find(state) != std::string::npos; });
    if (bare || rest == " republic ") return false;
    if (words_.form(rest, country).fields != 0) return false;
    const auto names = state_names_.find(packed_country(country));
    if (names == state_names_.end()) return false;
    // "of Peru", "of the Italian Republic": a word of the title begins as the state's name does.
    constexpr size_t kStem = 4;
    return std::none_of(names->second.begin(), names->second.end(), [&](const std::string& name) {
      return name.size() >= kStem && rest.find(' ' + name.substr(0, kStem)) != std::string::npos;
    });
  }

  void add_tenures() {
    each(kTenure, [&](const Table& table, size_t row) {
      const auto office = office_numbers_.find(table.at(row, 1));
      TenureRow tenure{};
      tenure.person = entity_number(table.at(row, 0));
      if (tenure.person == kNoRow || office == office_numbers_.end())
        return leave_out(table, row, "person or office is in no table");
      const auto from = date_in(table.at(row, 2), false, 0), to = date_in(table.at(row, 3), true, kOpen);
      const auto as_of = date_in(table.at(row, 4), true, 0);
      if (!from || !to || !as_of) return leave_out(table, row, "a date is not of the form YYYY, YYYY-MM or YYYY-MM-DD");
      if (*from > *to) return leave_out(table, row, "ends before it begins");
      tenure.office = office->second;
      tenure.from = *from;
      tenure.to = *to;
      tenure.as_of = *to == kOpen ? *as_of : 0;
      tenure.source = strings_.add(table.at(row, 5));
      tenures_.push_back(tenure);
    });
    std::sort(tenures_.begin(), tenures_.end(), [](const TenureRow& a, const TenureRow& b) {
      return std::tie(a.person, a.from, a.office, a.to) < std::tie(b.person, b.from, b.office, b.to);
    });
    close_terms();
    tenures_by_country_.resize(tenures_.size());
    for (uint32_t k = 0; k < tenures_.size(); ++k) tenures_by_country_[k] = k;
    std::stable_sort(tenures_by_country_.begin(), tenures_by_country_.end(), [&](uint32_t a, uint32_t b) {
      const auto key = [&](uint32_t k) { return std::pair(offices_[tenures_[k].office].country, tenures_[k].from); };
      return key(a) < key(b);
    });
    std::stable_sort(bodies_.begin(), bodies_.end(),
                     [](const BodyRow& a, const BodyRow& b) { return a.country < b.country; });
  }

  // One source may know the end of a term that is open in another, which was made earlier.
  void close_terms() {
    for (size_t k = 0; k < tenures_.size(); ++k) {
      TenureRow& open = tenures_[k];
      if (open.to != kOpen) continue;
      const auto tells = [&](const TenureRow& other) {
        return other.to != kOpen && other.to >= open.from && (other.to >= open.as_of || open.as_of == 0) &&
               same_office(offices_[open.office], offices_[other.office]) && other.from <= months_after(open.from, 2) &&
               open.from <= months_after(other.from, 2);
      };
      size_t first = k, end = k + 1;
      while (first > 0 && tenures_[first - 1].person == open.person) --first;
      while (end < tenures_.size() && tenures_[end].person == open.person) ++end;
      for (size_t other = first; other < end && open.to == kOpen; ++other) {
        if (tells(tenures_[other])) open.to = tenures_[other].to;
      }
    }
  }

  static bool same_office(const OfficeRow& a, const OfficeRow& b) {
    const bool fields = a.fields == b.fields || (a.fields & b.fields) != 0;
    return a.rank != 0 && a.rank == b.rank && a.country == b.country && a.body == b.body && fields;
  }

  void add_memberships() {
    each(kMembership, [&](const Table& table, size_t row) {
      const uint32_t person = entity_number(table.at(row, 0));
      const auto from = date_in(table.at(row, 2), false, 0), to = date_in(table.at(row, 3), true, kOpen);
      const auto as_of = date_in(table.at(row, 4), true, 0);
      if (person == kNoRow || !from || !to || !as_of || *from > *to)
        return leave_out(table, row, "person in no table, or dates that make no sense");
      memberships_.push_back({person, *from, *to, *as_of, strings_.add(table.at(row, 1))});
    });
    std::sort(memberships_.begin(), memberships_.end(), [](const MembershipRow& a, const MembershipRow& b) {
      return std::tie(a.person, a.from, a.party) < std::tie(b.person, b.from, b.party);
    });
  }

  void add_codes() {
    each(kCode, [&](const Table& table, size_t row) {
      const uint32_t entity = entity_number(table.at(row, 0));
      const auto from = date_in(table.at(row, 3), false, 0), to = date_in(table.at(row, 4), true, kOpen);
      if (entity == kNoRow || !from || !to) return leave_out(table, row, "entity in no table, or no date");
      codes_.push_back({entity, strings_.add(table.at(row, 1)), strings_.add(table.at(row, 2)), *from, *to});
    });
    std::stable_sort(codes_.begin(), codes_.end(),
                     [](const CodeRow& a, const CodeRow& b) { return a.entity < b.entity; });
  }

  [[nodiscard]] uint64_t hash_of_tables() const {
    std::string all;
    for (const Kind& kind : kinds_) {
      for (const Table& table : kind.tables) all += table.text();
    }
    return hash_of_key(all);
  }

  [[nodiscard]] uint32_t entity_number(std::string_view id) const {
    const auto at = entity_numbers_.find(id);
    return at == entity_numbers_.end() ? kNoRow : at->second;
  }

  template <class Row>
  void put(SectionId id, const std::vector<Row>& rows) {
    put(id, {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row)});
  }
  void put(SectionId id, std::string_view bytes) {
    built_.bytes.resize((built_.bytes.size() + 7) / 8 * 8, '\0');
    header_.sections[id] = {built_.bytes.size(), bytes.size()};
    built_.bytes += bytes;
  }

  Result<Built> write(const std::string& version) {
    auto keys = index_.rows();
    if (!keys) return tl::unexpected(keys.error());
    header_.version = strings_.add(version.empty() ? fmt::format("kb-{:016x}", hash_of_tables()) : version);
    built_.bytes.assign(sizeof(Header), '\0');
    put(kStrings, strings_.bytes());
    put(kEntities, entities_);
    put(kPlaces, places_);
    put(kKeys, keys->keys);
    put(kFirstPosting, keys->first);
    put(kPostings, keys->postings);
    put(kOffices, offices_);
    put(kTenures, tenures_);
    put(kTenuresByCountry, tenures_by_country_);
    put(kBodies, bodies_);
    put(kMemberships, memberships_);
    put(kCodes, codes_);
    header_.bytes = built_.bytes.size();
    header_.checksum = hash_of_key(std::string_view(built_.bytes).substr(sizeof(Header)));
    std::memcpy(built_.bytes.data(), &header_, sizeof(Header));
    return std::move(built_);
  }

  std::vector<Kind> kinds_{
      {"entity", {"id", "kind", "type", "name", "country", "role", "gender", "parent", "from", "to"}, {}},
      {"office", {"id", "title", "country", "body", "role"}, {}},
      {"tenure", {"person", "office", "from", "to", "as_of", "source"}, {}},
      {"membership", {"person", "party", "from", "to", "as_of"}, {}},
      {"place", {"id", "type", "name", "country", "region", "lat", "lon", "population", "capital"}, {}},
      {"alias", {"entity", "alias"}, {}},
      {"code", {"entity", "scheme", "code", "from", "to"}, {}}};
  OfficeWords words_;
  Strings strings_;
  KeyIndex index_;
  std::unordered_map<std::string_view, uint32_t> entity_numbers_, place_numbers_, office_numbers_;
  std::unordered_map<uint16_t, std::vector<std::string>> state_names_;    // of each country
  std::unordered_map<std::string_view, std::string_view> office_titles_;  // another title of an office
  std::vector<EntityRow> entities_;
  std::vector<PlaceRow> places_;
  std::vector<OfficeRow> offices_;
  std::vector<TenureRow> tenures_;
  std::vector<uint32_t> tenures_by_country_;
  std::vector<BodyRow> bodies_;
  std::vector<MembershipRow> memberships_;
  std::vector<CodeRow> codes_;
  Header header_;
  Built built_;
};

}  // namespace

Result<Built> build(const std::vector<std::string>& inputs, const std::string& version) {
  return Builder().run(inputs, version);
}

}  // namespace onrecord::knowledge
