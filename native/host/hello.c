#include "hello.h"

#include <string.h>

#include "buffers.h"
#include "frames.h"
#include "platform.h"
#include "version.h"

/* A Windows path has at most 32,767 characters, three bytes each; in JSON a quote or backslash doubles. */
enum { TEXT_MOST = 256 * 1024 };
static uint8_t frame[FRAME_HEADER_BYTES + TEXT_MOST];
static size_t used;

static void add(const char *text) {
  size_t bytes = strlen(text);
  if (bytes > TEXT_MOST - used) return;
  memcpy(frame + FRAME_HEADER_BYTES + used, text, bytes);
  used += bytes;
}

static void add_text(const char *text) {
  add("\"");
  for (; *text != 0; text++) {
    static const char HEX[] = "0123456789abcdef";
    unsigned char byte = (unsigned char)*text;
    char control[] = {'\\', 'u', '0', '0', HEX[byte >> 4], HEX[byte & 15], 0};
    char escaped[] = {'\\', *text, 0};
    char plain[] = {*text, 0};
    add(byte < 0x20 ? control : byte == '"' || byte == '\\' ? escaped : plain);
  }
  add("\"");
}

static void add_name(const char *name) {
  add(used == 0 || frame[FRAME_HEADER_BYTES + used - 1] == '{' ? "\"" : ",\"");
  add(name);
  add("\":");
}

static void add_member(const char *name, const char *text) {
  add_name(name);
  add_text(text);
}

static void add_number(const char *name, uint64_t number) {
  char digits[24];
  char *at = digits + sizeof digits - 1;
  *at = 0;
  do {
    *--at = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  add_name(name);
  add(at);
}

static void add_load(const struct library *library) {
  add_name("loaded");
  if (library->function != NULL) {
    add("true");
    add_member("export", library->export_name);
    return;
  }
  add("false");
  add_name("error");
  add("{");
  add_member("kind", library->error_kind);
  add_number("code", library->error_code);
  add_member("text", library->error_text);
  add("}");
}

static void add_image(struct image image) {
  add_name("image");
  add("{");
  add_member("format", image.format);
  add_number("bits", (uint64_t)image.bits);
  add_member("machine", image.machine);
  add("}");
}

void hello_send(const struct library *library, uint64_t load_microseconds) {
  add("{");
  add_number("protocol", 1);
  add_member("version", HOST_VERSION);
  add_number("pid", process_number());
  add_member("platform", HOST_PLATFORM);
  add_member("machine", HOST_MACHINE);
  add_number("bits", 8 * sizeof(void *));
  add_member("library", library->path == NULL ? "" : library->path);
  add_number("urlBytes", URL_BYTES_MOST);
  add_number("inBytes", IN_BYTES_MOST);
  add_number("outBytes", buffer_out_bytes());
  add_number("loadMilliseconds", load_microseconds / 1000);
  add_load(library);
  if (library->image.format != NULL) add_image(library->image);
  add("}");
  frame_send(frame, (struct frame_header){(uint32_t)used, 0, FRAME_HELLO});
}
