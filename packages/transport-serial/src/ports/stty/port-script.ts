/** How `stty` is told the device: `-F` on Linux, `-f` on macOS. */
export const deviceFlag = (platform: string): string => (platform === 'darwin' ? '-f' : '-F')

/** What the script says on its standard error once the port is open, with its two children. */
export const READY = /@ready (\d+) (\d+)/
/** What it says when a step has failed; other failures end it without a word of its own. */
export const FAILED = /@fail (\w+)/

/**
 * The program that holds an open port: standard input goes to the device, what the device says comes on standard output.
 * POSIX shell; `$1` device, `$2` rate, `$3` flag of stty.
 *
 * - Nothing but descriptor 3 and its copies in the two `cat` holds the device, and with it the lock: `flock` is on the
 *   open file, so it ends with the last of them, whatever kills them.
 * - When the owner is gone, killed even, standard input ends: the writer ends, and the script ends the reader. When the
 *   device is gone the reader ends, its standard output with it, and that is what the owner sees.
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
cat -u <&3 3<&- 4<&- &
reader=$!
exec 1>&-
cat -u <&4 >&3 3<&- 4<&- &
writer=$!
exec 4<&-
echo "@ready $reader $writer" >&2
wait "$writer"
kill -9 "$reader" 2>/dev/null
wait
`
