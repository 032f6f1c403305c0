#include <doctest/doctest.h>

#include "imgui.h"
#include "screens/tester.hpp"
#include "text/fonts.hpp"
#include "text/scripts.hpp"

namespace cairn::runs_test {
using TextLine = text::Line;

namespace {

constexpr text::Style kBody{16, 24, 400};

/// A context of its own, with nothing in it but text.
class Paper {
 public:
  Paper() : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {800, 600};
    io.DisplayFramebufferScale = {2, 2};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    fonts = std::make_unique<text::Fonts>(raster);
  }
  ~Paper() { ImGui::DestroyContext(context_); }

  template <class Draw>
  void frame(Draw&& draw) {
    ImGui::NewFrame();
    fonts->beginFrame();
    draw(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }

  HeadlessRaster raster;
  std::unique_ptr<text::Fonts> fonts;

 private:
  ImGuiContext* context_;
};

std::string arabicName(int number) {
  std::string name = "أمينة ";
  for (; number > 0; number /= 10)
    name += std::vector<std::string>{
        "ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر"}[static_cast<std::size_t>(number % 10)];
  return name;
}

}  // namespace

TEST_CASE("scripts: what must be shaped is told from what need not") {
  for (const char* plain : {"Amina Okafor", "Zoë Ångström", "Ελένη", "Наташа", "Nguyễn Văn", "😀", "3 × 4 → ½"}) {
    CAPTURE(plain);
    CHECK(!text::needsRun(plain));
  }
  for (const char* shaped : {"أمينة", "שלום", "नमस्ते", "สวัสดี", "e\xcc\x81", "👩‍👩‍👧", "🇵🇹", "👍🏽",
                             "❤️", "中文。", "カタカナ", "한국어", "தமிழ்", "ខ្មែរ"}) {
    CAPTURE(shaped);
    CHECK(text::needsRun(shaped));
  }
}

TEST_CASE("letters: of each weight they are drawn at the screen's density") {
  constexpr text::Style kDisplay{34, 44, 600};
  Paper paper;
  paper.frame([&](ImDrawList& list) {
    paper.fonts->draw(list, {10, 10}, TextLine{"Who", false}, kDisplay, IM_COL32_BLACK);
    paper.fonts->draw(list, {10, 60}, TextLine{"Amina", false}, kBody, IM_COL32_BLACK);
  });
  CHECK(paper.raster.drawn == std::set<std::pair<float, int>>{{32.0F, 400}, {68.0F, 600}});
}

TEST_CASE("scripts: the first letter that has a direction decides") {
  CHECK(text::runsRightToLeft("أمينة with Jonas"));
  CHECK(text::runsRightToLeft("… 12 שלום"));
  CHECK(!text::runsRightToLeft("Jonas with أمينة"));
  CHECK(!text::runsRightToLeft("12:30 – 中文"));
  CHECK(!text::runsRightToLeft(""));
}

TEST_CASE("scripts: a line is cut into runs and letters at its spaces, and stays whole where it runs right to left") {
  const auto mixed = text::piecesOf("Well done 👩‍👩‍👧 नमस्ते to all");
  REQUIRE(mixed.size() == 3);
  CHECK(mixed[0].text == "Well done ");
  CHECK(mixed[1].text == "👩‍👩‍👧 नमस्ते ");
  CHECK(mixed[1].isRun);
  CHECK(mixed[2].text == "to all");
  const auto arabic = text::piecesOf("Meet أمينة today");
  REQUIRE(arabic.size() == 1);
  CHECK(arabic[0].isRun);
}

TEST_CASE("runs: the second frame draws nothing anew, another colour does") {
  Paper paper;
  const TextLine line{"مرحبا يا أمينة", true};
  for (int frames = 0; frames < 3; ++frames) {
    paper.frame([&](ImDrawList& list) { paper.fonts->draw(list, {10, 10}, line, kBody, IM_COL32(1, 2, 3, 255)); });
  }
  CHECK(paper.raster.runsDrawn == 1);
  paper.frame([&](ImDrawList& list) { paper.fonts->draw(list, {10, 10}, line, kBody, IM_COL32(9, 9, 9, 255)); });
  CHECK(paper.raster.runsDrawn == 2);
}

TEST_CASE("runs: 10,000 names take at most 16 MB, in one frame or over many") {
  Paper paper;
  for (int page = 0; page < 400; ++page) {
    paper.frame([&](ImDrawList& list) {
      for (int row = 0; row < 25; ++row) {
        const std::string name = arabicName(1 + page * 25 + row);
        paper.fonts->draw(list, {10, 24.0F * static_cast<float>(row)}, {name, true}, kBody, IM_COL32_BLACK);
      }
    });
    REQUIRE(paper.fonts->runs().bytes() <= text::Runs::kMostBytes);
  }
  CHECK(paper.raster.runsDrawn == 10'000);
  const std::size_t vertices = [&] {
    std::size_t count = 0;
    paper.frame([&](ImDrawList& list) {
      for (int at = 0; at < 10'000; ++at)
        paper.fonts->draw(list, {10, 10}, {arabicName(20'000 + at), true}, kBody, IM_COL32_BLACK);
      count = static_cast<std::size_t>(list.VtxBuffer.Size);
    });
    return count;
  }();
  CHECK(paper.fonts->runs().bytes() <= text::Runs::kMostBytes);
  CHECK(vertices > 2'000);
  const ImTextureData& atlas = *ImGui::GetIO().Fonts->TexData;
  CHECK(atlas.GetSizeInBytes() <= 64 << 20);
}

TEST_CASE("runs: lines of a wrapped text say how their paragraph runs") {
  Paper paper;
  const auto lines = paper.fonts->wrap("مرحبا يا أمينة كيف حالك\nGood morning", kBody, 90);
  REQUIRE(lines.size() > 3);
  CHECK(lines.front().rightToLeft);
  CHECK(lines.back().text == "morning");
  CHECK(!lines.back().rightToLeft);
  for (const auto& line : lines) CHECK(paper.fonts->width(line.text, kBody) <= 90);
}

TEST_CASE("runs: a text that is too wide ends in whole letters and …") {
  Paper paper;
  const std::string shown = paper.fonts->shortened("أمينة أوكافور من لاغوس", kBody, 100);
  CHECK(shown.ends_with("…"));
  CHECK(paper.fonts->width(shown, kBody) <= 100);
}

}  // namespace cairn::runs_test
