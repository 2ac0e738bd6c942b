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

CTOMLToken token(CTOMLKind kind, std::string_view text) {
  return {kind, static_cast<int64_t>(text.size()), text.data()};
}

CTOMLToken token(CTOMLKind kind, int64_t number) { return {kind, number, nullptr}; }

void add(const toml::node &node, std::vector<CTOMLToken> &all) {
  switch (node.type()) {
  case toml::node_type::table:
    all.push_back(token(ctomlTable, static_cast<int64_t>(node.as_table()->size())));
    for (auto &&[key, value] : *node.as_table()) {
      all.push_back(token(ctomlText, key.str()));
      add(value, all);
    }
    return;
  case toml::node_type::array:
    all.push_back(token(ctomlList, static_cast<int64_t>(node.as_array()->size())));
    for (auto &&value : *node.as_array()) add(value, all);
    return;
  case toml::node_type::string:
    return all.push_back(token(ctomlText, node.as_string()->get()));
  case toml::node_type::integer:
    return all.push_back(token(ctomlInteger, node.as_integer()->get()));
  case toml::node_type::boolean:
    return all.push_back(token(ctomlTruth, node.as_boolean()->get()));
  case toml::node_type::floating_point:
    return all.push_back(token(ctomlOther, "floating-point number"));
  case toml::node_type::date_time:
    return all.push_back(token(ctomlOther, "date-time"));
  case toml::node_type::date:
    return all.push_back(token(ctomlOther, "date"));
  case toml::node_type::time:
    return all.push_back(token(ctomlOther, "time"));
  case toml::node_type::none:
    return all.push_back(token(ctomlOther, "nothing"));
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
