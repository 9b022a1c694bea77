#include "returned.h"

#include <stdatomic.h>
#include <string.h>

enum { SLOTS = 16, SLOT_BYTES = 1024, LONG_BYTES = 70000 };

/* In turn, so that callers on several threads do not overwrite each other's text at once. */
static char slots[SLOTS][SLOT_BYTES];
static atomic_uint next_slot;

char *returned_success(void) {
  static char success[] = "0000";
  return success;
}

static char *keep(const struct text *text) {
  char *slot = slots[atomic_fetch_add(&next_slot, 1) % SLOTS];
  size_t length = text->length < SLOT_BYTES ? text->length : SLOT_BYTES - 1;
  if (length > 0) memcpy(slot, text->bytes, length);
  slot[length] = 0;
  return slot;
}

char *returned_text(const char *words, enum charset charset) {
  struct text text = {NULL, 0, 0};
  text_add_string(&text, words);
  charset_convert(&text, CHARSET_UTF8, charset);
  char *kept = keep(&text);
  text_free(&text);
  return kept;
}

char *returned_with_number(const char *words, int number) {
  struct text text = {NULL, 0, 0};
  text_add_string(&text, words);
  text_add_number(&text, (unsigned long long)number);
  char *kept = keep(&text);
  text_free(&text);
  return kept;
}

char *returned_unknown(const char *mode) {
  struct text text = {NULL, 0, 0};
  text_add_string(&text, "S011 no such mode: ");
  text_add_string(&text, mode);
  char *kept = keep(&text);
  text_free(&text);
  return kept;
}

char *returned_long(void) {
  static char text[LONG_BYTES + 1];
  memset(text, 'R', LONG_BYTES);
  return text;
}
