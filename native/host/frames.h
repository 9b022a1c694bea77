/* The frames of PROTOCOL.md: header, kinds, little-endian numbers, reading and writing whole frames. */
#ifndef NATIONEC_HOST_FRAMES_H
#define NATIONEC_HOST_FRAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FRAME_HEADER_BYTES = 20, FRAME_PAYLOAD_MOST = 32 << 20 };

enum frame_kind {
  FRAME_CALL = 1,
  FRAME_HELLO = 101,
  FRAME_BEGUN = 102,
  FRAME_RESULT = 103,
  FRAME_REFUSED = 104,
  FRAME_FAULT = 105,
};

struct frame_header {
  uint32_t length;
  uint32_t id;
  uint32_t kind;
};

void put_u32(uint8_t *to, uint32_t value);
void put_u64(uint8_t *to, uint64_t value);
uint32_t get_u32(const uint8_t *from);

/* Async-signal-safe: the crash handler uses it too. */
void frame_header_put(uint8_t to[FRAME_HEADER_BYTES], struct frame_header header);
bool frame_header_get(const uint8_t from[FRAME_HEADER_BYTES], struct frame_header *header);

/* Reads exactly this many bytes of the parent's frames; false at their end. Main thread only. */
bool frame_bytes_read(void *to, size_t bytes);

/* Sends header and payload as one piece, from any thread. `frame` has FRAME_HEADER_BYTES of room before the payload. */
void frame_send(uint8_t *frame, struct frame_header header);

#endif
