/* What a bad library does instead of, before or after its work. */
#ifndef STANDIN_DEEDS_H
#define STANDIN_DEEDS_H

#include <stdbool.h>

#include "modes.h"

/* Before the work. Most of these do not come back. */
void deeds_before(struct modes modes);
/* After the work was done, before the answer is given: the request took effect, the caller does not learn it. */
void deeds_after(struct modes modes);
/* False on another thread than that of the first call. */
bool same_thread_as_first(void);

#endif
