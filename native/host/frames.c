#include "frames.h"

#include <string.h>

#include "platform.h"

static const uint8_t MAGIC[4] = {'N', 'E', 'C', '1'};

void put_u32(uint8_t *to, uint32_t value) {
  for (int i = 0; i < 4; i++) to[i] = (uint8_t)(value >> (8 * i));
}

void put_u64(uint8_t *to, uint64_t value) {
  put_u32(to, (uint32_t)value);
  put_u32(to + 4, (uint32_t)(value >> 32));
}

uint32_t get_u32(const uint8_t *from) {
  return from[0] | (uint32_t)from[1] << 8 | (uint32_t)from[2] << 16 | (uint32_t)from[3] << 24;
}

/* FNV-1a: enough to tell a header from a magic that the library happened to print, and four lines in any language. */
static uint32_t check_of(const uint8_t header[16]) {
  uint32_t hash = 0x811C9DC5u;
  for (int i = 0; i < 16; i++) hash = (hash ^ header[i]) * 0x01000193u;
  return hash;
}

void frame_header_put(uint8_t to[FRAME_HEADER_BYTES], struct frame_header header) {
  for (int i = 0; i < 4; i++) to[i] = MAGIC[i];
  put_u32(to + 4, header.length);
  put_u32(to + 8, header.id);
  put_u32(to + 12, header.kind);
  put_u32(to + 16, check_of(to));
}

bool frame_header_get(const uint8_t from[FRAME_HEADER_BYTES], struct frame_header *header) {
  if (memcmp(from, MAGIC, sizeof MAGIC) != 0 || get_u32(from + 16) != check_of(from)) return false;
  header->length = get_u32(from + 4);
  header->id = get_u32(from + 8);
  header->kind = get_u32(from + 12);
  return header->length <= FRAME_PAYLOAD_MOST;
}

/* One system call usually brings header and payload together; a small call then costs one read instead of two. */
static uint8_t ahead[65536];
static size_t ahead_from, ahead_to;

bool frame_bytes_read(void *to, size_t bytes) {
  uint8_t *at = to;
  while (bytes > 0) {
    if (ahead_from == ahead_to) {
      bool direct = bytes >= sizeof ahead;
      size_t got = channel_read(direct ? at : ahead, direct ? bytes : sizeof ahead);
      if (got == 0) return false;
      if (direct) {
        at += got;
        bytes -= got;
        continue;
      }
      ahead_from = 0;
      ahead_to = got;
    }
    size_t part = ahead_to - ahead_from < bytes ? ahead_to - ahead_from : bytes;
    memcpy(at, ahead + ahead_from, part);
    /* A request holds personal data: keep no copy of it. */
    memset(ahead + ahead_from, 0, part);
    ahead_from += part;
    at += part;
    bytes -= part;
  }
  return true;
}

void frame_send(uint8_t *frame, struct frame_header header) {
  frame_header_put(frame, header);
  lock_enter(LOCK_CHANNEL);
  bool sent = channel_write(frame, FRAME_HEADER_BYTES + (size_t)header.length);
  lock_leave(LOCK_CHANNEL);
  /* There is no reader any more: the parent has gone. */
  if (!sent) process_end(EXIT_DONE);
}
