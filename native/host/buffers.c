#include "buffers.h"

#include <string.h>

#include "platform.h"

/* FF begins no character of UTF-8 or GB18030, so no answer starts with it. Only the first byte carries a mark: a library that forgets
   the closing NUL works with the zeroed buffers that other callers give it, and must work here too. */
static const uint8_t OUT_MARK = 0xFF;
static const uint8_t CANARY = 0xC5;
/* Wide, because an overrun may leap: a struct copied behind the end, a stack frame below it. It costs addresses, not memory. */
enum { GUARD_BYTES = 1 << 20 };

struct buffer {
  uint8_t *committed; /* start of the memory page that holds the first byte */
  uint8_t *start;
  size_t bytes;
  enum place after, before;
};

static struct buffer url = {.after = PLACE_AFTER_URL, .before = PLACE_BEFORE_URL};
static struct buffer in = {.after = PLACE_AFTER_IN, .before = PLACE_BEFORE_IN};
static struct buffer out = {.after = PLACE_AFTER_OUT, .before = PLACE_BEFORE_OUT};
static struct buffer *const ALL[] = {&url, &in, &out};
enum { BUFFERS = sizeof ALL / sizeof ALL[0] };

/* The request as it came, to compare with after the call. */
static const uint8_t *url_given, *in_given;
static size_t url_given_bytes, in_given_bytes;

static size_t whole_pages(size_t bytes) {
  size_t page = memory_page_bytes();
  return (bytes + page - 1) / page * page;
}

bool buffers_create(size_t out_bytes) {
  url.bytes = URL_BYTES_MOST + 1;
  in.bytes = whole_pages(IN_BYTES_MOST + 1);
  out.bytes = out_bytes;
  size_t guard = whole_pages(GUARD_BYTES), total = guard;
  for (int i = 0; i < BUFFERS; i++) total += whole_pages(ALL[i]->bytes) + guard;
  uint8_t *at = memory_reserve(total);
  if (at == NULL) return false;
  at += guard;
  for (int i = 0; i < BUFFERS; i++) {
    size_t pages = whole_pages(ALL[i]->bytes);
    if (!memory_commit(at, pages)) return false;
    ALL[i]->committed = at;
    ALL[i]->start = at + (pages - ALL[i]->bytes);
    at += pages + guard;
  }
  memset(out.committed, CANARY, (size_t)(out.start - out.committed));
  out.start[0] = OUT_MARK;
  return true;
}

char *buffer_url(void) { return (char *)url.start; }
char *buffer_in(void) { return (char *)in.start; }
char *buffer_out(void) { return (char *)out.start; }
size_t buffer_out_bytes(void) { return out.bytes; }

void buffers_fill(const uint8_t *url_text, size_t url_bytes, const uint8_t *in_text, size_t in_bytes) {
  memcpy(url.start, url_text, url_bytes);
  memcpy(in.start, in_text, in_bytes);
  url_given = url_text;
  url_given_bytes = url_bytes;
  in_given = in_text;
  in_given_bytes = in_bytes;
}

static bool still_holds(const struct buffer *buffer, const uint8_t *text, size_t bytes) {
  return memcmp(buffer->start, text, bytes) == 0 && buffer->start[bytes] == 0;
}

bool buffer_url_changed(void) { return !still_holds(&url, url_given, url_given_bytes); }
bool buffer_in_changed(void) { return !still_holds(&in, in_given, in_given_bytes); }

void buffers_wipe(bool scribbled) {
  /* A library that wrote into its input may have written behind the text as well. */
  memset(url.start, 0, scribbled ? url.bytes : url_given_bytes);
  memset(in.start, 0, scribbled ? in.bytes : in_given_bytes);
  memset(out.start, 0, out.bytes);
  memset(out.committed, CANARY, (size_t)(out.start - out.committed));
  out.start[0] = OUT_MARK;
}

static bool all_equal(const uint8_t *bytes, size_t count, uint8_t value) {
  if (count == 0) return true;
  /* Comparing a run with itself one further on is how memcmp looks for a constant run, at its own speed. */
  return bytes[0] == value && memcmp(bytes, bytes + 1, count - 1) == 0;
}

bool buffer_out_before_changed(void) {
  return !all_equal(out.committed, (size_t)(out.start - out.committed), CANARY);
}

bool buffer_out_untouched(void) { return out.start[0] == OUT_MARK && all_equal(out.start + 1, out.bytes - 1, 0); }

bool buffer_out_appended(void) { return out.start[0] == OUT_MARK; }

enum place buffers_place(uintptr_t address, uint32_t *distance) {
  *distance = 0;
  /* Half a guard on either side: the guard between two buffers belongs to the nearer one. */
  for (int i = 0; i < BUFFERS; i++) {
    if (ALL[i]->start == NULL) continue;
    uintptr_t first = (uintptr_t)ALL[i]->committed, end = (uintptr_t)ALL[i]->start + ALL[i]->bytes;
    if (address >= end && address - end < GUARD_BYTES / 2) {
      *distance = (uint32_t)(address - end);
      return ALL[i]->after;
    }
    if (address < first && first - address <= GUARD_BYTES / 2) {
      *distance = (uint32_t)((uintptr_t)ALL[i]->start - address);
      return ALL[i]->before;
    }
  }
  return address < 65536 ? PLACE_NULL : PLACE_ELSEWHERE;
}
