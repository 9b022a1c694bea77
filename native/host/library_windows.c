#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "library.h"
#include "text_windows.h"

enum { HEAD_BYTES = 4096 };

static void failed_with(struct library *library, const char *kind, DWORD code) {
  wchar_t words[512] = L"";
  DWORD count = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, NULL, code, 0, words, 512, NULL);
  while (count > 0 && words[count - 1] <= L' ') words[--count] = 0;
  char *text = utf8_of(words);
  library_failed(library, kind, code, text == NULL ? "" : text);
  free(text);
}

static wchar_t *absolute(const wchar_t *path) {
  DWORD room = GetFullPathNameW(path, 0, NULL, NULL);
  wchar_t *whole = room == 0 ? NULL : malloc(room * sizeof(wchar_t));
  if (whole != NULL) GetFullPathNameW(path, room, whole, NULL);
  return whole;
}

/* False after it has noted why. */
static bool head_read(struct library *library, const wchar_t *path, uint8_t *head, size_t *bytes) {
  HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
  DWORD got = 0;
  bool read = file != INVALID_HANDLE_VALUE && ReadFile(file, head, HEAD_BYTES, &got, NULL);
  DWORD error = GetLastError();
  if (file != INVALID_HANDLE_VALUE) CloseHandle(file);
  *bytes = got;
  if (read) return true;
  bool missing = error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND || error == ERROR_INVALID_NAME ||
                 error == ERROR_BAD_NETPATH || error == ERROR_BAD_NET_NAME || error == ERROR_INVALID_DRIVE;
  failed_with(library, missing ? "file-missing" : "not-readable", error);
  return false;
}

static const char *kind_of(DWORD error) {
  switch (error) {
    /* The file itself is known to exist and to fit this process, so what is missing or misfits is something that it needs. */
    case ERROR_MOD_NOT_FOUND:
    case ERROR_SXS_CANT_GEN_ACTCTX:
      return "dependency-missing";
    case ERROR_PROC_NOT_FOUND:
    case ERROR_INVALID_ORDINAL:
      return "dependency-mismatch";
    case ERROR_BAD_EXE_FORMAT:
      return "wrong-bitness";
    case ERROR_DLL_INIT_FAILED:
      return "start-failed";
    case ERROR_ACCESS_DENIED:
      return "not-readable";
    default:
      return "load-failed";
  }
}

/* The DLL may load others by bare name later, when the folder of the first load no longer counts. */
static void folder_enter(const wchar_t *path, bool change_folder) {
  wchar_t *folder = _wcsdup(path), *last = folder == NULL ? NULL : wcsrchr(folder, L'\\');
  if (last != NULL) {
    last[last > folder && last[-1] == L':' ? 1 : 0] = 0;
    SetDllDirectoryW(folder);
    if (change_folder) SetCurrentDirectoryW(folder);
  }
  free(folder);
}

static void library_load_wide(struct library *library, const wchar_t *path, const char *function_name, bool change_folder) {
  uint8_t head[HEAD_BYTES];
  size_t head_bytes = 0;
  if (!head_read(library, path, head, &head_bytes)) return;
  library->image = image_of(head, head_bytes);
  const char *mismatch = image_mismatch(library->image);
  if (mismatch != NULL) {
    failed_with(library, mismatch, ERROR_BAD_EXE_FORMAT);
    return;
  }
  folder_enter(path, change_folder);
  HMODULE module = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  if (module == NULL) {
    DWORD error = GetLastError();
    failed_with(library, kind_of(error), error);
    return;
  }
  for (int i = 0; i < 3 && library->function == NULL; i++) {
    library->export_name = function_name != NULL ? function_name : EXPORT_NAMES[i];
    FARPROC found = GetProcAddress(module, library->export_name);
    memcpy(&library->function, &found, sizeof found);
  }
  if (library->function == NULL) failed_with(library, "export-missing", ERROR_PROC_NOT_FOUND);
}

void library_load(struct library *library, const char *path, const char *function_name, bool change_folder) {
  wchar_t *given = wide_of(path), *whole = given == NULL ? NULL : absolute(given);
  library->path = whole == NULL ? NULL : utf8_of(whole);
  if (library->path == NULL) {
    failed_with(library, "load-failed", ERROR_NOT_ENOUGH_MEMORY);
  } else {
    library_load_wide(library, whole, function_name, change_folder);
  }
  free(given);
  free(whole);
}
