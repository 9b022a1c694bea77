/* What the two systems do differently. Each function has one body in *_posix.c and one in *_windows.c. */
#ifndef NATIONEC_HOST_PLATFORM_H
#define NATIONEC_HOST_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum exit_code { EXIT_DONE = 0, EXIT_USAGE = 64, EXIT_BROKEN_FRAME = 65, EXIT_NOT_LOADED = 69, EXIT_HOST_FAILED = 70 };

/* channel: the private copies of the standard streams */

/* Keeps standard input and output for the frames and gives the library harmless ones. Before anything of the library runs. */
bool channel_take_over(bool show_prints);
/* Some bytes, at least one; 0 at the end of the parent's frames. */
size_t channel_read(void *to, size_t most);
/* All bytes; false without a reader. Async-signal-safe. */
bool channel_write(const void *from, size_t bytes);
/* One line on the real standard error. Never anything of a request. */
void complain(const char *text, const char *detail);
/* Ends the process at once, without running anything of the library. */
_Noreturn void process_end(int code);
/* Lets no program that the library starts outlive the host. */
void process_keep_together(void);
uint32_t process_number(void);

/* memory */

size_t memory_page_bytes(void);
/* Addresses without memory behind them: touching them is a fault. */
uint8_t *memory_reserve(size_t bytes);
/* Puts zeroed memory behind a part of reserved addresses. */
bool memory_commit(uint8_t *start, size_t bytes);
/* Copies a text from an address that may be wrong, without its NUL: true if its end was found, false if there are `most` bytes before it
   or the memory ends. Calling thread only. */
bool memory_copy_text(uint8_t *to, const char *from, size_t most, size_t *length);

/* threads */

enum lock { LOCK_CHANNEL, LOCK_COUNT };
void locks_create(void);
void lock_enter(enum lock lock);
void lock_leave(enum lock lock);
/* Starts the one thread that calls the library. */
bool caller_start(void (*body)(void), size_t stack_bytes);
bool caller_is_this_thread(void);
/* Wakes the calling thread, which waits in caller_wait(). */
void caller_wake(void);
void caller_wait(void);
/* The lowest `bytes` below the calling thread's stack, where an overflow ends; false if unknown. */
bool caller_stack_end(uintptr_t address);
/* Prepares the calling thread for a library with windows or COM objects. */
void caller_join_com(void);
uint64_t clock_microseconds(void);

/* crash */

void crash_watch(void);
/* Once more on the calling thread (POSIX: signal stacks are per thread), and again before each call (Windows: libraries replace it). */
void crash_watch_this_thread(void);
void crash_watch_again(void);

#endif
