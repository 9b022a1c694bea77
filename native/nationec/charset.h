/* Between UTF-8 and the Chinese character sets. */
#ifndef STANDIN_CHARSET_H
#define STANDIN_CHARSET_H

#include <stdbool.h>

#include "text.h"

enum charset { CHARSET_UTF8, CHARSET_GBK, CHARSET_GB18030 };

/* Converts in place; what the other set cannot express becomes '?'. False if the system does not know the set, or the bytes are wrong. */
bool charset_convert(struct text *text, enum charset from, enum charset to);

#endif
