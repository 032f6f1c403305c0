// The test vectors for strangers (tests/vectors), read as the page reads a file; and whatever is accepted can be read
// again from a record, a snapshot and a backup. tests/interop compares the bytes of merging.
#include <filesystem>

#include "codec/file.hpp"
#include "codec/json.hpp"
#include "replica/merge.hpp"
#include "support.hpp"

namespace cairn::vectors_test {
using namespace cairn::tests;

namespace {

struct Vector {
  std::string name;
  std::string kind;
  std::string code;
  std::vector<std::string> inputs;  ///< their texts
};

std::vector<Vector> allVectors() {
  const std::filesystem::path folder = CAIRN_VECTORS;
  const auto index = readJson(readText(folder / "vectors.json"));
  REQUIRE(index);
  REQUIRE(index->array());
  std::vector<Vector> all;
  for (const Json& entry : *index->array()) {
    Vector vector{*entry.member("name")->text(), *entry.member("kind")->text(), "", {}};
    if (const Json* code = entry.member("code")) vector.code = *code->text();
    for (const Json& input : *entry.member("inputs")->array())
      vector.inputs.push_back(readText(folder / *input.text()));
    all.push_back(std::move(vector));
  }
  return all;
}

/// The same content from each form in which it is stored.
void checkReadBack(const Workspace& content) {
  const std::string text = writeBackup(content);
  const auto record = readRecord(writeRecord(content));
  REQUIRE(record);
  CHECK(writeBackup(*record) == text);
  const auto backup = readFile(text, kStore);
  REQUIRE(backup);
  CHECK(writeBackup(backup->whole) == text);
}

}  // namespace

TEST_CASE("vectors: a file is accepted or refused as they say, with their code") {
  int seen = 0;
  for (const auto& vector : allVectors()) {
    CAPTURE(vector.name);
    if (vector.kind == "refuse") {
      const auto file = readFile(vector.inputs.at(0));
      REQUIRE_FALSE(file);
      CHECK((vector.code == "any" || codeOf(file.error().fault) == vector.code));
    } else {
      for (const auto& input : vector.inputs) CHECK(readFile(input));
    }
    ++seen;
  }
  CHECK(seen > 300);
}

TEST_CASE("vectors: what is accepted can be read from a record and a backup, merged too") {
  for (const auto& vector : allVectors()) {
    CAPTURE(vector.name);
    if (vector.kind == "refuse" || !vector.code.empty()) continue;
    Workspace all;
    for (const auto& input : vector.inputs) {
      const auto file = readFile(input);
      REQUIRE(file);
      checkReadBack(file->whole);
      merge(all, file->whole);
    }
    checkReadBack(all);
  }
}

}  // namespace cairn::vectors_test
