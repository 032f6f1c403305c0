#include "journal/rescue.hpp"

#include "codec/json_writer.hpp"
#include "stores.hpp"

using namespace cairn;
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
  CHECK(newer.error().code == "newer");
  const auto other = openFile(R"({"/cairn/marker": 1})");
  REQUIRE_FALSE(other);
  CHECK(other.error().code == "plan");
  CHECK(openFile(goldenStoreText("everyday.cairn.json")));
}
