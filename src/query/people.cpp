#include "query/people.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "query/alive.hpp"

namespace cairn {

const Person* meOf(const Mentorship& mentorship) { return findAlive(mentorship.people, *mentorship.me); }

std::vector<const Person*> othersOf(const Mentorship& mentorship) {
  const Id me = *mentorship.me;
  auto people = alive(mentorship.people, [&](const Person& person) { return person.id != me; });
  if (people.size() > kSortedPeople) return people;
  std::stable_sort(people.begin(), people.end(),
                   [](const Person* a, const Person* b) { return foldForSearch(*a->name) < foldForSearch(*b->name); });
  return people;
}

std::vector<const Person*> someOthersOf(const Mentorship& mentorship) {
  auto people = othersOf(mentorship);
  if (people.size() > kPeopleInText) people.resize(kPeopleInText);
  return people;
}

std::vector<const Person*> otherSideOf(const Mentorship& mentorship) {
  auto people = othersOf(mentorship);
  const Person* me = meOf(mentorship);
  if (!me || me->role.versions().empty()) return people;
  const auto isOnMySide = [&](const Person* person) {
    return !person->role.versions().empty() && *person->role == *me->role;
  };
  if (!std::all_of(people.begin(), people.end(), isOnMySide)) std::erase_if(people, isOnMySide);
  return people;
}

std::string namesOf(const Mentorship& mentorship) {
  std::string names;
  for (const Person* person : otherSideOf(mentorship)) names += (names.empty() ? "" : ", ") + *person->name;
  return names;
}

std::string firstNameOf(const Person& person) { return person.name->substr(0, person.name->find(' ')); }

std::vector<const Mentorship*> mentorshipsInOrder(const Workspace& workspace) {
  std::vector<std::pair<std::string, const Mentorship*>> named;
  for (const auto& [id, mentorship] : workspace.mentorships) {
    if (isThere(mentorship) && !*mentorship.hidden) named.emplace_back(foldForSearch(namesOf(mentorship)), &mentorship);
  }
  std::stable_sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Mentorship*> found;
  found.reserve(named.size());
  for (const auto& [name, mentorship] : named) found.push_back(mentorship);
  return found;
}

}  // namespace cairn
