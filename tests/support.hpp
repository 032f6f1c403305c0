#pragma once
// What suites share: the real data beside the checkout, which strangers do not have.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "codec/json.hpp"

namespace cairn::tests {

/// A folder of ../shared/data; nothing where it is absent.
inline std::optional<std::filesystem::path> sharedData(const std::string& name) {
  const auto folder = std::filesystem::path(CAIRN_SHARED_DATA) / name;
  if (!std::filesystem::exists(folder)) return std::nullopt;
  return folder;
}
inline void notRun() { std::cout << "not run: no data\n"; }

inline std::string readText(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE_MESSAGE(stream, path.string());
  return std::string{std::istreambuf_iterator<char>(stream), {}};
}

/// Texts that break programs; none, and said so, where they are absent.
inline std::vector<std::string> naughtyStrings() {
  std::vector<std::string> texts;
  const auto path = sharedData("naughty-strings.json");
  if (!path) return notRun(), texts;
  const auto json = readJson(readText(*path));
  REQUIRE(json);
  for (const auto& item : *json->array()) texts.push_back(*item.text());
  REQUIRE(texts.size() > 500);
  return texts;
}

/// Random numbers that are the same in each run.
inline IdSource::Random numbersFrom(std::uint64_t seed) {
  return [random = std::make_shared<std::mt19937_64>(seed)] { return (*random)(); };
}

inline std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
  return found;
}

}  // namespace cairn::tests
