#include "frame/library.hpp"

#include <algorithm>

namespace cairn {
namespace {

std::string takeLine(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  std::string line(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace

std::vector<LibraryItem> readLibrary(const std::vector<StoredFile>& files, std::string_view language) {
  std::vector<LibraryItem> items;
  const auto inLanguage = [&](const std::string& path) {
    const std::string wanted = path + "." + std::string(language);
    return std::find_if(files.begin(), files.end(), [&](const StoredFile& file) { return file.path == wanted; });
  };
  for (const auto& english : files) {
    if (english.path.find('.') != std::string::npos) continue;
    const auto own = inLanguage(english.path);
    const StoredFile file{english.path, own == files.end() ? english.bytes : own->bytes};
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
