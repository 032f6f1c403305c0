#pragma once
// A Cairn with something of every kind in it, and every place of it: for walks over all screens.
#include <functional>

#include "screens/tester.hpp"

namespace cairn {

/// What a store holds after a few weeks: the example, and a mentorship with goals, steps, lines, notes for both and
/// for me alone, a session that was held and one to come, reviews, contacts, a letter and a checklist.
std::map<std::string, std::string> everydayStore();

/// A person who opens the page over that store.
std::unique_ptr<Tester> over(const std::map<std::string, std::string>& store);

/// The address of every screen, tab, view and sheet, for every mentorship and session there.
std::vector<std::string> everyPlace(const Tester& t);

/// Opens everything that folds at the present place, however deep.
void unfoldAll(Tester& t);

/// As the browser's editor shows a field's text: one line in an <input>, line feeds alone in a <textarea>.
std::string inEditor(const semantics::Node& node);

}  // namespace cairn
