#include "knowledge/base.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "knowledge/builder.h"
#include "knowledge/people.h"

namespace onrecord::knowledge {
namespace {

namespace fs = std::filesystem;

// A folder of tables, gone when the test ends.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() /
              ("onrecord-kb-" + std::to_string(::getpid()) + "-" + std::to_string(count_++))) {
    fs::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string path(const std::string& name = "") const { return (path_ / name).string(); }

 private:
  static inline int count_ = 0;
  fs::path path_;
};

// An invented state, Ruritania, with the code RUR.
void write_ruritania(const Folder& folder) {
  folder.write("entity.tsv",
               "id\tkind\ttype\tname\tcountry\trole\tgender\tparent\n"
               "Q1\tperson\t\tAda Maria Brook\tRUR\t\tf\t\n"
               "Q2\tperson\t\tBo Lind\tRUR\t\tm\t\n"
               "Q3\tperson\t\tBo Lind\tSYL\t\tm\t\n"
               "own:mod\torganisation\tministry\tMinistry of Defence of Ruritania\tRUR\tGOV MIL\t\town:gov\n"
               "own:gov\torganisation\tgovernment\tGovernment of Ruritania\tRUR\tGOV\t\t\n"
               "own:is\tgroup\tarmed-group\tIron Shield\tRUR\tREB\t\t\n");
  folder.write("alias.tsv", "entity\talias\nown:is\tIS\nQ1\tAda Brook-Zelenskyy\n");
  folder.write("office.tsv",
               "id\ttitle\tcountry\tbody\trole\n"
               "o:pres\tPresident\tRUR\t\t\no:def\tMinister of National Defence\tRUR\t\t\no:mp\tMember of "
               "Parliament\tSYL\t\t\n");
  folder.write("tenure.tsv",
               "person\toffice\tfrom\tto\tas_of\tsource\n"
               "Q1\to:def\t2019-03-01\t\t2020-06-30\tx\n"
               "Q2\to:def\t2021-01\t2022-05-05\t\tx\n"
               "Q1\to:pres\t2021-02-02\t\t2023-12-31\tx\n"
               "Q3\to:mp\t2019\t2020\t\tx\n"
               "Q2\to:pres\t2010-01-01\t2009-01-01\t\tx\n"
               "Q9\to:pres\t2010-01-01\t\t\tx\n");
  folder.write("place.tsv",
               "id\ttype\tname\tcountry\tregion\tlat\tlon\tpopulation\tcapital\n"
               "gn:7\ttown\tStrelsau\tRUR\t\t50.1\t-14.25\t90000\t1\nown:x\tbase\tFort X\tRUR\t\t95\t0\t\t\n");
  folder.write("code.tsv", "entity\tscheme\tcode\tfrom\tto\nown:is\tCAMEO\tRURREBIRS\t2015\t\n");
}

KnowledgeBase ruritania(const Folder& folder) {
  write_ruritania(folder);
  const auto built = build({folder.path()}, "test");
  REQUIRE(built);
  folder.write("made.okb", built->bytes);
  auto base = KnowledgeBase::open(folder.path("made.okb"));
  REQUIRE(base);
  return std::move(*base);
}

std::string names(const KnowledgeBase& base, const std::vector<Held>& offices) {
  std::string out;
  for (const Held& held : offices)
    out +=
        std::string(base.entity(held.person).id) + ' ' + std::string(held.office.title) + (held.certain ? ";" : "?;");
  return out;
}

TEST_CASE("a base gives back what its tables say") {
  const Folder folder;
  const KnowledgeBase base = ruritania(folder);
  CHECK(base.version() == "test");
  CHECK(base.intact());
  const auto ada = base.entity_with_id("Q1");
  REQUIRE(ada);
  CHECK(base.entity(*ada).name == "Ada Maria Brook");
  CHECK(base.entity(*ada).gender == Gender::kFemale);
  CHECK(base.entity(*ada).country == "RUR");
  CHECK_FALSE(base.entity_with_id("Q4"));
  const auto ministry = base.entity_with_id("own:mod");
  REQUIRE(ministry);
  CHECK(base.entity(*base.entity(*ministry).parent).id == "own:gov");
  const auto found = base.find("Strelsau");
  REQUIRE(found.size() == 1);
  const Place place = base.place(found.front().number);
  CHECK(place.id == "gn:7");
  CHECK(place.latitude == doctest::Approx(50.1));
  CHECK(place.longitude == doctest::Approx(-14.25));
  CHECK(place.capital);
}

TEST_CASE("people are found by full name, by its ends and by sound") {
  const Folder folder;
  const KnowledgeBase base = ruritania(folder);
  CHECK(base.find("ada maria brook").front().kind == NameKind::kName);
  CHECK(base.find("Ada Brook").front().kind == NameKind::kShort);
  CHECK(base.find("Ada Brook-Zelensky").empty());
  CHECK(base.find("Ada Brook-Zelensky", true).front().kind == NameKind::kSound);
  CHECK(base.find("Brook").empty());
  CHECK(base.find("Bo Lind").size() == 2);
}

TEST_CASE("capitals count for acronyms") {
  const Folder folder;
  const KnowledgeBase base = ruritania(folder);
  CHECK(base.find("IS").size() == 1);
  CHECK(base.find("is").empty());
  CHECK(base.find("Is").empty());
  CHECK(base.code(base.find("IS").front().number, "CAMEO", 20200101) == "RURREBIRS");
  CHECK(base.code(base.find("IS").front().number, "CAMEO", 20140101).empty());
}

TEST_CASE("offices are told for the day") {
  const Folder folder;
  const KnowledgeBase base = ruritania(folder);
  const uint32_t ada = *base.entity_with_id("Q1");
  CHECK(base.held_by(ada, 20190228).empty());
  CHECK(names(base, base.held_by(ada, 20200101)) == "Q1 Minister of National Defence;");
  CHECK(names(base, base.held_by(ada, 20201231)) == "Q1 Minister of National Defence?;");  // after as_of
  CHECK(names(base, base.held_by(ada, 20210301)) == "Q1 President;");                      // followed as minister
  CHECK(names(base, base.held_by(ada, 20240601)) == "Q1 President?;");
  CHECK(base.held_by(ada, 20260101).empty());  // too long after as_of
}

TEST_CASE("the holder of an office is found by what it is called") {
  const Folder folder;
  const KnowledgeBase base = ruritania(folder);
  const auto holders = [&](const char* title, Date day) {
    return names(base, base.holders("RUR", base.words().form(title, "RUR"), day));
  };
  CHECK(holders("defence minister", 20200101) == "Q1 Minister of National Defence;");
  CHECK(holders("defense secretary", 20220101) == "Q2 Minister of National Defence;");
  CHECK(holders("defence minister", 20220506).empty());
  CHECK(holders("finance minister", 20200101).empty());
  CHECK(base.holders("", base.words().form("president", ""), 20220101).empty());
  CHECK(person_called(base, "Bo Lind", 20190601) == base.entity_with_id("Q3"));
  CHECK(person_called(base, "Bo Lind", 20220101) == base.entity_with_id("Q2"));
  CHECK_FALSE(person_called(base, "Cy Marsh", 20220101));
}

TEST_CASE("a body is found by its state and fields") {
  const Folder folder;
  const KnowledgeBase base = ruritania(folder);
  const uint64_t defence = base.words().form("defence", "").fields;
  REQUIRE(base.bodies("RUR", defence).size() == 1);
  CHECK(base.bodies("SYL", defence).empty());
}

TEST_CASE("rows that make no sense are left out and told of") {
  const Folder folder;
  write_ruritania(folder);
  const auto built = build({folder.path()}, "");
  REQUIRE(built);
  std::string all;
  for (const std::string& line : built->left_out) all += line + '\n';
  CHECK(built->left_out.size() == 3);
  CHECK(all.find("ends before it begins") != std::string::npos);
  CHECK(all.find("in no table") != std::string::npos);
  CHECK(all.find("outside the world") != std::string::npos);
}

TEST_CASE("the same tables give the same bytes, and a later folder mends an earlier one") {
  const Folder folder, other;
  write_ruritania(folder);
  const auto once = build({folder.path()}, ""), twice = build({folder.path()}, "");
  REQUIRE((once && twice));
  CHECK(once->bytes == twice->bytes);
  other.write("entity.tsv", "id\tkind\tname\tcountry\nQ1\tperson\tAda Stone\tSYL\n");
  const auto mended = build({folder.path(), other.path()}, "");
  REQUIRE(mended);
  folder.write("mended.okb", mended->bytes);
  const auto base = KnowledgeBase::open(folder.path("mended.okb"));
  REQUIRE(base);
  CHECK(base->entity(*base->entity_with_id("Q1")).name == "Ada Stone");
}

TEST_CASE("what is no knowledge base is refused with a code") {
  const Folder folder;
  write_ruritania(folder);
  const auto built = build({folder.path()}, "");
  REQUIRE(built);
  const auto code = [&](const std::string& bytes) {
    folder.write("bad.okb", bytes);
    const auto base = KnowledgeBase::open(folder.path("bad.okb"));
    return base ? Code::kUsage : base.error().code;
  };
  CHECK(KnowledgeBase::open(folder.path("none.okb")).error().code == Code::kKnowledgeMissing);
  CHECK(code("") == Code::kKnowledgeDamaged);
  CHECK(code("hello") == Code::kKnowledgeDamaged);
  CHECK(code(built->bytes.substr(0, built->bytes.size() / 2)) == Code::kKnowledgeDamaged);
  std::string foreign = built->bytes;
  foreign[8] = 99;
  CHECK(code(foreign) == Code::kKnowledgeForeign);
  std::string changed = built->bytes;
  changed.back() = static_cast<char>(changed.back() + 1);
  folder.write("changed.okb", changed);
  CHECK_FALSE(KnowledgeBase::open(folder.path("changed.okb"))->intact());
}

TEST_CASE("no bytes behind a sound header can lead a look-up out of the file") {
  const Folder folder;
  write_ruritania(folder);
  const auto built = build({folder.path()}, "");
  REQUIRE(built);
  uint32_t random = 1;
  for (int round = 0; round < 300; ++round) {
    std::string bytes = built->bytes;
    for (int k = 0; k < 40; ++k) {
      random = random * 1664525U + 1013904223U;
      bytes[sizeof(Header) + random % (bytes.size() - sizeof(Header))] = static_cast<char>(random >> 24);
    }
    folder.write("random.okb", bytes);
    const auto base = KnowledgeBase::open(folder.path("random.okb"));
    if (!base) continue;
    for (const char* name : {"Ada Brook", "Bo Lind", "Strelsau", "IS"}) {
      for (const Match& match : base->find(name, true)) {
        if (match.place) {
          static_cast<void>(base->place(match.number));
        } else {
          static_cast<void>(base->entity(match.number));
          static_cast<void>(base->held_by(match.number, 20200101));
        }
      }
    }
    static_cast<void>(base->holders("RUR", base->words().form("president", ""), 20220101));
    static_cast<void>(base->entity_with_id("Q1"));
  }
}

TEST_CASE("a result of the Wikidata Query Service is taken as it was saved") {
  const Folder folder;
  write_ruritania(folder);
  folder.write(
      "query.tsv",
      "?person\t?personLabel\t?position\t?positionLabel\t?country\t?start\t?end\n"
      "<http://www.wikidata.org/entity/Q77>\t\"Cy Marsh\"@en\t<http://www.wikidata.org/entity/Q5>\t"
      "\"Minister of Health\"@en\t\"RUR\"\t\"2020-01-02T00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>\t"
      "\"2022-03-04T00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>\n");
  const auto built = build({folder.path(), folder.path("query.tsv")}, "");
  REQUIRE(built);
  folder.write("made.okb", built->bytes);
  const auto base = KnowledgeBase::open(folder.path("made.okb"));
  REQUIRE(base);
  CHECK(names(*base, base->holders("RUR", base->words().form("health minister", "RUR"), 20210101)) ==
        "Q77 Minister of Health;");
  CHECK(base->held_by(*base->entity_with_id("Q77"), 20220305).empty());
  folder.write("empty.tsv", "a\tb\n1\t2\n");
  CHECK(build({folder.path("empty.tsv")}, "").error().code == Code::kKnowledgeBadTable);
}

TEST_CASE("tables that cannot be understood are refused with their line") {
  const Folder folder;
  CHECK(build({folder.path()}, "").error().code == Code::kKnowledgeBadTable);
  folder.write("entity.tsv", "id\tkind\nQ1\tperson\ttoo many\n");
  const auto built = build({folder.path()}, "");
  REQUIRE_FALSE(built);
  CHECK(built.error().code == Code::kKnowledgeBadTable);
  CHECK(built.error().input.ends_with("entity.tsv:2"));
}

}  // namespace
}  // namespace onrecord::knowledge
