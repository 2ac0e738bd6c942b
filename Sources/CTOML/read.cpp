#include "CTOML.h"

#include <charconv>
#include <cmath>
#include <deque>
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
  /// Numbers in figures; what is put in behind them moves none.
  std::deque<std::string> figures;
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

/// How many keys may stand behind each other with points between them. The library follows each
/// into a table of its own, and comes to the end of the stack before it comes to a limit.
constexpr size_t mostPoints = 16;

/// How deep a value may lie; a coach.toml or a deck has five levels.
constexpr size_t mostLevels = 64;

/// The line with a key of too many parts, from 1; 0 where there is none.
///
/// Points are counted where no text and no comment is, from one sign to the next that ends a key or
/// a value; numbers and dates have one each.
uint32_t deepLine(std::string_view text) {
  uint32_t line = 1;
  size_t points = 0;
  for (size_t place = 0; place < text.size(); place++) {
    switch (text[place]) {
    case '.':
      if (++points > mostPoints) return line;
      break;
    case '\n':
      line++;
      points = 0;
      break;
    case '=': case ',': case '[': case ']': case '{': case '}':
      points = 0;
      break;
    case '#':
      while (place + 1 < text.size() && text[place + 1] != '\n') place++;
      break;
    case '"': case '\'': {
      const char quote = text[place];
      const bool isLong = text.substr(place, 3) == std::string(3, quote);
      place += isLong ? 3 : 1;
      for (; place < text.size(); place++) {
        if (text[place] == '\\' && quote == '"') {
          // What is escaped ends nothing; a line that is goes on, and counts.
          if (place + 1 < text.size() && text[++place] == '\n') line++;
          continue;
        }
        if (text[place] == '\n') {
          line++;
          // A text on one line that has no end is refused by the library.
          if (!isLong) break;
        }
        if (text[place] == quote && !isLong) break;
        if (isLong && text.substr(place, 3) == std::string(3, quote)) {
          place += 2;
          break;
        }
      }
      break;
    }
    default: break;
    }
  }
  return 0;
}

/// Whether all lies within the limit.
bool isFlat(const toml::node &node, size_t levels) {
  if (levels > mostLevels) return false;
  if (auto *table = node.as_table())
    for (auto &&[key, value] : *table)
      if (!isFlat(value, levels + 1)) return false;
  if (auto *list = node.as_array())
    for (auto &&value : *list)
      if (!isFlat(value, levels + 1)) return false;
  return true;
}

/// A number with a fraction in figures: the shortest that are read as it.
std::string figures(double number) {
  char text[512];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed);
  return std::string(text, end.ptr);
}

void add(const toml::node &node, Held &held) {
  auto &all = held.all;
  const auto &at = node.source();
  switch (node.type()) {
  case toml::node_type::table:
    all.push_back(token(ctomlTable, static_cast<int64_t>(node.as_table()->size()), at));
    for (auto &&[key, value] : *node.as_table()) {
      all.push_back(token(ctomlText, key.str(), key.source()));
      add(value, held);
    }
    return;
  case toml::node_type::array:
    all.push_back(token(ctomlList, static_cast<int64_t>(node.as_array()->size()), at));
    for (auto &&value : *node.as_array()) add(value, held);
    return;
  case toml::node_type::string:
    return all.push_back(token(ctomlText, node.as_string()->get(), at));
  case toml::node_type::integer:
    return all.push_back(token(ctomlInteger, node.as_integer()->get(), at));
  case toml::node_type::boolean:
    return all.push_back(token(ctomlTruth, node.as_boolean()->get(), at));
  case toml::node_type::floating_point:
    if (const double number = node.as_floating_point()->get(); std::isfinite(number)) {
      held.figures.push_back(figures(number));
      return all.push_back(token(ctomlDecimal, held.figures.back(), at));
    }
    [[fallthrough]];
  default:
    return all.push_back(token(ctomlOther, name(node.type()), at));
  }
}

const char *const tooDeep = "tables lie in each other deeper than anything here can be meant";

/// Says why a text is not taken.
const CTOMLDocument *refuse(Held *held, const char *why, uint32_t line) {
  held->root.clear();
  held->words = why;
  held->complaint = held->words.c_str();
  held->line = line;
  return held;
}

} // namespace

const CTOMLDocument *ctomlRead(const char *bytes, size_t count) {
  auto *held = new (std::nothrow) Held{};
  if (!held) return nullptr;
  // No exception may cross into Swift.
  try {
    const std::string_view text(bytes, count);
    if (const auto line = deepLine(text)) return refuse(held, tooDeep, line);
    held->root = toml::parse(text);
    if (!isFlat(held->root, 0)) return refuse(held, tooDeep, 0);
    add(held->root, *held);
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
