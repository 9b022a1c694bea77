#include "call.h"

#include <stdlib.h>
#include <string.h>

#include "buffers.h"
#include "frames.h"
#include "platform.h"

enum { RESULT_FACTS = 24, RETURN_TEXT_MOST = 65536 };

/* Kept a function of its own with a frame pointer: on 32-bit Windows it survives a library that was declared with the other calling
   convention and leaves the stack pointer 12 bytes off. */
#if defined(__GNUC__) && !defined(__clang__)
__attribute__((noinline, optimize("no-omit-frame-pointer")))
#elif defined(__clang__)
__attribute__((noinline))
#endif
static char *
enter(nation_ec_trans function) {
  char *volatile returned = function(buffer_url(), buffer_in(), buffer_out());
  return returned;
}

struct outcome library_call(nation_ec_trans function) {
  uint64_t start = clock_microseconds();
  char *returned = enter(function);
  uint64_t taken = clock_microseconds() - start;
  return (struct outcome){returned, taken > UINT32_MAX ? UINT32_MAX : (uint32_t)taken};
}

uint8_t *result_frame_create(void) {
  return malloc(FRAME_HEADER_BYTES + RESULT_FACTS + RETURN_TEXT_MOST + buffer_out_bytes());
}

static size_t text_copy(uint8_t *to, const char *from, uint32_t *flags) {
  size_t length;
  bool ended = memory_copy_text(to, from, RETURN_TEXT_MOST, &length);
  if (!ended) *flags |= length == 0 ? RESULT_RETURN_UNREADABLE : RESULT_RETURN_TRUNCATED;
  return length;
}

static size_t returned_put(uint8_t *to, const char *returned, uint32_t *flags) {
  if (returned == NULL) {
    *flags |= RESULT_RETURN_NULL;
    return 0;
  }
  uintptr_t out = (uintptr_t)buffer_out(), address = (uintptr_t)returned;
  if (address >= out && address < out + buffer_out_bytes()) {
    *flags |= RESULT_RETURN_IS_OUT;
    /* Beside a mark that was never replaced, the "returned text" is the mark. */
    if (address == out && buffer_out_appended()) returned++;
  }
  return text_copy(to, returned, flags);
}

static size_t out_put(uint8_t *to, uint32_t *flags) {
  const char *out = buffer_out();
  size_t room = buffer_out_bytes();
  if (buffer_out_untouched()) {
    *flags |= RESULT_OUT_UNCHANGED;
    return 0;
  }
  if (buffer_out_appended()) {
    *flags |= RESULT_OUT_APPENDED;
    out++;
    room--;
  }
  const char *end = memchr(out, 0, room);
  size_t length = end == NULL ? room : (size_t)(end - out);
  if (end == NULL) *flags |= RESULT_OUT_UNTERMINATED;
  if (length == 0) *flags |= RESULT_OUT_EMPTY;
  memcpy(to, out, length);
  return length;
}

size_t result_put(uint8_t *frame, struct outcome outcome, uint32_t *flags) {
  uint8_t *payload = frame + FRAME_HEADER_BYTES;
  *flags = (buffer_out_before_changed() ? RESULT_BEFORE_OUT_CHANGED : 0u) | (buffer_in_changed() ? RESULT_IN_CHANGED : 0u) |
           (buffer_url_changed() ? RESULT_URL_CHANGED : 0u);
  size_t return_length = returned_put(payload + RESULT_FACTS, outcome.returned, flags);
  size_t out_length = out_put(payload + RESULT_FACTS + return_length, flags);
  put_u32(payload, *flags);
  put_u32(payload + 4, outcome.microseconds);
  put_u64(payload + 8, (uint64_t)(uintptr_t)outcome.returned);
  put_u32(payload + 16, (uint32_t)return_length);
  put_u32(payload + 20, (uint32_t)out_length);
  return RESULT_FACTS + return_length + out_length;
}
