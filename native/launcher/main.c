/*
 * Starts the agent at logon without a window, keeps it going, and shows its state beside the clock. For the agent it also
 * writes to the event log of Windows.
 *
 * It lies in the folder of the installation and reads there which version is current, so that an update never has to write
 * over a program that runs.
 */
#include <windows.h>

#include <shellapi.h>

#include "event.h"
#include "files.h"
#include "keep.h"
#include "tray.h"

static wchar_t folder[PATH_ROOM];

/* `--event LEVEL TEXT` is written and nothing is started. */
static int asked_for_event(int *code) {
  int count = 0;
  wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
  int asked = words != NULL && count == 4 && wcscmp(words[1], L"--event") == 0;
  if (asked) *code = write_event(words[2], words[3]);
  LocalFree(words);
  return asked;
}

static DWORD WINAPI keep(LPVOID unused) {
  (void)unused;
  return keep_parent(folder);
}

int WINAPI wWinMain(HINSTANCE program, HINSTANCE before, PWSTR words, int how) {
  (void)before;
  (void)words;
  (void)how;
  int code = 1;
  if (asked_for_event(&code)) return code;
  if (!own_folder(folder)) return 1;
  HANDLE one = CreateMutexW(NULL, FALSE, L"Local\\nationec-agent-launcher");
  /* Started twice in one session: the first one goes on. */
  if (one == NULL || GetLastError() == ERROR_ALREADY_EXISTS) return 0;
  SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
  HANDLE parent = CreateThread(NULL, 0, keep, NULL, 0, NULL);
  if (parent == NULL) return 1;
  show_tray(program, folder, parent);
  return 0;
}
