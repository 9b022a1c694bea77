#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "nationec.h"
#include "system.h"

bool environment_read(const char *name, char *to, size_t room) {
  /* Not getenv: the C runtime's copy does not see what the program changes later. Asked for its size first (with the NUL): where the room
     is too small, Windows leaves anything in it, and what stood there counts on. */
  DWORD needed = GetEnvironmentVariableA(name, NULL, 0);
  return needed > 1 && needed <= room && GetEnvironmentVariableA(name, to, (DWORD)room) == needed - 1;
}

FILE *ini_open(void) {
  static const wchar_t NAME[] = L"NationECCode.ini";
  HMODULE self = NULL;
  wchar_t path[2048];
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, (LPCWSTR)(void *)NationEcTrans,
                     &self);
  DWORD length = GetModuleFileNameW(self, path, 2048);
  wchar_t *slash = length == 0 || length >= 2048 ? NULL : wcsrchr(path, L'\\');
  if (slash == NULL || (size_t)(slash + 1 - path) + sizeof NAME / sizeof NAME[0] > 2048) return NULL;
  memcpy(slash + 1, NAME, sizeof NAME);
  return _wfopen(path, L"rb");
}

void sleep_milliseconds(unsigned long count) { Sleep(count); }

unsigned long long milliseconds_now(void) {
  /* GetTickCount64 is not in Windows XP. Wraps after 49 days, in the middle of a call at worst. */
  return GetTickCount();
}

unsigned long process_number(void) { return GetCurrentProcessId(); }
unsigned long long thread_number(void) { return GetCurrentThreadId(); }

static DWORD WINAPI run(void *body) {
  (*(void (**)(void))body)();
  return 0;
}

void thread_start(void (*body)(void)) {
  static void (*kept)(void);
  kept = body;
  HANDLE thread = CreateThread(NULL, 0, run, &kept, 0, NULL);
  if (thread != NULL) CloseHandle(thread);
}

void print_raw(const char *bytes, size_t count) {
  static const DWORD STREAMS[] = {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};
  for (int i = 0; i < 2; i++) {
    DWORD written;
    WriteFile(GetStdHandle(STREAMS[i]), bytes, (DWORD)count, &written, NULL);
  }
}

void end_at_once(int code) {
  TerminateProcess(GetCurrentProcess(), (UINT)code);
  for (;;) Sleep(INFINITE);
}

void probe_bad_address(void) { IsBadWritePtr((void *)(uintptr_t)64, 4); }
