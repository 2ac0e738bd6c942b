#include "sum.h"

namespace {

/// The polynomial of ECMA-182, its lowest bit first.
constexpr uint64_t polynomial = 0xC96C5795D7870F42;

constexpr CSealTable made() {
  CSealTable table = {};
  for (int byte = 0; byte < 256; byte++) {
    uint64_t sum = static_cast<uint64_t>(byte);
    for (int bit = 0; bit < 8; bit++) sum = sum & 1 ? sum >> 1 ^ polynomial : sum >> 1;
    table.after[0][byte] = sum;
  }
  for (int byte = 0; byte < 256; byte++)
    for (int place = 1; place < 8; place++) {
      uint64_t sum = table.after[place - 1][byte];
      table.after[place][byte] = sum >> 8 ^ table.after[0][sum & 0xFF];
    }
  return table;
}

}  // namespace

/// Made by the compiler: made at a start, it were memory of its own to each process.
extern "C" {
constexpr CSealTable csealTable = made();
}
