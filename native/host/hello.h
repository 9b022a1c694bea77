/* The first frame: what was loaded, or why not. */
#ifndef NATIONEC_HOST_HELLO_H
#define NATIONEC_HOST_HELLO_H

#include <stdint.h>

#include "library.h"

void hello_send(const struct library *library, uint64_t load_microseconds);

#endif
