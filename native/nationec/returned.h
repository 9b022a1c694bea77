/* The texts that the function returns. They stay readable after the call, as callers expect of a pointer that they must not free. */
#ifndef STANDIN_RETURNED_H
#define STANDIN_RETURNED_H

#include "charset.h"

char *returned_success(void);
/* From UTF-8 into this character set, cut at 1,023 bytes. */
char *returned_text(const char *text, enum charset charset);
char *returned_with_number(const char *text, int number);
char *returned_unknown(const char *mode);
/* 70,000 bytes. */
char *returned_long(void);

#endif
