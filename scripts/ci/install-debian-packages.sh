#!/usr/bin/env bash
# Installs what is missing of debian-packages.txt. `--list` prints the names and installs nothing.
set -euo pipefail
mapfile -t packages < <(grep -v '^#' "$(dirname "${BASH_SOURCE[0]}")/debian-packages.txt")
if [ "${1:-}" = --list ]; then
  printf '%s\n' "${packages[@]}"
  exit 0
fi
if dpkg -s "${packages[@]}" >/dev/null 2>&1; then exit 0; fi
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
