#include "syntax/lemma.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace onrecord;
using namespace onrecord::syntax;
namespace fs = std::filesystem;

namespace {

const std::string kLexicon = ONRECORD_SOURCE_DIR "/data/lexicons/lemma-irregular.tsv";
const std::vector<std::string> kScripts = {"0:0:", "1:0:", "0:1:", "0:3:y", "0:3:e",
                                           "2:1:", "3:0:", "=be",  "0:9:",  "1:1:"};
enum : size_t { kLower, kAsIs, kDropS, kIesToY, kIngToE, kNameDropS, kUpper, kBe, kDropNine, kAsIsDropS };

Lemmatiser lemmatiser() {
  auto made = Lemmatiser::open(kScripts, kLexicon);
  REQUIRE(made);
  return std::move(*made);
}

// A folder with two lexicons that lives as long as the test.
class Lexicons {
 public:
  Lexicons(const std::string& irregular, const std::string& endings)
      : folder_(fs::temp_directory_path() / ("onrecord-lexicons-" + std::to_string(std::random_device{}()))) {
    fs::create_directory(folder_);
    std::ofstream(irregular_path()) << irregular;
    std::ofstream(endings_path()) << endings;
  }
  Lexicons(const Lexicons&) = delete;
  Lexicons& operator=(const Lexicons&) = delete;
  ~Lexicons() { fs::remove_all(folder_); }
  [[nodiscard]] std::string irregular_path() const { return (folder_ / "lemma-irregular.tsv").string(); }
  [[nodiscard]] std::string endings_path() const { return (folder_ / "lemma-endings.tsv").string(); }

 private:
  fs::path folder_;
};

}  // namespace

TEST_CASE("regular forms follow the network's script") {
  const auto l = lemmatiser();
  CHECK(l.lemma("ministers", "NOUN", "-", kDropS) == "minister");
  CHECK(l.lemma("Ministers", "NOUN", "-", kDropS) == "minister");
  CHECK(l.lemma("allies", "NOUN", "-", kIesToY) == "ally");
  CHECK(l.lemma("Urging", "VERB", "-", kIngToE) == "urge");
  CHECK(l.lemma("McCall", "PROPN", "-", kAsIs) == "McCall");
  CHECK(l.lemma("Tigers", "PROPN", "-", kNameDropS) == "Tiger");
  CHECK(l.lemma("iPods", "PROPN", "-", kAsIsDropS) == "iPod");
  CHECK(l.lemma("nato", "PROPN", "-", kUpper) == "NATO");
  CHECK(l.lemma("Élus", "NOUN", "-", kDropS) == "élu");
  CHECK(l.lemma("ÉLUS", "PROPN", "-", kNameDropS) == "Élu");
}

TEST_CASE("irregular forms come from the lexicon, whatever the script says") {
  const auto l = lemmatiser();
  CHECK(l.lemma("said", "VERB", "-", kLower) == "say");
  CHECK(l.lemma("Withdrew", "VERB", "-", kDropS) == "withdraw");
  CHECK(l.lemma("spokeswomen", "NOUN", "-", kLower) == "spokeswoman");
  CHECK(l.lemma("crises", "NOUN", "-", kDropS) == "crisis");
  CHECK(l.lemma("worst", "ADJ", "-", kLower) == "bad");
  CHECK(l.lemma("them", "PRON", "-", kLower) == "they");
  CHECK(l.lemma("WAS", "AUX", "-", kLower) == "be");
}

TEST_CASE("the same form of another word class is left to its script") {
  const auto l = lemmatiser();
  CHECK(l.lemma("left", "ADJ", "-", kLower) == "left");
  CHECK(l.lemma("left", "VERB", "-", kLower) == "leave");
  CHECK(l.lemma("better", "VERB", "-", kLower) == "better");
  CHECK(l.lemma("those", "DET", "-", kLower) == "that");
}

TEST_CASE("curly apostrophes and quotation marks are looked up as straight ones") {
  const auto l = lemmatiser();
  CHECK(l.lemma("n’t", "PART", "-", kLower) == "not");
  CHECK(l.lemma("’ll", "AUX", "-", kLower) == "will");
  CHECK(l.lemma("“", "PUNCT", "-", kLower) == "\"");
}

TEST_CASE("numbers lose the commas between their groups, and only those") {
  const auto l = lemmatiser();
  CHECK(l.lemma("1,200", "NUM", "-", kLower) == "1200");
  CHECK(l.lemma("3,500,000.25", "NUM", "-", kLower) == "3500000.25");
  for (const char* other : {"1,20", "1,2000", "12345,678", ",200", "1,,200", "1,200x", "1200", "1,200,", "7,5"}) {
    CHECK(l.lemma(other, "NUM", "-", kLower) == other);
  }
  CHECK(l.lemma("1,200", "PROPN", "-", kLower) == "1,200");
}

TEST_CASE("a script that does not fit the word leaves it in lower case") {
  const auto l = lemmatiser();
  CHECK(l.lemma("Sun", "NOUN", "-", kDropNine) == "sun");
  CHECK(l.lemma("Sun", "NOUN", "-", 999) == "sun");
  CHECK(l.lemma("anything", "VERB", "-", kBe) == "be");
  CHECK(l.lemma("", "X", "-", kLower).empty());
}

TEST_CASE("scripts and lexicons that cannot be read are refused") {
  for (const char* script : {"", "=", "0", "0:1", "4:0:", "0:x:", "a:0:", "0::", "0:99999999999:"}) {
    CHECK_MESSAGE(Lemmatiser::open({script}, kLexicon).error().code == Code::kModelForeign, script);
  }
  CHECK(Lemmatiser::open(kScripts, kLexicon + ".nowhere").error().code == Code::kInputMissing);
  const Lexicons sound("# fine\nwent\tVERB\tgo\n", "s\tNNS\tlower\t0:1:\n");
  CHECK(Lemmatiser::open(kScripts, sound.irregular_path()));
  const Lexicons broken("# fine\nsaid\tVERB\tsay\nwent VERB go\n", "");
  const auto found = Lemmatiser::open(kScripts, broken.irregular_path());
  REQUIRE_FALSE(found);
  CHECK(found.error().code == Code::kUsage);
  CHECK(found.error().input == broken.irregular_path() + ":3");
  for (const char* line :
       {"s\tNNS\tlower", "s\tNNS\tsmall\t0:1:", "s\tNNS\tlower\t0:1", "s\t\tlower\t0:1:", "s\tNNS\tlower\t0:1:\tx"}) {
    const Lexicons endings("", line);
    const auto refused = Lemmatiser::open(kScripts, endings.irregular_path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::kUsage);
    CHECK(refused.error().input == endings.endings_path() + ":1");
  }
}

TEST_CASE("endings overrule the network's script where the tag knows them") {
  const auto l = lemmatiser();
  CHECK(l.lemma("companies", "NOUN", "NNS", kDropS) == "company");
  CHECK(l.lemma("witnesses", "NOUN", "NNS", kDropS) == "witness");
  CHECK(l.lemma("taking", "VERB", "VBG", kLower) == "take");
  CHECK(l.lemma("killed", "VERB", "VBN", kDropS) == "kill");
  CHECK(l.lemma("Announced", "VERB", "VBD", kLower) == "announce");
  CHECK(l.lemma("Merkel", "PROPN", "NNP", kLower) == "Merkel");
  CHECK(l.lemma("reply", "VERB", "VB", kDropS) == "reply");
}

TEST_CASE("the longest ending counts, and a whole word before all") {
  const Lexicons lexicons(
      "", "s\tNNS\tlower\t0:1:\nies\tNNS\tlower\t0:3:y\n^movies\tNNS\tlower\t0:1:\n\tNNS\tlower\t0:0:\n");
  const auto l = Lemmatiser::open(kScripts, lexicons.irregular_path());
  REQUIRE(l);
  CHECK(l->lemma("talks", "NOUN", "NNS", kLower) == "talk");
  CHECK(l->lemma("envoys", "NOUN", "NNS", kLower) == "envoy");
  CHECK(l->lemma("allies", "NOUN", "NNS", kLower) == "ally");
  CHECK(l->lemma("movies", "NOUN", "NNS", kLower) == "movie");
  CHECK(l->lemma("cattle", "NOUN", "NNS", kDropS) == "cattle");
  CHECK(l->lemma("Talks", "NOUN", "NNS", kLower) == "talks");  // no such case
  CHECK(l->lemma("talks", "VERB", "VBZ", kLower) == "talks");  // no such tag
}

TEST_CASE("the lexicon has no form twice for one word class and no upper case in its forms") {
  std::ifstream in(kLexicon);
  std::set<std::string> seen;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::string key = line.substr(0, line.rfind('\t'));
    CHECK_MESSAGE(seen.insert(key).second, key);
    for (const char c : key.substr(0, key.find('\t'))) CHECK_FALSE((c >= 'A' && c <= 'Z'));
  }
  CHECK(seen.size() > 700);
}
