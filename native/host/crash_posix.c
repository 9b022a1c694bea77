/* Turns a deadly signal into a FAULT frame. Nothing here may allocate, lock or print. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#if defined(__linux__)
#include <ucontext.h>
#endif
#include <unistd.h>

#include "fault.h"
#include "platform.h"
#include "probe_posix.h"

static const int DEADLY[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP, SIGSYS};
enum { SIGNAL_STACK_BYTES = 64 * 1024 };

static pid_t host;

static uintptr_t instruction_of(const void *context) {
#if defined(__linux__) && defined(__x86_64__)
  return (uintptr_t)((const ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
#elif defined(__linux__) && defined(__i386__)
  return (uintptr_t)((const ucontext_t *)context)->uc_mcontext.gregs[REG_EIP];
#elif defined(__linux__) && defined(__aarch64__)
  return (uintptr_t)((const ucontext_t *)context)->uc_mcontext.pc;
#else
  (void)context;
  return 0;
#endif
}

static uint32_t access_of(int number, const void *context, uintptr_t address) {
  if (number != SIGSEGV && number != SIGBUS) return ACCESS_UNKNOWN;
  if (address != 0 && address == instruction_of(context)) return ACCESS_EXECUTE;
#if defined(__linux__) && (defined(__x86_64__) || defined(__i386__))
  /* The processor's page-fault error code: bit 1 = a write, bit 4 = an instruction fetch. */
  unsigned long error = (unsigned long)((const ucontext_t *)context)->uc_mcontext.gregs[REG_ERR];
  return error & 16 ? ACCESS_EXECUTE : error & 2 ? ACCESS_WRITE : ACCESS_READ;
#else
  return ACCESS_UNKNOWN;
#endif
}

static void on_signal(int number, siginfo_t *info, void *context) {
  if (probing && caller_is_this_thread()) {
    probing = 0;
    siglongjmp(probe_failed, 1);
  }
  /* A copy that the library forked is not the host. */
  if (getpid() != host) _exit(128 + number);
  bool memory = number == SIGSEGV || number == SIGBUS;
  uintptr_t address = memory ? (uintptr_t)info->si_addr : 0;
  struct fault fault = {
      .cause = CAUSE_EXCEPTION,
      .code = (uint32_t)number,
      .access = access_of(number, context, address),
      .address = address,
      .instruction = instruction_of(context),
      .detail = (uint32_t)info->si_code,
  };
  if (fault_tell(&fault)) _exit(128 + number);
  /* Another thread broke first and is about to end the process. */
  for (;;) pause();
}

/* Runs when the library calls exit(): the host itself only ever leaves by _exit. */
static void on_exit_called(void) {
  if (getpid() == host) fault_tell(&(struct fault){.cause = CAUSE_EXIT, .access = ACCESS_UNKNOWN});
}

void crash_watch(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_signal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  /* A fault within the handler then ends the process instead of entering it again. */
  sigfillset(&action.sa_mask);
  host = getpid();
  for (size_t i = 0; i < sizeof DEADLY / sizeof DEADLY[0]; i++) sigaction(DEADLY[i], &action, NULL);
  atexit(on_exit_called);
}

void crash_watch_this_thread(void) {
  /* After a stack overflow there is no other stack to stand on. */
  static char stack[SIGNAL_STACK_BYTES];
  stack_t place = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&place, NULL);
}

/* A library with handlers of its own may need them; here that is the stand-in only. */
void crash_watch_again(void) {}
