/* The last frame of a host that the library broke. Everything here is async-signal-safe. */
#ifndef NATIONEC_HOST_FAULT_H
#define NATIONEC_HOST_FAULT_H

#include <stdbool.h>
#include <stdint.h>

enum cause { CAUSE_EXCEPTION = 1, CAUSE_EXIT = 2 };
enum access { ACCESS_READ = 0, ACCESS_WRITE = 1, ACCESS_EXECUTE = 8 };
static const uint32_t ACCESS_UNKNOWN = 0xFFFFFFFFu;
enum phase { PHASE_LOADING = 0, PHASE_BETWEEN = 1, PHASE_INSIDE = 2, PHASE_READING = 3 };

struct fault {
  enum cause cause;
  uint32_t code;
  uint32_t access;
  uintptr_t address;
  uintptr_t instruction;
  uint32_t detail;
  bool stack_overflow; /* known from the code, where the system tells no address */
};

/* What the calling thread is doing, for the frame. */
void fault_phase_set(enum phase phase, uint32_t call);

/* Writes the FAULT frame, for the first fault only; false for any other. */
bool fault_tell(const struct fault *fault);

#endif
