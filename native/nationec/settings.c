#include "settings.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "system.h"

static const char DEFAULT_URL[] = "http://127.0.0.1:33900/";
/* Longer than a terminal waits for a patient's code or face, so that the simulator decides what a time-out looks like. */
enum { DEFAULT_TIMEOUT_SECONDS = 150 };

struct found {
  char url[SETTING_ROOM], mode[SETTING_ROOM], timeout[SETTING_ROOM];
};

static char *trimmed(char *text) {
  while (isspace((unsigned char)*text)) text++;
  size_t length = strlen(text);
  while (length > 0 && isspace((unsigned char)text[length - 1])) text[--length] = 0;
  return text;
}

static void line_take(char *line, struct found *found) {
  char *equals = strchr(line, '=');
  char *name = trimmed(line);
  if (equals == NULL || *name == ';' || *name == '#') return;
  *equals = 0;
  name = trimmed(line);
  char *to = strcmp(name, "url") == 0       ? found->url
             : strcmp(name, "mode") == 0    ? found->mode
             : strcmp(name, "timeout") == 0 ? found->timeout
                                            : NULL;
  if (to != NULL) strcpy(to, trimmed(equals + 1));
}

static void ini_read(struct found *found) {
  /* Sections and unknown names are skipped; a longer line is cut, which no right value needs. */
  char line[SETTING_ROOM];
  /* Whether this piece goes on with a line that did not fit: the end of a comment is no setting. */
  bool goes_on = false;
  FILE *file = ini_open();
  if (file == NULL) return;
  while (fgets(line, sizeof line, file) != NULL) {
    bool ended = strchr(line, '\n') != NULL;
    /* Windows editors put a byte-order mark before the first line. */
    if (!goes_on) line_take(strncmp(line, "\xEF\xBB\xBF", 3) == 0 ? line + 3 : line, found);
    goes_on = !ended;
  }
  fclose(file);
}

void settings_read(struct settings *settings) {
  struct found found = {"", "", ""};
  ini_read(&found);
  environment_read("NATIONEC_SIMULATOR_URL", found.url, sizeof found.url);
  environment_read("NATIONEC_SIMULATOR_TIMEOUT", found.timeout, sizeof found.timeout);
  environment_read("NATIONEC_STANDIN_MODE", found.mode, sizeof found.mode);
  strcpy(settings->url, found.url[0] == 0 ? DEFAULT_URL : found.url);
  strcpy(settings->mode, found.mode);
  unsigned long seconds = strtoul(found.timeout, NULL, 10);
  settings->timeout_seconds = seconds == 0 || seconds > 86400 ? DEFAULT_TIMEOUT_SECONDS : seconds;
}
