#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "platform.h"

/* Far from the small numbers that a sloppy library closes or writes to by mistake. */
enum { PRIVATE_FROM = 200, PARENT_CHECK_MILLISECONDS = 1000 };

static int from_parent = -1, to_parent = -1, complaints = STDERR_FILENO;
static pid_t parent;

static int private_copy(int file) {
  int copy = fcntl(file, F_DUPFD_CLOEXEC, PRIVATE_FROM);
  return copy >= 0 ? copy : fcntl(file, F_DUPFD_CLOEXEC, 3);
}

bool channel_take_over(bool show_prints) {
  parent = getppid();
  int copy = private_copy(STDERR_FILENO);
  if (copy >= 0) complaints = copy;
  from_parent = private_copy(STDIN_FILENO);
  to_parent = private_copy(STDOUT_FILENO);
  int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (from_parent < 0 || to_parent < 0 || nothing < 0) {
    complain("nationec-host: standard input or output is closed", "");
    return false;
  }
  /* Printed text may hold personal data: it is shown on request only. */
  bool shown = show_prints && copy >= 0;
  dup2(nothing, STDIN_FILENO);
  dup2(shown ? copy : nothing, STDOUT_FILENO);
  dup2(shown ? copy : nothing, STDERR_FILENO);
  if (nothing > STDERR_FILENO) close(nothing);
  /* A parent that has gone is an ordinary end, not a signal. */
  signal(SIGPIPE, SIG_IGN);
  return true;
}

size_t channel_read(void *to, size_t most) {
  for (;;) {
    struct pollfd wait = {.fd = from_parent, .events = POLLIN};
    int ready = poll(&wait, 1, PARENT_CHECK_MILLISECONDS);
    /* Another process that inherited the other end of the pipe would keep it open after the parent's death. Asked for here and not by
       PR_SET_PDEATHSIG: that fires when the parent's *thread* ends, and runtimes start programs from threads that come and go. */
    if (getppid() != parent) return 0;
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    ssize_t got = read(from_parent, to, most);
    if (got >= 0) return (size_t)got;
    if (errno != EINTR && errno != EAGAIN) return 0;
  }
}

/* A runtime may have left its end non-blocking, and both ends of an inherited pipe share that. */
static bool writable_again(void) {
  struct pollfd wait = {.fd = to_parent, .events = POLLOUT};
  return poll(&wait, 1, -1) >= 0 || errno == EINTR;
}

bool channel_write(const void *from, size_t bytes) {
  const char *at = from;
  while (bytes > 0) {
    ssize_t sent = write(to_parent, at, bytes);
    if (sent >= 0) {
      at += sent;
      bytes -= (size_t)sent;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      if (!writable_again()) return false;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

void complain(const char *text, const char *detail) {
  struct iovec parts[] = {{(char *)text, strlen(text)}, {(char *)detail, strlen(detail)}, {"\n", 1}};
  ssize_t ignored = writev(complaints, parts, 3);
  (void)ignored;
}
