/* The command line. */
#ifndef NATIONEC_HOST_OPTIONS_H
#define NATIONEC_HOST_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct options {
  const char *library;  /* UTF-8 */
  const char *function; /* NULL: the three known names */
  size_t stack_bytes;
  size_t out_bytes;
  bool change_folder;
  bool show_prints;
  bool com;
  bool keep_children;
  bool version;
};

/* Fills `options`; false after it has complained. */
bool options_read(struct options *options, int count, char **words);

#endif
