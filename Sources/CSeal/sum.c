#include "CSeal.h"
#include "sum.h"

#include <string.h>

static inline uint64_t eight(uint64_t sum, const unsigned char *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  word = le64(word) ^ sum;
  const uint64_t(*table)[256] = csealTable.after;
  return table[7][word & 0xFF] ^ table[6][word >> 8 & 0xFF] ^ table[5][word >> 16 & 0xFF] ^
         table[4][word >> 24 & 0xFF] ^ table[3][word >> 32 & 0xFF] ^ table[2][word >> 40 & 0xFF] ^
         table[1][word >> 48 & 0xFF] ^ table[0][word >> 56];
}

uint64_t csealSum(uint64_t before, const void *start, int64_t count) {
  const unsigned char *bytes = start;
  uint64_t sum = ~before;
  for (; count >= 8; count -= 8, bytes += 8) sum = eight(sum, bytes);
  for (; count > 0; count--) sum = sum >> 8 ^ csealTable.after[0][(sum ^ *bytes++) & 0xFF];
  return ~sum;
}

/// The bytes of a page that are summed in four lanes side by side: a processor waits for each
/// look into the table, and can wait for four at once.
enum { laneBytes = 1016, lanes = 4 };

uint64_t csealPageSum(const unsigned char *page, uint32_t number) {
  uint64_t sums[lanes + 1] = {number, ~0ull, ~0ull, ~0ull, ~0ull};
  for (int place = 0; place < laneBytes; place += 8) {
    sums[1] = eight(sums[1], page + place);
    sums[2] = eight(sums[2], page + laneBytes + place);
    sums[3] = eight(sums[3], page + 2 * laneBytes + place);
    sums[4] = eight(sums[4], page + 3 * laneBytes + place);
  }
  for (int lane = 0; lane <= lanes; lane++) sums[lane] = le64(sums[lane]);
  uint64_t sum = csealSum(0, sums, sizeof sums);
  const int summed = lanes * laneBytes;
  return csealSum(sum, page + summed, csealPage - csealReserve - summed);
}

int csealIsWhole(const unsigned char *page, uint32_t number) {
  uint64_t sum = le64(csealPageSum(page, number));
  return memcmp(&sum, page + csealPage - csealReserve, sizeof sum) == 0;
}

void csealPut(unsigned char *page, uint32_t number) {
  uint64_t sum = le64(csealPageSum(page, number));
  memcpy(page + csealPage - csealReserve, &sum, sizeof sum);
}
