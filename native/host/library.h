/* Loading the library and finding its function. */
#ifndef NATIONEC_HOST_LIBRARY_H
#define NATIONEC_HOST_LIBRARY_H

#include <stdbool.h>
#include <stdint.h>

#include "image.h"

/* Chapter 3.2: char* __stdcall NationEcTrans(char* strUrl, char* InData, char* OutData). Only 32-bit Windows knows the difference. */
#ifdef _WIN32
#define NATIONEC_CALL __stdcall
#else
#define NATIONEC_CALL
#endif
typedef char *(NATIONEC_CALL *nation_ec_trans)(char *url, char *in, char *out);

struct library {
  char *path; /* absolute, UTF-8 */
  struct image image;
  nation_ec_trans function; /* NULL: not loaded, and the three below say why */
  const char *export_name;
  const char *error_kind; /* of PROTOCOL.md */
  uint32_t error_code;
  char error_text[1024]; /* UTF-8 */
};

/* The export as a .def file, MSVC and mingw without one name it. */
extern const char *const EXPORT_NAMES[3];

/* Loads on the calling thread. `function_name` replaces the three known names if it is not NULL. */
void library_load(struct library *library, const char *path, const char *function_name, bool change_folder);

/* For the bodies of library_load: notes the failure. */
void library_failed(struct library *library, const char *kind, uint32_t code, const char *text);

#endif
