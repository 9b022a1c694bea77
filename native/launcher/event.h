#ifndef NATIONEC_LAUNCHER_EVENT_H
#define NATIONEC_LAUNCHER_EVENT_H

#include <wchar.h>

/* Writes a line to the event log of Windows, which needs no administrator. Gives an exit code. */
int write_event(const wchar_t *level, const wchar_t *text);

#endif
