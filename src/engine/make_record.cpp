#include "engine/make_record.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "actors/codes.h"
#include "statements/holders.h"
#include "text/utf8.h"

namespace onrecord::engine {
namespace {

class Maker {
 public:
  Maker(ingest::Document document, const text::Tokens& tokens, const std::vector<uint8_t>& meaningful,
        const WhatWasRead& read, const actors::ReferenceTables& tables)
      : document_(std::move(document)),
        tokens_(tokens),
        meaningful_(meaningful),
        cast_(read.cast),
        places_(read.places),
        said_(read.said),
        happened_(read.happened),
        holders_(read.said),
        lexicon_(tables.lexicon),
        base_(tables.base ? &*tables.base : nullptr),
        code_points_(document_.text) {}

  Record run(const std::vector<statements::Cue>& passed_over, const EngineVersion& version) {
    Record record;
    record.engine = version;
    add_actors(record);
    for (const actors::FoundPlace& place : places_) record.places.push_back(known_place(place, span_of(place.words)));
    for (const statements::Said& said : said_) add_statement(said, record);
    for (const events::Happened& happened : happened_) add_event(happened, record);
    for (const statements::Cue& cue : passed_over) record.passed_over.push_back({span_of(cue.words), cue.probability});
    add_report(record);
    return record;
  }

 private:
  // Those with mentions, and those that statements need, in order of first mention.
  void add_actors(Record& record) {
    std::vector<bool> needed(cast_.members.size(), false);
    for (const statements::Said& said : said_) {
      for (const actors::ActorId id : said.actors) needed[static_cast<size_t>(id)] = true;
      if (said.addressee) needed[static_cast<size_t>(*said.addressee)] = true;
    }
    for (const events::Happened& happened : happened_) {
      for (const auto* side : {&happened.actors, &happened.recipients}) {
        for (const actors::ActorId id : *side) needed[static_cast<size_t>(id)] = true;
      }
    }
    std::vector<size_t> order;
    for (size_t k = 0; k < cast_.members.size(); ++k) {
      const actors::Member& member = cast_.members[k];
      if (needed[k] || (!member.mentions.empty() && !member.unsure)) order.push_back(k);
    }
    const auto first_word = [&](size_t k) {
      const auto& mentions = cast_.members[k].mentions;
      return mentions.empty() ? UINT32_MAX : mentions.front().words.first;
    };
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return first_word(a) < first_word(b); });
    ids_.resize(cast_.members.size());
    for (const size_t k : order) {
      ids_[k] = 'a' + std::to_string(record.actors.size() + 1);
      record.actors.push_back(actor(cast_.members[k], ids_[k]));
    }
  }

  [[nodiscard]] Actor actor(const actors::Member& member, const std::string& id) const {
    Actor actor;
    actor.id = id;
    actor.name = member.name;
    actor.kind = member.kind;
    actor.country = member.country;
    actor.role = member.role;
    if (member.identity) add_identity(*member.identity, actor);
    // "President Bill Clinton", long after: the knowledge base knows better.
    const auto left = [&](const actors::Title& title) {
      return std::any_of(member.titles.begin(), member.titles.end(), [&](const actors::Title& other) {
        return other.past && other.words.empty() && actors::same_office(other, title);
      });
    };
    const auto stated = std::find_if(member.titles.begin(), member.titles.end(), [&](const actors::Title& title) {
      return !title.past && !title.words.empty() && (member.office || !left(title));
    });
    if (member.named && member.kind == ActorKind::kPerson && stated != member.titles.end())
      actor.stated_office = stated->office;
    if (member.office) {
      actor.office = office(member);
    } else if (!actor.stated_office.empty()) {
      Office office;
      office.title = actor.stated_office;
      office.basis = "report";
      actor.office = std::move(office);
    }
    actor.cameo = actors::cameo_code(actor.kind, actor.country, actor.role, own_code(member));
    for (const actors::MemberMention& mention : member.mentions)
      actor.mentions.push_back({span_of(mention.words), mention.form, mention.confidence, mention.rule});
    return actor;
  }

  // Of the entity itself, else of the international body that the person acts for.
  [[nodiscard]] std::string_view own_code(const actors::Member& member) const {
    if (!member.identity) return {};
    const knowledge::Date day = knowledge::date_of(document_.published, false).value_or(0);
    const std::string_view own = base_->code(member.identity->entity, "CAMEO", day);
    if (!own.empty() || !member.office || !member.office->office.body || member.role != "IGO") return own;
    return base_->code(*member.office->office.body, "CAMEO", day);
  }

  void add_identity(const actors::Identity& identity, Actor& actor) const {
    const auto told = [&](uint32_t number) {
      const knowledge::Entity entity = base_->entity(number);
      return fmt::format("{} {}", entity.id, entity.name);
    };
    actor.entity = base_->entity(identity.entity).id;
    actor.evidence.push_back({"entity", identity.rule, identity.score, true, told(identity.entity), {}});
    for (const actors::Rival& rival : identity.rivals)
      actor.evidence.push_back({"entity", identity.rule, rival.score, false, told(rival.entity), {}});
  }

  // In the report's own words for it, where the report names it.
  [[nodiscard]] static Office office(const actors::Member& member) {
    const knowledge::Held& held = *member.office;
    Office office;
    office.title = held.office.title;
    for (const actors::Title& title : member.titles) {
      if (title.words.empty() || title.past || !knowledge::may_be_called(held.office.form, title.form)) continue;
      office.title = title.office;
      break;
    }
    office.from = knowledge::text_of(held.from);
    office.to = knowledge::text_of(held.to);
    office.as_of = held.to == knowledge::kOpen ? knowledge::text_of(held.as_of) : "";
    office.basis = "knowledge-base";
    return office;
  }

  void add_statement(const statements::Said& said, Record& record) const {
    Statement statement;
    statement.id = 's' + std::to_string(record.statements.size() + 1);
    statement.source = spans_of(said.source_spans);
    for (const actors::ActorId id : said.actors) statement.source_actors.push_back(ids_[static_cast<size_t>(id)]);
    statement.source_kind = said.source_kind;
    statement.cue = spans_of(said.cue_spans);
    statement.cue_lemma = said.cue_lemma;
    statement.act = said.act;
    statement.content = spans_of(said.content_spans);
    statement.mode = said.mode;
    if (said.addressee) statement.addressee = ids_[static_cast<size_t>(*said.addressee)];
    if (said.medium) statement.medium = {said.medium->kind, span_of(said.medium->words)};
    if (said.when) statement.when = when(*said.when);
    if (said.where) statement.where = where(*said.where);
    if (said.via) statement.via = 's' + std::to_string(*said.via + 1);
    statement.polarity = said.polarity;
    statement.confidence = said.confidence;
    for (const roles::Evidence& one : said.evidence)
      statement.evidence.push_back({one.field, one.by, one.score, one.taken, one.value, stretches(one.words)});
    record.statements.push_back(std::move(statement));
  }

  void add_event(const events::Happened& happened, Record& record) const {
    Event event;
    event.id = 'e' + std::to_string(record.events.size() + 1);
    event.type = happened.code.type;
    event.mode = happened.code.mode;
    event.contexts = happened.code.contexts;
    event.cameo = happened.code.cameo;
    event.quad = happened.code.quad;
    event.intensity = happened.code.intensity;
    for (const actors::ActorId id : happened.actors) event.actors.push_back(ids_[static_cast<size_t>(id)]);
    for (const actors::ActorId id : happened.recipients) event.recipients.push_back(ids_[static_cast<size_t>(id)]);
    event.trigger = span_of(happened.trigger);
    event.extent = span_of(happened.extent);
    for (const WordRange mention : happened.mentions) event.mentions.push_back(span_of(mention));
    if (happened.when) event.when = when(*happened.when);
    if (happened.where) event.where = where(*happened.where);
    event.status = happened.status;
    event.news_role = happened.news_role;
    event.confidence = happened.confidence;
    for (const roles::Evidence& one : happened.evidence)
      event.evidence.push_back({one.field, one.by, one.score, one.taken, one.value, stretches(one.words)});
    for (const size_t k : word_of(happened)) {
      event.word.push_back('s' + std::to_string(k + 1));
      event.evidence.push_back(
          {"word", "trigger in the content", 1, true, event.word.back(), stretches(roles::all_words(said_[k].cue))});
    }
    record.events.push_back(std::move(event));
  }

  // The statement with the smallest content that holds the trigger, and those that it is known through. What is done by
  // the very words of a statement ("we condemn …") stands on no word of that speaker's.
  [[nodiscard]] std::vector<size_t> word_of(const events::Happened& happened) const {
    const uint32_t trigger = happened.trigger.first;
    std::optional<size_t> at = holders_.innermost(trigger, [&](size_t k) { return !said_[k].cue.contains(trigger); });
    if (at && happened.uttered) at = said_[*at].via;
    std::vector<size_t> chain;
    for (; at && chain.size() <= said_.size(); at = said_[*at].via) chain.push_back(*at);
    return chain;
  }

  [[nodiscard]] When when(const times::Dated& dated) const {
    When when{span_of(dated.words), {}, {}, {}};
    if (!dated.period) return when;
    when.start = dated.period->start;
    when.end = dated.period->end;
    when.precision = times::name(dated.period->precision);
    return when;
  }

  [[nodiscard]] Where where(WordRange words) const {
    Where where;
    where.span = span_of(words);
    const Span bytes{tokens_.spans[words.first].begin, tokens_.spans[words.end - 1].end};
    where.name = bytes.in(document_.text);
    if (const actors::State* state = lexicon_.state(where.name); state != nullptr) where.country = state->code;
    const auto found = std::find_if(places_.begin(), places_.end(),
                                    [&](const actors::FoundPlace& place) { return words.overlaps(place.words); });
    return found == places_.end() ? where : known_place(*found, where.span);
  }

  [[nodiscard]] Where known_place(const actors::FoundPlace& found, TextSpan span) const {
    const knowledge::Place place = base_->place(found.place);
    Where where;
    where.span = span;
    where.name = place.name;
    where.id = place.id;
    where.geonames = place.geonames;
    where.lat = place.latitude;
    where.lon = place.longitude;
    where.country = place.country;
    where.precision = place.type;
    return where;
  }

  void add_report(Record& record) {
    Report& report = record.report;
    for (const ingest::Block& block : document_.blocks)
      report.blocks.push_back({block.kind, in_code_points(block.span)});
    report.id = std::move(document_.id);
    report.url = std::move(document_.url);
    report.publisher = std::move(document_.publisher);
    report.title = std::move(document_.title);
    report.authors = std::move(document_.authors);
    report.published = std::move(document_.published);
    report.retrieved = std::move(document_.retrieved);
    if (!document_.language.empty()) report.language = std::move(document_.language);
    report.sha256 = std::move(document_.sha256);
    report.replaced_bytes = document_.replaced_bytes;
    report.text = std::move(document_.text);
  }

  [[nodiscard]] TextSpan in_code_points(Span span) const {
    return {code_points_.at(span.begin), code_points_.at(span.end)};
  }

  [[nodiscard]] TextSpan span_of(WordRange words) const {
    return in_code_points({tokens_.spans[words.first].begin, tokens_.spans[words.end - 1].end});
  }

  // Each run of words that follow one another, punctuation between them not counted.
  [[nodiscard]] std::vector<TextSpan> stretches(const roles::WordSet& words) const {
    std::vector<TextSpan> out;
    for (size_t k = 0; k < words.size(); ++k) {
      const TextSpan word = span_of({words[k], words[k] + 1});
      if (k > 0 && roles::words_in({words[k - 1] + 1, words[k]}, meaningful_).empty()) {
        out.back().end = word.end;
      } else {
        out.push_back(word);
      }
    }
    return out;
  }

  [[nodiscard]] std::vector<TextSpan> spans_of(const std::vector<Span>& spans) const {
    std::vector<TextSpan> out;
    out.reserve(spans.size());
    for (const Span& span : spans) out.push_back(in_code_points(span));
    return out;
  }

  ingest::Document document_;
  const text::Tokens& tokens_;
  const std::vector<uint8_t>& meaningful_;
  const actors::Cast& cast_;
  const std::vector<actors::FoundPlace>& places_;
  const std::vector<statements::Said>& said_;
  const std::vector<events::Happened>& happened_;
  const statements::Holders holders_;
  const actors::Lexicon& lexicon_;
  const knowledge::KnowledgeBase* base_;  // null when there is none
  const text::CodePoints code_points_;
  std::vector<std::string> ids_;  // of each member; empty for those left out
};

}  // namespace

Record make_record(ingest::Document document, const text::Tokens& tokens, const std::vector<uint8_t>& meaningful,
                   const WhatWasRead& read, const actors::ReferenceTables& tables, const EngineVersion& version) {
  return Maker(std::move(document), tokens, meaningful, read, tables).run(read.passed_over, version);
}

}  // namespace onrecord::engine
