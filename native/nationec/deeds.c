#include "deeds.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system.h"

static void hang(void) {
  for (;;) sleep_milliseconds(60000);
}

static void spin(void) {
  for (volatile unsigned turns = 0;; turns++) continue;
}

static void crash(void) {
  volatile int *volatile nowhere = NULL;
  *nowhere = 1;
}

static void use_stack(void) {
  enum { MEGABYTE = 1 << 20, PAGE = 4096 };
  char room[MEGABYTE];
  volatile char *touched = room;
  /* From the top down, as a stack is used: Windows grows it a page at a time. */
  for (int at = MEGABYTE - PAGE; at >= 0; at -= PAGE) touched[at] = 1;
}

/* `on` is always 1, but compilers refuse a recursion that they see has no end. */
static int overflow_stack(const volatile char *before, const volatile int *on) {
  volatile char room[4096];
  if (*on == 0) return 0;
  room[0] = before == NULL ? 0 : (char)(before[0] + 1);
  return overflow_stack(room, on) + room[0];
}

/* Noise in every way there is, with the beginning of a host's frame in it. */
static void print(void) {
  static const char NOISE[] = "NationECCode: printing\nNEC1\x04\0\0\0\x01\0\0\0\x67\0\0\0????0000 NEC1 NEC1";
  fwrite(NOISE, 1, sizeof NOISE, stdout);
  fflush(stdout);
  fwrite(NOISE, 1, sizeof NOISE, stderr);
  fflush(stderr);
  print_raw(NOISE, sizeof NOISE);
}

void deeds_before(struct modes modes) {
  unsigned long count;
  if (mode_on(modes, "print")) print();
  if (mode_on(modes, "probe")) probe_bad_address();
  if (mode_on(modes, "stack-1m")) use_stack();
  if (mode_number(modes, "slow-", &count)) sleep_milliseconds(count);
  if (mode_on(modes, "hang")) hang();
  if (mode_on(modes, "spin")) spin();
  if (mode_on(modes, "crash")) crash();
  if (mode_on(modes, "crash-thread")) {
    thread_start(crash);
    hang();
  }
  if (mode_on(modes, "stack-overflow")) {
    const volatile int on = 1;
    overflow_stack(NULL, &on);
  }
  if (mode_on(modes, "abort")) abort();
  if (mode_on(modes, "exit")) exit(77);
  if (mode_on(modes, "exit-now")) end_at_once(78);
}

void deeds_after(struct modes modes) {
  if (mode_on(modes, "hang-after")) hang();
  if (mode_on(modes, "crash-after")) crash();
}

bool same_thread_as_first(void) {
  static unsigned long long first;
  if (first == 0) first = thread_number();
  return first == thread_number();
}

/* While the library is being loaded, from its start-up code. */
static void deeds_at_load(void) {
  char mode[512];
  if (!environment_read("NATIONEC_STANDIN_MODE", mode, sizeof mode)) return;
  struct modes modes = {mode, 1};
  if (mode_on(modes, "crash-load")) crash();
  if (mode_on(modes, "hang-load")) hang();
  if (mode_on(modes, "exit-load")) exit(77);
}

#ifdef _WIN32
#include <windows.h>
BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved) {
  (void)self;
  (void)reserved;
  if (reason == DLL_PROCESS_ATTACH) deeds_at_load();
  return TRUE;
}
#else
__attribute__((constructor)) static void loaded(void) { deeds_at_load(); }
#endif
