/* What the header of a library file says, read before the system loads it: the system's own messages do not tell these cases apart. */
#ifndef NATIONEC_HOST_IMAGE_H
#define NATIONEC_HOST_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct image {
  const char *format;  /* "pe", "elf", "macho", "unknown" */
  const char *machine; /* "x86", "x64", "arm64", "arm", "universal", "other" */
  int bits;            /* 32, 64; 0 = unknown */
};

/* Judges the first bytes of a file. */
struct image image_of(const uint8_t *head, size_t bytes);

/* The host itself, in the same words. */
extern const char HOST_PLATFORM[], HOST_FORMAT[], HOST_MACHINE[];

/* Why this image cannot run here, as an error kind of PROTOCOL.md; NULL if nothing speaks against it. */
const char *image_mismatch(struct image image);

#endif
