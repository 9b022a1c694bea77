#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "library.h"

enum { HEAD_BYTES = 4096 };

/* Only made absolute, links are kept: what lies beside the link may be meant. */
static char *absolute(const char *path) {
  char *folder = path[0] == '/' ? NULL : getcwd(NULL, 0);
  size_t folder_bytes = folder == NULL ? 0 : strlen(folder);
  char *whole = malloc(folder_bytes + strlen(path) + 2);
  if (whole != NULL) {
    if (folder_bytes > 0) memcpy(whole, folder, folder_bytes);
    if (folder_bytes > 0) whole[folder_bytes++] = '/';
    strcpy(whole + folder_bytes, path);
  }
  free(folder);
  return whole;
}

/* False after it has noted why. */
static bool head_read(struct library *library, uint8_t *head, size_t *bytes) {
  int file = open(library->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat facts;
  bool regular = file >= 0 && fstat(file, &facts) == 0 && S_ISREG(facts.st_mode);
  ssize_t got = regular ? read(file, head, HEAD_BYTES) : -1;
  int error = file >= 0 && !regular ? EISDIR : errno;
  if (file >= 0) close(file);
  if (got >= 0) {
    *bytes = (size_t)got;
    return true;
  }
  bool missing = error == ENOENT || error == ENOTDIR;
  library_failed(library, missing ? "file-missing" : "not-readable", (uint32_t)error, strerror(error));
  return false;
}

static const char *kind_of(const char *loader_text) {
  /* The dynamic linkers of glibc, musl and macOS; the file itself is known to exist. */
  static const struct {
    const char *words, *kind;
  } KINDS[] = {
      {"cannot open shared object file", "dependency-missing"},
      {"Error loading shared library", "dependency-missing"},
      {"Library not loaded", "dependency-missing"},
      {"undefined symbol", "dependency-mismatch"},
      {"symbol not found", "dependency-mismatch"},
      {"Symbol not found", "dependency-mismatch"},
      {"not found (required by", "dependency-mismatch"},
      {"file too short", "not-a-library"},
      {"invalid ELF header", "not-a-library"},
      {"file data extends beyond", "not-a-library"},
  };
  for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
    if (strstr(loader_text, KINDS[i].words) != NULL) return KINDS[i].kind;
  }
  return "load-failed";
}

static void folder_enter(const char *path) {
  char *folder = strdup(path);
  if (folder == NULL) return;
  *(strrchr(folder, '/') + 1) = 0;
  /* Not fatal: the library may need nothing from its folder. */
  if (chdir(folder) != 0) errno = 0;
  free(folder);
}

void library_load(struct library *library, const char *path, const char *function_name, bool change_folder) {
  uint8_t head[HEAD_BYTES];
  size_t head_bytes = 0;
  library->path = absolute(path);
  if (library->path == NULL) {
    library_failed(library, "load-failed", ENOMEM, strerror(ENOMEM));
    return;
  }
  if (!head_read(library, head, &head_bytes)) return;
  library->image = image_of(head, head_bytes);
  const char *mismatch = image_mismatch(library->image);
  if (mismatch != NULL) {
    library_failed(library, mismatch, 0, "");
    return;
  }
  if (change_folder) folder_enter(library->path);
  void *handle = dlopen(library->path, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    const char *text = dlerror();
    library_failed(library, kind_of(text == NULL ? "" : text), 0, text == NULL ? "" : text);
    return;
  }
  for (int i = 0; i < 3 && library->function == NULL; i++) {
    library->export_name = function_name != NULL ? function_name : EXPORT_NAMES[i];
    *(void **)&library->function = dlsym(handle, library->export_name);
  }
  if (library->function == NULL) library_failed(library, "export-missing", 0, "");
}
