#pragma once
// DocumentReader: takes a text of Cairn apart while it is read, whatever it holds: one mentorship,
// one programme, or a workspace with many. Members may stand in any order; what comes before the
// thing that it belongs to waits. Used by codec/file.hpp alone.
#include <memory>

#include "codec/file.hpp"
#include "codec/json.hpp"
#include "codec/root_reader.hpp"

namespace cairn {

class DocumentReader : public JsonParts {
 public:
  explicit DocumentReader(const Limits& limits) : limits_(limits), settings_(limits) {
    settings_.reader.setId(kSettingsId);
  }
  bool takesApart(JsonPath path, JsonContainer container) override;
  bool sums(JsonPath path) override;
  void take(JsonPath path, Json&& value) override;
  void takeSum(JsonPath path, std::uint32_t sum) override;

  /// The whole, once the text has been read. Errors: of code "plan".
  Result<OpenedFile> finish();

 private:
  struct Late {
    std::vector<JsonStep> path;
    Json value;
  };
  struct Place {
    RootReader* root = nullptr;
    JsonPath rest;  ///< below the root
  };

  template <class R>
  using Readers = std::vector<std::unique_ptr<RootReaderOf<R>>>;

  Place placeOf(JsonPath path);
  template <class R>
  RootReader* rootAt(Readers<R>& roots, std::size_t index, std::string_view name);
  bool takesApartRoot(RootReader& root, JsonPath rest, JsonContainer container) const;
  void takeFormat(const Json& value);
  void takeVersion(const Json& value);
  void takeHead(const std::string& name, Json&& value);
  void takeOfRoot(JsonPath path, const Place& place, Json&& value);
  void later(JsonPath path, Json&& value) { late_.push_back({{path.begin(), path.end()}, std::move(value)}); }
  void takeLate();
  void feed(std::vector<JsonStep>& path, Json&& value);
  /// False where the reader has an error, which is ours then.
  bool isWhole(RootReader& reader);
  void collectSettings(OpenedFile& content);
  template <class R>
  void collect(Readers<R>& readers, Things<R> Workspace::*member, OpenedFile& content);
  void fail(Fault fault, std::string path, std::string value = {}, std::string other = {}) {
    if (!error_) error_ = errorOf(fault, std::move(path), std::move(value), std::move(other));
  }

  const Limits& limits_;
  DocumentKind kind_ = DocumentKind::none;
  std::string audience_;
  bool versioned_ = false;
  Readers<Mentorship> mentorships_;
  Readers<Programme> programmes_;
  RootReaderOf<Settings> settings_;
  std::vector<Late> late_;
  std::vector<std::pair<std::vector<JsonStep>, std::uint32_t>> lateSums_;
  bool ending_ = false;
  std::optional<Error> error_;
};

}  // namespace cairn
