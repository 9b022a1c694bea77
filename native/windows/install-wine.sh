#!/bin/sh
# Installs wine in a Debian of its own, in a folder. The machine's own packages and architectures stay as they are: adding i386 to
# them breaks its apt wherever the two architectures' security updates are not in step. Such a Debian has no security updates.
#
#   install-wine.sh ROOT i386     wine for 32-bit programs, and Free Pascal with its units for 32-bit Windows
#   install-wine.sh ROOT amd64    wine for 64-bit and 32-bit programs side by side
#
# Debian or Ubuntu, root, about 300 MB of downloads and 2.5 GB of disk each; a minute the first time, nothing afterwards.
set -eu
root=$1
machine=$2
ready="$root/.ready-1"
[ -e "$ready" ] && exit 0

say() { echo "install-wine: $*" >&2; }
fail() {
  say "$1"
  say "$2"
  exit 1
}
# Inside the root; what it prints is kept.
inside() {
  chroot "$root" /usr/bin/env DEBIAN_FRONTEND=noninteractive "$@" >>"$root/install.log" 2>&1 ||
    fail "失败：$*，见 $root/install.log" "Failed: $*, see $root/install.log"
}

[ "$(id -u)" = 0 ] || fail "需要 root 权限来安装 wine。" "Installing wine needs root."
command -v apt-get >/dev/null || fail "只支持 Debian/Ubuntu。" "Only Debian and Ubuntu are supported."
if ! command -v debootstrap >/dev/null; then
  apt-get update -qq >&2
  apt-get install -y -qq --no-install-recommends debootstrap >&2 ||
    fail "无法安装 debootstrap。" "debootstrap cannot be installed."
fi

# The mirror that this machine uses already.
mirror=$(cat /etc/apt/sources.list.d/debian.sources 2>/dev/null | awk '/^URIs:/ { print $2; exit }')
[ -n "$mirror" ] || mirror=$(awk '/^deb / { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } }' /etc/apt/sources.list 2>/dev/null || true)
case "$mirror" in
  *debian*) ;;
  *) fail "在 apt 的源列表中没有找到 Debian 镜像。" "No Debian mirror stands in apt's lists of sources." ;;
esac

# A half-made root of an earlier run is worth nothing; any other folder is not ours to empty.
if [ -e "$root/.nationec-wine" ]; then
  rm -rf "$root"
elif [ -n "$(ls -A "$root" 2>/dev/null || true)" ]; then
  fail "$root 不是空文件夹。" "$root is not an empty folder."
fi
mkdir -p "$root"
touch "$root/.nationec-wine"
say "安装到 $root（约一分钟）/ installing into $root (about a minute)"
debootstrap "--arch=$machine" --variant=minbase bookworm "$root" "$mirror" >"$root/install.log" 2>&1 ||
  fail "debootstrap 失败，见 $root/install.log" "debootstrap failed, see $root/install.log"

if [ "$machine" = amd64 ]; then
  inside dpkg --add-architecture i386
  inside apt-get update -qq
  inside apt-get install -y -qq --no-install-recommends wine wine64 wine32:i386
else
  inside apt-get install -y -qq --no-install-recommends wine wine32 fp-compiler fpc-source-3.2.2

  # Free Pascal's units for 32-bit Windows, which Debian does not package: system, and what a caller of a DLL needs.
  sources=/usr/share/fpcsrc/3.2.2/rtl
  units=/opt/fpc-win32
  mkdir -p "$root$units"
  inside sh -c "
    set -e
    cd $sources/win32
    flags='-n -Twin32 -FU$units -Fu$units -Fi$sources/inc -Fi$sources/i386 -Fi$sources/win -Fi$sources/win32 -Fi$sources/win/wininc'
    flags=\"\$flags -Fi$sources/objpas -Fu$sources/win32 -Fu$sources/win -Fu$sources/inc -Fu$sources/objpas -Fu$sources/i386 -O2 -Xs -XX -CX -Sg\"
    fpc \$flags -Us system.pp
    for unit in $sources/inc/uuchar.pp $sources/objpas/objpas.pp $sources/inc/strings.pp $sources/inc/fpintres.pp sysinitpas.pp windows.pp; do
      fpc \$flags \$unit
    done
  "
fi
# The packages themselves; they are unpacked by now.
inside apt-get clean
touch "$ready"
