#include "requests.h"

#include <stdlib.h>
#include <string.h>

#include "buffers.h"
#include "caller.h"
#include "frames.h"
#include "platform.h"

enum refusal {
  NOT_REFUSED = 0,
  REFUSED_URL_TOO_LONG = 1,
  REFUSED_IN_TOO_LONG = 2,
  REFUSED_NUL_IN_URL = 3,
  REFUSED_NUL_IN_IN = 4,
  REFUSED_BUSY = 5,
  REFUSED_MALFORMED = 6,
};

/* The request being made. A claim of the caller is a claim of this too. */
enum { REQUEST_MOST = 4 + URL_BYTES_MOST + IN_BYTES_MOST };
static uint8_t *request;

bool requests_create(void) {
  request = malloc(REQUEST_MOST);
  return request != NULL;
}

static bool skip(uint32_t bytes) {
  uint8_t part[4096];
  while (bytes > 0) {
    uint32_t count = bytes < sizeof part ? bytes : (uint32_t)sizeof part;
    if (!frame_bytes_read(part, count)) return false;
    bytes -= count;
  }
  return true;
}

static void refuse(uint32_t call, enum refusal reason) {
  uint8_t frame[FRAME_HEADER_BYTES + 4];
  put_u32(frame + FRAME_HEADER_BYTES, reason);
  frame_send(frame, (struct frame_header){4, call, FRAME_REFUSED});
}

static enum refusal judge(uint32_t length) {
  if (length < 4 || get_u32(request) > length - 4) return REFUSED_MALFORMED;
  uint32_t url_bytes = get_u32(request), in_bytes = length - 4 - url_bytes;
  const uint8_t *url = request + 4, *in = url + url_bytes;
  if (url_bytes > URL_BYTES_MOST) return REFUSED_URL_TOO_LONG;
  if (in_bytes > IN_BYTES_MOST) return REFUSED_IN_TOO_LONG;
  /* The library would see a shorter text than was meant. */
  if (memchr(url, 0, url_bytes) != NULL) return REFUSED_NUL_IN_URL;
  return memchr(in, 0, in_bytes) != NULL ? REFUSED_NUL_IN_IN : NOT_REFUSED;
}

/* A request longer than any right one: its first four bytes tell what is too long. */
static bool refuse_oversized(struct frame_header header) {
  uint8_t count[4];
  if (!frame_bytes_read(count, 4) || !skip(header.length - 4)) return false;
  uint32_t url_bytes = get_u32(count);
  enum refusal reason = url_bytes > header.length - 4 ? REFUSED_MALFORMED
                        : url_bytes > URL_BYTES_MOST  ? REFUSED_URL_TOO_LONG
                                                      : REFUSED_IN_TOO_LONG;
  refuse(header.id, reason);
  return true;
}

/* False when the frames end inside the request. */
static bool serve_one(struct frame_header header) {
  if (header.length > REQUEST_MOST) return refuse_oversized(header);
  if (!caller_claim()) {
    if (!skip(header.length)) return false;
    refuse(header.id, REFUSED_BUSY);
    return true;
  }
  if (!frame_bytes_read(request, header.length)) return false;
  enum refusal reason = judge(header.length);
  if (reason != NOT_REFUSED) {
    memset(request, 0, header.length);
    caller_release();
    refuse(header.id, reason);
    return true;
  }
  uint32_t url_bytes = get_u32(request);
  caller_give(header.id, request + 4, url_bytes, request + 4 + url_bytes, header.length - 4 - url_bytes);
  return true;
}

int requests_serve(void) {
  for (;;) {
    uint8_t bytes[FRAME_HEADER_BYTES];
    struct frame_header header;
    if (!frame_bytes_read(bytes, sizeof bytes)) return EXIT_DONE;
    if (!frame_header_get(bytes, &header) || header.kind != FRAME_CALL || header.id == 0) {
      complain("nationec-host: a frame from the parent is broken", "");
      return EXIT_BROKEN_FRAME;
    }
    if (!serve_one(header)) return EXIT_DONE;
  }
}
