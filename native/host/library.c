#include "library.h"

#include <string.h>

const char *const EXPORT_NAMES[3] = {"NationEcTrans", "_NationEcTrans@12", "NationEcTrans@12"};

void library_failed(struct library *library, const char *kind, uint32_t code, const char *text) {
  library->function = NULL;
  library->error_kind = kind;
  library->error_code = code;
  strncpy(library->error_text, text, sizeof library->error_text - 1);
}
