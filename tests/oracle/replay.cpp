// Replays scripts of edits and exchanges by the core, for the comparison with another program's
// merging (oracle.test.mjs). A script, a line each; words are letters and digits:
//   run COPIES                    all copies hold the same living things
//   w COPY COLLECTION FIELD TEXT  that copy writes into the one thing of that collection
//   m INTO FROM                   INTO merges all that FROM holds
//   end                           prints "COPY COLLECTION FIELD TEXT TEXT …": the different live
//                                 values, sorted; then "done"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <set>
#include <sstream>

#include "command/command.hpp"
#include "replica/merge.hpp"

using namespace cairn;

namespace {

const Id kRoot{1, 1};
const Id kThing{2, 2};

struct Copy {
  Workspace state;
  Writers writers;
};

[[noreturn]] void wrong(const std::string& line) {
  std::fprintf(stderr, "not a line of a script: %s\n", line.c_str());
  std::exit(2);
}

void write(Copy& copy, const std::string& collection, const std::string& field, const std::string& text, Instant now) {
  const auto command = textCommand(copy.state, textPath(kRoot, collection, kThing, field), text);
  if (!command || !commit(copy.state, *command, copy.writers, now)) wrong(collection + "." + field);
}

std::vector<Copy> begin(std::size_t count) {
  Workspace all;
  Command command{CommandName::mentorshipStart, {}, {}};
  Mentorship& edit = command.edit.at(kRoot);
  edit.stage.set(Stage::running);
  thingAt(edit.goals, kThing).title.set("0");
  thingAt(edit.steps, kThing).text.set("0");
  thingAt(edit.sessions, kThing).notes.set("0");
  Writers first{99, 98, 1, 1, 0};
  if (!commit(all, command, first, 1)) wrong("start");
  std::vector<Copy> copies;
  for (std::size_t at = 0; at < count; ++at) copies.push_back({all, {100 + at, 200 + at, 1, 1, 0}});
  return copies;
}

void print(std::size_t copy, std::string_view collection, std::string_view name, const Field<std::string>& field) {
  std::set<std::string> values;
  for (const auto& version : field.versions()) values.insert(version.value);
  if (values.empty()) return;
  std::cout << copy << ' ' << collection << ' ' << name;
  for (const auto& value : values) std::cout << ' ' << value;
  std::cout << '\n';
}

void printAll(const std::vector<Copy>& copies) {
  for (std::size_t at = 0; at < copies.size(); ++at) {
    const Mentorship& mentorship = copies[at].state.mentorships.at(kRoot);
    forEachThing(mentorship, [&](const Thing& thing, const ThingType& type, std::string_view collection) {
      if (collection.empty()) return;
      forEachField(type, [&](const FieldTraits& declared, auto field) {
        if constexpr (std::is_same_v<typename decltype(field)::Value, std::string>) {
          print(at, collection, declared.name, field.in(thing));
        }
      });
    });
  }
  std::cout << "done\n";
}

}  // namespace

int main() {
  std::vector<Copy> copies;
  Instant now = 1;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string verb;
    words >> verb;
    if (verb == "end") {
      printAll(copies);
    } else if (std::size_t first = 0; !(words >> first)) {
      wrong(line);
    } else if (verb == "run") {
      copies = begin(first);
    } else if (verb == "m") {
      std::size_t from = 0;
      words >> from;
      merge(copies.at(first).state, copies.at(from).state);
    } else {
      std::string collection;
      std::string field;
      std::string text;
      words >> collection >> field >> text;
      write(copies.at(first), collection, field, text, ++now);
    }
  }
}
