#pragma once
// What ImGui's test-engine hooks see: every interactive item of the last frame. The audit compares
// it with the semantics tree. Attach one with attach(); it hangs on ImGuiIO::UserData.
#include <string>
#include <vector>

#include "semantics/tree.hpp"

namespace cairn {

struct ItemLog {
  struct Item {
    unsigned id = 0;
    semantics::Rect rect;
  };
  std::vector<Item> items;

  void attach();
};

}  // namespace cairn
