#include "image.h"

#include <string.h>

#if defined(_WIN32)
const char HOST_PLATFORM[] = "windows", HOST_FORMAT[] = "pe";
#elif defined(__APPLE__)
const char HOST_PLATFORM[] = "macos", HOST_FORMAT[] = "macho";
#elif defined(__linux__)
const char HOST_PLATFORM[] = "linux", HOST_FORMAT[] = "elf";
#else
const char HOST_PLATFORM[] = "posix", HOST_FORMAT[] = "elf";
#endif

#if defined(__x86_64__) && !defined(__ILP32__)
const char HOST_MACHINE[] = "x64";
#elif defined(__i386__)
const char HOST_MACHINE[] = "x86";
#elif defined(__aarch64__)
const char HOST_MACHINE[] = "arm64";
#elif defined(__arm__)
const char HOST_MACHINE[] = "arm";
#else
const char HOST_MACHINE[] = "other";
#endif

static const struct image UNKNOWN = {"unknown", "other", 0};

static uint32_t number_at(const uint8_t *at, int bytes) {
  uint32_t value = 0;
  for (int i = bytes - 1; i >= 0; i--) value = value << 8 | at[i];
  return value;
}

struct machine_number {
  uint32_t number;
  const char *machine;
};

static const char *machine_named(const struct machine_number *table, size_t count, uint32_t number) {
  for (size_t i = 0; i < count; i++) {
    if (table[i].number == number) return table[i].machine;
  }
  return "other";
}

#define MACHINE(table, number) machine_named(table, sizeof(table) / sizeof(table)[0], number)

static struct image pe_image(const uint8_t *head, size_t bytes) {
  static const struct machine_number MACHINES[] = {{0x14C, "x86"}, {0x8664, "x64"}, {0xAA64, "arm64"}, {0x1C4, "arm"}};
  enum { OFFSET_OF_PE = 0x3C, OPTIONAL_HEADER = 24, PE32 = 0x10B, PE32_PLUS = 0x20B };
  if (bytes < OFFSET_OF_PE + 4) return UNKNOWN;
  size_t pe = number_at(head + OFFSET_OF_PE, 4);
  /* A 16-bit or cut program begins with MZ too. */
  if (pe > bytes - OPTIONAL_HEADER - 2 || memcmp(head + pe, "PE\0\0", 4) != 0) return UNKNOWN;
  uint32_t kind = number_at(head + pe + OPTIONAL_HEADER, 2);
  return (struct image){"pe", MACHINE(MACHINES, number_at(head + pe + 4, 2)), kind == PE32 ? 32 : kind == PE32_PLUS ? 64 : 0};
}

static struct image elf_image(const uint8_t *head, size_t bytes) {
  static const struct machine_number MACHINES[] = {{3, "x86"}, {62, "x64"}, {183, "arm64"}, {40, "arm"}};
  enum { CLASS = 4, ORDER = 5, LITTLE = 1, MACHINE_AT = 18 };
  if (bytes < 20) return UNKNOWN;
  uint32_t machine = head[ORDER] == LITTLE ? number_at(head + MACHINE_AT, 2) : 0;
  return (struct image){"elf", MACHINE(MACHINES, machine), head[CLASS] == 1 ? 32 : head[CLASS] == 2 ? 64 : 0};
}

static struct image macho_image(uint32_t magic, const uint8_t *head, size_t bytes) {
  static const struct machine_number MACHINES[] = {{7, "x86"}, {0x01000007, "x64"}, {0x0100000C, "arm64"}, {12, "arm"}};
  if (bytes < 8) return UNKNOWN;
  return (struct image){"macho", MACHINE(MACHINES, number_at(head + 4, 4)), magic == 0xFEEDFACE ? 32 : 64};
}

struct image image_of(const uint8_t *head, size_t bytes) {
  if (bytes < 8) return UNKNOWN;
  uint32_t magic = number_at(head, 4);
  if (magic == 0x464C457F) return elf_image(head, bytes);
  if (magic == 0xFEEDFACE || magic == 0xFEEDFACF) return macho_image(magic, head, bytes);
  /* CAFEBABE, big-endian: several machines in one file, or a Java class, whose version stands where the count of machines would. */
  if (magic == 0xBEBAFECA && head[4] == 0 && head[5] == 0 && head[6] == 0 && head[7] < 16) {
    return (struct image){"macho", "universal", 0};
  }
  if (head[0] == 'M' && head[1] == 'Z') return pe_image(head, bytes);
  return UNKNOWN;
}

const char *image_mismatch(struct image image) {
  int host_bits = (int)(8 * sizeof(void *));
  if (strcmp(image.format, "unknown") == 0) return "not-a-library";
  if (strcmp(image.format, HOST_FORMAT) != 0) return "wrong-platform";
  if (strcmp(image.machine, "universal") == 0) return NULL;
  if (image.bits != 0 && image.bits != host_bits) return "wrong-bitness";
  return strcmp(image.machine, HOST_MACHINE) == 0 ? NULL : "wrong-machine";
}
