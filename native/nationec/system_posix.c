#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#if defined(__linux__)
#include <sys/syscall.h>
#endif
#include <time.h>
#include <unistd.h>

#include "nationec.h"
#include "system.h"

bool environment_read(const char *name, char *to, size_t room) {
  const char *value = getenv(name);
  if (value == NULL || *value == 0 || strlen(value) >= room) return false;
  strcpy(to, value);
  return true;
}

FILE *ini_open(void) {
  Dl_info self;
  char path[4096];
  if (dladdr((void *)NationEcTrans, &self) == 0 || self.dli_fname == NULL) return NULL;
  const char *slash = strrchr(self.dli_fname, '/');
  size_t folder = slash == NULL ? 0 : (size_t)(slash - self.dli_fname) + 1;
  static const char NAME[] = "NationECCode.ini";
  if (folder + sizeof NAME > sizeof path) return NULL;
  memcpy(path, self.dli_fname, folder);
  memcpy(path + folder, NAME, sizeof NAME);
  return fopen(path, "rb");
}

void sleep_milliseconds(unsigned long count) {
  struct timespec rest = {(time_t)(count / 1000), (long)(count % 1000) * 1000000};
  while (nanosleep(&rest, &rest) != 0) continue;
}

unsigned long long milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (unsigned long long)now.tv_sec * 1000 + (unsigned long long)now.tv_nsec / 1000000;
}

unsigned long process_number(void) { return (unsigned long)getpid(); }

unsigned long long thread_number(void) {
#if defined(__linux__)
  return (unsigned long long)syscall(SYS_gettid);
#elif defined(__APPLE__)
  uint64_t number = 0;
  pthread_threadid_np(NULL, &number);
  return number;
#else
  return (unsigned long long)(uintptr_t)pthread_self();
#endif
}

static void *run(void *body) {
  (*(void (**)(void))body)();
  return NULL;
}

void thread_start(void (*body)(void)) {
  static void (*kept)(void);
  pthread_t thread;
  kept = body;
  if (pthread_create(&thread, NULL, run, &kept) == 0) pthread_detach(thread);
}

void print_raw(const char *bytes, size_t count) {
  for (int file = STDOUT_FILENO; file <= STDERR_FILENO; file++) {
    ssize_t ignored = write(file, bytes, count);
    (void)ignored;
  }
}

void end_at_once(int code) { _exit(code); }

/* Catching it would need a signal handler, which a library must not install. */
void probe_bad_address(void) {}
