#include "keep.h"

#include "files.h"

#define FIRST_PAUSE 2000
#define LONGEST_PAUSE 60000

/* Without a window of a console; the vendor's library may still open its own. */
static int start_parent(const wchar_t *folder, PROCESS_INFORMATION *process) {
  wchar_t version[128], program[PATH_ROOM * 2], words[PATH_ROOM * 5];
  STARTUPINFOW startup = {.cb = sizeof startup};
  if (!first_line(folder, L"current", version, 128)) return 0;
  /* The text leads to a folder of the installation and nowhere else. */
  if (wcspbrk(version, L"\\/:\"") != NULL) return 0;
  _snwprintf(program, PATH_ROOM * 2, L"%ls\\versions\\%ls\\node.exe", folder, version);
  _snwprintf(words, PATH_ROOM * 5, L"\"%ls\" \"%ls\\versions\\%ls\\agent.mjs\" keep", program, folder, version);
  return CreateProcessW(program, words, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, folder, &startup, process);
}

unsigned long keep_parent(const wchar_t *folder) {
  DWORD pause = FIRST_PAUSE;
  for (;;) {
    PROCESS_INFORMATION process;
    DWORD code = 1;
    if (start_parent(folder, &process)) {
      CloseHandle(process.hThread);
      WaitForSingleObject(process.hProcess, INFINITE);
      GetExitCodeProcess(process.hProcess, &code);
      CloseHandle(process.hProcess);
      if (code == 0) return code;
    } else if (GetFileAttributesW(folder) == INVALID_FILE_ATTRIBUTES) {
      /* Uninstalled meanwhile. */
      return code;
    }
    Sleep(pause);
    pause = pause * 2 > LONGEST_PAUSE ? LONGEST_PAUSE : pause * 2;
  }
}
