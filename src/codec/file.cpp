#include "codec/file.hpp"

#include "codec/document.hpp"
#include "codec/root_writer.hpp"
#include "replica/merge.hpp"

namespace cairn {
namespace {

constexpr std::string_view kRecordMark = "cairn-record ";
constexpr std::string_view kRecordMajor = "1";

void writeHead(JsonWriter& writer, DocumentKind kind) {
  writer.key("$schema");
  writer.text("urn:cairn:schema:1");
  writer.key("format");
  writer.text(formatOf(kind));
  writer.key("version");
  writer.beginObject();
  writer.key("major");
  writer.number(kMajor);
  writer.key("minor");
  writer.number(kMinor);
  writer.endObject();
}

bool hasPrivate(const Root& root, const RootType& type) {
  bool any = false;
  forEachThing(root, type, [&](const Thing& thing, const ThingType& kind, std::string_view) {
    any = any || belongs(thing, kind, Lane::own);
  });
  return any;
}

void writePrivate(JsonWriter& writer, const Root& root, const RootType& type) {
  if (!hasPrivate(root, type)) return;
  writer.key("private");
  writer.beginObject();
  RootWriter(writer, Lane::own).write(root, type);
  writer.endObject();
}

void writeRoot(JsonWriter& writer, const Root& root, const RootType& type) {
  writer.key("id");
  writer.text(toText(root.id));
  RootWriter(writer, Lane::shared).write(root, type);
  writePrivate(writer, root, type);
}

std::string writeRootFile(const Root& root, const RootType& type, DocumentKind kind, Audience audience) {
  JsonWriter writer(JsonWriter::Layout::indented);
  writer.beginObject();
  writeHead(writer, kind);
  writer.key("generator");
  writer.text("Cairn");
  writer.key("audience");
  writer.text(words(audience)[static_cast<std::size_t>(audience)]);
  writeRoot(writer, root, type);
  writer.endObject();
  return writer.finish();
}

void writeWorkspace(JsonWriter& writer, const Workspace& workspace) {
  writer.beginObject();
  writeHead(writer, DocumentKind::workspace);
  if (hasPrivate(workspace.settings, rootTypeOf<Settings>())) {
    writer.key("settings");
    writer.beginObject();
    writePrivate(writer, workspace.settings, rootTypeOf<Settings>());
    writer.endObject();
  }
  forEachRootKind(workspace, [&]<class R>(const Things<R>& roots, std::string_view name) {
    if (roots.empty()) return;
    writer.key(name);
    writer.beginArray();
    for (const auto& [id, root] : roots) {
      writer.beginObject();
      writeRoot(writer, root, rootTypeOf<R>());
      writer.endObject();
    }
    writer.endArray();
  });
  writer.endObject();
}

}  // namespace

std::string writeUnfiltered(const Mentorship& mentorship, Audience said) {
  return writeRootFile(mentorship, rootTypeOf<Mentorship>(), DocumentKind::mentorship, said);
}

std::string writeUnfiltered(const Programme& programme, Audience said) {
  return writeRootFile(programme, rootTypeOf<Programme>(), DocumentKind::programme, said);
}

std::string writeFile(const Mentorship& mentorship, Audience audience) {
  if (audience == Audience::myself) return writeUnfiltered(mentorship, audience);
  Mentorship copy = mentorship;
  if (audience == Audience::otherSide) stripPrivate(copy);
  if (audience == Audience::programme) keepForProgramme(copy);
  return writeUnfiltered(copy, audience);
}

std::string writeFile(const Programme& programme, Audience audience) {
  Programme copy = programme;
  if (audience != Audience::myself) stripPrivate(copy);
  return writeUnfiltered(copy, audience);
}

std::string writeBackup(const Workspace& workspace) {
  JsonWriter writer(JsonWriter::Layout::indented);
  writeWorkspace(writer, workspace);
  return writer.finish();
}

Result<OpenedFile> readFile(std::string_view text, const Limits& limits) {
  DocumentReader reader(limits);
  if (const auto error = readJson(text, reader, limits)) return tl::unexpected(*error);
  return reader.finish();
}

std::string writeRecord(const Workspace& delta) {
  JsonWriter writer(JsonWriter::Layout::compact);
  writeWorkspace(writer, delta);
  const std::string body = writer.finish();
  std::string record(kRecordMark);
  record += kRecordMajor;
  record += " " + toHex(crc32Of(body)) + "\n";
  return record + body;
}

Result<Workspace> readRecord(std::string_view bytes) {
  const auto lineEnd = bytes.find('\n');
  if (!bytes.starts_with(kRecordMark) || lineEnd == std::string_view::npos) {
    return failure(Fault::notARecord);
  }
  const auto header = bytes.substr(kRecordMark.size(), lineEnd - kRecordMark.size());
  const auto body = bytes.substr(lineEnd + 1);
  const auto space = header.find(' ');
  if (header.substr(0, space) != kRecordMajor) return failure(Fault::laterRecord);
  if (space == std::string_view::npos || header.substr(space + 1) != toHex(crc32Of(body))) {
    return failure(Fault::recordDamaged);
  }
  auto file = readFile(body, kStore);
  if (!file) return tl::unexpected(file.error());
  if (file->kind != DocumentKind::workspace || file->isProposal()) return failure(Fault::recordInPart);
  return std::move(file->whole);
}

}  // namespace cairn
