#pragma once
#include <FLAC/metadata.h>
#include <FLAC/stream_decoder.h>

// A global variable, which Swift takes for shared mutable state.
static inline const char *flac_version(void) { return FLAC__VERSION_STRING; }
