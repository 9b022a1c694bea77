#include "files.h"

int own_folder(wchar_t *folder) {
  DWORD length = GetModuleFileNameW(NULL, folder, PATH_ROOM);
  wchar_t *last = length == 0 || length >= PATH_ROOM ? NULL : wcsrchr(folder, L'\\');
  if (last == NULL) return 0;
  *last = L'\0';
  return 1;
}

static int widen(char *bytes, DWORD length, wchar_t *text, int room) {
  bytes[length] = '\0';
  return MultiByteToWideChar(CP_UTF8, 0, bytes, -1, text, room) > 0;
}

int first_line(const wchar_t *folder, const wchar_t *name, wchar_t *line, int room) {
  wchar_t path[PATH_ROOM];
  char bytes[256];
  DWORD length = 0;
  if (wcslen(folder) + wcslen(name) + 2 > PATH_ROOM) return 0;
  wcscpy(path, folder);
  wcscat(path, L"\\");
  wcscat(path, name);
  HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                            OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
  if (file == INVALID_HANDLE_VALUE) return 0;
  BOOL read = ReadFile(file, bytes, sizeof bytes - 1, &length, NULL);
  CloseHandle(file);
  if (!read || !widen(bytes, length, line, room)) return 0;
  line[wcscspn(line, L"\r\n")] = L'\0';
  return line[0] != L'\0';
}

int ask_keeper(const wchar_t *folder, const char *word, wchar_t *answer, int room) {
  wchar_t pipe[128];
  char bytes[ANSWER_ROOM];
  DWORD length = 0, part = 0;
  if (!first_line(folder, L"control", pipe, 128)) return 0;
  HANDLE end = CreateFileW(pipe, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
  if (end == INVALID_HANDLE_VALUE) return 0;
  if (WriteFile(end, word, (DWORD)strlen(word), &part, NULL) && WriteFile(end, "\n", 1, &part, NULL)) {
    while (length < sizeof bytes - 1 && ReadFile(end, bytes + length, sizeof bytes - 1 - length, &part, NULL) && part > 0)
      length += part;
  }
  CloseHandle(end);
  return length > 0 && widen(bytes, length, answer, room);
}

void value_of(const wchar_t *answer, const wchar_t *name, wchar_t *value, int room) {
  size_t length = wcslen(name);
  value[0] = L'\0';
  for (const wchar_t *line = answer; line != NULL && *line != L'\0';) {
    if (wcsncmp(line, name, length) == 0 && line[length] == L'=') {
      const wchar_t *begin = line + length + 1;
      size_t count = wcscspn(begin, L"\r\n");
      if (count >= (size_t)room) count = (size_t)room - 1;
      wmemcpy(value, begin, count);
      value[count] = L'\0';
      return;
    }
    line = wcschr(line, L'\n');
    if (line != NULL) line += 1;
  }
}
