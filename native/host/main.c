/* nationec-host: loads a NationECCode library and calls it for a parent process. PROTOCOL.md says how. */
#include <stdio.h>

#include "buffers.h"
#include "caller.h"
#include "options.h"
#include "platform.h"
#include "requests.h"
#include "version.h"

static int host_main(int count, char **words) {
  /* Static: the calling thread reads them too. */
  static struct options options;
  if (!options_read(&options, count, words)) return EXIT_USAGE;
  if (options.version) {
    puts("nationec-host " HOST_VERSION);
    return EXIT_DONE;
  }
  locks_create();
  if (!channel_take_over(options.show_prints)) return EXIT_HOST_FAILED;
  if (!options.keep_children) process_keep_together();
  crash_watch();
  if (!buffers_create(options.out_bytes) || !requests_create() || !caller_create(&options)) {
    complain("nationec-host: no memory or no thread to be had", "");
    process_end(EXIT_HOST_FAILED);
  }
  process_end(requests_serve());
}

#ifdef _WIN32
#include <stdlib.h>

#include "text_windows.h"

int wmain(int count, wchar_t **wide_words) {
  char **words = calloc((size_t)count + 1, sizeof *words);
  for (int i = 0; words != NULL && i < count; i++) words[i] = utf8_of(wide_words[i]);
  return words == NULL ? EXIT_HOST_FAILED : host_main(count, words);
}
#else
int main(int count, char **words) { return host_main(count, words); }
#endif
