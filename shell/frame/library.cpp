#include "frame/library.hpp"

namespace cairn {
namespace {

std::string takeLine(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  std::string line(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace

std::vector<LibraryItem> readLibrary(const std::vector<StoredFile>& files) {
  std::vector<LibraryItem> items;
  for (const auto& file : files) {
    const auto slash = std::min(file.path.find('/'), file.path.size());
    std::string_view text = file.bytes;
    LibraryItem item;
    item.kind = file.path.substr(0, slash);
    item.name = file.path.substr(std::min(slash + 1, file.path.size()));
    item.title = takeLine(text);
    item.about = takeLine(text);
    item.body = text;
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace cairn
