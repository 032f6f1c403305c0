#pragma once
// People: who is me, who the others are, and what a mentorship is sorted by.
#include <string>
#include <vector>

#include "model/workspace.hpp"

namespace cairn {

const Person* meOf(const Mentorship& mentorship);
/// So many are put in order of their names; of more nobody reads through a list by name.
constexpr std::size_t kSortedPeople = 200;
/// The people who are not me, by name.
std::vector<const Person*> othersOf(const Mentorship& mentorship);
/// The first of them: a line of text has room for so many.
constexpr std::size_t kPeopleInText = 20;
std::vector<const Person*> someOthersOf(const Mentorship& mentorship);
/// Of them, whom I do this with: where I am one of two mentors, the other one is on my side.
std::vector<const Person*> otherSideOf(const Mentorship& mentorship);

/// Mentorships that are there and not hidden, by the names of the people in them.
std::vector<const Mentorship*> mentorshipsInOrder(const Workspace& workspace);
std::string namesOf(const Mentorship& mentorship);
std::string firstNameOf(const Person& person);

}  // namespace cairn
