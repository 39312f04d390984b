#pragma once
// How the compiled knowledge base lies in its file: a header, then sections of fixed-width rows, each at a multiple of
// 8 bytes. Little-endian, as the machines that it is built for. Private to this folder.

#include <array>
#include <cstdint>
#include <string_view>

namespace onrecord::knowledge {

inline constexpr std::array<char, 8> kMagic{'O', 'N', 'R', 'E', 'C', 'O', 'K', 'B'};
inline constexpr uint32_t kLayoutVersion = 1;

enum SectionId : uint32_t {
  kStrings,           // UTF-8, each ended by a NUL; offset 0 is the empty string
  kEntities,          // EntityRow, by id
  kPlaces,            // PlaceRow, by id
  kKeys,              // uint64_t: hashes of name keys, ascending
  kFirstPosting,      // uint32_t: of each key, and one past the last
  kPostings,          // Posting
  kOffices,           // OfficeRow, by id
  kTenures,           // TenureRow, by person and begin
  kTenuresByCountry,  // uint32_t: numbers of tenures, by country of the office and begin
  kBodies,            // BodyRow, by country: ministries, parliaments …
  kMemberships,       // MembershipRow, by person and begin
  kCodes,             // CodeRow, by entity
  kSections
};

struct Section {
  uint64_t begin = 0;  // bytes from the head of the file
  uint64_t bytes = 0;
};

struct Header {
  std::array<char, 8> magic = kMagic;
  uint32_t layout = kLayoutVersion;
  uint32_t version = 0;   // offset in kStrings: what the tables call themselves
  uint64_t bytes = 0;     // of the whole file
  uint64_t checksum = 0;  // of everything behind the header
  std::array<Section, kSections> sections{};
};

using StringOffset = uint32_t;
inline constexpr uint32_t kNoRow = UINT32_MAX;

struct EntityRow {
  StringOffset id, name, role, type;
  uint32_t parent;    // kNoRow
  uint32_t from, to;  // 0, kOpen
  uint16_t country;   // packed_country
  uint8_t kind;       // ActorKind
  uint8_t gender;     // Gender
};

struct PlaceRow {
  uint32_t geonames;  // 0 for a place with an id of our own
  StringOffset id;    // of such a place
  StringOffset name, region, type;
  int32_t latitude, longitude;  // 1/10,000 degree
  uint32_t population;
  uint16_t country;
  uint16_t capital;
};

// Which entity or place a name means, and what kind of name of it that is.
struct Posting {
  uint32_t target : 27;
  uint32_t place : 1;
  uint32_t kind : 4;  // NameKind
};

struct OfficeRow {
  uint64_t fields;
  StringOffset id, title, role;
  uint32_t body;  // number of an entity, kNoRow
  uint16_t country;
  uint8_t rank;
  uint8_t unused;
  uint32_t unused_too;
};

struct TenureRow {
  uint32_t person, office;
  uint32_t from, to;  // packed dates; to: kOpen while it lasts
  uint32_t as_of;     // of an open one: the last day that the source knows of
  StringOffset source;
};

struct BodyRow {
  uint64_t fields;
  uint32_t entity;
  uint16_t country;
  uint16_t unused;
};

struct MembershipRow {
  uint32_t person;
  uint32_t from, to, as_of;
  StringOffset party;  // its name as the source has it
};

struct CodeRow {
  uint32_t entity;
  StringOffset scheme, code;
  uint32_t from, to;
};

static_assert(sizeof(EntityRow) == 32 && sizeof(PlaceRow) == 36 && sizeof(Posting) == 4);
static_assert(sizeof(OfficeRow) == 32 && sizeof(TenureRow) == 24 && sizeof(BodyRow) == 16);

// "GBR" → 15 bits, 0 for none; anything but three capital letters is none.
[[nodiscard]] constexpr uint16_t packed_country(std::string_view code) {
  if (code.size() != 3) return 0;
  uint16_t packed = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    if (code[k] < 'A' || code[k] > 'Z') return 0;
    packed = static_cast<uint16_t>(packed << 5 | (code[k] - 'A' + 1));
  }
  return packed;
}

}  // namespace onrecord::knowledge
