#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum CTOMLKind {
  /// `number` pairs of a text, the key, and a value follow.
  ctomlTable,
  /// `number` values follow.
  ctomlList,
  /// `number` bytes of UTF-8, not ended by a zero.
  ctomlText,
  ctomlInteger,
  /// `number` is 0 or 1.
  ctomlTruth,
  /// A number with a fraction; in figures as `number` bytes.
  ctomlDecimal,
  /// A value that is not passed on; its kind in English as `number` bytes.
  ctomlOther,
} __attribute__((enum_extensibility(closed)));

/// A place in a text: its line and its column, both from 1; the column counts code points.
struct CTOMLPlace {
  uint32_t line;
  uint32_t column;
};

/// One value of a document, or the beginning of several.
struct CTOMLToken {
  enum CTOMLKind kind;
  int64_t number;
  const char *_Nullable bytes;
  /// Where it begins, and the place right behind it. A table that has a header is where its header
  /// is; one that only dotted keys make is where the first of them is.
  struct CTOMLPlace begin;
  struct CTOMLPlace end;
};

/// A text that was read as TOML. What it points to lasts until it is freed.
struct CTOMLDocument {
  /// All values, each right behind the table or list that it is in; nil where it is no TOML.
  const struct CTOMLToken *_Nullable tokens;
  size_t count;
  /// Why it is no TOML; it ends with a zero.
  const char *_Nullable complaint;
  /// The line of the complaint, from 1; 0 where no line is to blame.
  uint32_t line;
};

/// Reads a text.
///
/// \returns What is to be freed by `ctomlFree`; nil only where memory ran out.
const struct CTOMLDocument *_Nullable ctomlRead(const char *_Nullable bytes, size_t count);

void ctomlFree(const struct CTOMLDocument *_Nonnull document);

#ifdef __cplusplus
}
#endif
