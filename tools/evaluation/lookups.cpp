// Answers look-ups of people at a date, for tools/evaluation/actors.py and for timing.
//
// usage: kb_lookups KNOWLEDGE FILE          FILE: TSV with a heading, columns name, date, office, country
//        kb_lookups KNOWLEDGE FILE --time   prints look-ups a second instead
//
// Prints one line a row: right|wrong|none, then the row, then the answer. Right: the same rank and fields of office and
// the same state as one of the wordings in the row ("a|b"); "none" is right for a known person without an office that
// day.

#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "base/tables.h"
#include "knowledge/base.h"
#include "knowledge/people.h"
#include "knowledge/tables.h"

namespace {

using namespace onrecord;
using knowledge::Held;

bool same_office(const knowledge::KnowledgeBase& base, const Held& held, std::string_view wording,
                 std::string_view country) {
  if (held.office.country != country && !(country.empty() && held.office.body)) return false;
  std::string title(held.office.title);
  if (held.office.body && country.empty()) title += " of " + std::string(base.entity(*held.office.body).name);
  const auto said = base.words().form(wording, country), own = base.words().form(title, held.office.country);
  if (title == wording) return true;
  if (said.rank == 0 || own.rank != said.rank) return false;
  return (said.fields & own.fields) != 0 || said.fields == own.fields;
}

std::string_view judge(const knowledge::KnowledgeBase& base, const std::vector<Held>& offices, bool known,
                       std::string_view gold, std::string_view country) {
  if (!known) return "unknown";
  if (offices.empty()) return gold == "none" ? "right" : "empty";
  if (gold == "none") return "wrong";
  for (const std::string_view wording : parts_of(gold, '|')) {
    if (same_office(base, offices.front(), wording, country)) return "right";
  }
  for (const Held& held : offices) {
    for (const std::string_view wording : parts_of(gold, '|')) {
      if (same_office(base, held, wording, country)) return "second";
    }
  }
  return "wrong";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const auto base = knowledge::KnowledgeBase::open(argv[1]);
  const auto table = knowledge::Table::read(argv[2], {"name", "date", "office", "country"});
  if (!base || !table) return 2;
  if (argc > 3 && std::strcmp(argv[3], "--time") == 0) {
    const auto begin = std::chrono::steady_clock::now();
    size_t count = 0, found = 0;
    while (count < 2'000'000) {
      for (size_t row = 0; row < table->rows(); ++row, ++count) found += base->find(table->at(row, 0)).size();
    }
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    std::printf("%.0f look-ups a second, %zu found\n", static_cast<double>(count) / spent.count(), found);
    return 0;
  }
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto day = knowledge::date_of(table->at(row, 1), false).value_or(0);
    const auto person = knowledge::person_called(*base, table->at(row, 0), day);
    const std::vector<Held> offices = person ? base->held_by(*person, day) : std::vector<Held>();
    const auto verdict = judge(*base, offices, person.has_value(), table->at(row, 2), table->at(row, 3));
    std::printf("%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t", static_cast<int>(verdict.size()), verdict.data(),
                static_cast<int>(table->at(row, 0).size()), table->at(row, 0).data(),
                static_cast<int>(table->at(row, 1).size()), table->at(row, 1).data(),
                static_cast<int>(table->at(row, 2).size()), table->at(row, 2).data(),
                static_cast<int>(table->at(row, 3).size()), table->at(row, 3).data());
    if (person)
      std::printf("%.*s: ", static_cast<int>(base->entity(*person).id.size()), base->entity(*person).id.data());
    for (const Held& held : offices)
      std::printf("%.*s (%s); ", static_cast<int>(held.office.title.size()), held.office.title.data(),
                  held.office.country.c_str());
    std::printf("\n");
  }
  return 0;
}
