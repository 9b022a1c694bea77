/* One call of the library, and what came back. */
#ifndef NATIONEC_HOST_CALL_H
#define NATIONEC_HOST_CALL_H

#include <stddef.h>
#include <stdint.h>

#include "library.h"

/* The flags of a RESULT frame. */
enum result_flag {
  RESULT_RETURN_NULL = 0x001,
  RESULT_RETURN_UNREADABLE = 0x002,
  RESULT_RETURN_TRUNCATED = 0x004,
  RESULT_RETURN_IS_OUT = 0x008,
  RESULT_OUT_UNCHANGED = 0x010,
  RESULT_OUT_EMPTY = 0x020,
  RESULT_OUT_UNTERMINATED = 0x040,
  RESULT_OUT_APPENDED = 0x080,
  RESULT_BEFORE_OUT_CHANGED = 0x100,
  RESULT_IN_CHANGED = 0x200,
  RESULT_URL_CHANGED = 0x400,
};

struct outcome {
  char *returned;
  uint32_t microseconds;
};

/* Enters the library with the filled buffers. */
struct outcome library_call(nation_ec_trans function);

/* Room for the frame of the largest answer; NULL without memory. */
uint8_t *result_frame_create(void);
/* Writes the RESULT payload behind the header's room; tells its length. */
size_t result_put(uint8_t *frame, struct outcome outcome, uint32_t *flags);

#endif
