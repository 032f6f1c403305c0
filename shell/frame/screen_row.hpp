#pragma once
// ScreenRow: all that is said of a screen, in one row of shell/screens/table.cpp. Addresses, the tabs of a mentorship,
// what is drawn, where a search leads to, what is loaded later (web/later.mjs) and the walks of the tests read it
// there.
//
//   row(Screen::goals).word          for (const ScreenRow& one : screenTable()) …
#include <optional>
#include <span>
#include <string_view>

#include "frame/route.hpp"
#include "words/say.hpp"

namespace cairn {

struct Frame;
struct Mentorship;

/// What the address of a screen names before its own word.
enum class ScreenOf { page, mentorship, session };
/// When its code is fetched: with the page, or behind its first frame.
enum class Loaded { first, later };

struct ScreenRow {
  Screen screen;
  ScreenOf of = ScreenOf::page;
  std::string_view word;  ///< of its address; empty: it stands at the beginning
  Loaded loaded = Loaded::later;
  Screen under = screen;                                ///< whose tab is marked while it is shown
  void (*draw)(Frame&) = nullptr;                       ///< of a page
  void (*drawOf)(Frame&, const Mentorship&) = nullptr;  ///< of a mentorship, or of a session in it
  std::optional<S> tab = {};                            ///< what it is called among the tabs of a mentorship
  std::span<const std::string_view> collections = {};   ///< whose things are found there
};

/// One row for each Screen, in their order.
std::span<const ScreenRow> screenTable();
inline const ScreenRow& row(Screen screen) { return screenTable()[static_cast<std::size_t>(screen)]; }
/// The screen of a mentorship on which things of that collection are found.
Screen screenShowing(std::string_view collection);

}  // namespace cairn
