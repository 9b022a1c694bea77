#include <string.h>
#include <windows.h>

#include "platform.h"

/* process */

void process_end(int code) {
  /* ExitProcess would run the library's own ending, which may hang, and wait for its threads. */
  TerminateProcess(GetCurrentProcess(), (UINT)code);
  for (;;) Sleep(INFINITE);
}

void process_keep_together(void) {
  HANDLE job = CreateJobObjectW(NULL, NULL);
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  if (job == NULL) return;
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  /* Refused before Windows 8 inside another job: then the parent's job decides. The handle stays open until the process ends. */
  AssignProcessToJobObject(job, GetCurrentProcess());
}

uint32_t process_number(void) { return GetCurrentProcessId(); }

/* memory */

size_t memory_page_bytes(void) {
  static size_t page;
  if (page == 0) {
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    page = info.dwPageSize;
  }
  return page;
}

uint8_t *memory_reserve(size_t bytes) { return VirtualAlloc(NULL, bytes, MEM_RESERVE, PAGE_NOACCESS); }

bool memory_commit(uint8_t *start, size_t bytes) { return VirtualAlloc(start, bytes, MEM_COMMIT, PAGE_READWRITE) != NULL; }

/* By the system's own copying, page by page: a fault there is an error number instead of an exception. */
bool memory_copy_text(uint8_t *to, const char *from, size_t most, size_t *length) {
  size_t page = memory_page_bytes();
  for (*length = 0; *length < most;) {
    uintptr_t address = (uintptr_t)from + *length;
    SIZE_T part = page - address % page, copied = 0;
    if (part > most - *length) part = most - *length;
    if (!ReadProcessMemory(GetCurrentProcess(), (const void *)address, to + *length, part, &copied) || copied != part) return false;
    const uint8_t *end = memchr(to + *length, 0, part);
    if (end != NULL) {
      *length = (size_t)(end - to);
      return true;
    }
    *length += part;
  }
  return false;
}

/* threads */

static CRITICAL_SECTION locks[LOCK_COUNT];
static HANDLE wake;
static DWORD caller;
static bool has_windows;

void locks_create(void) {
  for (int i = 0; i < LOCK_COUNT; i++) InitializeCriticalSection(&locks[i]);
}

void lock_enter(enum lock lock) { EnterCriticalSection(&locks[lock]); }
void lock_leave(enum lock lock) { LeaveCriticalSection(&locks[lock]); }

static DWORD WINAPI run(void *body) {
  (*(void (**)(void))body)();
  return 0;
}

bool caller_start(void (*body)(void), size_t stack_bytes) {
  static void (*kept)(void);
  kept = body;
  wake = CreateEventW(NULL, FALSE, FALSE, NULL);
  HANDLE thread = wake == NULL ? NULL : CreateThread(NULL, stack_bytes, run, &kept, STACK_SIZE_PARAM_IS_A_RESERVATION, &caller);
  return thread != NULL && CloseHandle(thread);
}

bool caller_is_this_thread(void) { return GetCurrentThreadId() == caller; }

/* Windows has an exception code for it. */
bool caller_stack_end(uintptr_t address) {
  (void)address;
  return false;
}

void caller_wake(void) { SetEvent(wake); }

/* user32 and ole32 are loaded only on request: they cost time, and most libraries bring them along anyway. */
static DWORD(WINAPI *wait_for_messages)(DWORD, const HANDLE *, BOOL, DWORD, DWORD);
static BOOL(WINAPI *peek_message)(MSG *, HWND, UINT, UINT, UINT);
static BOOL(WINAPI *translate_message)(const MSG *);
static LRESULT(WINAPI *dispatch_message)(const MSG *);

static void function_take(void *to, HMODULE module, const char *name) {
  FARPROC found = GetProcAddress(module, name);
  memcpy(to, &found, sizeof found);
}

void caller_join_com(void) {
  enum { APARTMENT_THREADED = 2 };
  HRESULT(WINAPI * initialize)(void *, DWORD) = NULL;
  HMODULE ole = LoadLibraryW(L"ole32.dll"), user = LoadLibraryW(L"user32.dll");
  if (ole != NULL) function_take(&initialize, ole, "CoInitializeEx");
  if (initialize != NULL) initialize(NULL, APARTMENT_THREADED);
  if (user == NULL) return;
  function_take(&wait_for_messages, user, "MsgWaitForMultipleObjects");
  function_take(&peek_message, user, "PeekMessageW");
  function_take(&translate_message, user, "TranslateMessage");
  function_take(&dispatch_message, user, "DispatchMessageW");
  has_windows = wait_for_messages != NULL && peek_message != NULL && translate_message != NULL && dispatch_message != NULL;
}

void caller_wait(void) {
  enum { ANY_INPUT = 0x04FF, REMOVE = 1 };
  while (has_windows) {
    if (wait_for_messages(1, &wake, FALSE, INFINITE, ANY_INPUT) != WAIT_OBJECT_0 + 1) return;
    MSG message;
    while (peek_message(&message, NULL, 0, 0, REMOVE)) {
      translate_message(&message);
      dispatch_message(&message);
    }
  }
  WaitForSingleObject(wake, INFINITE);
}

uint64_t clock_microseconds(void) {
  LARGE_INTEGER now, per_second;
  QueryPerformanceCounter(&now);
  QueryPerformanceFrequency(&per_second);
  /* In two parts: the product of the whole would overflow after some days. */
  uint64_t ticks = (uint64_t)now.QuadPart, rate = (uint64_t)per_second.QuadPart;
  return ticks / rate * 1000000u + ticks % rate * 1000000u / rate;
}
