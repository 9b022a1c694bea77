#include <stdlib.h>
#include <windows.h>

#include "charset.h"

/* GB18030 is not in every wine; GBK reads all of it but the four-byte characters. For writing there is no such way out. */
static UINT code_page_of(enum charset charset, bool reading) {
  enum { GBK = 936, GB18030 = 54936 };
  if (charset == CHARSET_UTF8) return CP_UTF8;
  return charset == CHARSET_GB18030 && (!reading || IsValidCodePage(GB18030)) ? GB18030 : GBK;
}

bool charset_convert(struct text *text, enum charset from, enum charset to) {
  if (from == to || text->length == 0) return true;
  UINT source = code_page_of(from, true), target = code_page_of(to, false);
  int bytes = (int)text->length;
  int characters = MultiByteToWideChar(source, 0, text->bytes, bytes, NULL, 0);
  wchar_t *wide = characters <= 0 ? NULL : malloc((size_t)characters * sizeof(wchar_t));
  if (wide == NULL) return false;
  MultiByteToWideChar(source, 0, text->bytes, bytes, wide, characters);
  int room = WideCharToMultiByte(target, 0, wide, characters, NULL, 0, NULL, NULL);
  struct text result = {NULL, 0, 0};
  bool right = room > 0 && text_reserve(&result, (size_t)room);
  if (right) {
    WideCharToMultiByte(target, 0, wide, characters, result.bytes, room, NULL, NULL);
    result.length = (size_t)room;
    result.bytes[room] = 0;
    text_free(text);
    *text = result;
  }
  free(wide);
  return right;
}
