#pragma once
#include <opusenc.h>

// Swift cannot call a function of variable arguments.
static inline int opusenc_set(OggOpusEnc *encoder, int request, opus_int32 value) {
  return ope_encoder_ctl(encoder, request, value);
}
