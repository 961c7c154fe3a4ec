#pragma once
#include <stddef.h>
#include <stdint.h>

/// Work of a fixed amount over some bytes, 64 times FNV-1a (Fowler, Noll & Vo): each step waits for
/// the one before it, so that only the speed of the machine decides how long it takes.
uint64_t reference_loop(const uint8_t *bytes, size_t count);
