#pragma once
// A hand-made record whose spans are found by their words, so that a test reads like the report.

#include <stdexcept>
#include <string>
#include <string_view>

#include "onrecord/record.h"

namespace onrecord::tests {

// The span of the n-th (from 0) occurrence of words in text, in code points. Throws when there is none.
inline TextSpan span_of(std::string_view text, std::string_view words, int n = 0) {
  size_t at = text.find(words);
  for (; n > 0 && at != std::string_view::npos; --n) at = text.find(words, at + 1);
  if (at == std::string_view::npos) throw std::invalid_argument("not in the text: " + std::string(words));
  const auto points = [](std::string_view part) {
    uint32_t count = 0;
    for (const char c : part) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
  };
  return {points(text.substr(0, at)), points(text.substr(0, at + words.size()))};
}

// "Drava denied that Lem accused it, the embassy tweeted": s1 (tweeted) holds s2 (denied), which holds s3 (accused).
inline Record nested_record() {
  Record record;
  std::string& text = record.report.text;
  text =
      "Envoys <trade> blows\n\nDrava denied that Lem accused it of \"arson\", the embassy tweeted.\n\nPhoto: P. Quill";
  record.report.id = "nested.txt";
  record.report.published = "2026-05-04";
  record.report.publisher = "The Tidewater Echo";
  record.report.authors = {"Ada Brook"};
  record.report.blocks = {
      {BlockKind::kHeadline, span_of(text, "Envoys <trade> blows")},
      {BlockKind::kParagraph, span_of(text, "Drava denied that Lem accused it of \"arson\", the embassy tweeted.")},
      {BlockKind::kCredit, span_of(text, "Photo: P. Quill")}};

  Actor embassy;
  embassy.id = "a1";
  embassy.name = "Embassy of Drava";
  embassy.kind = ActorKind::kOrganisation;
  embassy.mentions = {{span_of(text, "the embassy"), MentionForm::kNoun, 0.8F, "noun phrase"}};
  Actor lem;
  lem.id = "a2";
  lem.name = "Jo Lem";
  lem.cameo = "DRVGOV";
  lem.office = Office{"harbour minister", "", "", "2026-05-04", "report"};
  lem.mentions = {{span_of(text, "Lem"), MentionForm::kName, 1, "name"}};
  record.actors = {embassy, lem};

  Statement tweeted;
  tweeted.id = "s1";
  tweeted.source = {span_of(text, "the embassy")};
  tweeted.source_actors = {"a1"};
  tweeted.source_kind = SourceKind::kOrganisation;
  tweeted.cue = {span_of(text, "tweeted")};
  tweeted.cue_lemma = "tweet";
  tweeted.act = Act::kAnnounce;
  tweeted.content = {span_of(text, "Drava denied that Lem accused it of \"arson\"")};
  tweeted.mode = Mode::kMixed;
  tweeted.confidence = 0.9F;

  Statement denied;
  denied.id = "s2";
  denied.source = {span_of(text, "Drava")};
  denied.source_kind = SourceKind::kNamed;
  denied.cue = {span_of(text, "denied")};
  denied.cue_lemma = "deny";
  denied.act = Act::kDeny;
  denied.content = {span_of(text, "that Lem accused it of \"arson\"")};
  denied.mode = Mode::kMixed;
  denied.via = "s1";
  denied.confidence = 0.5F;

  Statement accused;
  accused.id = "s3";
  accused.source = {span_of(text, "Lem")};
  accused.source_actors = {"a2"};
  accused.source_kind = SourceKind::kNamed;
  accused.cue = {span_of(text, "accused")};
  accused.cue_lemma = "accuse";
  accused.act = Act::kAccuse;
  accused.content = {span_of(text, "it of \"arson\"")};
  accused.mode = Mode::kMixed;
  accused.via = "s2";
  accused.confidence = 0.25F;

  record.statements = {tweeted, denied, accused};
  record.engine = {"0.1.0", "en-test", ""};
  return record;
}

}  // namespace onrecord::tests
