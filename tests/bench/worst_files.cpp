// The worst file of 256 KB for each collection: what taking it costs, and a frame afterwards.
//   worst_files                the kinds, a line each: the collections, and "versions", 64 in each of many fields
//   worst_files make KIND      writes the file; of how many things stands on the error output
//   worst_files take <FILE     one JSON line: {"ms", "mb", "frame_ms", "place"}
// Taking has a process of its own, for memory is told as the highest that the process has taken.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "any_value.hpp"
#include "app/app.hpp"
#include "english.hpp"
#include "exchange/admission.hpp"
#include "journal/rescue.hpp"
#include "platform/headless/headless.hpp"

using namespace cairn;

namespace {

constexpr std::size_t kBytes = 256'000;
constexpr Instant kNow = 1'793'000'000'000;
const Id kRoot{1, 1};
constexpr std::string_view kVersions = "versions";

using Clock = std::chrono::steady_clock;
double millisecondsSince(Clock::time_point from) {
  return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}
/// Of this program alone; what getrusage tells includes the one that has started it.
double highestMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1'000;  // kB
  }
  return 0;
}

/// The smallest things of a collection, so that the file holds as many as it can.
Mentorship manyOf(const CollectionType& declared, std::size_t count) {
  Mentorship mentorship;
  mentorship.id = kRoot;
  for (std::size_t at = 1; at <= count; ++at) {
    Thing& thing = declared.in(mentorship).at(Id{8, at});
    bool written = false;
    forEachField(declared.type, [&](const FieldTraits& traits, auto place) {
      using Value = typename decltype(place)::Value;
      if (written || traits.lane != Lane::shared || std::is_same_v<Value, Id>) return;
      place.in(thing).addVersion({tests::anyValue<Value>(traits, 1), {77, 1}, kNow});
      written = true;
    });
  }
  return mentorship;
}

Mentorship manyVersions(std::size_t count) {
  constexpr std::size_t kInField = 64;
  Mentorship mentorship;
  mentorship.id = kRoot;
  for (std::size_t at = 0; at < count; ++at) {
    Goal& goal = thingAt(mentorship.goals, Id{8, at / kInField + 1});
    goal.title.addVersion({std::to_string(at), {77, at + 1}, kNow});
  }
  return mentorship;
}

Mentorship worstOf(std::string_view kind, std::size_t count) {
  return kind == kVersions ? manyVersions(count) : manyOf(*rootTypeOf<Mentorship>().find(kind), count);
}

/// As many as fit.
std::size_t mostOf(std::string_view kind) {
  std::size_t fits = 1;
  for (std::size_t step = 1U << 14U; step > 0; step /= 2) {
    if (writeFile(worstOf(kind, fits + step), Audience::otherSide).size() <= kBytes) fits += step;
  }
  return fits;
}

/// A mentorship as it is begun, with a session to come.
Workspace begun() {
  Workspace model;
  Writers writers{11, 12, 1, 1, 0};
  Command command{CommandName::mentorshipStart, {}, {}};
  Mentorship& edit = command.edit.at(kRoot);
  edit.stage.set(Stage::running);
  thingAt(edit.people, Id{9, 1}).name.set("Amina Okafor");
  Person& me = thingAt(edit.people, Id{9, 2});
  me.name.set("Jonas Lindqvist");
  edit.me.set(me.id);
  Session& session = thingAt(edit.sessions, Id{3, 1});
  session.date.set(Date{20'760});
  static_cast<void>(commit(model, command, writers, kNow));
  return model;
}

/// The slowest place of the mentorship: the median of its frames, and its address.
std::pair<double, std::string> slowestFrame(const Workspace& model) {
  HeadlessPlatform platform;
  platform.clock = kNow;
  platform.files[recordPath(11, 1)] = writeRecord(model);
  App app(platform);
  app.resize(1280, 800, 1);
  app.begin(platform.storedFiles(), 0, Trouble::none);
  std::vector<std::string> places{"#/", "#/calendar"};
  for (const Screen screen : {Screen::now, Screen::goals, Screen::story, Screen::together}) {
    places.push_back(mentorshipAddress(kRoot, screen));
  }
  for (const auto view : {SessionView::prepare, SessionView::talk, SessionView::wrapUp}) {
    places.push_back(sessionAddress(kRoot, Id{3, 1}, view));
  }
  std::pair<double, std::string> slowest;
  for (const auto& place : places) {
    app.showAddress(place, 0);
    std::vector<double> times;
    for (int frame = 0; frame < 25; ++frame) {
      platform.clock += 16;
      const auto from = Clock::now();
      app.frame();
      times.push_back(millisecondsSince(from));
    }
    std::nth_element(times.begin(), times.begin() + 12, times.end());
    slowest = std::max(slowest, {times[12], place});
  }
  return slowest;
}

int make(const std::string& kind) {
  const std::size_t count = mostOf(kind);
  const std::string text = writeFile(worstOf(kind, count), Audience::otherSide);
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fprintf(stderr, "%zu", count);
  return 0;
}

int takeFrom(std::istream& input) {
  const std::string text{std::istreambuf_iterator<char>(input), {}};
  Workspace model = begun();
  const double before = highestMegabytes();
  const auto from = Clock::now();
  auto file = openFile(text);
  if (!file) return std::fprintf(stderr, "%s\n", explained(file.error()).c_str()), 1;
  const bool refused = refuseUnmergeable(model, *file).has_value();
  const auto preview = previewOf(model, *file, kNow);
  admit(*file, Whose::others, {11, 12, 1, 1, 0}, kNow);
  Change change;
  take(model, file->whole, change);
  const double taken = millisecondsSince(from);
  if (refused || !preview) return 1;
  const double more = highestMegabytes() - before;
  const auto [frame, place] = slowestFrame(model);
  std::printf(R"({"ms": %.1f, "mb": %.1f, "frame_ms": %.2f, "place": "%s"})"
              "\n",
              taken, more, frame, place.c_str());
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count > 2) return make(words[2]);
  if (count > 1) return takeFrom(std::cin);
  for (const auto& declared : rootTypeOf<Mentorship>().collections) {
    const bool shared = declared.type.lane == Lane::shared && !declared.single;
    if (shared) std::printf("%.*s\n", static_cast<int>(declared.name.size()), declared.name.data());
  }
  std::printf("%s\n", kVersions.data());
  return 0;
}
