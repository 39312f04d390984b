#include "ingest/naming.h"

#include <algorithm>
#include <array>

#include "ingest/lexicon.h"

namespace onrecord::ingest {
namespace {

constexpr size_t kMostBytes = 2000;  // of the names of one element; more is no naming
constexpr size_t kMostWords = 3;     // of an entry in the tables

constexpr std::array<std::string_view, 6> kNamingAttributes = {"class",          "id",          "itemprop",
                                                               "data-component", "data-testid", "data-type"};

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// The sayings of one name, each with the place of its last word.
struct Reading {
  enum Saying : uint8_t {
    kUnwanted,
    kForeign,
    kTeaser,
    kBody,
    kHeadline,
    kDeck,
    kByline,
    kDate,
    kCaption,
    kCredit,
    kEmbed,
    kSayings
  };
  std::array<int, kSayings> last;

  Reading() { last.fill(-1); }
  void note(Saying saying, size_t word) { last[saying] = static_cast<int>(word); }
  [[nodiscard]] bool says(Saying saying) const { return last[saying] >= 0; }
  // It says this, and none of the others later in the name.
  [[nodiscard]] bool last_says(Saying saying) const {
    return says(saying) && last[saying] == *std::max_element(last.begin(), last.end());
  }
};

const PhraseTable& table(Reading::Saying saying) {
  const Lexicon& l = lexicon();
  const std::array<const PhraseTable*, Reading::kSayings> tables = {
      &l.page_unwanted, &l.page_foreign, &l.page_teasers,  &l.page_bodies,  &l.page_headlines, &l.page_decks,
      &l.page_bylines,  &l.page_dates,   &l.page_captions, &l.page_credits, &l.page_embeds};
  return *tables[saying];
}

bool names_a_state(const std::vector<std::string>& words) {
  const PhraseTable& states = lexicon().page_states;
  return states.has_word(words.front()) || states.has_word(words.back()) ||
         std::any_of(words.begin(), words.end(), [](const std::string& w) { return w == "with" || w == "without"; });
}

// The longest run of words that a table holds wins over the shorter ones inside it ("author bio" over "author").
Reading read_name(const std::vector<std::string>& words) {
  Reading reading;
  for (size_t begin = 0; begin < words.size();) {
    size_t used = 0;
    std::string run;
    std::array<std::string, kMostWords> runs;
    const size_t most = std::min(kMostWords, words.size() - begin);
    for (size_t n = 0; n < most; ++n) {
      run += (n > 0 ? " " : "") + words[begin + n];
      runs[n] = run;
    }
    for (size_t n = most; n > 0 && used == 0; --n) {
      for (int saying = 0; saying < Reading::kSayings; ++saying) {
        if (!table(static_cast<Reading::Saying>(saying)).has_word(runs[n - 1])) continue;
        reading.note(static_cast<Reading::Saying>(saying), begin + n - 1);
        used = n;
      }
    }
    begin += std::max<size_t>(used, 1);
  }
  return reading;
}

bool is_entry(const std::string& word) {
  return lexicon().page_headlines.has_word(word) || lexicon().page_decks.has_word(word);
}

void take(const Reading& reading, NamedAs& out) {
  const bool body = reading.last_says(Reading::kBody) && !reading.says(Reading::kForeign);
  out.body |= body;
  out.foreign |= reading.says(Reading::kForeign);
  const bool unwanted_last = reading.last[Reading::kUnwanted] >= reading.last[Reading::kBody];
  out.unwanted |= reading.says(Reading::kUnwanted) && unwanted_last;
  out.teaser |= reading.last_says(Reading::kTeaser);
  out.headline |= reading.last_says(Reading::kHeadline);
  out.deck |= reading.last_says(Reading::kDeck);
  if (reading.says(Reading::kEmbed)) {
    out.kind = BlockKind::kEmbed;
  } else if (reading.last_says(Reading::kCredit)) {
    out.kind = BlockKind::kCredit;
  } else if (reading.last_says(Reading::kCaption)) {
    out.kind = BlockKind::kCaption;
  } else if (reading.last_says(Reading::kByline)) {
    out.kind = BlockKind::kByline;
  } else if (reading.last_says(Reading::kDate)) {
    out.kind = BlockKind::kDateline;
  }
}

}  // namespace

std::vector<std::vector<std::string>> words_of_names(std::string_view names) {
  std::vector<std::vector<std::string>> out;
  std::vector<std::string> words;
  std::string word;
  const auto finish_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    if (is_upper(c)) {
      // A word begins at a capital behind a small letter, and before the last capital of a run: "QABlock" is qa, block.
      const bool after_small = i > 0 && is_lower(names[i - 1]);
      const bool ends_run = i > 0 && is_upper(names[i - 1]) && i + 1 < names.size() && is_lower(names[i + 1]);
      if (after_small || ends_run) finish_word();
      word += static_cast<char>(c | 0x20);
    } else if (is_lower(c) || (c >= '0' && c <= '9' && !word.empty())) {
      word += c;
    } else {
      finish_word();
      if ((c == ' ' || c == '\t' || c == '\n') && !words.empty()) {
        out.push_back(std::move(words));
        words.clear();
      }
    }
  }
  return out;
}

const NamedAs& Naming::of(uint32_t node) {
  std::string names;
  for (const std::string_view attribute : kNamingAttributes) {
    const std::string_view value = dom_.attribute(node, attribute);
    if (value.empty() || names.size() + value.size() > kMostBytes) continue;
    names += value;
    names += ' ';
  }
  const auto [at, is_new] = seen_.try_emplace(names);
  if (!is_new) return at->second;
  for (std::vector<std::string>& words : words_of_names(names)) {
    // "ad1", "col2": the number says nothing, save where a table has it ("head2").
    for (std::string& word : words) {
      const size_t digits = word.find_last_not_of("0123456789") + 1;
      if (digits > 1 && digits < word.size() && !is_entry(word)) word.resize(digits);
    }
    if (!words.empty() && !names_a_state(words)) take(read_name(words), at->second);
  }
  return at->second;
}

}  // namespace onrecord::ingest
