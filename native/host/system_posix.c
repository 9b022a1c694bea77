#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "platform.h"
#include "probe_posix.h"

#ifndef MAP_NORESERVE
#define MAP_NORESERVE 0
#endif

/* process */

void process_end(int code) { _exit(code); }

/* The library's children are ordinary processes; only Windows has jobs. */
void process_keep_together(void) {}

uint32_t process_number(void) { return (uint32_t)getpid(); }

/* memory */

size_t memory_page_bytes(void) { return (size_t)sysconf(_SC_PAGESIZE); }

uint8_t *memory_reserve(size_t bytes) {
  void *start = mmap(NULL, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANON | MAP_NORESERVE, -1, 0);
  return start == MAP_FAILED ? NULL : start;
}

bool memory_commit(uint8_t *start, size_t bytes) { return mprotect(start, bytes, PROT_READ | PROT_WRITE) == 0; }

volatile sig_atomic_t probing;
sigjmp_buf probe_failed;

bool memory_copy_text(uint8_t *to, const char *from, size_t most, size_t *length) {
  /* Volatile: they keep their values over the jump out of the crash handler. */
  volatile size_t copied = 0;
  volatile bool ended = false;
  if (sigsetjmp(probe_failed, 1) == 0) {
    probing = 1;
    while (copied < most && from[copied] != 0) {
      to[copied] = (uint8_t)from[copied];
      copied = copied + 1;
    }
    ended = copied < most;
  }
  probing = 0;
  *length = copied;
  return ended;
}

/* threads */

static pthread_mutex_t locks[LOCK_COUNT];
static pthread_mutex_t wake_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake_signal = PTHREAD_COND_INITIALIZER;
static bool awake;
static pthread_t caller;
static volatile bool caller_started;
static uintptr_t stack_guard, stack_start;

void locks_create(void) {
  for (int i = 0; i < LOCK_COUNT; i++) pthread_mutex_init(&locks[i], NULL);
}

void lock_enter(enum lock lock) { pthread_mutex_lock(&locks[lock]); }
void lock_leave(enum lock lock) { pthread_mutex_unlock(&locks[lock]); }

static void *run(void *body) {
  caller = pthread_self();
  caller_started = true;
  (*(void (**)(void))body)();
  return NULL;
}

bool caller_start(void (*body)(void), size_t stack_bytes) {
  /* A stack of our own, so that its end is known: an overflow is then told apart from any other fault. */
  enum { STACK_GUARD = 1 << 20 };
  static void (*kept)(void);
  kept = body;
  uint8_t *start = memory_reserve(STACK_GUARD + stack_bytes);
  if (start == NULL || !memory_commit(start + STACK_GUARD, stack_bytes)) return false;
  stack_guard = (uintptr_t)start;
  stack_start = stack_guard + STACK_GUARD;
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0 || pthread_attr_setstack(&attributes, start + STACK_GUARD, stack_bytes) != 0) return false;
  pthread_t thread;
  return pthread_create(&thread, &attributes, run, &kept) == 0;
}

bool caller_is_this_thread(void) { return caller_started && pthread_equal(caller, pthread_self()); }

bool caller_stack_end(uintptr_t address) { return address >= stack_guard && address < stack_start; }

void caller_wake(void) {
  pthread_mutex_lock(&wake_lock);
  awake = true;
  pthread_cond_signal(&wake_signal);
  pthread_mutex_unlock(&wake_lock);
}

void caller_wait(void) {
  pthread_mutex_lock(&wake_lock);
  while (!awake) pthread_cond_wait(&wake_signal, &wake_lock);
  awake = false;
  pthread_mutex_unlock(&wake_lock);
}

void caller_join_com(void) {}

uint64_t clock_microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}
