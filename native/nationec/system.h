/* What the two systems do differently, apart from sockets and character sets. */
#ifndef STANDIN_SYSTEM_H
#define STANDIN_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* An environment variable as it is now; false if unset, empty or too long. */
bool environment_read(const char *name, char *to, size_t room);
/* NationECCode.ini beside this library, opened for reading; NULL if there is none. */
FILE *ini_open(void);

void sleep_milliseconds(unsigned long count);
unsigned long long milliseconds_now(void);
unsigned long process_number(void);
unsigned long long thread_number(void);
/* Runs a function on a thread of its own. */
void thread_start(void (*body)(void));
/* Writes to the standard streams past the C runtime. */
void print_raw(const char *bytes, size_t count);
_Noreturn void end_at_once(int code);
/* Looks at an address that is not there and survives it, as some libraries do to check their arguments. */
void probe_bad_address(void);

#endif
