/* The thread that loads the library and makes every call. */
#ifndef NATIONEC_HOST_CALLER_H
#define NATIONEC_HOST_CALLER_H

#include <stdbool.h>
#include <stdint.h>

#include "options.h"

/* Starts it; it says HELLO when the library is loaded. */
bool caller_create(const struct options *options);

/* Main thread: takes a place for one request, false while another is in progress. */
bool caller_claim(void);
/* Gives the place back without a call. */
void caller_release(void);
/* Hands a request over; the texts must stay where they are until caller_claim() succeeds again. */
void caller_give(uint32_t call, uint8_t *url, uint32_t url_bytes, uint8_t *in, uint32_t in_bytes);

#endif
