#ifndef NATIONEC_LAUNCHER_FILES_H
#define NATIONEC_LAUNCHER_FILES_H

#include <wchar.h>
#include <windows.h>

/* Paths of the installation: long names of users are rare, and what does not fit is refused. */
#define PATH_ROOM 1024
/* An answer of the parent of the agent. */
#define ANSWER_ROOM 4096

/* The folder of this program, without the last separator. 0 if it does not fit. */
int own_folder(wchar_t *folder);

/* The first line of a file in a folder, as UTF-16. 0 if there is none. */
int first_line(const wchar_t *folder, const wchar_t *name, wchar_t *line, int room);

/* Asks the parent of the agent and gives its lines, as UTF-16. 0 if none is there. */
int ask_keeper(const wchar_t *folder, const char *word, wchar_t *answer, int room);

/* The value behind "name=" at the beginning of a line; empty if there is none. */
void value_of(const wchar_t *answer, const wchar_t *name, wchar_t *value, int room);

#endif
