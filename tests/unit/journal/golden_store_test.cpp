// Stores of earlier versions are read as those versions read them, and nothing of them is lost by what follows.
#include <algorithm>

#include "codec/file.hpp"
#include "journal/trash.hpp"
#include "stores.hpp"

namespace cairn::golden_store_test {
using namespace cairn::tests;

TEST_CASE("golden stores: read as the version that wrote them read them") {
  for (const std::string name : {"everyday", "doubled"}) {
    const Recovered recovered = recover(goldenStore(name), 0);
    CHECK(recovered.damaged.empty());
    CHECK_FALSE(recovered.newer);
    CHECK(writeBackup(recovered.workspace) == goldenStoreText(name + ".cairn.json"));
  }
}

TEST_CASE("golden stores: drafts, removed things and withdrawn imports are there") {
  const auto files = goldenStore("everyday");
  const Recovered recovered = recover(files, 0);
  REQUIRE(recovered.drafts.size() == 1);
  CHECK(recovered.drafts.begin()->second.text == "Half a word");
  CHECK_FALSE(recovered.drafts.begin()->second.seen);
  CHECK(trashIn(files).size() == 1);
  CHECK(writeBackup(recovered.workspace).find("Kept step") != std::string::npos);
  CHECK(writeBackup(recovered.workspace).find("Withdrawn") == std::string::npos);
}

TEST_CASE("golden stores: taken together they hold the same") {
  for (const std::string name : {"everyday", "doubled"}) {
    auto files = goldenStore(name);
    const Compacted compacted = compact(files);
    std::erase_if(files, [&](const StoredFile& file) {
      return std::find(compacted.remove.begin(), compacted.remove.end(), file.path) != compacted.remove.end();
    });
    files.insert(files.end(), compacted.put.begin(), compacted.put.end());
    CHECK(writeBackup(recover(files, 0).workspace) == goldenStoreText(name + ".cairn.json"));
  }
}

TEST_CASE("golden stores: a slot of before 0.2, which may have given a dot twice, gets new ids") {
  for (const std::string name : {"everyday", "doubled"}) {
    const auto files = goldenStore(name);
    const auto slot = std::find_if(files.begin(), files.end(), [](const auto& file) { return file.path == "slots/0"; });
    REQUIRE(slot != files.end());
    CHECK_FALSE(readSlot(slot->bytes));
  }
}

}  // namespace cairn::golden_store_test
