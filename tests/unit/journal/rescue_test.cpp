#include "journal/rescue.hpp"

#include "codec/json_writer.hpp"
#include "exchange/preview.hpp"
#include "stores.hpp"

namespace cairn::rescue_test {
using namespace cairn::tests;

namespace {

/// As web/panel.ts writes it.
std::string rescued(const std::vector<StoredFile>& files) {
  JsonWriter writer(JsonWriter::Layout::indented);
  writer.beginObject();
  for (const auto& file : files) {
    writer.key("/cairn/" + file.path);
    writer.text(file.bytes);
  }
  writer.endObject();
  return writer.finish();
}

}  // namespace

TEST_CASE("rescue: what the panel of last resort saved holds all that the store held") {
  const auto file = openFile(rescued(goldenStore("everyday")));
  REQUIRE(file);
  CHECK(file->kind == DocumentKind::workspace);
  CHECK(writeBackup(file->whole) == goldenStoreText("everyday.cairn.json"));
}

TEST_CASE("rescue: the store of a later Cairn is told, anything else is read as a file") {
  auto later = goldenStore("everyday");
  for (auto& file : later) {
    if (file.path == "marker") file.bytes = "cairn-store 2\n";
  }
  const auto newer = openFile(rescued(later));
  REQUIRE_FALSE(newer);
  CHECK(codeOf(newer.error().fault) == "newer");
  const auto other = openFile(R"({"/cairn/marker": 1})");
  REQUIRE_FALSE(other);
  CHECK(codeOf(other.error().fault) == "plan");
  CHECK(openFile(goldenStoreText("everyday.cairn.json")));
}

TEST_CASE("rescue: a damaged record is left out and counted, the rest is there") {
  auto files = goldenStore("everyday");
  const Recovered whole = recover(files, 0);
  files.push_back({"records/damaged", "cairn-record 1 00000000\n{}"});
  const auto file = openFile(rescued(files));
  REQUIRE(file);
  CHECK(file->leftOut == 1);
  CHECK(writeBackup(file->whole) == writeBackup(whole.workspace));
  const auto preview = previewOf({}, *file, 0);
  REQUIRE(preview);
  const auto travelled = readPreview(writePreview(*preview));
  REQUIRE(travelled);
  CHECK(travelled->leftOut == 1);
}

TEST_CASE("rescue: what no file may hold does not come in as a rescued store either") {
  Workspace deep;
  Mentorship& mentorship = deep.mentorships[Id{1, 1}];
  mentorship.id = Id{1, 1};
  const auto depth = static_cast<std::size_t>(kDoor.unknownDepth) + 1;
  const std::string value = std::string(depth, '[') + "1" + std::string(depth, ']');
  auto& future = mentorship.unknown[{Lane::shared, "future"}];
  future.set(RawJson{value});
  future.sign({7, 1}, 1);
  REQUIRE(readRecord(writeRecord(deep)));
  const auto file = openFile(rescued({{"marker", "cairn-store 1\n"}, {"records/deep", writeRecord(deep)}}));
  REQUIRE_FALSE(file);
  CHECK(codeOf(file.error().fault) == "plan");
}

TEST_CASE("rescue: what a store may hold and a file may not is refused like a file, with its place") {
  Workspace deep;
  const std::string nested(kDoor.unknownDepth + 1, '[');
  const std::string ends(kDoor.unknownDepth + 1, ']');
  deep.at(Id{1, 1}).unknown[{Lane::shared, "later"}].addVersion({{nested + ends}, {1, 1}, 1});
  std::vector<StoredFile> files = goldenStore("everyday");
  files.push_back({recordPath(1, 77), writeRecord(deep)});
  REQUIRE(readRecord(files.back().bytes));
  const auto file = openFile(rescued(files));
  REQUIRE_FALSE(file);
  CHECK(file.error().path.find("later") != std::string::npos);
}

}  // namespace cairn::rescue_test
