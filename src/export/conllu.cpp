#include "export/conllu.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <istream>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "export/characters.h"

namespace onrecord::exports {
namespace {

constexpr size_t kColumns = 10;

bool is_paragraph(std::string_view comment) {
  return comment.starts_with("# newpar") && !comment.starts_with("# newpar_");
}

bool is_document(std::string_view comment) {
  return comment.starts_with("# newdoc");
}

bool parse_columns(std::string_view line, std::array<std::string_view, kColumns>& columns) {
  for (size_t k = 0; k < kColumns; ++k) {
    const size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (k + 1 == kColumns)) return false;
    columns[k] = line.substr(0, tab);
    if (columns[k].empty()) return false;
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  return true;
}

bool parse_number(std::string_view digits, uint32_t& number) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size();
}

// Lays out the words of one document as text, sentence by sentence.
class Builder {
 public:
  void comment(std::string line) {
    if (is_document(line) || is_paragraph(line)) new_paragraph_ = true;
    sentence_.comments.push_back(std::move(line));
  }

  // False when the line is no word, range or empty node that may stand here.
  bool word(const std::string& line) {
    std::array<std::string_view, kColumns> columns;
    if (!parse_columns(line, columns)) return false;
    const bool space = columns[9].find("SpaceAfter=No") == std::string_view::npos;
    uint32_t first = 0, last = 0;
    if (const size_t dash = columns[0].find('-'); dash != std::string_view::npos) {
      if (!parse_number(columns[0].substr(0, dash), first) || !parse_number(columns[0].substr(dash + 1), last))
        return false;
      if (first != count_ + 1 || last <= first) return false;
      sentence_.ranges.push_back({first - 1, last, line});
      space_after_range_ = space;
      return true;
    }
    if (columns[0].find('.') != std::string_view::npos) return true;  // an empty node
    if (!parse_number(columns[0], first) || first != count_ + 1) return false;
    add_word(columns[1]);
    const bool in_range = !sentence_.ranges.empty() && count_ <= sentence_.ranges.back().end;
    gap_ = in_range ? count_ == sentence_.ranges.back().end && space_after_range_ : space;
    return true;
  }

  // False when a range promised more words.
  bool end_sentence() {
    if (count_ == 0) return sentence_.ranges.empty();
    const bool whole = sentence_.ranges.empty() || sentence_.ranges.back().end <= count_;
    document_.sentences.push_back(std::move(sentence_));
    sentence_ = {};
    count_ = 0;
    return whole;
  }

  [[nodiscard]] bool in_sentence() const { return count_ > 0; }
  [[nodiscard]] bool empty() const { return document_.words.empty(); }
  [[nodiscard]] uint64_t size() const { return document_.text.size(); }
  [[nodiscard]] ConlluDocument take() { return std::move(document_); }

 private:
  void add_word(std::string_view form) {
    std::string& text = document_.text;
    if (count_ == 0 && new_paragraph_ && !text.empty()) {
      text += "\n\n";
    } else if (gap_ && !text.empty()) {
      text += ' ';
    }
    const auto begin = static_cast<uint32_t>(text.size());
    for (size_t at = 0; at < form.size();) {  // bad bytes would not survive the analysis
      const Character c = character_at(form, at);
      append_utf8(c.code_point, text);
      at += c.length;
    }
    const auto end = static_cast<uint32_t>(text.size());
    if (document_.paragraphs.empty() || (count_ == 0 && new_paragraph_)) document_.paragraphs.push_back({begin, begin});
    document_.paragraphs.back().end = end;
    new_paragraph_ = false;
    document_.words.push_back({begin, end});
    document_.sentence_of_word.push_back(static_cast<uint32_t>(document_.sentences.size()));
    ++count_;
  }

  ConlluDocument document_;
  ConlluSentence sentence_;
  uint32_t count_ = 0;  // words of the sentence
  bool gap_ = false;
  bool new_paragraph_ = true;
  bool space_after_range_ = true;
};

// The entities of one layer, word by word from the first to the last.
class Labels {
 public:
  // labels: the manifest's, "B-PERSON" and the like.
  Labels(std::string_view key, const std::vector<syntax::Entity>& entities, const std::vector<std::string>& labels)
      : key_(key), entities_(entities), labels_(labels) {}

  void append(uint32_t word, std::string& misc) {
    while (next_ < entities_.size() && entities_[next_].end <= word) ++next_;
    if (next_ == entities_.size() || word < entities_[next_].first) return;
    const std::string_view type = std::string_view(labels_[entities_[next_].label]).substr(2);
    fmt::format_to(std::back_inserter(misc), "{}{}={}-{}", misc.empty() ? "" : "|", key_,
                   word == entities_[next_].first ? 'B' : 'I', type);
  }

 private:
  std::string_view key_;
  const std::vector<syntax::Entity>& entities_;
  const std::vector<std::string>& labels_;
  size_t next_ = 0;
};

// What closes and opens at each word, "e2)e1)" or "(e3(e4)" or "e2)(e3"; empty without chains. An inner mention opens
// last and closes first.
std::vector<std::string> brackets_of(std::span<const coreference::Chain> chains, size_t words) {
  if (chains.empty()) return {};
  std::vector<std::pair<WordRange, size_t>> mentions;  // with the number of its chain
  for (size_t k = 0; k < chains.size(); ++k) {
    for (const coreference::Mention& mention : chains[k]) mentions.emplace_back(mention.words, k + 1);
  }
  std::ranges::sort(mentions, {}, [](const auto& m) { return std::pair(m.first.first, UINT32_MAX - m.first.end); });
  std::vector<std::string> out(words);
  std::vector<std::string> closing(words);
  for (const auto& [range, chain] : mentions) {
    if (range.size() == 1) {
      out[range.first] += fmt::format("(e{})", chain);
    } else {
      out[range.first] += fmt::format("(e{}", chain);
      closing[range.end - 1].insert(0, fmt::format("e{})", chain));
    }
  }
  for (size_t word = 0; word < words; ++word) out[word].insert(0, closing[word]);
  return out;
}

// A field may be neither empty nor hold what parts fields.
std::string_view field(std::string_view value) {
  return value.empty() ? "_" : value;
}

}  // namespace

bool ConlluReader::next_line(std::string& line) {
  if (!pending_.empty()) {
    line = std::move(pending_);
    pending_.clear();
    return true;
  }
  if (!std::getline(in_, line)) return false;
  ++line_number_;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

Result<std::optional<ConlluDocument>> ConlluReader::next() {
  Builder builder;
  const auto broken = [&](std::string_view what) {
    in_.setstate(std::ios::eofbit | std::ios::failbit);
    return fail(Code::kInputUnreadable, fmt::format("{}; give CoNLL-U (ten columns parted by tabs)", what),
                fmt::format("{}:{}", name_, line_number_));
  };
  for (std::string line; next_line(line);) {
    if (line.empty()) {
      if (!builder.end_sentence()) return broken("a range of words goes beyond its sentence");
    } else if (line[0] == '#') {
      if (is_document(line) && !builder.empty() && !builder.in_sentence()) {
        pending_ = std::move(line);
        return builder.take();
      }
      builder.comment(std::move(line));
    } else if (!builder.word(line)) {
      return broken("no line of CoNLL-U that may stand here");
    }
    if (builder.size() > UINT32_MAX / 2) return broken("a document too large");
  }
  if (!builder.end_sentence()) return broken("a range of words goes beyond its sentence");
  if (builder.empty()) return std::nullopt;
  return builder.take();
}

ConlluDocument conllu_of(const std::string& id, std::string text, const text::Tokens& tokens) {
  ConlluDocument document;
  document.words = tokens.spans;
  document.sentence_of_word = tokens.sentence;
  for (size_t k = 0; k < tokens.sentences.size(); ++k) {
    const text::Sentence& sentence = tokens.sentences[k];
    const Span span{tokens.spans[sentence.first_token].begin, tokens.spans[sentence.end_token - 1].end};
    ConlluSentence out;
    if (k == 0) out.comments.push_back("# newdoc id = " + one_line(id));
    if (k == 0 || tokens.sentences[k - 1].block != sentence.block) {
      out.comments.emplace_back("# newpar");
      document.paragraphs.push_back(span);
    }
    document.paragraphs.back().end = span.end;
    out.comments.push_back(fmt::format("# sent_id = {}-{}", one_line(id), k + 1));
    out.comments.push_back("# text = " + one_line(span.in(text)));
    document.sentences.push_back(std::move(out));
  }
  document.text = std::move(text);
  return document;
}

void append_conllu(const ConlluDocument& document, const syntax::Syntax& syntax,
                   std::span<const coreference::Chain> chains, const encoder::Manifest& manifest, std::string& out) {
  const std::vector<std::string> brackets = brackets_of(chains, document.words.size());
  Labels names("Name", syntax.entities, manifest.names), mentions("Mention", syntax.mentions, manifest.mentions);
  uint32_t word = 0;
  for (uint32_t k = 0; k < document.sentences.size(); ++k) {
    const ConlluSentence& sentence = document.sentences[k];
    for (const std::string& comment : sentence.comments) out.append(comment).push_back('\n');
    auto range = sentence.ranges.begin();
    const uint32_t first = word;
    for (; word < document.words.size() && document.sentence_of_word[word] == k; ++word) {
      const uint32_t number = word - first;
      while (range != sentence.ranges.end() && range->end <= number) ++range;
      const bool in_range = range != sentence.ranges.end() && range->first <= number;
      if (in_range && range->first == number) out.append(range->line).push_back('\n');
      std::string misc;
      const bool glued = word + 1 < document.words.size() && document.words[word + 1].begin == document.words[word].end;
      if (glued && !in_range) misc = "SpaceAfter=No";
      if (!brackets.empty() && !brackets[word].empty())
        fmt::format_to(std::back_inserter(misc), "{}Entity={}", misc.empty() ? "" : "|", brackets[word]);
      names.append(word, misc);
      mentions.append(word, misc);
      const uint32_t head = syntax.head[word];
      fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n", number + 1,
                     document.words[word].in(document.text), field(syntax.lemma[word]),
                     manifest.upos[syntax.upos[word]], manifest.xpos[syntax.xpos[word]],
                     head == syntax::kRoot ? 0 : head - first + 1, manifest.relations[syntax.relation[word]],
                     field(misc));
    }
    out.push_back('\n');
  }
}

}  // namespace onrecord::exports
