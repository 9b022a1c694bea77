/* One POST to the simulator. */
#ifndef STANDIN_HTTP_H
#define STANDIN_HTTP_H

#include <stdbool.h>

#include "text.h"

enum http_result { HTTP_DONE, HTTP_BAD_ADDRESS, HTTP_UNREACHABLE, HTTP_LATE, HTTP_BROKEN, HTTP_TOO_LONG, HTTP_NO_MEMORY };

struct http_answer {
  int status;
  struct text body;
  /* X-NationEC-Return, percent-decoded; what the function shall return instead of "0000". */
  bool has_return;
  char return_text[1024];
};

/* Sends InData as the body and strUrl as X-NationEC-Url. The caller frees answer->body in any case. */
enum http_result http_post(const char *endpoint, const char *transaction_url, const struct text *body, unsigned long timeout_seconds,
                           struct http_answer *answer);

#endif
