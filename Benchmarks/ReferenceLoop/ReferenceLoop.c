#include "ReferenceLoop.h"

uint64_t reference_loop(const uint8_t *bytes, size_t count) {
  uint64_t hash = 0xCBF29CE484222325;
  for (int pass = 0; pass < 64; pass++)
    for (size_t index = 0; index < count; index++)
      hash = (hash ^ bytes[index]) * 0x100000001B3;
  return hash;
}
