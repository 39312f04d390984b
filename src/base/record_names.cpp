#include "onrecord/record.h"

namespace onrecord {

std::string_view name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeadline:
      return "headline";
    case BlockKind::kSubheading:
      return "subheading";
    case BlockKind::kByline:
      return "byline";
    case BlockKind::kDateline:
      return "dateline";
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kCredit:
      return "credit";
    case BlockKind::kList:
      return "list";
    case BlockKind::kTable:
      return "table";
    case BlockKind::kEmbed:
      return "embed";
    case BlockKind::kBoilerplate:
      return "boilerplate";
  }
  return "";
}

std::string_view name(ActorKind kind) {
  switch (kind) {
    case ActorKind::kPerson:
      return "person";
    case ActorKind::kOrganisation:
      return "organisation";
    case ActorKind::kState:
      return "state";
    case ActorKind::kGroup:
      return "group";
    case ActorKind::kPlace:
      return "place";
  }
  return "";
}

std::string_view name(MentionForm form) {
  switch (form) {
    case MentionForm::kName:
      return "name";
    case MentionForm::kTitle:
      return "title";
    case MentionForm::kPronoun:
      return "pronoun";
    case MentionForm::kMetonym:
      return "metonym";
    case MentionForm::kNoun:
      return "noun";
    case MentionForm::kAcronym:
      return "acronym";
  }
  return "";
}

std::string_view name(SourceKind kind) {
  switch (kind) {
    case SourceKind::kNamed:
      return "named";
    case SourceKind::kOffice:
      return "office";
    case SourceKind::kOrganisation:
      return "organisation";
    case SourceKind::kCollective:
      return "collective";
    case SourceKind::kUnnamed:
      return "unnamed";
    case SourceKind::kDocument:
      return "document";
    case SourceKind::kMedium:
      return "medium";
    case SourceKind::kNone:
      return "none";
  }
  return "";
}

std::string_view name(Mode mode) {
  switch (mode) {
    case Mode::kNone:
      return "none";
    case Mode::kDirect:
      return "direct";
    case Mode::kIndirect:
      return "indirect";
    case Mode::kMixed:
      return "mixed";
  }
  return "";
}

std::string_view name(Polarity polarity) {
  switch (polarity) {
    case Polarity::kPositive:
      return "positive";
    case Polarity::kNegative:
      return "negative";
  }
  return "";
}

std::string_view name(Act act) {
  switch (act) {
    case Act::kSay:
      return "say";
    case Act::kClaim:
      return "claim";
    case Act::kDeny:
      return "deny";
    case Act::kAdmit:
      return "admit";
    case Act::kAccuse:
      return "accuse";
    case Act::kCriticise:
      return "criticise";
    case Act::kPraise:
      return "praise";
    case Act::kDemand:
      return "demand";
    case Act::kAsk:
      return "ask";
    case Act::kPromise:
      return "promise";
    case Act::kThreaten:
      return "threaten";
    case Act::kWarn:
      return "warn";
    case Act::kReject:
      return "reject";
    case Act::kAnnounce:
      return "announce";
    case Act::kEstimate:
      return "estimate";
    case Act::kDescribe:
      return "describe";
    case Act::kAgree:
      return "agree";
    case Act::kThink:
      return "think";
  }
  return "";
}

std::string_view name(Medium medium) {
  switch (medium) {
    case Medium::kTweet:
      return "tweet";
    case Medium::kInterview:
      return "interview";
    case Medium::kPressConference:
      return "press conference";
    case Medium::kWrittenStatement:
      return "written statement";
    case Medium::kSpeech:
      return "speech";
    case Medium::kBroadcast:
      return "broadcast";
    case Medium::kDocument:
      return "document";
  }
  return "";
}

std::string_view name(EventType type) {
  switch (type) {
    case EventType::kAgree:
      return "AGREE";
    case EventType::kConsult:
      return "CONSULT";
    case EventType::kSupport:
      return "SUPPORT";
    case EventType::kConcede:
      return "CONCEDE";
    case EventType::kCooperate:
      return "COOPERATE";
    case EventType::kAid:
      return "AID";
    case EventType::kRetreat:
      return "RETREAT";
    case EventType::kRequest:
      return "REQUEST";
    case EventType::kAccuse:
      return "ACCUSE";
    case EventType::kReject:
      return "REJECT";
    case EventType::kThreaten:
      return "THREATEN";
    case EventType::kProtest:
      return "PROTEST";
    case EventType::kSanction:
      return "SANCTION";
    case EventType::kMobilize:
      return "MOBILIZE";
    case EventType::kCoerce:
      return "COERCE";
    case EventType::kAssault:
      return "ASSAULT";
  }
  return {};
}

std::string_view name(Status status) {
  switch (status) {
    case Status::kOccurred:
      return "occurred";
    case Status::kOngoing:
      return "ongoing";
    case Status::kFuture:
      return "future";
    case Status::kHypothetical:
      return "hypothetical";
    case Status::kNegated:
      return "negated";
  }
  return {};
}

std::string_view name(NewsRole role) {
  switch (role) {
    case NewsRole::kMain:
      return "main";
    case NewsRole::kConsequence:
      return "consequence";
    case NewsRole::kBackground:
      return "background";
    case NewsRole::kHistory:
      return "history";
    case NewsRole::kExpectation:
      return "expectation";
    case NewsRole::kComment:
      return "comment";
  }
  return {};
}

}  // namespace onrecord
