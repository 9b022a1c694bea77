#include "options.h"

#include <stdlib.h>
#include <string.h>

#include "platform.h"

enum { OUT_BYTES_BY_SPECIFICATION = 900 * 1024 /* chapter 3.2: OutData is 字符(900K) */ };

static bool number_read(const char *text, size_t least, size_t most, size_t *value) {
  char *end = NULL;
  unsigned long number = strtoul(text, &end, 10);
  if (*text < '0' || *text > '9' || *end != 0 || number < least || number > most) return false;
  *value = number;
  return true;
}

static bool *switch_named(struct options *options, const char *word) {
  if (strcmp(word, "--show-prints") == 0) return &options->show_prints;
  if (strcmp(word, "--com") == 0) return &options->com;
  if (strcmp(word, "--keep-children") == 0) return &options->keep_children;
  if (strcmp(word, "--version") == 0) return &options->version;
  return NULL;
}

static bool value_taken(struct options *options, const char *word, const char *value) {
  if (strcmp(word, "--library") == 0) {
    options->library = value;
    return *value != 0;
  }
  if (strcmp(word, "--function") == 0) {
    options->function = value;
    return *value != 0;
  }
  if (strcmp(word, "--stack-mb") == 0) {
    size_t megabytes;
    if (!number_read(value, 1, 256, &megabytes)) return false;
    options->stack_bytes = megabytes << 20;
    return true;
  }
  return strcmp(word, "--out-bytes") == 0 && number_read(value, 4096, 16 << 20, &options->out_bytes);
}

bool options_read(struct options *options, int count, char **words) {
  *options = (struct options){.stack_bytes = 8 << 20, .out_bytes = OUT_BYTES_BY_SPECIFICATION, .change_folder = true};
  for (int i = 1; i < count; i++) {
    bool *on = switch_named(options, words[i]);
    if (on != NULL) {
      *on = true;
    } else if (strcmp(words[i], "--no-chdir") == 0) {
      options->change_folder = false;
    } else if (i + 1 < count && value_taken(options, words[i], words[i + 1])) {
      i++;
    } else {
      complain("nationec-host: wrong option or value: ", words[i]);
      return false;
    }
  }
  if (options->library == NULL && !options->version) complain("nationec-host: --library PATH is missing", "");
  return options->library != NULL || options->version;
}
