#pragma once
// Tester: a person at a headless Cairn, by meaning.
//   Tester t; t.type("Their name", "Amina"); t.press("Next"); CHECK(t.sees("When do you talk next?"));
// Every step draws until nothing moves and then runs the semantics audit. Where something was saved, it also
// holds what is on screen against what a reload would show, and against a tab that only followed the news.
#include <functional>
#include <memory>
#include <set>

#include "app/app.hpp"
#include "english.hpp"
#include "platform/headless/headless.hpp"
#include "platform/headless/item_log.hpp"

namespace cairn {

class Tester {
 public:
  explicit Tester(float width = 1280, float height = 800);
  /// Checks that no step has found a fault.
  ~Tester();
  Tester(const Tester&) = delete;
  Tester& operator=(const Tester&) = delete;

  HeadlessPlatform platform;
  std::span<const Language> known = languages();  ///< of which the page speaks one, from the next reload on
  std::unique_ptr<App> app;
  ItemLog items;

  /// Opens the page anew over what the store holds.
  void reload();
  void settle();
  /// Presses by pointer at the middle of the named button, link or checkbox.
  void press(const std::string& name);
  void pressByKeyboard(const std::string& name);
  /// Arrows within the list, grid or radio group of that key; the focus follows as in a browser.
  void arrow(const std::string& list, int rows, int columns = 0);
  /// Types into a field and leaves it.
  void type(const std::string& label, const std::string& text);
  /// Types and presses Enter.
  void submit(const std::string& label, const std::string& text);
  void go(const std::string& address);
  void open(const std::string& text) {
    app->fileOpened("test.cairn.json", text);
    settle();
  }
  /// Takes the first thing that "Find or do" finds, from Today.
  void lookUp(const std::string& words);
  bool sees(const std::string& words) const;
  const semantics::Node* find(const std::string& name) const;
  /// The screen as text, for messages of failed checks.
  std::string screen() const;
  /// From the empty page to the first session's Prepare.
  /// `when` empty: "Not yet".
  void startWith(const std::string& name, const std::string& when = "fri 16:00");
  /// Another browser, in which this file is opened for the first time.
  void receive(const std::string& file, const std::string& me);
  /// Saves the only mentorship as a file for the other side; its text.
  std::string handOver();
  /// A file of the only mentorship with what the other side changed elsewhere.
  std::string theirFile(const std::function<void(Mentorship& edit)>& change) const;
  const Mentorship& only() const;
  /// False where a test damages the store itself.
  /// Whether what is drawn stands in what is heard, word by word; marks around each text hide that.
  bool comparesDrawn = true;
  bool watchesStore = true;
  /// What the store holds would be read as, byte for byte.
  std::string afterReload() const;
  std::string now() const;
  /// Checks that no step has found a fault up to here.
  void checkFaults();

 private:
  std::vector<std::string> faults_;  ///< what the audits of all steps have found
  void watchStore();
  int savesSeen_ = 0;
  Workspace follower_;              ///< another tab's model
  std::set<std::string> followed_;  ///< what it has read

  semantics::Node reveal(const std::string& name);
  void auditItems();
};

}  // namespace cairn
