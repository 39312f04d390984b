#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "commands.h"
#include "knowledge/base.h"
#include "manual.h"
#include "output.h"
#include "program.h"

namespace onrecord::app {
namespace {

constexpr char kDescription[] =
    "Prints what the knowledge base knows under a name or an id: people with their offices and parties, bodies, "
    "states, places. With --on only what held on that day; an office that its source has as held still, but that the "
    "source knows of no later than some day, is marked \"last known\" with that day.";

constexpr char kMore[] = R"(EXIT STATUS
    0   something was found
    1   nothing is called so
    2   wrong use, or no knowledge base

EXAMPLES
    onrecord who 'Liz Truss'
    onrecord who 'Sergei Shoigu' --on 2022-02-15
    onrecord who Q272201
)";

struct WhoOptions {
  std::string name, on, knowledge;
};

using knowledge::Date;
using knowledge::Held;
using knowledge::KnowledgeBase;

std::string years(Date from, Date to, Date as_of) {
  const std::string begin = knowledge::text_of(from), end = knowledge::text_of(to);
  if (!end.empty()) return fmt::format("{} to {}", begin.empty() ? "?" : begin, end);
  return fmt::format("since {}, last known {}", begin.empty() ? "?" : begin, knowledge::text_of(as_of));
}

void append_offices(const KnowledgeBase& base, uint32_t person, const std::optional<Date>& on, std::string& out) {
  const std::vector<Held> offices = on ? base.held_by(person, *on) : base.offices_of(person);
  for (const Held& held : offices) {
    out += fmt::format("    {}", held.office.title);
    if (held.office.body) out += fmt::format(", {}", base.entity(*held.office.body).name);
    if (!held.office.country.empty()) out += fmt::format(" ({})", held.office.country);
    out += fmt::format(", {}  [{}]\n", years(held.from, held.to, held.as_of), held.source);
  }
  if (on && offices.empty()) out += fmt::format("    no office known on {}\n", knowledge::text_of(*on));
  std::vector<std::string_view> parties = base.parties_of(person, on.value_or(knowledge::kOpen - 1));
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  for (const std::string_view party : parties) out += fmt::format("    party {}\n", party);
}

void append_entity(const KnowledgeBase& base, uint32_t number, const std::optional<Date>& on, std::string& out) {
  const knowledge::Entity entity = base.entity(number);
  out += fmt::format("{}  {}  {}", entity.name, entity.id, entity.type.empty() ? name(entity.kind) : entity.type);
  for (const std::string_view more : {std::string_view(entity.country), entity.role}) {
    if (!more.empty()) out += fmt::format(" {}", more);
  }
  if (entity.parent) out += fmt::format(", part of {}", base.entity(*entity.parent).name);
  if (entity.from != 0 || entity.to != knowledge::kOpen) out += fmt::format(", {}", years(entity.from, entity.to, 0));
  out += '\n';
  if (entity.kind == ActorKind::kPerson) append_offices(base, number, on, out);
}

void append_place(const KnowledgeBase& base, uint32_t number, std::string& out) {
  const knowledge::Place place = base.place(number);
  out += fmt::format("{}  {}  {}", place.name, place.id, place.capital ? "capital" : place.type);
  for (const std::string_view more : {std::string_view(place.country), place.region}) {
    if (!more.empty()) out += fmt::format(" {}", more);
  }
  out += fmt::format(", {:.4f} {:.4f}", place.latitude, place.longitude);
  if (place.population > 0) out += fmt::format(", {} people", place.population);
  out += '\n';
}

// Those of that id or name; people, bodies and states first, then places from the largest.
std::vector<knowledge::Match> matches(const KnowledgeBase& base, const std::string& name) {
  if (const auto entity = base.entity_with_id(name)) return {{*entity, false, knowledge::NameKind::kName}};
  std::vector<knowledge::Match> found = base.find(name);
  if (found.empty()) found = base.find(name, true);
  std::stable_sort(found.begin(), found.end(), [&](const knowledge::Match& a, const knowledge::Match& b) {
    if (a.place != b.place) return b.place;
    return a.place && base.place(a.number).population > base.place(b.number).population;
  });
  return found;
}

int run_who(const WhoOptions& options, spdlog::logger& log) {
  const auto stop = [&](const Error& error) {
    log.error("{}", error.text());
    return kNotDone;
  };
  const auto path = find_knowledge(options.knowledge);
  if (!path) return stop(path.error());
  const auto base = KnowledgeBase::open(*path);
  if (!base) return stop(base.error());
  std::optional<Date> on;
  if (!options.on.empty()) {
    on = knowledge::date_of(options.on, false);
    if (!on) return stop({Code::kUsage, "no date of the form YYYY-MM-DD", options.on});
  }
  const std::vector<knowledge::Match> found = matches(*base, options.name);
  std::string out;
  for (const knowledge::Match& match : found) {
    if (match.place) {
      append_place(*base, match.number, out);
    } else {
      append_entity(*base, match.number, on, out);
    }
  }
  if (found.empty()) out = fmt::format("nobody and nothing known as \"{}\"\n", options.name);
  auto output = Output::open("");
  if (!output) return stop(output.error());
  if (const auto written = output->write(out); !written) return stop(written.error());
  return found.empty() ? kSomeFailed : kFine;
}

}  // namespace

void add_who(CLI::App& app, Command& chosen) {
  CLI::App* command = app.add_subcommand("who", "tell what the knowledge base knows of a name");
  set_manual(*command, {"onrecord who NAME [--on DATE]", kDescription, kMore});
  auto options = std::make_shared<WhoOptions>();
  command->add_option("NAME", options->name, "A name as a report has it, or an id such as Q272201.")
      ->required()
      ->type_name("");
  command->add_option("--on", options->on, "Only what held on that day, YYYY-MM-DD.")->type_name("DATE");
  add_knowledge_option(*command, options->knowledge);
  command->callback([options, &chosen] { chosen = [options](spdlog::logger& log) { return run_who(*options, log); }; });
}

}  // namespace onrecord::app
