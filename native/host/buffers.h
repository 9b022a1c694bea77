/* The three buffers that the library sees, each ending where memory ends. */
#ifndef NATIONEC_HOST_BUFFERS_H
#define NATIONEC_HOST_BUFFERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  URL_BYTES_MOST = 4095,      /* chapter 3.2 allows 2048; longer gateway addresses have been seen */
  IN_BYTES_MOST = 900 * 1024, /* chapter 3.2: InData is 字符(900K) */
};

/* The numbers of `place` in a FAULT frame. */
enum place {
  PLACE_ELSEWHERE = 0,
  PLACE_AFTER_OUT = 1,
  PLACE_BEFORE_OUT = 2,
  PLACE_AFTER_IN = 3,
  PLACE_BEFORE_IN = 4,
  PLACE_AFTER_URL = 5,
  PLACE_BEFORE_URL = 6,
  PLACE_NULL = 7,
  PLACE_STACK_END = 8,
};

bool buffers_create(size_t out_bytes);

char *buffer_url(void);
char *buffer_in(void);
char *buffer_out(void);
size_t buffer_out_bytes(void);

/* Puts a request in, with its NULs. Both texts must stay where they are until the answer has been read. */
void buffers_fill(const uint8_t *url, size_t url_bytes, const uint8_t *in, size_t in_bytes);
/* Removes every trace of the call and makes OutData show again what is written. */
void buffers_wipe(bool scribbled);

/* What the library did to them. */
bool buffer_url_changed(void);
bool buffer_in_changed(void);
bool buffer_out_before_changed(void);
bool buffer_out_untouched(void);
/* The OutData text: the library appended to the mark at its start instead of replacing it. */
bool buffer_out_appended(void);

/* Where a faulty address lies. Async-signal-safe. */
enum place buffers_place(uintptr_t address, uint32_t *distance);

#endif
