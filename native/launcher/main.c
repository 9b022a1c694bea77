/*
 * Starts the agent at logon without a window, keeps it going, and shows its state beside the clock.
 *
 * It lies in the folder of the installation and reads there which version is current, so that an update never has to write
 * over a program that runs.
 */
#include "files.h"
#include "keep.h"
#include "tray.h"

static wchar_t folder[PATH_ROOM];

static DWORD WINAPI keep(LPVOID unused) {
  (void)unused;
  return keep_parent(folder);
}

int WINAPI wWinMain(HINSTANCE program, HINSTANCE before, PWSTR words, int how) {
  (void)before;
  (void)words;
  (void)how;
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
