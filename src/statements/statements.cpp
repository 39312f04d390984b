#include "statements/statements.h"

#include <algorithm>
#include <utility>

#include "actors/candidates.h"
#include "knowledge/names.h"
#include "statements/circumstances.h"
#include "statements/classes.h"
#include "statements/confidence.h"
#include "statements/contents.h"
#include "statements/holders.h"

namespace onrecord::statements {
namespace {

class Maker {
 public:
  Maker(const Report& report, actors::Cast& cast) : report_(report), cast_(cast), classes_(report.manifest) {}

  std::vector<Said> run(std::vector<Reading> readings) {
    sort_by_cue(readings);
    part_sources(readings);
    std::vector<Said> statements;
    for (Reading& reading : readings) {
      Said said = make(reading);
      if (!said.content.empty() || said.polarity == Polarity::kNegative) statements.push_back(std::move(said));
    }
    link(statements);
    return statements;
  }

 private:
  // She said that soldiers had come and ordered them out: the network may hear her in the soldiers' words as well.
  static void part_sources(std::vector<Reading>& readings) {
    const Holders holders(readings);
    for (Reading& inner : readings) {
      for (const auto& [word, holder] : holders.of(inner.cue.words.first)) {
        const WordSet& outer = readings[holder].source;
        WordSet rest = without(inner.source, outer);
        if (!outer.empty() && !rest.empty() && rest.size() + outer.size() == inner.source.size())
          inner.source = std::move(rest);
      }
    }
  }

  Said make(Reading& reading) {
    Said said;
    said.cue_lemma = lemma_of_cue(report_.tree, reading.cue.words);
    const SpeechWord* word = report_.speech_words.find(said.cue_lemma);
    const Frame frame = word != nullptr ? word->frame : Frame::kPlain;
    const auto hearer = cut_hearer(report_, cast_, frame, reading);
    if (hearer) said.addressee = cast_.at_head(*hearer);
    take_joining_word(report_, reading);
    take_antecedent(report_, reading);
    set_circumstances(reading, hearer, said);
    said.actors = speakers(reading);
    if (said.addressee && std::find(said.actors.begin(), said.actors.end(), *said.addressee) != said.actors.end())
      said.addressee.reset();
    said.evidence = std::move(reading.evidence);
    classify(reading, word, said);
    said.confidence = confidence_of(reading, report_.manifest.confidence);
    said.cue = reading.cue.words;
    said.source = std::move(reading.source);
    said.content = std::move(reading.content);
    set_spans(said);
    return said;
  }

  void set_circumstances(Reading& reading, std::optional<uint32_t> hearer, Said& said) const {
    const Circumstances found = circumstances_of(report_, reading, said.cue_lemma, hearer);
    said.medium = found.medium;
    said.where = found.where;
    said.when = found.when;
    if (said.medium) {
      reading.evidence.push_back(
          {"medium", "word on the cue", 1, true, std::string(name(said.medium->kind)), all_words(said.medium->words)});
    }
    if (said.where) reading.evidence.push_back({"where", "place on the cue", 1, true, {}, all_words(*said.where)});
    if (said.when) {
      const std::string day = said.when->period ? said.when->period->start : std::string();
      reading.evidence.push_back({"when", "time on the cue", 1, true, day, all_words(said.when->words)});
    }
    if (hearer)
      reading.evidence.push_back(
          {"addressee", "one spoken to", 1, true, {}, all_words(report_.tree.noun_phrase(*hearer))});
  }

  std::vector<actors::ActorId> speakers(Reading& reading) {
    if (reading.source.empty()) return {};
    std::vector<actors::ActorId> found = cast_.named_by(report_.tree, reading.source);
    if (found.empty() && !is_pronoun(reading.source))
      found.push_back(cast_.add_phrase(report_.tree, report_.lexicon, reading.source));
    for (const actors::ActorId id : found) {
      cast_[id].unsure = false;
      tell_speaker(cast_[id], reading);
    }
    return found;
  }

  // By which rule the words of the source came to stand for the member.
  static void tell_speaker(const actors::Member& member, Reading& reading) {
    const WordRange source{reading.source.front(), reading.source.back() + 1};
    auto mention = std::lower_bound(member.mentions.begin(), member.mentions.end(), source.first,
                                    [](const auto& at, uint32_t word) { return at.words.end <= word; });
    for (; mention != member.mentions.end() && mention->words.first < source.end; ++mention)
      reading.evidence.push_back({"source.actors", mention->rule, 1, true, member.name, all_words(mention->words)});
  }

  void classify(const Reading& reading, const SpeechWord* word, Said& said) {
    std::vector<const actors::Member*> source;
    for (const actors::ActorId id : said.actors) source.push_back(&cast_[id]);
    said.act = classes_.act(reading, word, said.evidence);
    said.polarity = classes_.polarity(reading, said.evidence);
    said.source_kind = classes_.source_kind(reading, is_pronoun(reading.source), source, said.evidence);
    said.mode = mode_of(report_.tree.tokens(), report_.meaningful, reading.content);
  }

  [[nodiscard]] bool is_pronoun(const WordSet& words) const {
    return words.size() == 1 && report_.tree.part(words.front()) == actors::Part::kPronoun;
  }

  void set_spans(Said& said) const {
    const auto join = [&](const WordSet& words) {
      return join_words(words, report_.text, report_.tree.tokens(), report_.meaningful);
    };
    said.cue_spans = {
        Span{report_.tree.tokens().spans[said.cue.first].begin, report_.tree.tokens().spans[said.cue.end - 1].end}};
    said.source_spans = join(said.source);
    said.content_spans = join(said.content);
  }

  // ---- who is known through whom ----
  void link(std::vector<Said>& statements) const {
    const Holders holders(statements);
    for (size_t k = 0; k < statements.size(); ++k) {
      statements[k].via = enclosing(statements, holders, k);
      if (!statements[k].via) statements[k].via = citing(statements, k);
    }
    for (size_t k = 0; k < statements.size(); ++k) skip_own_words(statements, k);
    for (size_t k = 0; k < statements.size(); ++k) break_circle(statements, k);
    for (size_t k = 0; k < statements.size(); ++k) take_first_person(statements, k);
    for (Said& said : statements) {
      if (said.via)
        said.evidence.push_back({"via", "cue in another's content", 1, true, {}, all_words(statements[*said.via].cue)});
    }
  }

  // The statement with the smallest content that has this one's cue in it.
  static std::optional<size_t> enclosing(const std::vector<Said>& statements, const Holders& holders, size_t k) {
    // Two that hold each other's cues do not stand inside one another: the roles of one are wrong.
    return holders.innermost(statements[k].cue.first, [&](size_t other) {
      return other != k && !contains(statements[k].content, statements[other].cue.first);
    });
  }

  // Radio Asmara said, quoting the ministry, that the road was open: both say the same, and the one cue hangs on the
  // other.
  [[nodiscard]] std::optional<size_t> citing(const std::vector<Said>& statements, size_t k) const {
    std::optional<size_t> first;
    uint32_t word = report_.tree.head(report_.tree.head_of(statements[k].cue));
    for (; word != syntax::kRoot; word = report_.tree.head(word)) {
      const auto other = with_cue_at(statements, word);
      if (other && *other != k && (!first || *other < *first) && says_the_same(statements[k], statements[*other]))
        first = other;
    }
    return first;
  }

  // statements: in the order of their cues.
  static std::optional<size_t> with_cue_at(const std::vector<Said>& statements, uint32_t word) {
    const auto after = std::upper_bound(statements.begin(), statements.end(), word,
                                        [](uint32_t at, const Said& said) { return at < said.cue.first; });
    if (after == statements.begin() || !std::prev(after)->cue.contains(word)) return std::nullopt;
    return static_cast<size_t>(std::prev(after) - statements.begin());
  }

  // Four fifths of the words of both, and the citer's cue is none of what is cited.
  static bool says_the_same(const Said& cited, const Said& citer) {
    if (contains(cited.content, citer.cue.first)) return false;
    const size_t both = cited.content.size() - without(cited.content, citer.content).size();
    return 10 * both >= 4 * (cited.content.size() + citer.content.size());
  }

  // The same speaker inside his own statement: known through whom that statement is known through. Inside his own
  // quotation nobody calls himself "she", whatever the resolver of references thought.
  void skip_own_words(std::vector<Said>& statements, size_t k) const {
    std::optional<size_t> via = statements[k].via;
    if (is_pronoun(statements[k].source) && in_quotation(statements[k].cue.first)) return;
    for (size_t steps = 0;
         via && steps < statements.size() && actors::share_one(statements[k].actors, statements[*via].actors); ++steps)
      via = statements[*via].via;
    if (via == k) via.reset();
    statements[k].via = via;
  }

  // "I told him to go," she said: I am she.
  void take_first_person(std::vector<Said>& statements, size_t k) const {
    constexpr size_t kMostSteps = 8;
    size_t outer = k;
    for (size_t steps = 0; steps < kMostSteps && is_first_person(statements[outer].source) && statements[outer].via;
         ++steps)
      outer = *statements[outer].via;
    if (outer == k || statements[outer].actors.empty()) return;
    statements[k].actors = statements[outer].actors;
    statements[k].evidence.push_back({"source.actors", "first person of the one quoted", 1, true,
                                      cast_[statements[k].actors.front()].name, statements[outer].source});
  }

  [[nodiscard]] bool in_quotation(uint32_t word) const { return report_.tree.tokens().quotation[word] != 0; }

  [[nodiscard]] bool is_first_person(const WordSet& source) const {
    return source.size() == 1 && knowledge::fold(report_.tree.word(source.front())) == "i";
  }

  // Wrong roles may lead back to where one began; nobody is known through himself.
  static void break_circle(std::vector<Said>& statements, size_t k) {
    std::optional<size_t> at = statements[k].via;
    for (size_t steps = 0; at && steps <= statements.size(); ++steps) {
      if (*at == k) {
        statements[k].via.reset();
        return;
      }
      at = statements[*at].via;
    }
  }

  const Report& report_;
  actors::Cast& cast_;
  const Classes classes_;
};

}  // namespace

std::vector<Said> make_statements(const Report& report, std::vector<Reading> readings, actors::Cast& cast) {
  return Maker(report, cast).run(std::move(readings));
}

}  // namespace onrecord::statements
