#include "fault.h"

#include <stdatomic.h>

#include "buffers.h"
#include "frames.h"
#include "platform.h"

enum { FAULT_BYTES = 48 };

static atomic_uint current_phase, current_call;
static atomic_flag told = ATOMIC_FLAG_INIT;

void fault_phase_set(enum phase phase, uint32_t call) {
  atomic_store(&current_call, call);
  atomic_store(&current_phase, phase);
}

static enum place place_of(const struct fault *fault, uint32_t *distance) {
  if (fault->cause != CAUSE_EXCEPTION) return PLACE_ELSEWHERE;
  if (fault->stack_overflow || caller_stack_end(fault->address)) {
    *distance = 0;
    return PLACE_STACK_END;
  }
  /* Without an address (an abort, a division) 0 means nothing. */
  if (fault->access == ACCESS_UNKNOWN && fault->address == 0) return PLACE_ELSEWHERE;
  return buffers_place(fault->address, distance);
}

bool fault_tell(const struct fault *fault) {
  if (atomic_flag_test_and_set(&told)) return false;
  uint8_t frame[FRAME_HEADER_BYTES + FAULT_BYTES];
  uint8_t *payload = frame + FRAME_HEADER_BYTES;
  uint32_t distance = 0;
  enum place place = place_of(fault, &distance);
  put_u32(payload, fault->cause);
  put_u32(payload + 4, fault->code);
  put_u32(payload + 8, fault->access);
  put_u32(payload + 12, place);
  put_u32(payload + 16, atomic_load(&current_phase));
  put_u32(payload + 20, caller_is_this_thread() ? 1 : 0);
  put_u64(payload + 24, fault->address);
  put_u64(payload + 32, fault->instruction);
  put_u32(payload + 40, distance);
  put_u32(payload + 44, fault->detail);
  frame_header_put(frame, (struct frame_header){FAULT_BYTES, atomic_load(&current_call), FRAME_FAULT});
  /* Without the lock: its holder may be the thread that broke. */
  (void)channel_write(frame, sizeof frame);
  return true;
}
