/* Turns an unhandled exception into a FAULT frame, instead of a dialogue box that waits for a click. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "buffers.h"
#include "fault.h"
#include "platform.h"

/* What newer C runtimes raise for abort(). */
enum { FATAL_APP_EXIT = 0x40000015 };

static _Noreturn void tell_and_end(const struct fault *fault, UINT code) {
  if (fault_tell(fault)) TerminateProcess(GetCurrentProcess(), code);
  /* Another thread broke first and is about to end the process. */
  for (;;) Sleep(INFINITE);
}

static struct fault fault_of(const EXCEPTION_RECORD *record) {
  bool has_address = (record->ExceptionCode == EXCEPTION_ACCESS_VIOLATION || record->ExceptionCode == EXCEPTION_IN_PAGE_ERROR) &&
                     record->NumberParameters >= 2;
  return (struct fault){
      .cause = CAUSE_EXCEPTION,
      .code = record->ExceptionCode,
      .access = has_address ? (uint32_t)record->ExceptionInformation[0] : ACCESS_UNKNOWN,
      .address = has_address ? (uintptr_t)record->ExceptionInformation[1] : 0,
      .instruction = (uintptr_t)record->ExceptionAddress,
      .stack_overflow = record->ExceptionCode == EXCEPTION_STACK_OVERFLOW,
  };
}

static LONG WINAPI on_unhandled(EXCEPTION_POINTERS *pointers) {
  struct fault fault = fault_of(pointers->ExceptionRecord);
  tell_and_end(&fault, fault.code);
}

/* Sees every exception first, also those that the library catches itself: it must let them pass, but for one. A write behind OutData is an
   overrun even where the library has a catch-all around it (Delphi's try..except), which would turn it into an error text. */
static LONG WINAPI on_any(EXCEPTION_POINTERS *pointers) {
  struct fault fault = fault_of(pointers->ExceptionRecord);
  uint32_t distance;
  if (fault.access != ACCESS_WRITE) return EXCEPTION_CONTINUE_SEARCH;
  enum place place = buffers_place(fault.address, &distance);
  if (place == PLACE_ELSEWHERE || place == PLACE_NULL) return EXCEPTION_CONTINUE_SEARCH;
  tell_and_end(&fault, fault.code);
}

static void on_abort(int number) {
  (void)number;
  tell_and_end(&(struct fault){.cause = CAUSE_EXCEPTION, .code = FATAL_APP_EXIT, .access = ACCESS_UNKNOWN}, FATAL_APP_EXIT);
}

static void tell_exit(void) { fault_tell(&(struct fault){.cause = CAUSE_EXIT, .access = ACCESS_UNKNOWN}); }

/* Called by the system when the process leaves in an orderly way, from any C runtime. The host itself never does. */
static void NTAPI on_detach(void *module, DWORD reason, void *process_ends) {
  (void)module;
  if (reason == DLL_PROCESS_DETACH && process_ends != NULL) tell_exit();
}
__attribute__((section(".CRT$XLY"), used)) static PIMAGE_TLS_CALLBACK detach_callback = on_detach;

void crash_watch(void) {
  SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
  AddVectoredExceptionHandler(1, on_any);
  /* Again for libraries that share msvcrt.dll with this program: wine does not make the call above. */
  atexit(tell_exit);
  crash_watch_again();
}

void crash_watch_this_thread(void) {
  /* Room to report a stack overflow; not in the first Windows XP. */
  BOOL(WINAPI * guarantee)(ULONG *) = NULL;
  ULONG bytes = 64 * 1024;
  FARPROC found = GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "SetThreadStackGuarantee");
  memcpy(&guarantee, &found, sizeof found);
  if (guarantee != NULL) guarantee(&bytes);
}

void crash_watch_again(void) {
  SetUnhandledExceptionFilter(on_unhandled);
  signal(SIGABRT, on_abort);
}
