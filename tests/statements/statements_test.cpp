#include "statements/statements.h"

#include <doctest/doctest.h>

#include "actors/references.h"
#include "actors/small_report.h"

namespace onrecord::statements {
namespace {

using actors::SmallReport;
using syntax::EntityType;

// A report and the readings of its cues, made into statements.
class Read {
 public:
  explicit Read(const SmallReport& small)
      : small_(small),
        tree_(small.tree()),
        meaningful_(roles::meaningful_words(small.text, small.tokens)),
        cast(actors::find_cast(tree_, tables_, {}, {}, {})) {}

  Read& cue(std::string_view cue, std::string_view source, const std::vector<std::string_view>& contents) {
    Reading reading;
    reading.cue = {small_.find(cue), 0.8F};
    reading.certain = {0.5F, 0.5F};
    reading.source = words(source);
    for (const auto content : contents) add_words(reading.content, words(content));
    readings.push_back(std::move(reading));
    return *this;
  }

  [[nodiscard]] std::vector<Said> said() {
    return make_statements(
        {small_.text, tree_, meaningful_, tables_.lexicon, speech_words_, media_, times, small_.manifest}, readings,
        cast);
  }

  [[nodiscard]] std::vector<std::string> texts(const std::vector<Span>& spans) const {
    std::vector<std::string> out;
    for (const Span& span : spans) out.emplace_back(span.in(small_.text));
    return out;
  }
  [[nodiscard]] std::string actor(const std::optional<actors::ActorId>& id) const { return id ? cast[*id].name : ""; }

 private:
  [[nodiscard]] WordSet words(std::string_view wanted) const {
    WordSet set;
    if (wanted.empty()) return set;
    const WordRange range = small_.find(wanted);
    for (uint32_t word = range.first; word < range.end; ++word) {
      if (meaningful_[word]) set.push_back(word);
    }
    return set;
  }

  const SmallReport& small_;
  actors::ReferenceTables tables_;
  SpeechWords speech_words_;
  Media media_;
  actors::Tree tree_;
  std::vector<uint8_t> meaningful_;

 public:
  std::vector<Reading> readings;
  std::vector<times::Dated> times;
  actors::Cast cast;
};

using Texts = std::vector<std::string>;

SmallReport urged() {
  SmallReport report(
      {"Ana/PROPN/3/nsubj Gora/PROPN/1/flat urged/VERB/0/root/urge Norway/PROPN/3/obj to/PART/6/mark "
       "leave/VERB/3/xcomp ./PUNCT/3/punct"});
  report.name("Ana Gora", EntityType::kPerson).name("Norway", EntityType::kGpe);
  return report;
}

TEST_CASE("the one who is urged is spoken to and stands not in the content") {
  const SmallReport report = urged();
  Read read(report);
  const auto said = read.cue("urged", "Ana Gora", {"Norway to leave"}).said();
  REQUIRE(said.size() == 1);
  CHECK(read.texts(said[0].content_spans) == Texts{"to leave"});
  CHECK(read.actor(said[0].addressee) == "Norway");
  CHECK(said[0].cue_lemma == "urge");
  CHECK(said[0].act == Act::kDemand);  // no head said otherwise
  CHECK(said[0].confidence == doctest::Approx(0.8));
}

TEST_CASE("the word that joins the content to its cue belongs to the content") {
  const SmallReport report = urged();
  Read read(report);
  const auto said = read.cue("urged", "Ana Gora", {"leave"}).said();
  CHECK(read.texts(said[0].content_spans) == Texts{"to leave"});
  CHECK(read.actor(said[0].addressee) == "Norway");
}

TEST_CASE("the one accused stays in the content and is not spoken to") {
  SmallReport report(
      {"Ana/PROPN/3/nsubj Gora/PROPN/1/flat accused/VERB/0/root/accuse Norway/PROPN/3/obj of/SCONJ/6/mark "
       "lying/VERB/3/advcl/lie ./PUNCT/3/punct"});
  report.name("Ana Gora", EntityType::kPerson).name("Norway", EntityType::kGpe);
  Read read(report);
  const auto said = read.cue("accused", "Ana Gora", {"Norway of lying"}).said();
  CHECK(read.texts(said[0].content_spans) == Texts{"Norway of lying"});
  CHECK_FALSE(said[0].addressee);
}

TEST_CASE("what is asked for is no hearer") {
  SmallReport report(
      {"Ana/PROPN/3/nsubj Gora/PROPN/1/flat urged/VERB/0/root/urge restraint/NOUN/3/obj ./PUNCT/3/punct"});
  report.name("Ana Gora", EntityType::kPerson);
  Read read(report);
  const auto said = read.cue("urged", "Ana Gora", {"restraint"}).said();
  CHECK(read.texts(said[0].content_spans) == Texts{"restraint"});
  CHECK_FALSE(said[0].addressee);
}

SmallReport chain() {
  SmallReport report(
      {"Ana/PROPN/3/nsubj Gora/PROPN/1/flat denied/VERB/9/ccomp/deny it/PRON/3/obj ,/PUNCT/3/punct "
       "the/DET/8/det Oslo/PROPN/8/compound embassy/NOUN/9/nsubj tweeted/VERB/0/root/tweet ./PUNCT/9/punct"});
  report.name("Ana Gora", EntityType::kPerson);
  return report;
}

SmallReport in_geneva() {
  SmallReport report(
      {"Speaking/VERB/8/advcl/speak at/ADP/4/case a/DET/4/det briefing/NOUN/1/obl in/ADP/6/case Geneva/PROPN/4/nmod "
       "Ana/PROPN/8/nsubj said/VERB/0/root/say that/SCONJ/14/mark a/DET/11/det speech/NOUN/14/nsubj in/ADP/13/case "
       "Oslo/PROPN/11/nmod failed/VERB/8/ccomp ./PUNCT/8/punct"});
  report.name("Ana", EntityType::kPerson).name("Geneva", EntityType::kGpe).name("Oslo", EntityType::kGpe);
  return report;
}

TEST_CASE("how and where something was said hangs on the cue, not on the content") {
  const SmallReport report = in_geneva();
  Read read(report);
  const auto said = read.cue("said", "Ana", {"that a speech in Oslo failed"}).said();
  REQUIRE(said.size() == 1);
  REQUIRE(said[0].medium);
  CHECK(said[0].medium->kind == Medium::kPressConference);
  REQUIRE(said[0].where);
  CHECK(report.find("Geneva") == *said[0].where);
}

TEST_CASE("when something was said stands on the cue or right after it, not in the content") {
  const SmallReport report(
      {"Ana/PROPN/2/nsubj said/VERB/0/root/say on/ADP/4/case Friday/PROPN/6/obl it/PRON/6/nsubj failed/VERB/2/ccomp "
       "on/ADP/8/case Monday/PROPN/6/obl ./PUNCT/2/punct"});
  Read read(report);
  read.times = {{report.find("Friday"), times::Period{"2026-03-06", "2026-03-06", times::Precision::kDay}},
                {report.find("Monday"), std::nullopt}};
  const auto said = read.cue("said", "Ana", {"it failed on Monday"}).said();
  REQUIRE(said.size() == 1);
  REQUIRE(said[0].when);
  CHECK(said[0].when->words == report.find("Friday"));
}

TEST_CASE("a cue can tell the medium, and content alone tells none") {
  const SmallReport report = chain();
  Read read(report);
  const auto said =
      read.cue("tweeted", "the Oslo embassy", {"Ana Gora denied it"}).cue("denied", "Ana Gora", {"it"}).said();
  REQUIRE(said.size() == 2);
  CHECK_FALSE(said[0].medium);
  REQUIRE(said[1].medium);
  CHECK(said[1].medium->kind == Medium::kTweet);
}

TEST_CASE("each field of a statement has its evidence") {
  const SmallReport report = chain();
  Read read(report);
  const auto said =
      read.cue("tweeted", "the Oslo embassy", {"Ana Gora denied it"}).cue("denied", "Ana Gora", {"it"}).said();
  const auto by = [&](const Said& one, std::string_view field) {
    const auto at = std::find_if(one.evidence.begin(), one.evidence.end(),
                                 [&](const Evidence& evidence) { return evidence.field == field && evidence.taken; });
    return at == one.evidence.end() ? std::string_view() : at->by;
  };
  CHECK(by(said[0], "via") == "cue in another's content");
  CHECK(by(said[0], "source.actors") == "name");
  CHECK(by(said[0], "act") == "word of saying");
  CHECK(by(said[1], "medium") == "word on the cue");
  CHECK(by(said[1], "via").empty());
}

TEST_CASE("a cue in the content of another source is known through that source") {
  const SmallReport report = chain();
  Read read(report);
  const auto said =
      read.cue("tweeted", "the Oslo embassy", {"Ana Gora denied it"}).cue("denied", "Ana Gora", {"it"}).said();
  REQUIRE(said.size() == 2);
  CHECK(said[0].cue_lemma == "deny");  // in the order of the cues
  CHECK(said[0].via == 1);
  CHECK_FALSE(said[1].via);
  CHECK(said[1].source_kind == SourceKind::kOrganisation);
}

TEST_CASE("who says I inside a quotation is the one quoted, and known through him") {
  SmallReport report(
      {"“/PUNCT/3/punct I/PRON/3/nsubj told/VERB/8/ccomp/tell him/PRON/3/obj ,/PUNCT/3/punct ”/PUNCT/3/punct "
       "Ana/PROPN/8/nsubj said/VERB/0/root/say ./PUNCT/8/punct"});
  report.name("Ana", EntityType::kPerson);
  Read read(report);
  const auto said = read.cue("told", "I", {"him"}).cue("said", "Ana", {"I told him"}).said();
  REQUIRE(said.size() == 2);
  CHECK(said[0].via == 1);
  REQUIRE(said[0].actors.size() == 1);
  CHECK(said[0].actors == said[1].actors);
}

TEST_CASE("who is cited for what another says is known through him") {
  SmallReport report(
      {"Radio/PROPN/2/nsubj said/VERB/0/root/say ,/PUNCT/4/punct quoting/VERB/2/advcl/quote Ana/PROPN/4/obj "
       ",/PUNCT/4/punct it/PRON/8/nsubj rained/VERB/2/ccomp ./PUNCT/2/punct"});
  Read read(report);
  const auto said = read.cue("said", "Radio", {"it rained"}).cue("quoting", "Ana", {"it rained"}).said();
  REQUIRE(said.size() == 2);
  CHECK_FALSE(said[0].via);
  CHECK(said[1].via == 0);
}

TEST_CASE("a source that swallowed the one around it gives it back") {
  const SmallReport report = chain();
  Read read(report);
  read.cue("tweeted", "the Oslo embassy", {"Ana Gora denied it"}).cue("denied", "Ana Gora", {"it"});
  read.readings[1].source = united(read.readings[1].source, read.readings[0].source);
  const auto said = read.said();
  CHECK(read.texts(said[0].source_spans) == std::vector<std::string>{"Ana Gora"});
}

TEST_CASE("the same speaker inside his own words is not known through himself") {
  const SmallReport report = chain();
  Read read(report);
  const auto said = read.cue("tweeted", "Ana Gora", {"denied it"}).cue("denied", "Ana Gora", {"it"}).said();
  CHECK_FALSE(said[0].via);
}

TEST_CASE("two that hold each other's cues are not known through one another") {
  const SmallReport report = chain();
  Read read(report);
  const auto said = read.cue("tweeted", "the Oslo embassy", {"Ana Gora denied it"})
                        .cue("denied", "Ana Gora", {"it, the Oslo embassy tweeted"})
                        .said();
  CHECK_FALSE(said[0].via);
  CHECK_FALSE(said[1].via);
}

TEST_CASE("a statement without content counts only when it was not made") {
  const SmallReport report = chain();
  Read read(report);
  read.cue("denied", "Ana Gora", {});
  CHECK(read.said().empty());
  read.readings[0].polarity = {-3.0F, -0.1F};
  const auto said = read.said();
  REQUIRE(said.size() == 1);
  CHECK(said[0].polarity == Polarity::kNegative);
  CHECK(said[0].mode == Mode::kNone);
}

TEST_CASE("a sure network counts before the word, and a word before an unsure network") {
  const SmallReport report = chain();
  Read read(report);
  read.cue("denied", "Ana Gora", {"it"});
  read.readings[0].act = std::vector<float>(18, -5.0F);
  read.readings[0].act[4] = -0.1F;
  read.readings[0].source_kind = {-2, -3, -4, -4, -1, -4, -4, -0.5F};  // none, but there is a source
  const auto said = read.said();
  CHECK(said[0].act == Act::kAccuse);
  read.readings[0].act = std::vector<float>(18, -3.0F);
  read.readings[0].act[4] = -2.0F;
  CHECK(read.said()[0].act == Act::kDeny);
  CHECK(said[0].source_kind == SourceKind::kUnnamed);
}

TEST_CASE("a pronoun has the kind of the one it stands for") {
  SmallReport report({"Ana/PROPN/3/nsubj Gora/PROPN/1/flat left/VERB/0/root/leave ./PUNCT/3/punct",
                      "She/PRON/2/nsubj said/VERB/0/root/say nothing/PRON/2/obj ./PUNCT/2/punct"});
  report.name("Ana Gora", EntityType::kPerson);
  Read read(report);
  read.cue("said", "She", {"nothing"});
  read.readings[0].source_kind = {-4, -4, -4, -4, -0.1F, -4, -4, -4};
  const auto said = read.said();
  REQUIRE(said[0].actors.size() == 1);
  CHECK(read.cast[said[0].actors[0]].name == "Ana Gora");
  CHECK(said[0].source_kind == SourceKind::kNamed);
}

TEST_CASE("a joint source has several actors") {
  SmallReport report(
      {"India/PROPN/4/nsubj and/CCONJ/3/cc Nepal/PROPN/1/conj agreed/VERB/0/root/agree to/PART/6/mark "
       "talk/VERB/4/xcomp ./PUNCT/4/punct"});
  report.name("India", EntityType::kGpe).name("Nepal", EntityType::kGpe);
  Read read(report);
  const auto said = read.cue("agreed", "India and Nepal", {"talk"}).said();
  REQUIRE(said[0].actors.size() == 2);
  CHECK(read.cast[said[0].actors[1]].name == "Nepal");
}

TEST_CASE("a source that nobody knew becomes an actor named by its noun phrase") {
  SmallReport report(
      {"The/DET/3/det baffled/ADJ/3/amod locksmiths/NOUN/4/nsubj/locksmith said/VERB/0/root/say no/INTJ/4/obj "
       "./PUNCT/4/punct"});
  Read read(report);
  const auto said = read.cue("said", "The baffled locksmiths", {"no"}).said();
  REQUIRE(said[0].actors.size() == 1);
  CHECK(read.cast[said[0].actors[0]].name == "baffled locksmiths");
  CHECK(read.cast[said[0].actors[0]].kind == ActorKind::kGroup);
}

TEST_CASE("a relative pronoun brings the one that it stands for") {
  SmallReport report(
      {"Ana/PROPN/8/nsubj Gora/PROPN/1/flat ,/PUNCT/5/punct who/PRON/5/nsubj promised/VERB/1/acl:relcl/promise "
       "help/NOUN/5/obj ,/PUNCT/5/punct left/VERB/0/root/leave ./PUNCT/8/punct"});
  report.name("Ana Gora", EntityType::kPerson);
  Read read(report);
  const auto said = read.cue("promised", "who", {"help"}).said();
  REQUIRE(said[0].actors.size() == 1);
  CHECK(read.cast[said[0].actors[0]].name == "Ana Gora");
  CHECK(read.texts(said[0].source_spans) == Texts{"Ana Gora, who"});
}

TEST_CASE("mode is the share of words inside quotation marks") {
  SmallReport report(
      {"He/PRON/2/nsubj said/VERB/0/root/say “/PUNCT/4/punct yes/INTJ/2/obj ”/PUNCT/4/punct twice/ADV/2/advmod "
       "./PUNCT/2/punct"});
  Read read(report);
  CHECK(read.cue("said", "He", {"yes"}).said()[0].mode == Mode::kDirect);
  read.readings.clear();
  CHECK(read.cue("said", "He", {"twice"}).said()[0].mode == Mode::kIndirect);
  read.readings.clear();
  const auto mixed = read.cue("said", "He", {"yes” twice"}).said();
  CHECK(mixed[0].mode == Mode::kMixed);
  CHECK(read.texts(mixed[0].content_spans) == Texts{"“yes” twice"});
}

}  // namespace
}  // namespace onrecord::statements
