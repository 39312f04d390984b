#pragma once
// The record: what was read out of one report (docs/record.md has it field by field). Plain values, self-contained:
// a Record outlives the engine and the document that it came from.
//
// Spans are [begin, end) in Unicode code points of Report::text: text[begin:end] in Python gives the words.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

// [begin, end), in code points of the report's text.
struct TextSpan {
  uint32_t begin = 0;
  uint32_t end = 0;
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

enum class BlockKind : uint8_t {
  kHeadline,
  kSubheading,
  kByline,
  kDateline,
  kParagraph,
  kCaption,
  kCredit,
  kList,
  kTable,
  kEmbed,
  kBoilerplate,
};
[[nodiscard]] std::string_view name(BlockKind kind);  // "headline", …

struct RecordBlock {
  BlockKind kind = BlockKind::kParagraph;
  TextSpan span;
};

struct Report {
  std::string id;
  std::string url;
  std::string publisher;
  std::string title;
  std::vector<std::string> authors;
  std::string published;  // ISO 8601 date or date-time; empty when not known
  std::string retrieved;
  std::string language = "en";
  std::string sha256;  // of the input's bytes, lower-case hex
  std::string copy_of;
  std::string text;  // UTF-8
  std::vector<RecordBlock> blocks;
  uint32_t replaced_bytes = 0;  // input bytes that were no valid text and became U+FFFD
};

// What lies behind one field of a statement or actor: which head of the network or which rule decided it, how sure it
// was, and what else was weighed. `onrecord why` shows it; the JSON record leaves it out.
struct Evidence {
  std::string_view field;  // as in the JSON: "cue", "source", "content", "act", "via" …; a literal
  std::string_view by;     // "cue head", "role head", "whole quotation" …; a literal
  float score = 1;         // probability, 0 to 1; 1 for a rule, which has none
  bool taken = true;       // false: an alternative that was weighed
  std::string value;       // what was decided, where it is no words of the report: "deny"
  std::vector<TextSpan> words;
};

enum class ActorKind : uint8_t { kPerson, kOrganisation, kState, kGroup, kPlace };
[[nodiscard]] std::string_view name(ActorKind kind);

enum class MentionForm : uint8_t { kName, kTitle, kPronoun, kMetonym, kNoun, kAcronym };
[[nodiscard]] std::string_view name(MentionForm form);

struct Mention {
  TextSpan span;
  MentionForm form = MentionForm::kName;
  float confidence = 1;  // 0 to 1: the share of such mentions that are this actor's
  std::string_view
      rule;  // why it is this actor's: "same name", "office at the date" …; a literal; not in the JSON record
};

struct Office {
  std::string title, from, to, as_of;
  std::string basis;  // "knowledge-base" or "report" (an apposition)
};

struct Actor {
  std::string id;  // "a1" … in order of first mention
  std::string name;
  ActorKind kind = ActorKind::kPerson;
  std::string entity;  // knowledge-base id; empty when not known
  std::optional<Office> office;
  std::string stated_office;  // that the report itself gives a person; not in the JSON record, where `office` has it
  std::string country;        // ISO 3166 alpha-3
  std::string role;           // PLOVER sector
  std::string cameo;          // CAMEO actor string: "RUSMIL"
  std::vector<Mention> mentions;
  std::vector<Evidence> evidence;  // for the entity: the rule that chose it, and the others that were weighed
};

enum class SourceKind : uint8_t { kNamed, kOffice, kOrganisation, kCollective, kUnnamed, kDocument, kMedium, kNone };
[[nodiscard]] std::string_view name(SourceKind kind);

enum class Mode : uint8_t { kNone, kDirect, kIndirect, kMixed };  // kNone: a statement without content
[[nodiscard]] std::string_view name(Mode mode);

enum class Polarity : uint8_t { kPositive, kNegative };
[[nodiscard]] std::string_view name(Polarity polarity);

enum class Act : uint8_t {
  kSay,
  kClaim,
  kDeny,
  kAdmit,
  kAccuse,
  kCriticise,
  kPraise,
  kDemand,
  kAsk,
  kPromise,
  kThreaten,
  kWarn,
  kReject,
  kAnnounce,
  kEstimate,
  kDescribe,
  kAgree,
  kThink,
};
[[nodiscard]] std::string_view name(Act act);

// How something was said.
enum class Medium : uint8_t {
  kTweet,  // or a post on another network
  kInterview,
  kPressConference,
  kWrittenStatement,
  kSpeech,
  kBroadcast,
  kDocument,
};
[[nodiscard]] std::string_view name(Medium medium);  // "tweet", "press conference", …

struct StatementMedium {
  Medium kind = Medium::kDocument;
  TextSpan span;
};

struct When {
  TextSpan span;
  std::string start, end;  // ISO 8601 days, both inclusive; empty when the report's date or the words do not tell
  std::string precision;   // "day", "week", …
};

struct Where {
  TextSpan span;
  std::string name;         // the knowledge base's, else the report's
  std::string country;      // ISO 3166 alpha-3; empty when not known
  std::string id;           // in the knowledge base: "gn:2643743", "own:…"; empty when not known, as all below
  uint32_t geonames = 0;    // GeoNames id
  double lat = 0, lon = 0;  // degrees, where `precision` is not empty
  std::string precision;    // what the coordinates stand for: "town", "region", "strait" …
};

struct Statement {
  std::string id;  // "s1" … in order of the cue
  std::vector<TextSpan> source;
  std::vector<std::string> source_actors;  // actor ids
  SourceKind source_kind = SourceKind::kNone;
  std::vector<TextSpan> cue;
  std::string cue_lemma;
  Act act = Act::kSay;
  std::vector<TextSpan> content;
  Mode mode = Mode::kNone;
  std::string addressee;  // actor id
  std::optional<StatementMedium> medium;
  std::optional<When> when;  // of the saying
  std::optional<Where> where;
  std::string via;  // statement id
  Polarity polarity = Polarity::kPositive;
  float confidence = 0;  // 0 to 1: the share of such statements that are right
  std::vector<Evidence> evidence;
};

enum class EventType : uint8_t {  // of PLOVER
  kAgree,
  kConsult,
  kSupport,
  kConcede,
  kCooperate,
  kAid,
  kRetreat,
  kRequest,
  kAccuse,
  kReject,
  kThreaten,
  kProtest,
  kSanction,
  kMobilize,
  kCoerce,
  kAssault,
};
[[nodiscard]] std::string_view name(EventType type);  // "AGREE", …

enum class Status : uint8_t { kOccurred, kOngoing, kFuture, kHypothetical, kNegated };
[[nodiscard]] std::string_view name(Status status);

// What part an event has in its report.
enum class NewsRole : uint8_t { kMain, kConsequence, kBackground, kHistory, kExpectation, kComment };
[[nodiscard]] std::string_view name(NewsRole role);

struct Event {
  std::string id;  // "e1" … in order of the trigger
  EventType type = EventType::kConsult;
  std::string mode;                             // PLOVER's; may be empty
  std::vector<std::string> contexts;            // PLOVER's
  std::string cameo;                            // "042"
  int quad = 1;                                 // 1 to 4
  double intensity = 0;                         // -10 to 10
  std::vector<std::string> actors, recipients;  // actor ids
  TextSpan trigger;                             // the word that names the act
  TextSpan extent;                              // its clause
  std::vector<TextSpan> mentions;               // all words that name it, the trigger among them, in order
  std::optional<When> when;
  std::optional<Where> where;
  Status status = Status::kOccurred;
  std::vector<std::string> word;  // statement ids, innermost first; empty = the report's own voice
  NewsRole news_role = NewsRole::kMain;
  float confidence = 0;  // 0 to 1
  std::vector<Evidence> evidence;
};

// Words that the network took for a cue, but not surely enough (EngineOptions::cue_threshold).
struct PassedOver {
  TextSpan cue;
  float score = 0;
};

struct EngineVersion {
  std::string version, model, knowledge_base;
};

struct Record {
  Report report;
  std::vector<Actor> actors;
  std::vector<Where> places;  // all that the report names and that are known, in order
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<PassedOver> passed_over;  // for `onrecord why`; not in the JSON record
  EngineVersion engine;
};

}  // namespace onrecord
