/* The main thread's work: reading the parent's frames until they end. */
#ifndef NATIONEC_HOST_REQUESTS_H
#define NATIONEC_HOST_REQUESTS_H

#include <stdbool.h>

/* Before the first request; false without memory. */
bool requests_create(void);

/* Returns only when the parent's frames end or are broken: the exit code. */
int requests_serve(void);

#endif
