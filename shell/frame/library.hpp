#pragma once
// The library: templates and guides (assets/), fetched when somebody first wants one.
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.hpp"
#include "protocol.hpp"

namespace cairn {

struct LibraryItem {
  std::string kind;  ///< "mentorships", "letters", "checklists", "agendas", "guides"
  std::string name;  ///< "first-90-days"
  std::string title;
  std::string about;
  std::string body;  ///< a plan as JSON, or a guide's paragraphs, a line each
};

/// As web/build.mjs packs it: a file each, "KIND/NAME" with title, about and body a line each. One that is there in the
/// language, as "KIND/NAME.TAG", stands for the one in English.
std::vector<LibraryItem> readLibrary(const std::vector<StoredFile>& files, std::string_view language);

struct Library {
  bool asked = false;
  Trouble trouble = Trouble::none;  ///< why it could not be fetched
  std::vector<LibraryItem> items;
};

}  // namespace cairn
