#include "CTOML.h"

#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

namespace {

/// What a document points into.
struct Held : CTOMLDocument {
  toml::table root;
  std::vector<CTOMLToken> all;
  std::string words;
};

CTOMLPlace place(const toml::source_position &position) {
  return {position.line, position.column};
}

CTOMLToken token(CTOMLKind kind, std::string_view text, const toml::source_region &at) {
  return {kind, static_cast<int64_t>(text.size()), text.data(), place(at.begin), place(at.end)};
}

CTOMLToken token(CTOMLKind kind, int64_t number, const toml::source_region &at) {
  return {kind, number, nullptr, place(at.begin), place(at.end)};
}

/// What a value of no use to us is called.
std::string_view name(toml::node_type type) {
  switch (type) {
  case toml::node_type::floating_point: return "floating-point number";
  case toml::node_type::date_time: return "date-time";
  case toml::node_type::date: return "date";
  case toml::node_type::time: return "time";
  default: return "nothing";
  }
}

void add(const toml::node &node, std::vector<CTOMLToken> &all) {
  const auto &at = node.source();
  switch (node.type()) {
  case toml::node_type::table:
    all.push_back(token(ctomlTable, static_cast<int64_t>(node.as_table()->size()), at));
    for (auto &&[key, value] : *node.as_table()) {
      all.push_back(token(ctomlText, key.str(), key.source()));
      add(value, all);
    }
    return;
  case toml::node_type::array:
    all.push_back(token(ctomlList, static_cast<int64_t>(node.as_array()->size()), at));
    for (auto &&value : *node.as_array()) add(value, all);
    return;
  case toml::node_type::string:
    return all.push_back(token(ctomlText, node.as_string()->get(), at));
  case toml::node_type::integer:
    return all.push_back(token(ctomlInteger, node.as_integer()->get(), at));
  case toml::node_type::boolean:
    return all.push_back(token(ctomlTruth, node.as_boolean()->get(), at));
  default:
    return all.push_back(token(ctomlOther, name(node.type()), at));
  }
}

} // namespace

const CTOMLDocument *ctomlRead(const char *bytes, size_t count) {
  auto *held = new (std::nothrow) Held{};
  if (!held) return nullptr;
  // No exception may cross into Swift.
  try {
    held->root = toml::parse(std::string_view(bytes, count));
    add(held->root, held->all);
    held->tokens = held->all.data();
    held->count = held->all.size();
    return held;
  } catch (const toml::parse_error &error) {
    held->line = error.source().begin.line;
    try {
      held->words = error.description();
      held->complaint = held->words.c_str();
      return held;
    } catch (const std::bad_alloc &) {
    }
  } catch (const std::bad_alloc &) {
  }
  delete held;
  return nullptr;
}

void ctomlFree(const CTOMLDocument *document) { delete static_cast<const Held *>(document); }
