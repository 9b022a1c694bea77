#include "caller.h"

#include <stdatomic.h>
#include <string.h>

#include "buffers.h"
#include "call.h"
#include "fault.h"
#include "frames.h"
#include "hello.h"
#include "library.h"
#include "platform.h"

static struct {
  uint32_t call;
  uint8_t *url, *in;
  uint32_t url_bytes, in_bytes;
} request;
static atomic_bool busy;

static const struct options *settings;
static uint8_t *result_frame;
static struct library library;

bool caller_claim(void) { return !atomic_exchange(&busy, true); }
void caller_release(void) { atomic_store(&busy, false); }

void caller_give(uint32_t call, uint8_t *url, uint32_t url_bytes, uint8_t *in, uint32_t in_bytes) {
  request.call = call;
  request.url = url;
  request.url_bytes = url_bytes;
  request.in = in;
  request.in_bytes = in_bytes;
  caller_wake();
}

static void load(void) {
  fault_phase_set(PHASE_LOADING, 0);
  uint64_t start = clock_microseconds();
  library_load(&library, settings->library, settings->function, settings->change_folder);
  fault_phase_set(PHASE_BETWEEN, 0);
  hello_send(&library, clock_microseconds() - start);
  if (library.function == NULL) process_end(EXIT_NOT_LOADED);
}

static void call_once(void) {
  uint32_t call = request.call;
  uint8_t begun[FRAME_HEADER_BYTES];
  buffers_fill(request.url, request.url_bytes, request.in, request.in_bytes);
  crash_watch_again();
  /* In the pipe before the library is entered: a reader that comes to the end of the pipe without it knows that nothing was done. */
  frame_send(begun, (struct frame_header){0, call, FRAME_BEGUN});
  fault_phase_set(PHASE_INSIDE, call);
  struct outcome outcome = library_call(library.function);
  fault_phase_set(PHASE_READING, call);
  uint32_t flags;
  size_t length = result_put(result_frame, outcome, &flags);
  memset(request.url, 0, request.url_bytes);
  memset(request.in, 0, request.in_bytes);
  fault_phase_set(PHASE_BETWEEN, 0);
  /* Free before the answer is out, or the parent's next request could still be refused. */
  caller_release();
  frame_send(result_frame, (struct frame_header){(uint32_t)length, call, FRAME_RESULT});
  /* After the answer, where no caller waits for it. */
  buffers_wipe((flags & (RESULT_IN_CHANGED | RESULT_URL_CHANGED)) != 0);
  memset(result_frame, 0, FRAME_HEADER_BYTES + length);
}

static void run(void) {
  crash_watch_this_thread();
  if (settings->com) caller_join_com();
  load();
  for (;;) {
    caller_wait();
    call_once();
  }
}

bool caller_create(const struct options *options) {
  settings = options;
  result_frame = result_frame_create();
  return result_frame != NULL && caller_start(run, options->stack_bytes);
}
