#pragma once
#include <endian.h>
#include <stdint.h>

/// A number as its bytes lie in a file, the lowest first; and back.
static inline uint64_t le64(uint64_t number) { return htole64(number); }

#ifdef __cplusplus
extern "C" {
#endif

/// `after[n][b]` is what a byte `b` adds to a sum when `n` bytes follow it.
struct CSealTable {
  uint64_t after[8][256];
};
extern const struct CSealTable csealTable;

/// The sum over a page's number and all its bytes but those that hold the sum.
uint64_t csealPageSum(const unsigned char *page, uint32_t number);

/// Writes the sum into the page.
void csealPut(unsigned char *page, uint32_t number);

#ifdef __cplusplus
}
#endif
