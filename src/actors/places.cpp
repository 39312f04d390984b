#include "actors/places.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "actors/country_context.h"
#include "knowledge/names.h"

namespace onrecord::actors {
namespace {

using knowledge::Match;
using knowledge::Place;
using syntax::Entity;
using syntax::EntityType;

// What each clue counts; found on the development sentences.
constexpr double kPeople = 0.8;  // for ten times as many
constexpr double kBeside = 6, kOfSentence = 2.5, kOfReport = 1.5, kOfActors = 1, kRegionNamed = 3;
constexpr double kCapital = 1, kState = 3, kOtherName = -2, kContradicted = -4, kKindSaid = 3, kOtherKind = -2,
                 kMarked = 1.5;
constexpr double kAhead = 0.4, kEnough = 4, kAsGood = 3;
constexpr double kPeopleOfRegion = 5.5,
                 kPeopleOfFeature = 4.5;  // as logarithms: regions and straits have none of their own

bool is_place(EntityType type) {
  return type == EntityType::kGpe || type == EntityType::kLocation || type == EntityType::kFacility;
}

bool is_region_word(std::string_view folded) {
  return folded == "province" || folded == "region" || folded == "oblast" || folded == "governorate" ||
         folded == "state" || folded == "department" || folded == "county" || folded == "prefecture" ||
         folded == "territory";
}

bool is_town_word(std::string_view folded) {
  return folded == "town" || folded == "city" || folded == "village" || folded == "capital" || folded == "port" ||
         folded == "suburb" || folded == "hamlet" || folded == "settlement";
}

class PlaceFinder {
 public:
  PlaceFinder(const Tree& tree, const Lexicon& lexicon, const knowledge::KnowledgeBase& base, const Cast& cast)
      : tree_(tree), lexicon_(lexicon), base_(base), cast_(cast), context_(tree, lexicon) {
    for (const Member& member : cast.members) {
      if (!member.country.empty() && member.identity) of_actors_.push_back(member.country);
    }
    for (const Entity& entity : tree.syntax().entities)
      names_.push_back({{entity.first, entity.end}, folded_of(entity)});
  }

  std::vector<FoundPlace> run() {
    std::vector<FoundPlace> found;
    for (const Entity& entity : tree_.syntax().entities) {
      if (!is_place(entity.type) || entity.first >= entity.end || is_person({entity.first, entity.end})) continue;
      if (auto place = resolve({entity.first, entity.end})) found.push_back(*place);
    }
    return found;
  }

 private:
  // A surname that the network took for a place.
  [[nodiscard]] bool is_person(WordRange words) const {
    const auto member = cast_.at_head(tree_.head_of(words));
    return member && cast_[*member].kind == ActorKind::kPerson && !cast_[*member].plural;
  }

  struct Name {
    WordRange words;
    std::string key;
  };

  [[nodiscard]] std::string folded_of(const Entity& entity) const {
    return knowledge::name_key(tree_.text({entity.first, entity.end}));
  }

  // All places of that name; of "Rostov region" those of Rostov when nothing has the whole name.
  [[nodiscard]] std::vector<Match> places_called(WordRange words) const {
    std::vector<Match> found = places(tree_.text(words));
    if (!found.empty() || words.size() < 2) return found;
    const std::string first = fold(tree_.word(words.first)), last = fold(tree_.word(words.end - 1));
    if (is_region_word(last) || is_town_word(last)) return places(tree_.text({words.first, words.end - 1}));
    if (first == "the") return places(tree_.text({words.first + 1, words.end}));
    return found;
  }

  [[nodiscard]] std::vector<Match> places(std::string_view name) const {
    std::vector<Match> found = base_.find(name);
    std::erase_if(found, [](const Match& match) { return !match.place; });
    return found;
  }

  struct Weighed {
    uint32_t number = 0;
    double score = 0;
    Place place;
  };

  [[nodiscard]] std::optional<FoundPlace> resolve(WordRange words) const {
    std::vector<Weighed> weighed;
    const State* state = lexicon_.state(tree_.text(words));
    if (lexicon_.listed(WordList::kNoPlace, knowledge::name_key(tree_.text(words)))) return std::nullopt;
    const bool no_town = in_capitals(tree_.text(words)) || follows_article(words);  // "the US", "the West"
    for (const Match& match : state != nullptr ? places(state->name) : places_called(words)) {
      Place place = base_.place(match.number);
      if (no_town && place.type == "town") continue;
      if (place.type == "country" && (state == nullptr || place.country != state->code)) continue;
      const double score = weigh(words, place);
      weighed.push_back({match.number, score, std::move(place)});
    }
    std::stable_sort(weighed.begin(), weighed.end(),
                     [](const Weighed& a, const Weighed& b) { return a.score > b.score; });
    if (weighed.empty() || weighed.front().score < kEnough) return std::nullopt;
    // A region and its town of the same name lie together: the town, unless the words say otherwise.
    const auto town = std::find_if(weighed.begin(), weighed.end(), [&](const Weighed& one) {
      return one.place.type == "town" && weighed.front().score - one.score < kAsGood &&
             near(one.place, weighed.front().place);
    });
    const Weighed& best =
        weighed.front().place.type == "region" && town != weighed.end() && kind_said(words) != Kind::kRegion
            ? *town
            : weighed.front();
    const auto rival =
        std::find_if(weighed.begin(), weighed.end(), [&](const Weighed& one) { return !near(one.place, best.place); });
    if (rival != weighed.end() && best.score - rival->score < kAhead) return std::nullopt;
    return FoundPlace{words, best.number, static_cast<float>(best.score)};
  }

  [[nodiscard]] static bool in_capitals(std::string_view name) {
    return name.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
  }

  // "the West", but not "The Hague".
  [[nodiscard]] bool follows_article(WordRange words) const {
    if (tree_.word(words.first) == "the") return true;
    return words.first > 0 && tree_.sentence(words.first - 1) == tree_.sentence(words.first) &&
           fold(tree_.word(words.first - 1)) == "the";
  }

  [[nodiscard]] static bool near(const Place& a, const Place& b) {
    constexpr double kDegrees = 1.5;
    return std::abs(a.latitude - b.latitude) < kDegrees && std::abs(a.longitude - b.longitude) < kDegrees;
  }

  [[nodiscard]] double weigh(WordRange words, const Place& place) const {
    const bool region = place.type == "region" || place.type == "country", town = place.type == "town";
    double score = kPeople * (town ? std::log10(1.0 + place.population) : region ? kPeopleOfRegion : kPeopleOfFeature);
    if (!same_name(words, place)) score += kOtherName;
    if (place.capital) score += kCapital;
    if (place.type == "country") score += kState;
    if (!town && !region) score += kMarked;  // written down by hand, because the news names it
    score += weigh_kind(words, region, town);
    if (const State* state = lexicon_.state_of_code(place.country); state != nullptr) {
      const State* said = state_beside(words);
      if (said != nullptr) {
        score += said == state ? kBeside : kContradicted;
      } else if (named_in_sentence(words, *state)) {
        score += kOfSentence;
      } else if (context_.named(state->code)) {
        score += kOfReport;
      } else if (std::find(of_actors_.begin(), of_actors_.end(), state->code) != of_actors_.end()) {
        score += kOfActors;
      }
    }
    const std::string of_region = knowledge::name_key(place.region);
    if (!of_region.empty() && region_beside(words, of_region)) {
      score += kBeside;
    } else if (!of_region.empty() && of_region != knowledge::name_key(place.name) && region_named(words, of_region)) {
      score += kRegionNamed;
    }
    return score;
  }

  [[nodiscard]] bool same_name(WordRange words, const Place& place) const {
    return knowledge::name_key(tree_.text(words)).starts_with(knowledge::name_key(place.name));
  }

  enum class Kind : uint8_t { kNone, kRegion, kTown };

  // "the province of Kandahar", "Kandahar province", "the town of Kandahar".
  [[nodiscard]] Kind kind_said(WordRange words) const {
    const auto said = [&](uint32_t word) {
      if (word >= tree_.size() || tree_.sentence(word) != tree_.sentence(words.first)) return Kind::kNone;
      const std::string folded = fold(tree_.word(word));
      return is_region_word(folded) ? Kind::kRegion : is_town_word(folded) ? Kind::kTown : Kind::kNone;
    };
    if (said(words.end) == Kind::kRegion) return Kind::kRegion;  // but "a Florida town" is none of that name
    if (const Kind kind = said(words.end - 1); kind != Kind::kNone) return kind;
    return words.first >= 2 && tree_.word(words.first - 1) == "of" ? said(words.first - 2) : Kind::kNone;
  }

  [[nodiscard]] double weigh_kind(WordRange words, bool region, bool town) const {
    const Kind kind = kind_said(words);
    if (kind == Kind::kNone) return 0;
    const bool fits = kind == Kind::kRegion ? region : town;
    return fits ? kKindSaid : region || town ? kOtherKind : 0;
  }

  // The state that the words beside the name put it in: "Donetsk, Ukraine", "Donetsk, eastern Ukraine", "Santiago in
  // Cuba", "Ukraine's Donetsk", "the Ukrainian city of Donetsk"; null when they name none.
  [[nodiscard]] const State* state_beside(WordRange words) const {
    constexpr uint32_t kMostWords = 4;
    if (words.end < tree_.size() && (tree_.word(words.end) == "," || tree_.word(words.end) == "in")) {
      for (uint32_t at = words.end + 1; at <= words.end + 3; ++at) {
        for (uint32_t end = at + kMostWords; end > at; --end) {
          if (const State* state = state_at(at, end, words)) return state;
        }
      }
    }
    for (uint32_t back = 1; back <= kMostWords && back <= words.first; ++back) {
      const uint32_t at = words.first - back;
      if (tree_.sentence(at) != tree_.sentence(words.first)) break;
      if (const State* state = lexicon_.adjective(tree_.word(at)); state != nullptr && back > 1) return state;
      const bool possessor = at + 1 < words.first && tree_.possessive_mark(at + 1);
      if (possessor) {
        if (const State* state = state_at(at, at + 1, words)) return state;
        if (const State* state = at > 0 ? state_at(at - 1, at + 1, words) : nullptr) return state;
      }
      if (!describes(at)) break;
    }
    return nullptr;
  }

  // Words that may stand between a state and its place: "Ukraine's eastern city of Donetsk".
  [[nodiscard]] bool describes(uint32_t word) const {
    const Part part = tree_.part(word);
    return part == Part::kAdjective || part == Part::kNoun || part == Part::kDeterminer ||
           tree_.possessive_mark(word) || tree_.word(word) == "of";
  }

  [[nodiscard]] const State* state_at(uint32_t first, uint32_t end, WordRange besides) const {
    if (end > tree_.size() || tree_.sentence(end - 1) != tree_.sentence(besides.first) ||
        besides.overlaps({first, end}))
      return nullptr;
    const std::string_view name = tree_.text({first, end});
    if (name.empty() || (name.front() >= 'a' && name.front() <= 'z')) return nullptr;
    const State* state = lexicon_.state(name);
    return state != nullptr ? state : lexicon_.adjective(name);
  }

  // "London, Ontario"
  [[nodiscard]] bool region_beside(WordRange words, const std::string& region) const {
    return words.end + 1 < tree_.size() && tree_.word(words.end) == "," &&
           std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
             return name.words.first == words.end + 1 && name.key.starts_with(region);
           });
  }

  [[nodiscard]] bool is_state(uint32_t first, uint32_t end, const State& state) const {
    const std::string_view name = tree_.text({first, end});
    return lexicon_.state(name) == &state || lexicon_.adjective(name) == &state;
  }

  [[nodiscard]] bool named_in_sentence(WordRange words, const State& state) const {
    constexpr uint32_t kMostWordsAway = 40;
    const uint32_t sentence = tree_.sentence(words.first);
    const uint32_t begin = words.first - std::min(words.first, kMostWordsAway);
    const uint32_t end = std::min(tree_.size(), words.end + kMostWordsAway);
    for (uint32_t at = begin; at < end; ++at) {
      if (tree_.sentence(at) != sentence || words.contains(at)) continue;
      const char initial = tree_.word(at).empty() ? 'a' : tree_.word(at).front();
      if (initial >= 'a' && initial <= 'z') continue;
      for (uint32_t size = 1; size <= 3 && at + size <= tree_.size(); ++size) {
        if (is_state(at, at + size, state)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool region_named(WordRange words, const std::string& region) const {
    return std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
      return name.words.first != words.first && (name.key == region || name.key.starts_with(region + " "));
    });
  }

  const Tree& tree_;
  const Lexicon& lexicon_;
  const knowledge::KnowledgeBase& base_;
  const Cast& cast_;
  const CountryContext context_;
  std::vector<std::string> of_actors_;
  std::vector<Name> names_;
};

}  // namespace

std::vector<FoundPlace> find_places(const Tree& tree, const Lexicon& lexicon, const knowledge::KnowledgeBase& base,
                                    const Cast& cast) {
  return PlaceFinder(tree, lexicon, base, cast).run();
}

}  // namespace onrecord::actors
