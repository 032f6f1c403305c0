#include "platform/headless/item_log.hpp"

#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"

void cairn::ItemLog::attach() {
  ImGui::GetIO().UserData = this;
  ImGui::GetCurrentContext()->TestEngineHookItems = true;
}

// Dear ImGui calls these where it is built with IMGUI_ENABLE_TEST_ENGINE.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box, const ImGuiLastItemData*) {
  auto* log = static_cast<cairn::ItemLog*>(context->IO.UserData);
  const ImGuiWindow* window = context->CurrentWindow;
  const bool ours = window && std::strcmp(window->Name, "page") == 0 && id != window->ID && id != window->MoveId;
  if (!log || id == 0 || !ours) return;
  log->items.push_back({id, {box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()}});
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
