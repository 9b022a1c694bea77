/* A byte string that grows. */
#ifndef STANDIN_TEXT_H
#define STANDIN_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text {
  char *bytes; /* always ended by a NUL that `length` does not count; NULL while empty */
  size_t length, room;
};

/* False without memory: the text is then unchanged. */
bool text_reserve(struct text *text, size_t more);
bool text_add(struct text *text, const char *bytes, size_t count);
bool text_add_string(struct text *text, const char *string);
bool text_add_number(struct text *text, unsigned long long number);
void text_free(struct text *text);

#endif
