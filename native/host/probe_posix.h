/* Between memory_copy_text and the crash handler: a fault while this is set is no crash, it is the answer "not readable from here on". */
#ifndef NATIONEC_HOST_PROBE_POSIX_H
#define NATIONEC_HOST_PROBE_POSIX_H

#include <setjmp.h>
#include <signal.h>

extern volatile sig_atomic_t probing;
extern sigjmp_buf probe_failed;

#endif
