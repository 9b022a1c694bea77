#include "text.h"

#include <stdlib.h>
#include <string.h>

bool text_reserve(struct text *text, size_t more) {
  size_t needed = text->length + more + 1;
  if (needed <= text->room) return true;
  size_t room = text->room * 2 > needed ? text->room * 2 : needed;
  char *bytes = realloc(text->bytes, room);
  if (bytes == NULL) return false;
  text->bytes = bytes;
  text->room = room;
  bytes[text->length] = 0;
  return true;
}

bool text_add(struct text *text, const char *bytes, size_t count) {
  if (!text_reserve(text, count)) return false;
  if (count > 0) memcpy(text->bytes + text->length, bytes, count);
  text->length += count;
  text->bytes[text->length] = 0;
  return true;
}

bool text_add_string(struct text *text, const char *string) { return text_add(text, string, strlen(string)); }

bool text_add_number(struct text *text, unsigned long long number) {
  char digits[24];
  char *at = digits + sizeof digits - 1;
  *at = 0;
  do {
    *--at = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  return text_add_string(text, at);
}

void text_free(struct text *text) {
  free(text->bytes);
  *text = (struct text){NULL, 0, 0};
}
