#pragma once
// A word → the ids of its pieces, after BERT's uncased scheme (docs/model-format.md, "Word pieces"):
//
//   auto pieces = WordPieces::open("models/en/vocab.txt");
//   std::vector<int32_t> ids;
//   pieces->append("Sánchez", ids);   // "sanchez" → sanchez
//   pieces->append("re-elect", ids);  // re - elect
//
// Agrees id by id with the scheme's reference implementation (HuggingFace tokenizers' BertNormalizer, BertPreTokenizer
// and WordPiece), whose Unicode categories are those of Unicode 8: characters that came later are kept as they are.
// A name in square brackets ("[MASK]") is text like any other. Bytes that are no UTF-8 count as U+FFFD, which is
// dropped.
//
// Method: Devlin et al. 2019; Schuster and Nakajima 2012. Time is linear in the word.
// Thread-safety: immutable.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/error.h"

namespace onrecord::encoder {

inline constexpr int32_t kPadPiece = 0;
inline constexpr int32_t kUnknownPiece = 100;
inline constexpr int32_t kFirstPiece = 101;  // [CLS], opens each row
inline constexpr int32_t kLastPiece = 102;   // [SEP], closes each row

inline constexpr size_t kMaxPiecesOfWord = 8;
inline constexpr size_t kMaxCharactersOfPart = 100;

class WordPieces {
 public:
  // Reads vocab.txt. Fails with kModelMissing, kModelDamaged (no word pieces in it).
  [[nodiscard]] static Result<WordPieces> open(const std::string& path);
  // One piece a line; the line's number is the piece's id.
  [[nodiscard]] static Result<WordPieces> parse(std::string vocabulary);

  // Adds the word's pieces to ids: between 1 and kMaxPiecesOfWord. A word without any, as a lone control character, is
  // kUnknownPiece.
  void append(std::string_view word, std::vector<int32_t>& ids) const;

  [[nodiscard]] size_t size() const { return count_; }

 private:
  class Matcher;
  struct Match {
    int32_t id = -1;
    size_t size = 0;  // bytes; 0 = none
  };
  struct Slot {
    uint64_t hash = 0;
    uint32_t begin = 0, size = 0;  // in text_, without "##"
    int32_t id = -1;               // -1 = free
  };
  static constexpr size_t kMaxPieceBytes = 128;  // longer ones of a vocabulary are never matched

  explicit WordPieces(std::string vocabulary) : text_(std::move(vocabulary)) {}
  void insert(uint32_t begin, uint32_t size, int32_t id, bool inside);
  [[nodiscard]] Match longest(std::string_view part, bool inside) const;

  std::string text_;                 // the vocabulary as read
  std::vector<Slot> slots_;          // open addressing
  std::array<size_t, 2> longest_{};  // bytes of the longest piece: opening a part, inside one
  size_t count_ = 0;
};

}  // namespace onrecord::encoder
