// What the page calls (web/engine.ts). The page owns one App through its handle.
#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/heap.h>
#include <emscripten/html5.h>

#include <charconv>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "app/app.hpp"
#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "platform/web/web_platform.hpp"

namespace {

constexpr char kCanvas[] = "#canvas";

struct Page {
  cairn::WebPlatform platform;
  cairn::App app{platform};
  EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = 0;
  bool drawing = false;
  std::vector<std::uint8_t> onCanvas;  ///< what the canvas shows (describeDrawing); empty: nothing that counts
  std::vector<std::uint8_t> wanted;    ///< the same of this frame; its room is used again

  bool startDrawing() {
    onCanvas.clear();
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.enableExtensionsByDefault = false;  // each costs a question to the graphics process
    if (context == 0) context = emscripten_webgl_create_context(kCanvas, &attributes);
    if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) return false;
    // The shaders are begun here; the frame comes when they are there.
    drawing = ImGui_ImplOpenGL3_Init("#version 300 es") && ImGui_ImplOpenGL3_CreateDeviceObjects();
    return drawing;
  }
  void stopDrawing() {
    if (!drawing) return;
    ImGui_ImplOpenGL3_Shutdown();
    app.forgetTextures();
    drawing = false;
  }
};

template <class T>
void addBytes(std::vector<std::uint8_t>& all, const T* from, std::size_t count) {
  const std::size_t begin = all.size();
  all.resize(begin + count * sizeof(T));
  // Large ones are copied by the browser, which std::copy is not.
  std::memcpy(all.data() + begin, from, count * sizeof(T));
}

/// Everything that decides over the pixels of a frame; empty while a texture is to be changed.
void describeDrawing(const ImDrawData& data, cairn::Color ground, std::vector<std::uint8_t>& all) {
  all.clear();
  for (const ImTextureData* texture : *data.Textures) {
    if (texture->Status != ImTextureStatus_OK) return;
  }
  addBytes(all, &ground, 1);
  addBytes(all, &data.DisplaySize, 1);
  addBytes(all, &data.FramebufferScale, 1);
  for (const ImDrawList* list : data.CmdLists) {
    addBytes(all, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.Size));
    addBytes(all, list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.Size));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      addBytes(all, &command.ClipRect, 1);
      addBytes(all, &command.ElemCount, 1);
    }
  }
}

/// A frame that looks like the last one needs no drawing: typing in the browser's own field changes
/// nothing on the canvas, and neither do the frames in which a change settles.
void drawIfChanged(Page& page) {
  const ImDrawData& data = *ImGui::GetDrawData();
  const cairn::Color ground = page.app.ground();
  describeDrawing(data, ground, page.wanted);
  if (!page.wanted.empty() && page.wanted == page.onCanvas) return;
  std::swap(page.onCanvas, page.wanted);
  // Where the processor draws for want of a graphics card, a rectangle as large as the page takes a third of a frame.
  const auto part = [&](int shift) { return static_cast<float>((ground >> shift) & 0xFF) / 255; };
  glClearColor(part(16), part(8), part(0), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

std::pair<std::string, std::string> keyAndText() {
  const std::string both = cairn::takeInbox();
  const auto end = both.find('\n');
  return {both.substr(0, end), end == std::string::npos ? std::string() : both.substr(end + 1)};
}

/// Lines of a name, a space and the number of bytes.
std::vector<cairn::BackupEntry> backupsIn(std::string_view lines) {
  std::vector<cairn::BackupEntry> backups;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    const auto space = line.rfind(' ');
    if (space == std::string_view::npos) break;
    cairn::BackupEntry backup{std::string(line.substr(0, space)), 0};
    std::from_chars(line.data() + space + 1, line.data() + line.size(), backup.bytes);
    backups.push_back(std::move(backup));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
  }
  return backups;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE Page* cairn_open() { return std::make_unique<Page>().release(); }
EMSCRIPTEN_KEEPALIVE int cairn_start_drawing(Page* page) { return page->startDrawing() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void cairn_stop_drawing(Page* page) { page->stopDrawing(); }

/// 0 nothing drawn yet, 1 drawn, 2 drawn and another frame is wanted.
EMSCRIPTEN_KEEPALIVE int cairn_frame(Page* page) {
  if (page->drawing) ImGui_ImplOpenGL3_NewFrame();
  if (!page->app.frame()) return 0;
  if (page->drawing) drawIfChanged(*page);
  return page->app.wantsFrame() ? 2 : 1;
}

/// Inbox: the files of the store.
EMSCRIPTEN_KEEPALIVE void cairn_begin(Page* page, int slot, cairn::Trouble trouble) {
  page->app.begin(cairn::unpackFiles(cairn::takeInbox()), slot, trouble);
}
EMSCRIPTEN_KEEPALIVE void cairn_resize(Page* page, double width, double height, double density) {
  page->onCanvas.clear();  // a canvas of another size is empty
  page->app.resize(static_cast<float>(width), static_cast<float>(height), static_cast<float>(density));
}
EMSCRIPTEN_KEEPALIVE void cairn_dark(Page* page, int dark) { page->app.setSystemDark(dark != 0); }
/// Colours are 0xRRGGBB.
EMSCRIPTEN_KEEPALIVE void cairn_forced_colors(Page* page, unsigned canvas, unsigned text, unsigned link) {
  page->app.setForcedColors(cairn::ForcedColors{canvas, text, link});
}
EMSCRIPTEN_KEEPALIVE void cairn_own_colors(Page* page) { page->app.setForcedColors(std::nullopt); }
EMSCRIPTEN_KEEPALIVE void cairn_pointer(Page* page, int kind, int phase, double x, double y) {
  page->app.pointer(static_cast<cairn::PointerKind>(kind), static_cast<cairn::PointerPhase>(phase),
                    static_cast<float>(x), static_cast<float>(y));
}
EMSCRIPTEN_KEEPALIVE void cairn_wheel(Page* page, double x, double y, double pixels) {
  page->app.wheel(static_cast<float>(x), static_cast<float>(y), static_cast<float>(pixels));
}
EMSCRIPTEN_KEEPALIVE void cairn_text_changed(Page* page) {
  const auto [key, text] = keyAndText();
  page->app.textChanged(key, text);
}
EMSCRIPTEN_KEEPALIVE void cairn_text_done(Page* page, int submitted) {
  const auto [key, text] = keyAndText();
  page->app.textDone(key, text, submitted != 0);
}
EMSCRIPTEN_KEEPALIVE void cairn_text_cancelled(Page* page) { page->app.textCancelled(cairn::takeInbox()); }
EMSCRIPTEN_KEEPALIVE void cairn_focus(Page* page, int visible) {
  page->app.focusChanged(cairn::takeInbox(), visible != 0);
}
EMSCRIPTEN_KEEPALIVE void cairn_activate(Page* page) { page->app.activate(cairn::takeInbox()); }
EMSCRIPTEN_KEEPALIVE void cairn_move_in_list(Page* page, int rows, int columns) {
  page->app.moveInList(cairn::takeInbox(), rows, columns);
}
EMSCRIPTEN_KEEPALIVE int cairn_close_popup(Page* page) { return page->app.closePopup() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE int cairn_drags(Page* page) { return page->app.drags() ? 1 : 0; }
/// Inbox: the keys. 1 where they do something.
EMSCRIPTEN_KEEPALIVE int cairn_shortcut(Page* page, int inEditor) {
  return page->app.shortcut(cairn::takeInbox(), inEditor != 0) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void cairn_address(Page* page, double scroll) {
  page->app.showAddress(cairn::takeInbox(), static_cast<float>(scroll));
}
EMSCRIPTEN_KEEPALIVE void cairn_file(Page* page) {
  const auto [name, text] = keyAndText();
  page->app.fileOpened(name, text);
}
EMSCRIPTEN_KEEPALIVE void cairn_erased(Page* page, cairn::Trouble trouble) { page->app.erased(trouble); }
EMSCRIPTEN_KEEPALIVE void cairn_store_emptied(Page* page) { page->app.storeEmptied(); }
EMSCRIPTEN_KEEPALIVE void cairn_forget(Page* page) { page->app.forgetUndo(); }
EMSCRIPTEN_KEEPALIVE void cairn_path_taken(Page* page, int ticket) { page->app.pathTaken(ticket); }
EMSCRIPTEN_KEEPALIVE void cairn_stored(Page* page, int ticket, cairn::Trouble trouble) {
  page->app.stored(ticket, trouble);
}
EMSCRIPTEN_KEEPALIVE void cairn_followed(Page* page) { page->app.followed(cairn::unpackFiles(cairn::takeInbox())); }
EMSCRIPTEN_KEEPALIVE void cairn_reloaded(Page* page) { page->app.reloaded(cairn::unpackFiles(cairn::takeInbox())); }
EMSCRIPTEN_KEEPALIVE void cairn_compacted(Page* page) { page->app.compacted(); }
EMSCRIPTEN_KEEPALIVE void cairn_large_reading(Page* page, int step) {
  page->app.largeReading(cairn::takeInbox(), step);
}
/// Inbox: the file's name, "\n", its preview.
EMSCRIPTEN_KEEPALIVE void cairn_large_read(Page* page, int isBackup) {
  const auto [name, preview] = keyAndText();
  page->app.largeRead(name, preview, isBackup != 0);
}
/// Inbox: the file's name, "\n", the error (writeError).
EMSCRIPTEN_KEEPALIVE void cairn_large_refused(Page* page) {
  const auto [name, error] = keyAndText();
  page->app.largeRefused(name, cairn::readError(error));
}
/// Inbox: the file's name.
EMSCRIPTEN_KEEPALIVE void cairn_large_failed(Page* page, cairn::Trouble trouble) {
  page->app.largeFailed(cairn::takeInbox(), trouble);
}
EMSCRIPTEN_KEEPALIVE void cairn_copied(Page* page, int done) { page->app.copied(done != 0); }
EMSCRIPTEN_KEEPALIVE void cairn_shared(Page* page, int done) { page->app.left(done != 0); }
/// Inbox: the ticket, "\n", the address.
EMSCRIPTEN_KEEPALIVE void cairn_link_made(Page* page) {
  const auto [ticket, address] = keyAndText();
  page->app.linkMade(ticket, address);
}
/// Inbox: its files.
EMSCRIPTEN_KEEPALIVE void cairn_library(Page* page, cairn::Trouble trouble) {
  page->app.libraryFetched(cairn::unpackFiles(cairn::takeInbox()), trouble);
}
EMSCRIPTEN_KEEPALIVE void cairn_paper(Page* page, int paper) { page->app.setPaper(paper != 0); }
EMSCRIPTEN_KEEPALIVE void cairn_take_piece(Page* page, int percent) {
  page->app.takePiece(cairn::takeInbox(), percent);
}
EMSCRIPTEN_KEEPALIVE void cairn_large_taken(Page* page, cairn::Trouble trouble) { page->app.largeTaken(trouble); }
/// Inbox: a line for each: its name, a space, its bytes.
EMSCRIPTEN_KEEPALIVE void cairn_backups(Page* page, cairn::Trouble trouble) {
  page->app.backupsListed(backupsIn(cairn::takeInbox()), trouble);
}
EMSCRIPTEN_KEEPALIVE void cairn_read_only(Page* page) { page->app.setReadOnly(); }
EMSCRIPTEN_KEEPALIVE double cairn_memory() { return static_cast<double>(emscripten_get_heap_size()); }
EMSCRIPTEN_KEEPALIVE void cairn_flush(Page* page) { page->app.flush(); }

}  // extern "C"
