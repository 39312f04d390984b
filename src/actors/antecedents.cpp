#include "actors/antecedents.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "actors/institutions.h"
#include "actors/tables.inc"
#include "base/tables.h"
#include "knowledge/names.h"

namespace onrecord::actors {
namespace {

constexpr uint32_t kMostSentencesBack = 12;

enum Feature : size_t {
  kBias,
  kSameSentence,
  kSentence1,
  kSentence2,
  kSentence3,
  kSentence5,
  kSameBlock,
  kBlockBefore,
  kSubject,
  kPronoun,
  kNoMention,
  kBothQuoted,
  kQuotedOnlyThere,
  kQuotedOnlyHere,
  kGenderKnown,
  kNamed,
  kIsPerson,
  kIsBody,
  kIsState,
  kIsGroup,
  kPlural,
  kOften,
  kFirstOfBlock,
  kSubjects,
  kObjects,
  kNearest,
  kOnlyOne,
  kCountryKnown,
  kSpeaker,
  kTitleGap,
  kBothSpeak,
  kGeneralNoun,
  kNameHasNoun,
  kOfficeNoun,
  kModified,
  kInstitution,
  kSpeaksQuotation,
  kIsSubject,
  kKindOfState,
  kSpokeLast,
  kSpokeLastAndGoesOn,
  kInOwnParaphrase,
  kInOwnQuotation,
  kNewerSubject,
  kNewerName,
  kMainSubject,
  kTopicBefore,
  kKnown,
};

constexpr std::array<std::string_view, kReferenceFeatures> kFeatureNames{"bias",
                                                                         "same-sentence",
                                                                         "sentence-1",
                                                                         "sentence-2",
                                                                         "sentence-3-4",
                                                                         "sentence-5-up",
                                                                         "same-block",
                                                                         "block-before",
                                                                         "subject",
                                                                         "pronoun",
                                                                         "no-mention",
                                                                         "both-quoted",
                                                                         "quoted-only-there",
                                                                         "quoted-only-here",
                                                                         "gender-known",
                                                                         "named",
                                                                         "is-person",
                                                                         "is-body",
                                                                         "is-state",
                                                                         "is-group",
                                                                         "plural",
                                                                         "often",
                                                                         "first-of-block",
                                                                         "both-subjects",
                                                                         "both-objects",
                                                                         "nearest",
                                                                         "only-one",
                                                                         "same-country",
                                                                         "speaker",
                                                                         "rival-title",
                                                                         "both-speak",
                                                                         "general-noun",
                                                                         "name-has-noun",
                                                                         "office-noun",
                                                                         "modified",
                                                                         "institution",
                                                                         "speaks-quotation",
                                                                         "is-subject",
                                                                         "kind-of-state",
                                                                         "spoke-last",
                                                                         "spoke-last-goes-on",
                                                                         "in-own-paraphrase",
                                                                         "in-own-quotation",
                                                                         "newer-subject",
                                                                         "newer-name",
                                                                         "main-subject",
                                                                         "topic-before",
                                                                         "known"};
static_assert(kKnown + 1 == kReferenceFeatures);

constexpr std::array<std::string_view, kAnaphorClasses> kClassNames{
    "person", "thing", "many", "person-noun", "body-noun", "state-noun", "many-noun"};

bool may_be(AnaphorClass anaphor, const Candidate& candidate, const Member& member) {
  const bool person = member.kind == ActorKind::kPerson && !member.plural;
  const bool body = member.kind == ActorKind::kOrganisation && !member.plural;
  const bool many = member.plural || member.kind == ActorKind::kGroup;
  switch (anaphor) {
    case AnaphorClass::kPerson:
      return person && !Members::conflict(candidate, member);
    case AnaphorClass::kThing:
      return body || (member.kind == ActorKind::kState && !member.plural);
    case AnaphorClass::kMany:
      return true;
    case AnaphorClass::kPersonNoun:
      return person && !Members::conflict(candidate, member);
    case AnaphorClass::kBodyNoun:
      return body && !Members::conflict(candidate, member);
    case AnaphorClass::kStateNoun:
      return member.kind == ActorKind::kState && !Members::conflict(candidate, member);
    case AnaphorClass::kManyNoun:
      return many && !Members::conflict(candidate, member);
  }
  return false;
}

// "Ryabkov told him": two arguments of one verb are two people.
bool argues_with(const Tree& tree, const Reference& reference, const Candidate& candidate) {
  const uint32_t a = tree.head(reference.head);
  const uint32_t b = tree.head(candidate.head);
  return a < tree.size() && a == b && tree.relation(reference.head) != Relation::kConjunct;
}

// Nouns that say so little that they nearly always stand for somebody named before.
bool is_general(const Lexicon& lexicon, AnaphorClass anaphor, const Candidate& candidate) {
  if (!candidate.modifiers.empty()) return false;
  switch (anaphor) {
    case AnaphorClass::kPersonNoun:
      return lexicon.listed(WordList::kGeneralPerson, candidate.noun);
    case AnaphorClass::kBodyNoun:
      return lexicon.listed(WordList::kGeneralBody, candidate.noun);
    case AnaphorClass::kStateNoun:
      return true;
    default:
      return false;
  }
}

bool may_be_called(const Members& members, const Candidate& candidate, const Member& member) {
  const State* state = members.lexicon.state_of_code(member.country);
  return state == nullptr || members.lexicon.may_be_called(*state, candidate.noun);
}

size_t distance_feature(uint32_t sentences) {
  switch (sentences) {
    case 0:
      return kSameSentence;
    case 1:
      return kSentence1;
    case 2:
      return kSentence2;
    case 3:
    case 4:
      return kSentence3;
    default:
      return kSentence5;
  }
}

// The candidate stands in what that reference is the source of: "Wallace said that he would go".
bool says(const Speech& speech, const Reference& reference, const Candidate& candidate) {
  if (speech.source_of.empty()) return false;
  const uint32_t utterance = speech.source_of[reference.head];
  return utterance != Speech::kNone && speech.content_of[candidate.head] == utterance;
}

// Features that one reference to the member gives; the weights pick the reference that counts.
void read_reference(const Members& members, const Candidate& candidate, const Reference& reference,
                    ReferenceFeatures& f) {
  const Tree& tree = members.tree;
  f[distance_feature(tree.sentence(candidate.head) - tree.sentence(reference.head))] = 1;
  const uint32_t blocks = tree.block(candidate.head) - tree.block(reference.head);
  f[kSameBlock] = blocks == 0 ? 1 : 0;
  f[kBlockBefore] = blocks == 1 ? 1 : 0;
  f[kSubject] = reference.subject ? 1 : 0;
  f[kPronoun] = reference.pronoun ? 1 : 0;
  f[kNoMention] = reference.mention ? 0 : 1;
  f[kBothQuoted] = reference.in_quotation && candidate.in_quotation ? 1 : 0;
  f[kQuotedOnlyThere] = reference.in_quotation && !candidate.in_quotation ? 1 : 0;
  f[kQuotedOnlyHere] = !reference.in_quotation && candidate.in_quotation ? 1 : 0;
  f[kSubjects] = reference.subject && candidate.subject ? 1 : 0;
  f[kObjects] = !reference.subject && !candidate.subject ? 1 : 0;
  f[kSpeaker] = reference.speaks ? 1 : 0;
  f[kBothSpeak] = reference.speaks && candidate.speaks ? 1 : 0;
  // Inside his own words nobody calls himself "he".
  f[kSpeaksQuotation] = candidate.in_quotation && !reference.in_quotation && reference.speaks && blocks == 0 ? 1 : 0;
  f[kFirstOfBlock] = reference.opens_block ? 1 : 0;
  f[kMainSubject] = reference.main_subject ? 1 : 0;
  // A paragraph that opens with a pronoun goes on about whom the one before was about.
  f[kTopicBefore] = reference.main_subject && candidate.opens_block && blocks == 1 ? 1 : 0;
  const bool own = says(members.speech, reference, candidate);
  f[kInOwnQuotation] = own && candidate.in_quotation ? 1 : 0;
  f[kInOwnParaphrase] = own && !candidate.in_quotation ? 1 : 0;
}

void read_member(const Members& members, AnaphorClass anaphor, const Candidate& candidate, size_t number,
                 ReferenceFeatures& f) {
  const Member& member = members.cast.members[number];
  const Knowledge& known = members.known[number];
  f[kBias] = 1;
  f[kGenderKnown] = candidate.gender != Gender::kUnknown && member.gender == candidate.gender ? 1 : 0;
  f[kNamed] = member.named ? 1 : 0;
  f[kIsPerson] = member.kind == ActorKind::kPerson && !member.plural ? 1 : 0;
  f[kIsBody] = member.kind == ActorKind::kOrganisation ? 1 : 0;
  f[kIsState] = member.kind == ActorKind::kState ? 1 : 0;
  f[kIsGroup] = member.kind == ActorKind::kGroup ? 1 : 0;
  f[kKnown] = member.identity ? 1 : 0;
  f[kPlural] = member.plural ? 1 : 0;
  f[kOften] = std::log2(1.0F + static_cast<float>(known.times));
  f[kCountryKnown] = !candidate.country.empty() && candidate.country == member.country ? 1 : 0;
  f[kGeneralNoun] = is_general(members.lexicon, anaphor, candidate) ? 1 : 0;
  f[kNameHasNoun] = !candidate.noun.empty() && fold(member.name).find(candidate.noun) != std::string::npos ? 1 : 0;
  f[kIsSubject] = candidate.subject ? 1 : 0;
  f[kKindOfState] = members.lexicon.is_kind_of_state(candidate.noun) ? 1 : 0;
  f[kOfficeNoun] = candidate.form == MentionForm::kTitle ? 1 : 0;
  f[kModified] = candidate.modifiers.empty() ? 0 : 1;
  f[kInstitution] = is_institution(candidate, members.lexicon) ? 1 : 0;
  f[kSpokeLast] = members.last_speaker() == number ? 1 : 0;
  f[kSpokeLastAndGoesOn] = f[kSpokeLast] > 0 && candidate.speaks ? 1 : 0;
  f[kTitleGap] = !candidate.titles.empty() && !member.titles.empty() ? 1 : 0;
}

// The last reference of some kind to any of the options, and the last one to another than that.
struct Newest {
  size_t member = SIZE_MAX;
  uint32_t head = 0;
  uint32_t second = 0;

  [[nodiscard]] uint32_t besides(size_t other) const { return other == member ? second : head; }
};

// Whoever was talked of before the candidate, outside of quotations.
template <class Counts>
Newest newest_of(const Members& members, const std::vector<Option>& options, const Candidate& candidate,
                 const Counts& counts) {
  Newest newest;
  for (const Option& option : options) {
    uint32_t last = 0;
    for (const Reference& reference : members.known[option.member].references) {
      if (reference.head < candidate.head && !reference.in_quotation && counts(reference))
        last = std::max(last, reference.head);
    }
    if (last > newest.head) {
      newest = {option.member, last, newest.head};
    } else {
      newest.second = std::max(newest.second, last);
    }
  }
  return newest;
}

}  // namespace

std::string_view feature_name(size_t feature) {
  return kFeatureNames[feature];
}
std::string_view class_name(AnaphorClass anaphor) {
  return kClassNames[static_cast<size_t>(anaphor)];
}

ReferenceWeights::ReferenceWeights() {
  for (const std::string_view line : parts_of(kReferenceWeightTable, '\n')) {
    if (line.front() == '#') continue;
    const std::vector<std::string_view> fields = parts_of(line, ' ');
    if (fields.size() != 3) continue;
    const auto row = std::find(kClassNames.begin(), kClassNames.end(), fields[0]);
    const auto column = std::find(kFeatureNames.begin(), kFeatureNames.end(), fields[1]);
    if (row == kClassNames.end() || column == kFeatureNames.end()) continue;
    float& weight =
        weights_[static_cast<size_t>(row - kClassNames.begin())][static_cast<size_t>(column - kFeatureNames.begin())];
    std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), weight);
  }
}

float ReferenceWeights::score(AnaphorClass anaphor, const ReferenceFeatures& features) const {
  float sum = 0;
  const ReferenceFeatures& weights = weights_[static_cast<size_t>(anaphor)];
  for (size_t k = 0; k < kReferenceFeatures; ++k) sum += weights[k] * features[k];
  return sum;
}

std::optional<AnaphorClass> anaphor_class(const Candidate& candidate) {
  if (candidate.form == MentionForm::kPronoun) {
    if (candidate.key == "it") return AnaphorClass::kThing;
    return candidate.plural ? AnaphorClass::kMany : AnaphorClass::kPerson;
  }
  if (!candidate.definite || candidate.noun.empty() || !candidate.mention) return std::nullopt;
  if (candidate.plural || candidate.kind == ActorKind::kGroup) return AnaphorClass::kManyNoun;
  switch (candidate.kind) {
    case ActorKind::kPerson:
      return AnaphorClass::kPersonNoun;
    case ActorKind::kOrganisation:
      return AnaphorClass::kBodyNoun;
    case ActorKind::kState:
      return AnaphorClass::kStateNoun;
    default:
      return std::nullopt;
  }
}

std::vector<Option> antecedents_of(const Members& members, const ReferenceWeights& weights, AnaphorClass anaphor,
                                   const Candidate& candidate) {
  std::vector<Option> options;
  uint32_t nearest = 0;
  for (const size_t member : members.met_lately()) {
    const Knowledge& known = members.known[member];
    if (!may_be(anaphor, candidate, members.cast.members[member])) continue;
    if (anaphor == AnaphorClass::kStateNoun && !may_be_called(members, candidate, members.cast.members[member]))
      continue;
    if (members.denies_title(candidate, member)) continue;
    Option best{member, {}, -1e9F};
    bool met = false;
    for (const Reference& reference : known.references) {
      if (reference.head >= candidate.head || argues_with(members.tree, reference, candidate)) continue;
      if (members.tree.sentence(candidate.head) - members.tree.sentence(reference.head) > kMostSentencesBack) continue;
      ReferenceFeatures features{};
      read_member(members, anaphor, candidate, member, features);
      read_reference(members, candidate, reference, features);
      const float score = weights.score(anaphor, features);
      if (score <= best.score) continue;
      best = {member, features, score};
      met = true;
    }
    if (!met) continue;
    nearest = std::max(nearest, known.references.back().head);
    options.push_back(best);
  }
  const auto is_subject = [](const Reference& reference) { return reference.subject; };
  const auto is_name = [](const Reference& reference) { return reference.mention && !reference.pronoun; };
  const Newest subjects = newest_of(members, options, candidate, is_subject);
  const Newest names = newest_of(members, options, candidate, is_name);
  for (Option& option : options) {
    const uint32_t last = members.known[option.member].references.back().head;
    option.features[kNewerSubject] = subjects.besides(option.member) > last ? 1 : 0;
    option.features[kNewerName] = names.besides(option.member) > last ? 1 : 0;
    option.features[kNearest] = members.known[option.member].references.back().head == nearest ? 1 : 0;
    option.features[kOnlyOne] = options.size() == 1 ? 1 : 0;
    option.score = weights.score(anaphor, option.features);
  }
  return options;
}

}  // namespace onrecord::actors
