#include "text_windows.h"

#include <stdlib.h>
#include <windows.h>

char *utf8_of(const wchar_t *text) {
  int room = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
  char *result = room <= 0 ? NULL : malloc((size_t)room);
  if (result != NULL) WideCharToMultiByte(CP_UTF8, 0, text, -1, result, room, NULL, NULL);
  return result;
}

wchar_t *wide_of(const char *text) {
  int room = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
  wchar_t *result = room <= 0 ? NULL : malloc((size_t)room * sizeof(wchar_t));
  if (result != NULL) MultiByteToWideChar(CP_UTF8, 0, text, -1, result, room);
  return result;
}
