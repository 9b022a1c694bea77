#include <errno.h>
#include <iconv.h>

#include "charset.h"

static const char *const NAMES[] = {"UTF-8", "GBK", "GB18030"};

/* How many bytes the character at `at` has: only asked where iconv could not express it, so it is well-formed UTF-8. */
static size_t utf8_bytes(const char *at) {
  unsigned char first = (unsigned char)*at;
  return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
}

bool charset_convert(struct text *text, enum charset from, enum charset to) {
  if (from == to || text->length == 0) return true;
  iconv_t converter = iconv_open(NAMES[to], NAMES[from]);
  if (converter == (iconv_t)-1) return false;
  struct text result = {NULL, 0, 0};
  char *in = text->bytes;
  size_t in_left = text->length;
  bool right = true;
  while (right && in_left > 0) {
    if (!text_reserve(&result, 2 * in_left + 16)) break;
    char *out = result.bytes + result.length;
    size_t room = result.room - result.length - 1, out_left = room;
    size_t done = iconv(converter, &in, &in_left, &out, &out_left);
    int error = errno;
    result.length += room - out_left;
    result.bytes[result.length] = 0;
    if (done != (size_t)-1 || error == E2BIG) continue;
    size_t skip = utf8_bytes(in);
    right = error == EILSEQ && from == CHARSET_UTF8 && skip <= in_left && text_add(&result, "?", 1);
    in += skip;
    in_left -= right ? skip : 0;
  }
  iconv_close(converter);
  right = right && in_left == 0;
  if (!right) {
    text_free(&result);
    return false;
  }
  text_free(text);
  *text = result;
  return true;
}
