#include "statements/quotations.h"

#include "knowledge/names.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

namespace onrecord::statements {
namespace {

constexpr size_t kSeveralWords = 3;   // a sequel that stands alone has at least so many words
constexpr float kFairlySure = 0.99F;  // what a cue that a rule finds counts

// The part of one quotation that stands in one block.
struct Part {
  uint32_t quotation = 0;
  uint32_t block = 0;
  WordRange range;  // marks included
  WordSet words;
};

std::vector<Part> parts_of(const text::Tokens& tokens, const std::vector<uint8_t>& meaningful) {
  std::vector<Part> parts;
  for (uint32_t word = 0; word < tokens.size(); ++word) {
    const uint32_t quotation = tokens.quotation[word];
    if (quotation == 0) continue;
    if (parts.empty() || parts.back().quotation != quotation || parts.back().block != tokens.block[word])
      parts.push_back({quotation, tokens.block[word], {word, word}, {}});
    parts.back().range.end = word + 1;
    if (meaningful[word]) parts.back().words.push_back(word);
  }
  std::erase_if(parts, [](const Part& part) { return part.words.empty(); });
  return parts;
}

struct Share {
  size_t reading = 0;
  size_t words = 0;
};

class Completion {
 public:
  Completion(const actors::Tree& tree, const std::vector<uint8_t>& meaningful, const std::vector<uint8_t>& aside,
             QuotationRules rules, std::vector<Reading>& readings)
      : tree_(tree),
        tokens_(tree.tokens()),
        meaningful_(meaningful),
        aside_(aside),
        rules_(rules),
        readings_(readings) {
    for (size_t k = 0; k < readings.size(); ++k) {
      for (const uint32_t word : readings[k].content) held_.emplace_back(word, k);
      cues_.emplace_back(readings[k].cue.words.first, k);
    }
    std::sort(held_.begin(), held_.end());
    std::sort(cues_.begin(), cues_.end());
    const auto highest = std::max_element(tokens_.quotation.begin(), tokens_.quotation.end());
    holder_.resize(highest == tokens_.quotation.end() ? 1 : *highest + 1);
    count_words();
  }

  void run() {
    const std::vector<Part> parts = parts_of(tokens_, meaningful_);
    const Part* before = nullptr;
    for (const Part& part : parts) {
      if (is_aside(part.block)) continue;
      complete(part, before);
      before = &part;
    }
    sort_by_cue(readings_);
  }

 private:
  void complete(const Part& part, const Part* before) {
    const std::vector<Share> shares = shares_of(part);
    // Who speaks inside a quotation (“He told me to go”) is quoted there, and does not hold it.
    const auto held = [&](const Share& share) { return cue_within(part.range, share.reading) ? 0 : share.words; };
    const auto most = std::max_element(shares.begin(), shares.end(),
                                       [&](const Share& a, const Share& b) { return held(a) < held(b); });
    std::optional<size_t> speaker;
    if (most != shares.end() && 2 * held(*most) >= part.words.size()) {
      speaker = most->reading;
      if (most->words < part.words.size()) give(part, *speaker, "whole quotation");
    } else if (holder_[part.quotation]) {
      speaker = holder_[part.quotation];
      give(part, *speaker, "carried quotation");
    } else if (part.words.size() >= kSeveralWords) {
      if (before != nullptr && holder_[before->quotation]) speaker = sequel_of(part, *before);
      if (!speaker && rules_.sequels_in_next_block) speaker = paraphrased_before(part);
      if (speaker) give(part, *speaker, "sequel of a quotation");
      if (!speaker && rules_.introductions) speaker = introduced_before(part);
    }
    if (!speaker) {
      waiting_.push_back(&part);
      return;
    }
    for (const Part* earlier : waiting_) {
      if (earlier->quotation == part.quotation) give(*earlier, *speaker, "carried quotation");
    }
    waiting_.clear();
    holder_[part.quotation] = speaker;
    for (const Share& share : shares) {
      if (share.reading != *speaker && 2 * share.words < part.words.size() && !cue_within(part.range, share.reading))
        readings_[share.reading].content = without(readings_[share.reading].content, part.words);
    }
  }

  [[nodiscard]] std::vector<Share> shares_of(const Part& part) const {
    std::vector<Share> shares;
    auto at = std::lower_bound(held_.begin(), held_.end(), std::pair<uint32_t, size_t>{part.range.first, 0});
    for (; at != held_.end() && at->first < part.range.end; ++at) {
      const size_t reading = at->second;
      const auto same =
          std::find_if(shares.begin(), shares.end(), [&](const Share& share) { return share.reading == reading; });
      if (same == shares.end()) {
        shares.push_back({reading, 1});
      } else {
        ++same->words;
      }
    }
    std::sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.reading < b.reading; });
    return shares;
  }

  void give(const Part& part, size_t speaker, std::string_view rule) {
    Reading& reading = readings_[speaker];
    add_words(reading.content, without(part.words, united(reading.source, all_words(reading.cue.words))));
    reading.evidence.push_back({"content", rule, 1, true, {}, part.words});
  }

  [[nodiscard]] std::optional<size_t> sequel_of(const Part& part, const Part& before) const {
    const size_t speaker = *holder_[before.quotation];
    if (part.block == before.block) {
      if (rules_.sequels_in_block && follows_in_block(part, before, speaker)) return speaker;
      return std::nullopt;
    }
    if (!rules_.sequels_in_next_block) return std::nullopt;
    if (follows_in_next_block(part, before, speaker)) return speaker;
    if (resumes(part, before, speaker)) return speaker;
    return std::nullopt;
  }

  // “We won,” he said. “They lost.”
  [[nodiscard]] bool follows_in_block(const Part& part, const Part& before, size_t speaker) const {
    const uint32_t first_sentence = tokens_.sentence[part.range.first];
    if (!sentences_are_quotation(part)) return false;
    const uint32_t cue_sentence = tokens_.sentence[readings_[speaker].cue.words.first];
    const uint32_t sentence_before = std::max(cue_sentence, tokens_.sentence[before.range.end - 1]);
    return first_sentence <= sentence_before + 1 && !other_cue({before.range.end, part.range.first}, speaker);
  }

  // “We won,” he said. ¶ “They lost.”
  [[nodiscard]] bool follows_in_next_block(const Part& part, const Part& before, size_t speaker) const {
    if (!block_is_quotation(part.block) || part.block != next_block(before.block)) return false;
    const WordRange rest{before.range.end, block_end_[before.block]};
    if (other_cue(rest, speaker) || readings_[speaker].source.empty()) return false;
    const WordSet& content = readings_[speaker].content;
    const auto first = std::lower_bound(content.begin(), content.end(), block_begin_[before.block]);
    const auto end = std::lower_bound(first, content.end(), block_end_[before.block]);
    return std::all_of(first, end, [&](uint32_t word) { return tokens_.quotation[word] != 0; });
  }

  // “We won,” he said. ¶ The hall was silent. ¶ “They lost.”
  [[nodiscard]] bool resumes(const Part& part, const Part& before, size_t speaker) const {
    const uint32_t between = next_block(before.block);
    if (!block_is_quotation(part.block) || part.block != next_block(between)) return false;
    const WordRange rest{before.range.end, block_end_[between]};
    return !readings_[speaker].source.empty() && !other_cue(rest, speaker) && quoted_words_of_block_[between] == 0 &&
           !names_somebody({block_begin_[between], block_end_[between]});
  }

  [[nodiscard]] bool names_somebody(WordRange range) const {
    return last_person(tree_.syntax().entities, range).has_value();
  }

  // among: in order.
  [[nodiscard]] static std::optional<WordRange> last_person(const std::vector<syntax::Entity>& among, WordRange range) {
    std::optional<WordRange> last;
    auto one = std::lower_bound(among.begin(), among.end(), range.first,
                                [](const syntax::Entity& at, uint32_t word) { return at.first < word; });
    for (; one != among.end() && one->first < range.end; ++one) {
      if (one->type == syntax::EntityType::kPerson) last = WordRange{one->first, one->end};
    }
    return last;
  }

  // The captain fought for words. ¶ “We lost.”      From the speech of Dr Wilhelmina Dwyer: ¶ “We lost.”
  // Makes a reading of it.
  [[nodiscard]] std::optional<size_t> introduced_before(const Part& part) {
    if (!block_is_quotation(part.block) || part.range.first != block_begin_[part.block]) return std::nullopt;
    const uint32_t block = block_before(part.block);
    if (block == UINT32_MAX || quoted_words_of_block_[block] > 0) return std::nullopt;
    const text::Sentence& last = tokens_.sentences[tokens_.sentence[block_end_[block] - 1]];
    const WordRange sentence{std::max(last.first_token, block_begin_[block]), block_end_[block]};
    if (other_cue(sentence, readings_.size())) return std::nullopt;
    const auto introduction = introduction_in(sentence);
    if (!introduction) return std::nullopt;
    Reading reading;
    reading.cue = {introduction->cue, kFairlySure};
    reading.source = words_in(introduction->source, meaningful_);
    reading.certain = {kFairlySure, kFairlySure};
    reading.evidence.push_back({"cue", "introduction of a quotation", 1, true, {}, all_words(introduction->cue)});
    reading.evidence.push_back({"source", "introduction of a quotation", 1, true, {}, reading.source});
    readings_.push_back(std::move(reading));
    give(part, readings_.size() - 1, "introduced quotation");
    return readings_.size() - 1;
  }

  struct Introduction {
    WordRange cue, source;
  };

  // Whoever acts in the sentence, by its verb; before a colon whoever is named in it, or its subject, by the colon.
  [[nodiscard]] std::optional<Introduction> introduction_in(WordRange sentence) const {
    uint32_t root = sentence.first;
    while (root < sentence.end && tree_.head(root) != syntax::kRoot) ++root;
    if (root == sentence.end) return std::nullopt;
    const std::optional<WordRange> subject = subject_of(root);
    if (subject && is_person(*subject)) return Introduction{{root, root + 1}, *subject};
    const uint32_t last = sentence.end - 1;
    if (tree_.word(last) != ":") return std::nullopt;
    const std::optional<WordRange> person = last_person(tree_.syntax().entities, sentence);
    if (!person && !subject) return std::nullopt;
    return Introduction{{last, last + 1}, person ? *person : *subject};
  }

  [[nodiscard]] std::optional<WordRange> subject_of(uint32_t verb) const {
    for (const auto relation : {actors::Relation::kAgent, actors::Relation::kSubject}) {
      const uint32_t noun = tree_.dependent(verb, relation);
      if (noun != actors::Tree::kNone) return tree_.noun_phrase(noun);
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_person(WordRange phrase) const {
    const uint32_t head = tree_.head_of(phrase);
    if (tree_.part(head) == actors::Part::kPronoun) {
      constexpr std::array kPersons = {"he", "she", "they", "i", "we"};
      return std::find(kPersons.begin(), kPersons.end(), knowledge::fold(tree_.word(head))) != kPersons.end();
    }
    return names_somebody(phrase) || last_person(tree_.syntax().mentions, phrase).has_value();
  }

  // The mayor said that nobody was asked. ¶ “They never do.”
  [[nodiscard]] std::optional<size_t> paraphrased_before(const Part& part) const {
    if (!block_is_quotation(part.block) || part.range.first != block_begin_[part.block]) return std::nullopt;
    const uint32_t block = block_before(part.block);
    if (block == UINT32_MAX) return std::nullopt;
    const WordRange words{block_begin_[block], block_end_[block]};
    std::optional<size_t> last;
    auto at = std::lower_bound(cues_.begin(), cues_.end(), std::pair<uint32_t, size_t>{words.first, 0});
    for (; at != cues_.end() && at->first < words.end; ++at) {
      if (tokens_.quotation[at->first] != 0 || inside_another(at->first, at->second)) continue;
      // Of several speakers nobody knows which one goes on; one word is he, she or who.
      const WordSet& source = readings_[at->second].source;
      if (source.empty() || (last && source.size() > 1 && source != readings_[*last].source)) return std::nullopt;
      last = at->second;
    }
    return last;
  }

  [[nodiscard]] uint32_t block_before(uint32_t block) const {
    while (block-- > 0) {
      if (!is_aside(block) && words_of_block_[block] > 0) return block;
    }
    return UINT32_MAX;
  }

  // The word is said by another reading than `reading`.
  [[nodiscard]] bool inside_another(uint32_t word, size_t reading) const {
    auto at = std::lower_bound(held_.begin(), held_.end(), std::pair<uint32_t, size_t>{word, 0});
    for (; at != held_.end() && at->first == word; ++at) {
      if (at->second != reading) return true;
    }
    return false;
  }

  [[nodiscard]] bool sentences_are_quotation(const Part& part) const {
    const uint32_t first = tokens_.sentence[part.range.first];
    const uint32_t last = tokens_.sentence[part.range.end - 1];
    return unquoted_words_before_[last + 1] == unquoted_words_before_[first];
  }

  [[nodiscard]] bool block_is_quotation(uint32_t block) const {
    return words_of_block_[block] > 0 && words_of_block_[block] == quoted_words_of_block_[block];
  }

  [[nodiscard]] uint32_t next_block(uint32_t block) const {
    do ++block;
    while (block < block_begin_.size() && (is_aside(block) || words_of_block_[block] == 0));
    return block;
  }

  [[nodiscard]] bool is_aside(uint32_t block) const { return block < aside_.size() && aside_[block]; }

  [[nodiscard]] bool cue_within(WordRange range, size_t reading) const {
    return range.contains(readings_[reading].cue.words.first);
  }

  [[nodiscard]] bool other_cue(WordRange range, size_t speaker) const {
    auto at = std::lower_bound(cues_.begin(), cues_.end(), std::pair<uint32_t, size_t>{range.first, 0});
    for (; at != cues_.end() && at->first < range.end; ++at) {
      if (at->second != speaker) return true;
    }
    return false;
  }

  void count_words() {
    const size_t blocks = tokens_.block.empty() ? 0 : tokens_.block.back() + 1;
    words_of_block_.resize(blocks);
    quoted_words_of_block_.resize(blocks);
    block_begin_.resize(blocks, UINT32_MAX);
    block_end_.resize(blocks);
    unquoted_words_before_.resize(tokens_.sentences.size() + 1);
    for (uint32_t word = 0; word < tokens_.size(); ++word) {
      const uint32_t block = tokens_.block[word];
      block_begin_[block] = std::min(block_begin_[block], word);
      block_end_[block] = word + 1;
      if (!meaningful_[word]) continue;
      if (tokens_.quotation[word] == 0) ++unquoted_words_before_[tokens_.sentence[word] + 1];
      ++words_of_block_[block];
      if (tokens_.quotation[word] != 0) ++quoted_words_of_block_[block];
    }
    std::partial_sum(unquoted_words_before_.begin(), unquoted_words_before_.end(), unquoted_words_before_.begin());
  }

  const actors::Tree& tree_;
  const text::Tokens& tokens_;
  const std::vector<uint8_t>& meaningful_;
  const std::vector<uint8_t>& aside_;
  const QuotationRules rules_;
  std::vector<Reading>& readings_;
  std::vector<std::pair<uint32_t, size_t>> held_;  // word of a content, reading
  std::vector<std::pair<uint32_t, size_t>> cues_;  // first word of a cue, reading
  std::vector<std::optional<size_t>> holder_;      // of each quotation: the reading that last held a part of it
  std::vector<const Part*> waiting_;               // parts since the last that found a speaker
  std::vector<uint32_t> words_of_block_, quoted_words_of_block_, block_begin_, block_end_;
  std::vector<uint32_t> unquoted_words_before_;  // each sentence: words outside quotations in those before it
};

}  // namespace

void complete_quotations(const actors::Tree& tree, const std::vector<uint8_t>& meaningful,
                         const std::vector<uint8_t>& aside, QuotationRules rules, std::vector<Reading>& readings) {
  if (tree.size() > 0) Completion(tree, meaningful, aside, rules, readings).run();
}

}  // namespace onrecord::statements
