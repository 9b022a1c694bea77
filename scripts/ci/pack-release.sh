#!/usr/bin/env bash
# Packs what is not on npm yet from the build (`npm run build` first), and writes the bill of materials beside it.
set -euo pipefail
out=${1:?usage: pack-release.sh FOLDER}
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/../../.cache/build"
node ../../scripts/with-tools.mjs changeset pack --out-dir "$out"
cd ../..
npm sbom --omit=dev --sbom-format=cyclonedx --sbom-type=library >"$out/sbom.cdx.json"
