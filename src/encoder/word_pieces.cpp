#include "encoder/word_pieces.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/file.h"
#include "encoder/utf8_reader.h"

namespace onrecord::encoder {
namespace {

constexpr uint64_t kMaxVocabularyBytes = 64U << 20U;

// FNV-1a; the seed tells a word's first piece from one inside it, so that "##" is never copied about.
constexpr uint64_t kSeedOfFirst = 0xcbf29ce484222325U;
constexpr uint64_t kSeedInside = 0x9ae16a3b2f90404fU;
constexpr uint64_t mix(uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
}
// FNV's low bits are its weak ones.
constexpr size_t slot_of(uint64_t hash, size_t slots) {
  return (hash ^ (hash >> 32U)) & (slots - 1);
}

enum class Action : uint8_t { kDrop, kBreak, kAlone, kKeep };

constexpr std::array<Action, 128> ascii_actions() {
  std::array<Action, 128> out{};
  for (int c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool control = c < 32 || c == 127;
    out[static_cast<size_t>(c)] = letter    ? Action::kKeep
                                  : space   ? Action::kBreak
                                  : control ? Action::kDrop
                                            : Action::kAlone;
  }
  return out;
}
constexpr std::array<Action, 128> kAsciiActions = ascii_actions();

// The general category as it was in Unicode 8, the version that the reference implementation and with it the weights
// know; later characters had none.
int8_t category(UChar32 c) {
  switch (c) {  // those whose category changed since
    case 0x166d:
    case 0x111c9:
      return U_OTHER_PUNCTUATION;
    case 0x1734:
      return U_NON_SPACING_MARK;
    case 0x1885:
    case 0x1886:
      return U_OTHER_LETTER;
    case 0xa9bd:
      return U_COMBINING_SPACING_MARK;
    default:
      break;
  }
  UVersionInfo age;
  u_charAge(c, age);
  return age[0] > 8 ? static_cast<int8_t>(U_UNASSIGNED) : u_charType(c);
}

bool is_punctuation(UChar32 c) {
  if (c < 0x80) return kAsciiActions[static_cast<size_t>(c)] == Action::kAlone;
  return (U_MASK(category(c)) & U_GC_P_MASK) != 0;
}

// The ranges of the reference implementation, its slip at the end of extension E included.
bool is_chinese(UChar32 c) {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x2a6df) ||
         (c >= 0x2a700 && c <= 0x2b73f) || (c >= 0x2b740 && c <= 0x2b81f) || (c >= 0x2b920 && c <= 0x2ceaf) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x2f800 && c <= 0x2fa1f);
}

// Quotation marks as the training data's words have them.
UChar32 straight(UChar32 c) {
  if (c == 0x2018 || c == 0x2019) return '\'';
  if (c == 0x201c || c == 0x201d) return '"';
  return c;
}

}  // namespace

// Takes a word's characters, cuts it into parts at spaces, punctuation and Chinese characters, and matches each part.
class WordPieces::Matcher {
 public:
  Matcher(const WordPieces& pieces, std::vector<int32_t>& ids) : pieces_(pieces), ids_(ids), begin_(ids.size()) {}

  void read(std::string_view word) {
    word = word.substr(0, INT32_MAX);  // ICU counts in int32
    const auto size = static_cast<int32_t>(word.size());
    for (int32_t at = 0; at < size && !full();) {
      const auto byte = static_cast<unsigned char>(word[static_cast<size_t>(at)]);
      if (byte < 0x80) {
        take_ascii(byte);
        ++at;
        continue;
      }
      take(next_code_point(word, at));
    }
    flush();
    ids_.resize(std::min(ids_.size(), begin_ + kMaxPiecesOfWord));
    if (ids_.size() == begin_) ids_.push_back(kUnknownPiece);
  }

 private:
  [[nodiscard]] bool full() const { return ids_.size() >= begin_ + kMaxPiecesOfWord; }

  void take_ascii(unsigned char c) {
    switch (kAsciiActions[c]) {
      case Action::kDrop:
        break;
      case Action::kBreak:
        flush();
        break;
      case Action::kAlone:
        flush();
        push(static_cast<char>(c));
        flush();
        break;
      case Action::kKeep:
        push(static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
        break;
    }
  }

  void take(UChar32 c) {
    c = straight(c);
    if (c < 0 || c == 0xfffd) return;
    if (c < 0x80) return take_ascii(static_cast<unsigned char>(c));
    const int8_t kind = category(c);
    if (kind == U_CONTROL_CHAR || kind == U_FORMAT_CHAR || kind == U_PRIVATE_USE_CHAR) return;
    if (u_isUWhiteSpace(c)) return flush();
    const bool alone = is_chinese(c);
    if (alone) flush();
    decompose(c);
    if (alone) flush();
  }

  void decompose(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
    std::array<UChar, 32> out{};  // the longest has 4 code points
    int32_t size = -1;
    if (U_SUCCESS(status))
      size = unorm2_getDecomposition(nfd, c, out.data(), static_cast<int32_t>(out.size()), &status);
    if (size < 0 || U_FAILURE(status)) return put(c);
    for (int32_t at = 0; at < size;) {
      UChar32 part = 0;
      U16_NEXT(out.data(), at, size, part);
      put(part);
    }
  }

  // One normalised code point.
  void put(UChar32 c) {
    if (c >= 0x80 && category(c) == U_NON_SPACING_MARK) return;
    c = u_tolower(c);
    const bool alone = is_punctuation(c);
    if (alone) flush();
    std::array<char, U8_MAX_LENGTH> bytes{};
    const int32_t size = write_utf8(c, bytes.data());
    for (int32_t i = 0; i < size; ++i) push(bytes[static_cast<size_t>(i)]);
    if (alone) flush();
  }

  void push(char byte) {
    characters_ += (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U ? 1 : 0;
    if (size_ < part_.size()) part_[size_++] = byte;
  }

  // Greedy longest match; a part that does not match to its end is one unknown piece.
  void flush() {
    if (size_ == 0) return;
    const size_t before = ids_.size();
    size_t at = 0;
    bool matched = characters_ <= kMaxCharactersOfPart;
    while (matched && at < size_) {
      const Match match = pieces_.longest({part_.data() + at, size_ - at}, at > 0);
      matched = match.size > 0;
      at += match.size;
      ids_.push_back(match.id);
    }
    if (!matched) {
      ids_.resize(before);
      ids_.push_back(kUnknownPiece);
    }
    size_ = 0;
    characters_ = 0;
  }

  const WordPieces& pieces_;
  std::vector<int32_t>& ids_;
  size_t begin_;
  std::array<char, kMaxCharactersOfPart * U8_MAX_LENGTH> part_;  // bytes of a longer part are not needed
  size_t size_ = 0;
  size_t characters_ = 0;
};

WordPieces::Match WordPieces::longest(std::string_view part, bool inside) const {
  std::array<uint64_t, kMaxPieceBytes + 1> hash;
  const size_t limit = std::min(part.size(), longest_[inside ? 1 : 0]);
  hash[0] = inside ? kSeedInside : kSeedOfFirst;
  for (size_t i = 0; i < limit; ++i) hash[i + 1] = mix(hash[i], part[i]);
  for (size_t size = limit; size > 0; --size) {
    for (size_t at = slot_of(hash[size], slots_.size()); slots_[at].id >= 0; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.hash == hash[size] && slot.size == size &&
          std::memcmp(text_.data() + slot.begin, part.data(), size) == 0) {
        return {slot.id, size};
      }
    }
  }
  return {};
}

void WordPieces::insert(uint32_t begin, uint32_t size, int32_t id, bool inside) {
  uint64_t hash = inside ? kSeedInside : kSeedOfFirst;
  for (uint32_t i = 0; i < size; ++i) hash = mix(hash, text_[begin + i]);
  size_t at = slot_of(hash, slots_.size());
  while (slots_[at].id >= 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {hash, begin, size, id};
  size_t& longest = longest_[inside ? 1 : 0];
  longest = std::max<size_t>(longest, size);
}

Result<WordPieces> WordPieces::parse(std::string vocabulary) {
  WordPieces out(std::move(vocabulary));
  const std::string_view text = out.text_;
  const auto lines = static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  size_t slots = 1024;
  while (slots < 4 * lines) slots *= 2;  // sparse: most look-ups find nothing and should end at once
  out.slots_.resize(slots);
  size_t begin = 0;
  for (; begin < text.size(); ++out.count_) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const size_t size = end > begin && text[end - 1] == '\r' ? end - 1 - begin : end - begin;
    const bool inside = size > 2 && text.substr(begin, 2) == "##";
    const size_t skip = inside ? 2 : 0;
    if (size > skip && size - skip <= kMaxPieceBytes) {
      out.insert(static_cast<uint32_t>(begin + skip), static_cast<uint32_t>(size - skip),
                 static_cast<int32_t>(out.count_), inside);
    }
    begin = end + 1;
  }
  if (out.count_ <= static_cast<size_t>(kLastPiece)) {
    return fail(Code::kModelDamaged, "is no list of word pieces; fetch the model folder again");
  }
  return out;
}

Result<WordPieces> WordPieces::open(const std::string& path) {
  auto text = read_file(path, kMaxVocabularyBytes);
  if (!text) {
    const bool missing = text.error().code == Code::kInputMissing;
    return fail(missing ? Code::kModelMissing : Code::kModelDamaged, text.error().message, path);
  }
  auto out = parse(std::move(*text));
  if (!out) out.error().input = path;
  return out;
}

void WordPieces::append(std::string_view word, std::vector<int32_t>& ids) const {
  Matcher(*this, ids).read(word);
}

}  // namespace onrecord::encoder
