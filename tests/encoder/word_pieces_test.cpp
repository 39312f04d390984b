#include "cpu_seconds.h"
#include "encoder/word_pieces.h"

#include <doctest/doctest.h>
#include <simdjson.h>

#include <charconv>
#include <fstream>
#include <string>
#include <vector>

using onrecord::Code;
using onrecord::encoder::kMaxPiecesOfWord;
using onrecord::encoder::kUnknownPiece;
using onrecord::encoder::WordPieces;

namespace {

const std::string kData = ONRECORD_SOURCE_DIR "/tests/encoder/data/";

struct Case {
  std::string word;
  std::vector<int32_t> ids;
};

std::vector<Case> read_fixture(const std::string& path) {
  std::ifstream in(path);
  std::vector<Case> out;
  simdjson::dom::parser parser;
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    Case one;
    one.word = std::string(std::string_view(parser.parse('"' + line.substr(0, tab) + '"')));
    for (const char* at = line.data() + tab; at < line.data() + line.size();) {
      int32_t id = 0;
      at = std::from_chars(at + 1, line.data() + line.size(), id).ptr;
      one.ids.push_back(id);
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<int32_t> pieces_of(const WordPieces& pieces, std::string_view word) {
  std::vector<int32_t> ids;
  pieces.append(word, ids);
  return ids;
}

size_t count_differences(const WordPieces& pieces, const std::vector<Case>& cases) {
  size_t different = 0;
  for (const Case& one : cases) {
    if (pieces_of(pieces, one.word) == one.ids) continue;
    if (++different <= 20) CHECK_MESSAGE(pieces_of(pieces, one.word) == one.ids, one.word);
  }
  return different;
}

}  // namespace

TEST_CASE("three thousand varied words have the pieces that the reference implementation gives them") {
  const auto pieces = WordPieces::open(kData + "vocab.txt");
  REQUIRE(pieces);
  CHECK(pieces->size() == 30522);
  const auto cases = read_fixture(kData + "word_pieces.tsv");
  CHECK(cases.size() > 3000);
  CHECK(count_differences(*pieces, cases) == 0);
}

TEST_CASE("pieces are added behind those already there and a word never counts those of the one before") {
  const auto pieces = WordPieces::open(kData + "vocab.txt");
  REQUIRE(pieces);
  std::vector<int32_t> ids;
  const std::string long_word = "a-b-c-d-e-f";
  for (int i = 0; i < 3; ++i) pieces->append(long_word, ids);
  CHECK(ids.size() == 3 * kMaxPiecesOfWord);
  pieces->append("minister", ids);
  CHECK(ids.size() == 3 * kMaxPiecesOfWord + 1);
}

TEST_CASE("words without a readable character are one unknown piece") {
  const auto pieces = WordPieces::open(kData + "vocab.txt");
  REQUIRE(pieces);
  for (const std::string& word :
       {std::string(), std::string("\0", 1), std::string("\xff\xfe"), std::string("\xef\xbf\xbd")}) {
    CHECK(pieces_of(*pieces, word) == std::vector<int32_t>{kUnknownPiece});
  }
}

TEST_CASE("the names of special pieces are text when they stand in a report") {
  const auto pieces = WordPieces::open(kData + "vocab.txt");
  REQUIRE(pieces);
  for (const char* word : {"[CLS]", "[SEP]", "[MASK]", "[PAD]", "[UNK]"}) {
    const auto ids = pieces_of(*pieces, word);
    CHECK(ids.size() > 1);
    for (const int32_t id : ids) CHECK(id > 103);
  }
}

TEST_CASE("a word of sixteen million letters costs no more than reading it") {
  const auto pieces = WordPieces::open(kData + "vocab.txt");
  REQUIRE(pieces);
  const std::string word(16U << 20U, 'a');
  CHECK(onrecord::cpu_seconds([&] { CHECK(pieces_of(*pieces, word) == std::vector<int32_t>{kUnknownPiece}); }) < 10);
}

TEST_CASE("a missing vocabulary and a file that is none are told apart") {
  CHECK(WordPieces::open(kData + "no-such-file.txt").error().code == Code::kModelMissing);
  CHECK(WordPieces::parse("one\ntwo\n").error().code == Code::kModelDamaged);
  CHECK(WordPieces::parse("").error().code == Code::kModelDamaged);
}
