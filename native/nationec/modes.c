#include "modes.h"

#include <stdlib.h>
#include <string.h>

static const char *const NAMES[] = {
    "abort",      "append",     "change-in", "crash",         "crash-after",  "crash-load",   "crash-thread",   "echo",
    "empty",      "exit",       "exit-load", "exit-now",      "gb18030",      "gbk",          "gbk-in",         "hang",
    "hang-after", "hang-load",  "http",      "long-return",   "mirror",       "no-nul",       "null-return",    "number-return",
    "overrun-1",  "overrun-page", "partial", "print",         "probe",        "return-out",   "spin",           "stack-1m",
    "stack-overflow", "thread-affine", "unchanged", "underrun", "unterminated", "wrong-return",
};
static const char *const PREFIXES[] = {"fill-", "slow-"};

struct word {
  const char *start;
  size_t length;
  unsigned long from, to; /* calls */
};

static const char SEPARATORS[] = ", ;\t";

/* The next word at or after *at; false at the end. */
static bool next(const char **at, struct word *word) {
  *at += strspn(*at, SEPARATORS);
  if (**at == 0) return false;
  size_t whole = strcspn(*at, SEPARATORS);
  word->start = *at;
  const char *sign = memchr(*at, '@', whole);
  *at += whole;
  word->length = sign == NULL ? whole : (size_t)(sign - word->start);
  word->from = 1;
  word->to = (unsigned long)-1;
  if (sign != NULL) {
    char *end;
    word->from = strtoul(sign + 1, &end, 10);
    if (*end != '+') word->to = word->from;
  }
  return true;
}

static bool counts_now(struct word word, unsigned long call) { return call >= word.from && call <= word.to; }

static bool is(struct word word, const char *name) {
  return strlen(name) == word.length && memcmp(name, word.start, word.length) == 0;
}

static bool starts(struct word word, const char *prefix) {
  size_t length = strlen(prefix);
  return word.length > length && memcmp(prefix, word.start, length) == 0;
}

bool mode_on(struct modes modes, const char *name) {
  struct word word;
  for (const char *at = modes.text; next(&at, &word);) {
    if (is(word, name) && counts_now(word, modes.call)) return true;
  }
  return false;
}

bool mode_number(struct modes modes, const char *prefix, unsigned long *number) {
  struct word word;
  for (const char *at = modes.text; next(&at, &word);) {
    if (!starts(word, prefix) || !counts_now(word, modes.call)) continue;
    *number = strtoul(word.start + strlen(prefix), NULL, 10);
    return true;
  }
  return false;
}

static bool known(struct word word) {
  for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
    if (is(word, NAMES[i])) return true;
  }
  for (size_t i = 0; i < sizeof PREFIXES / sizeof PREFIXES[0]; i++) {
    if (starts(word, PREFIXES[i])) return true;
  }
  return false;
}

bool mode_unknown(struct modes modes, char *found, size_t room) {
  struct word word;
  for (const char *at = modes.text; next(&at, &word);) {
    if (known(word)) continue;
    size_t length = word.length < room ? word.length : room - 1;
    memcpy(found, word.start, length);
    found[length] = 0;
    return true;
  }
  return false;
}
