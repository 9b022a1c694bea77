#ifndef NATIONEC_LAUNCHER_KEEP_H
#define NATIONEC_LAUNCHER_KEEP_H

#include <wchar.h>

/* Starts the parent of the agent and starts it again when it fails, until it ends as it was told. Gives its last code. */
unsigned long keep_parent(const wchar_t *folder);

#endif
