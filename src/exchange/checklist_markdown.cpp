#include "exchange/checklist_markdown.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/utf8.hpp"
#include "exchange/when.hpp"

namespace cairn {
namespace {

std::string withoutComments(std::string_view text) {
  std::string kept;
  while (true) {
    const auto from = text.find("<!--");
    kept += text.substr(0, from);
    if (from == std::string_view::npos) return kept;
    const auto to = text.find("-->", from);
    if (to == std::string_view::npos) return kept;
    text.remove_prefix(to + 3);
  }
}

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

struct Bullet {
  std::string_view text;
  bool done = false;
  bool task = false;  ///< has a box
};

/// Where the text behind "- ", "12. " or "3) " begins; 0 for a line without a mark.
std::size_t afterMark(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const std::string_view marks = digits == 0 ? "-*+" : ".)";
  const bool marked = line.size() > digits + 1 && marks.find(line[digits]) != std::string_view::npos;
  constexpr std::size_t kMostDigits = 3;
  return marked && digits <= kMostDigits && line[digits + 1] == ' ' ? digits + 2 : 0;
}

std::optional<Bullet> bulletOf(std::string_view line) {
  const std::size_t begin = afterMark(line);
  if (begin == 0) return std::nullopt;
  std::string_view rest = trimmed(line.substr(begin));
  if (rest.size() >= 3 && rest[0] == '[' && rest[2] == ']' && (rest[1] == ' ' || rest[1] == 'x' || rest[1] == 'X')) {
    return Bullet{trimmed(rest.substr(3)), rest[1] != ' ', true};
  }
  return Bullet{rest, false, false};
}

bool isRule(std::string_view line) { return line.size() >= 3 && line.find_first_not_of("-*_ ") == std::string::npos; }

std::string_view headingText(std::string_view line) {
  while (!line.empty() && line.front() == '#') line.remove_prefix(1);
  line = trimmed(line);
  while (line.size() > 4 && line.starts_with("**") && line.ends_with("**")) line = line.substr(2, line.size() - 4);
  if (line.ends_with(":")) line.remove_suffix(1);
  return trimmed(line);
}

std::string firstLink(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    const auto from = text.find(scheme);
    if (from == std::string_view::npos) continue;
    return std::string(text.substr(from, text.find_first_of(" )>\"'`\t", from) - from));
  }
  return {};
}

}  // namespace

std::string plainText(std::string_view markdown) {
  std::string plain;
  for (std::size_t at = 0; at < markdown.size();) {
    const char here = markdown[at];
    if (here == '[') {
      const auto close = markdown.find("](", at);
      const auto end = close == std::string_view::npos ? close : markdown.find(')', close);
      if (end != std::string_view::npos && markdown.find('[', at + 1) > close) {
        plain += markdown.substr(at + 1, close - at - 1);
        at = end + 1;
        continue;
      }
    }
    if (here == '`' || (here == '*' && at + 1 < markdown.size() && markdown[at + 1] == '*')) {
      at += here == '`' ? 1 : 2;
      continue;
    }
    plain += here;
    ++at;
  }
  return std::string(trimmed(plain));
}

Date findDate(std::string_view line, Date start, const Vocabulary& vocabulary) {
  // Dates are one to three words within one pair of brackets or marks: in "Week 1 (Jan 29)", the
  // "1" is no day of January.
  constexpr std::string_view kMarks = "()[];:";
  constexpr std::string_view kSpace = " \t,";
  for (std::size_t begin = 0; (begin = line.find_first_not_of(kMarks, begin)) != std::string_view::npos;) {
    const std::string_view part = line.substr(begin, line.find_first_of(kMarks, begin) - begin);
    begin += part.size();
    std::vector<std::string_view> words;
    for (std::size_t at = 0; (at = part.find_first_not_of(kSpace, at)) != std::string_view::npos;) {
      words.push_back(part.substr(at, part.find_first_of(kSpace, at) - at));
      at += words.back().size();
    }
    for (std::size_t from = 0; from < words.size(); ++from) {
      std::string phrase;
      Date longest;
      for (std::size_t at = from; at < std::min(from + 3, words.size()); ++at) {
        phrase += (at > from ? " " : "") + std::string(words[at]);
        if (const Date date = readCalendarDate(phrase, start, vocabulary)) longest = date;
      }
      if (longest) return longest;
    }
  }
  return Date{};
}

std::int64_t findDayAfter(std::string_view line, const Vocabulary& vocabulary) {
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find_first_of("()[];:", begin), line.size());
    if (const auto days = readDayAfter(line.substr(begin, end - begin), vocabulary)) return days;
    begin = end + 1;
  }
  return 0;
}

std::vector<ChecklistItem> readChecklist(std::string_view markdown, Date start, const Vocabulary& vocabulary) {
  const std::string text = withoutComments(markdown);
  std::vector<ChecklistItem> items;
  std::string section;
  Date sectionDue;
  std::int64_t sectionAfter = 0;
  bool inItem = false;
  for (const std::string_view raw : linesOf(text)) {
    const std::string_view line = trimmed(raw);
    if (line.empty() || isRule(line)) {
      inItem = false;
    } else if (const auto bullet = bulletOf(line)) {
      ChecklistItem item{section,     plainText(bullet->text), firstLink(bullet->text), sectionDue, sectionAfter,
                         bullet->done};
      const Date own = findDate(item.text, start, vocabulary);
      const std::int64_t after = own ? 0 : findDayAfter(item.text, vocabulary);
      if (own || after > 0) std::tie(item.due, item.dueAfter) = std::pair(own, after);
      if (!item.text.empty()) items.push_back(std::move(item));
      inItem = true;
    } else if (inItem && raw.starts_with(" ")) {
      items.back().text += " " + plainText(line);
    } else {
      section = plainText(headingText(line));
      sectionDue = findDate(section, start, vocabulary);
      sectionAfter = sectionDue ? 0 : findDayAfter(section, vocabulary);
      inItem = false;
    }
  }
  return items;
}

}  // namespace cairn
