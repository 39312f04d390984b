#include "statements/layout.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "knowledge/names.h"
#include "text/characters.h"

namespace onrecord::statements {
namespace {

// A speaker's label ("Prime Minister Ilse van der Varga") and a signature ("Ilse Varga, dockworker, 54, Port Maren").
constexpr uint32_t kLongestLabel = 7;
constexpr uint32_t kLongestSignature = 14;
// Fewer paragraphs with repeated labels are a list ("Update: …"), not a conversation.
constexpr size_t kFewestTurns = 4;
constexpr size_t kFewestSpeakers = 2;
// A rule has no score of its own. Its cues count like the surest of the network's.
constexpr float kSure = 0.9999F;

struct Turn {
  uint32_t block = 0;
  WordSet speaker;
  uint32_t colon = 0;
  std::string key;  // the label's last word: "Ilse Varga:" and "Varga:" are one
};

class Layout {
 public:
  Layout(std::string_view text, const text::Tokens& tokens, const std::vector<uint8_t>& meaningful,
         const std::vector<uint8_t>& aside, std::vector<Reading>& readings)
      : text_(text), tokens_(tokens), meaningful_(meaningful), aside_(aside), readings_(readings) {
    for (uint32_t word = 0; word < tokens.size(); ++word) {
      if (blocks_.empty() || tokens.block[word] != tokens.block[blocks_.back().first]) blocks_.push_back({word, word});
      blocks_.back().end = word + 1;
    }
    std::erase_if(blocks_, [&](WordRange block) { return is_aside(block); });
  }

  void run() {
    read_turns();
    for (const WordRange block : blocks_) read_signatures(block);
    for (uint32_t k = 0; k + 1 < blocks_.size(); ++k) read_introduction(k);
    std::move(added_.begin(), added_.end(), std::back_inserter(readings_));
    sort_by_cue(readings_);
  }

 private:
  // ---- turns ----
  void read_turns() {
    std::vector<Turn> turns;
    std::map<std::string, size_t> count;
    for (uint32_t k = 0; k < blocks_.size(); ++k) {
      if (auto turn = turn_of(blocks_[k])) {
        turn->block = k;
        ++count[turn->key];
        turns.push_back(std::move(*turn));
      }
    }
    std::erase_if(count, [](const auto& label) { return label.second < 2; });
    std::erase_if(turns, [&](const Turn& turn) { return !count.contains(turn.key); });
    if (turns.size() < kFewestTurns || count.size() < kFewestSpeakers) return;
    for (size_t k = 0; k < turns.size(); ++k) {
      const Turn& turn = turns[k];
      const auto next = k + 1 < turns.size() ? turns[k + 1].block : static_cast<uint32_t>(blocks_.size());
      const WordRange rest{turn.colon + 1, end_of_speech(turn.block + 1, next)};
      set({turn.colon, turn.colon + 1}, turn.speaker, words_in(rest), "turn of a conversation");
    }
  }

  [[nodiscard]] std::optional<Turn> turn_of(WordRange block) const {
    Turn turn;
    bool in_brackets = false;
    uint32_t word = block.first;
    while (word < block.end && tokens_.quotation[word] != 0 && !meaningful_[word]) ++word;  // of the whole conversation
    for (const uint32_t first = word; word < block.end && word <= first + kLongestLabel + 4; ++word) {
      const std::string_view form = tokens_.spans[word].in(text_);
      if (form == "(" || form == "[") in_brackets = true;
      if (form == ":" && !in_brackets) {
        const bool says_something = word + 1 < block.end && !words_in({word + 1, block.end}).empty();
        if (turn.speaker.empty() || turn.speaker.size() > kLongestLabel || !says_something) return std::nullopt;
        turn.colon = word;
        turn.key = knowledge::fold(tokens_.spans[turn.speaker.back()].in(text_));
        return turn;
      }
      if (meaningful_[word] && !in_brackets) {
        if (!is_capitalised(word) && !(is_particle(word) && !turn.speaker.empty())) return std::nullopt;
        turn.speaker.push_back(word);
      }
      if (form == ")" || form == "]") in_brackets = false;
    }
    return std::nullopt;
  }

  // ---- signed quotations ----
  void read_signatures(WordRange block) {
    for (uint32_t word = block.first + 1; word + 1 < block.end; ++word) {
      if (!is_dash(word) || tokens_.quotation[word] != 0 || tokens_.quotation[word - 1] == 0) continue;
      const WordSet name = signature_after(word, block);
      if (name.empty()) continue;
      uint32_t first = word - 1;
      const uint32_t quotation = tokens_.quotation[first];
      while (first > block.first && tokens_.quotation[first - 1] == quotation) --first;
      // In a running sentence the dash is none: He said “we won” – Ilse Varga.
      const bool own_line = first == block.first || is_line_break(first - 1);
      if (own_line) set({word, word + 1}, name, words_in({first, word}), "signed quotation");
    }
  }

  // The name after the dash if nothing but name, age and place follow to the end of the line.
  [[nodiscard]] WordSet signature_after(uint32_t dash, WordRange block) const {
    WordSet name;
    bool of_name = true;
    for (uint32_t word = dash + 1; word < block.end && word <= dash + kLongestSignature; ++word) {
      if (tokens_.quotation[word] != 0) return {};
      if (tokens_.spans[word].in(text_) == ",") of_name = false;
      if (meaningful_[word] && of_name) {
        if (!is_capitalised(word) && (name.empty() || !is_particle(word))) return {};
        name.push_back(word);
      }
      if (word + 1 == block.end || is_line_break(word)) return name;
    }
    return {};
  }

  // ---- introduced quotations ----
  void read_introduction(uint32_t introduction) {
    const WordRange block = blocks_[introduction], next = blocks_[introduction + 1];
    uint32_t last = block.end - 1;
    if (tokens_.spans[last].in(text_) != ":") return;
    while (last > block.first && !meaningful_[last]) --last;
    const auto begin = with_cue_from(block.first), end = with_cue_from(next.end);
    auto cue = end;
    for (auto at = begin; at != end && at->cue.words.first <= last; ++at) {
      const bool held = !at->content.empty() && at->content.back() > at->cue.words.first;
      cue = held || at->source.empty() ? end : at;
    }
    if (cue == end) return;
    if (tokens_.quotation[next.first] == 0) {
      if (end == with_cue_from(next.first) || says_i(next)) read_block_quotation(*cue, introduction + 1);
      return;
    }
    WordRange quotation{next.first, next.first};
    while (quotation.end < next.end && tokens_.quotation[quotation.end] == tokens_.quotation[next.first])
      ++quotation.end;
    const WordSet words = words_in(quotation);
    const auto held_by_another = [&](const Reading& reading) {
      return &reading != &*cue && 2 * count_in(reading.content, quotation) >= words.size();
    };
    if (words.empty() || std::any_of(begin, end, held_by_another)) return;
    add_words(cue->content, words);
    cue->evidence.push_back({"content", "introduced quotation", 1, true, {}, words});
  }

  // The same without quotation marks, where nobody else speaks in the paragraph.
  void read_block_quotation(Reading& cue, uint32_t block) {
    if (!cue.content.empty()) return;
    const auto all = static_cast<uint32_t>(blocks_.size());
    cue.content = words_in({blocks_[block].first, end_of_speech(block + 1, all)});
    cue.evidence.push_back({"content", "introduced paragraph", 1, true, {}, cue.content});
  }

  // Where the speech of the paragraph before `block` ends: it goes on while paragraphs say "I". `end`: the first that
  // is surely another's.
  [[nodiscard]] uint32_t end_of_speech(uint32_t block, uint32_t end) const {
    while (block < end && says_i(blocks_[block])) ++block;
    return blocks_[block - 1].end;
  }

  // The paragraph is somebody's own words without marks: it says I, we or you outside quotations, as reports do not.
  [[nodiscard]] bool says_i(WordRange block) const {
    if (tokens_.quotation[block.first] != 0) return false;
    for (uint32_t word = block.first; word < block.end; ++word) {
      if (tokens_.quotation[word] == 0 && is_first_or_second_person(word)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_first_or_second_person(uint32_t word) const {
    constexpr std::array kPersons = {"i",   "me",   "my",        "mine", "myself", "we",   "us",
                                     "our", "ours", "ourselves", "you",  "your",   "yours"};
    const std::string form = knowledge::fold(tokens_.spans[word].in(text_));
    return std::find(kPersons.begin(), kPersons.end(), form) != kPersons.end();
  }

  // ---- words ----
  void set(WordRange cue, const WordSet& source, const WordSet& content, std::string_view rule) {
    auto same = with_cue_from(cue.first);
    if (same != readings_.begin() && std::prev(same)->cue.words.overlaps(cue)) --same;
    const bool known = same != readings_.end() && same->cue.words.overlaps(cue);
    if (!known) added_.emplace_back();
    Reading& reading = known ? *same : added_.back();
    reading.cue = {cue, std::max(reading.cue.probability, kSure)};
    reading.source = source;
    reading.content = content;
    reading.certain = {kSure, kSure};
    reading.evidence.push_back({"cue", rule, 1, true, {}, all_words(cue)});
    reading.evidence.push_back({"source", rule, 1, true, {}, source});
    reading.evidence.push_back({"content", rule, 1, true, {}, content});
  }

  // The first reading whose cue begins at the word or after it.
  [[nodiscard]] std::vector<Reading>::iterator with_cue_from(uint32_t word) const {
    return std::lower_bound(readings_.begin(), readings_.end(), word,
                            [](const Reading& reading, uint32_t at) { return reading.cue.words.first < at; });
  }

  [[nodiscard]] static size_t count_in(const WordSet& words, WordRange range) {
    const auto first = std::lower_bound(words.begin(), words.end(), range.first);
    return static_cast<size_t>(std::lower_bound(first, words.end(), range.end) - first);
  }

  [[nodiscard]] WordSet words_in(WordRange range) const { return statements::words_in(range, meaningful_); }

  [[nodiscard]] text::Character first_character(uint32_t word) const {
    return text::character_at(text_, tokens_.spans[word].begin);
  }

  [[nodiscard]] bool is_capitalised(uint32_t word) const { return first_character(word).is_upper(); }

  // The small words of names: "van der", "bin", "of".
  [[nodiscard]] bool is_particle(uint32_t word) const {
    constexpr uint32_t kLongestParticle = 3;
    const Span span = tokens_.spans[word];
    return first_character(word).is_letter() && span.end - span.begin <= kLongestParticle;
  }

  [[nodiscard]] bool is_dash(uint32_t word) const {
    const std::string_view form = tokens_.spans[word].in(text_);
    return form == "-" || form == "--" || text::is_dash(first_character(word).code_point);
  }

  [[nodiscard]] bool is_line_break(uint32_t word) const {
    if (word + 1 >= tokens_.size()) return true;
    const uint32_t end = tokens_.spans[word].end;
    return text_.substr(end, tokens_.spans[word + 1].begin - end).find('\n') != std::string_view::npos;
  }

  [[nodiscard]] bool is_aside(WordRange words) const {
    const uint32_t block = tokens_.block[words.first];
    return block < aside_.size() && aside_[block] != 0;
  }

  std::string_view text_;
  const text::Tokens& tokens_;
  const std::vector<uint8_t>& meaningful_;
  const std::vector<uint8_t>& aside_;
  std::vector<Reading>& readings_;  // ordered by cue
  std::vector<Reading> added_;
  std::vector<WordRange> blocks_;  // those that are no asides
};

}  // namespace

void read_layout(std::string_view text, const text::Tokens& tokens, const std::vector<uint8_t>& meaningful,
                 const std::vector<uint8_t>& aside, std::vector<Reading>& readings) {
  if (tokens.size() > 0) Layout(text, tokens, meaningful, aside, readings).run();
}

}  // namespace onrecord::statements
