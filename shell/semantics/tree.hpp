#pragma once
// The semantics tree: what is on screen, by meaning. Every widget records a node while it draws;
// the difference to the last frame goes to the page, which lays an element over each rectangle.
//
// Rectangles of nodes in a scrolling region are in the region's content, so that scrolling moves
// one element. Limits: keys are unique in a frame (a second node of one key is dropped, and the
// audit says so). What a role is called, and which columns go to the page, stands in web/protocol.ts.
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "protocol.hpp"

namespace cairn::semantics {

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  friend bool operator==(const Rect&, const Rect&) = default;
};

struct Node {
  std::string key;     ///< stable over frames
  std::string parent;  ///< key of the container; empty for the stage
  Role role = Role::text;
  std::string landmark;  ///< regions: "main", "navigation", "dialog", "status"
  std::string name;
  std::string value;
  std::string description;
  std::string address;  ///< links
  Rect rect;
  float scroll = 0;  ///< regions: how far the content is moved up
  int level = 0;     ///< headings
  int revision = 0;  ///< fields: rises when the value must replace what is being typed
  float fontSize = 16;
  float lineHeight = 24;
  int fontWeight = 400;
  bool checked = false;
  bool current = false;
  bool disabled = false;
  bool invalid = false;
  bool expanded = false;
  bool hasExpanded = false;
  bool offTabOrder = false;  ///< reached by arrows within its list, not by Tab
  bool shortened = false;    ///< its words did not fit: they show whole where the pointer rests
  bool movedByKeys = false;  ///< a grip: arrows move what it holds
  std::size_t place = 0;     ///< list items of which not all are here: how-manieth, from 1
  std::size_t count = 0;     ///< … of how many
  std::string placeholder;
  std::string list;       ///< fields: key of the list that shows what is typed for
  std::string backspace;  ///< fields: what Backspace at the end of the text presses instead
  std::string popup;      ///< what a button opens: "menu", "listbox", "dialog"
  friend bool operator==(const Node&, const Node&) = default;
};

Node nodeOf(std::string key, Role role, std::string_view name, const Rect& rect = {});

class Recorder {
 public:
  void begin() { nodes_.clear(), keys_.clear(), containers_.clear(), doubled_.clear(); }
  /// Adds the node under the open container.
  Node& add(Node node);
  /// Adds a container and opens it until close().
  Node& open(Node node);
  /// Ends the open container; one that holds nothing is taken out again.
  void close();

  const std::vector<Node>& nodes() const { return nodes_; }
  /// What was added since there were so many.
  std::span<Node> since(std::size_t count) { return std::span(nodes_).subspan(count); }
  const std::vector<std::string>& doubledKeys() const { return doubled_; }

 private:
  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::size_t> keys_;
  std::vector<std::string> containers_;
  std::vector<std::string> doubled_;
  Node spare_;
};

/// What must change on the page: one line a node, fields divided by U+001F, lines by U+001E; within a
/// text, U+001D to U+001F stand as U+001D and "0" to "2".
///   "-" key                      gone
///   "+" its texts, its numbers   as web/protocol.ts lists them
///   "=" keys in order            when the order changed
std::string difference(const std::vector<Node>& before, const std::vector<Node>& after);

/// What shall have the keyboard after `key`, which stood in `before` and is gone: what can be pressed next to
/// it in the same part of the screen, the following first; empty where nothing is.
std::string nextTo(const std::vector<Node>& before, const std::vector<Node>& after, const std::string& key);

}  // namespace cairn::semantics
