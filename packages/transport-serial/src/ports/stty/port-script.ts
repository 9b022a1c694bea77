/** How `stty` is told the device: `-F` on Linux, `-f` on macOS. */
export const deviceFlag = (platform: string): string => (platform === 'darwin' ? '-f' : '-F')

/** What the script says on its standard error once the port is open, with the process that writes. */
export const READY = /@ready (\d+)/
/** What it says when a step has failed; other failures end it without a word of its own. */
export const FAILED = /@fail (\w+)/

/**
 * The program that holds an open port: standard input goes to the device, what the device says comes on standard output.
 * POSIX shell; `$1` device, `$2` rate, `$3` flag of stty.
 *
 * - It becomes the reader itself, with the writer and its keeper below. The end of a part ends the rest: a runtime that
 *   kills its child kills the reader, and its end closes the writer's input; when the writer ends, because the owner has
 *   closed the port or is gone, killed even, the keeper kills the reader; when the device is gone the reader ends, and its
 *   standard output with it, which is what the owner sees.
 * - The lock is on the open file (`flock`), so it ends with the last of them. The keeper lets go before it kills the reader:
 *   who sees the end of the program finds the port free.
 * - Ctrl-C goes to the whole group; the owner alone decides when to close, so the signals are left to it.
 * - `stty -F` opens without waiting for a carrier, the shell does not: `clocal` comes first. Before the lock nothing else
 *   of the device is touched.
 * - With `min 0` a read ends as soon as nothing is there, which flushes what an earlier owner left.
 * - `-hupcl`: a modem line that drops at the end restarts some terminals.
 */
export const PORT_SCRIPT = `
trap '' HUP INT QUIT TERM
fail() { echo "@fail $1" >&2; exit 1; }
state=$(stty "$3" "$1" -a) || fail look
case "$state" in *-clocal*) stty "$3" "$1" clocal || fail look ;; esac
exec 3<>"$1"
if command -v flock >/dev/null; then
  flock -n 3 || fail busy
elif command -v perl >/dev/null; then
  perl -e 'open(my $port, "+<&=", 3) && flock($port, 6) || exit 1' || fail busy
fi
stty raw -echo -iexten cs8 -parenb -cstopb clocal -hupcl -crtscts -ixon -ixoff min 0 time 0 <&3 || fail set
stty "$2" <&3 || fail rate
head -c 65536 <&3 >/dev/null
stty min 1 <&3 || fail set
exec 4<&0
(
  cat -u <&4 >&3 3<&- 4<&- &
  writer=$!
  exec 3<&- 4<&- </dev/null >/dev/null
  echo "@ready $writer" >&2
  wait "$writer"
  kill -9 $$
) &
exec cat -u <&3 3<&- 4<&-
`
