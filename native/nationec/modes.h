/* The misbehaviours asked for: words such as `echo`, `crash@3` (third call only), `hang@2+` (from the second call on), `slow-500`. */
#ifndef STANDIN_MODES_H
#define STANDIN_MODES_H

#include <stdbool.h>
#include <stddef.h>

struct modes {
  const char *text;
  unsigned long call; /* 1 = the first since the library was loaded */
};

bool mode_on(struct modes modes, const char *name);
/* For names that end in a number: `slow-` finds `slow-500`. */
bool mode_number(struct modes modes, const char *prefix, unsigned long *number);
/* A word that means nothing; false if there is none. */
bool mode_unknown(struct modes modes, char *word, size_t room);

#endif
