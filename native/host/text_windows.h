/* UTF-8 inside, UTF-16 towards Windows. */
#ifndef NATIONEC_HOST_TEXT_WINDOWS_H
#define NATIONEC_HOST_TEXT_WINDOWS_H

#include <wchar.h>

/* The caller frees the result; NULL without memory. */
char *utf8_of(const wchar_t *text);
wchar_t *wide_of(const char *text);

#endif
