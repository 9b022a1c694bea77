/*
 * Calls NationECCode from C: the request comes on standard input, OutData goes to standard output, the returned text to standard error.
 *
 *   Linux:    cc caller.c -o caller -ldl        && ./caller ./libNationECCode.so http://10.0.0.8/url < request.json
 *   Windows:  i686-w64-mingw32-gcc caller.c -o caller.exe && caller.exe NationECCode.dll http://10.0.0.8/url < request.json
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 900K each (chapter 3.2), in bytes. OutData must always be this large: the function cannot know its size. */
enum { BYTES = 900 * 1024 };

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#define NATIONEC_CALL __stdcall /* without it a 32-bit program loses its stack */
static void *load(const char *path, const char *name) {
  HMODULE library = LoadLibraryA(path);
  FARPROC found = library == NULL ? NULL : GetProcAddress(library, name);
  void *function;
  memcpy(&function, &found, sizeof function);
  /* Bytes in and out as they are: the texts are UTF-8, and line ends must not change. */
  _setmode(0, _O_BINARY);
  _setmode(1, _O_BINARY);
  return function;
}
#else
#include <dlfcn.h>
#define NATIONEC_CALL
static void *load(const char *path, const char *name) {
  void *library = dlopen(path, RTLD_NOW);
  return library == NULL ? NULL : dlsym(library, name);
}
#endif

typedef char *(NATIONEC_CALL *nation_ec_trans)(char *url, char *in, char *out);

int main(int count, char **words) {
  if (count != 3) return fprintf(stderr, "usage: caller LIBRARY URL < request.json\n"), 2;
  void *found = load(words[1], "NationEcTrans");
  if (found == NULL) return fprintf(stderr, "cannot load NationEcTrans from %s (wrong bitness?)\n", words[1]), 2;
  nation_ec_trans function;
  memcpy(&function, &found, sizeof function);

  /* On the heap: 900K is most of a thread's stack. calloc: the texts end with a NUL. */
  char *in = calloc(BYTES + 1, 1), *out = calloc(BYTES + 1, 1);
  if (in == NULL || out == NULL) return 2;
  if (fread(in, 1, BYTES, stdin) == 0) return fprintf(stderr, "no request\n"), 2;

  char *returned = function(words[2], in, out);
  fprintf(stderr, "%s\n", returned == NULL ? "(null)" : returned); /* not ours: never free it */
  fputs(out, stdout);
  return returned != NULL && strcmp(returned, "0000") == 0 ? 0 : 1;
}
